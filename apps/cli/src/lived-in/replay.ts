import { appendRecorded, type RecordedEvent } from '#event-store';
import { inOffice, type Enclosure } from '#kernel';
import { Sealer } from '#ledger';
import { ReadTogether, startCheckpoint } from '#projection';
import type { Vault } from '#vault';
import {
  allOf,
  DEMO_OFFICE,
  ledgerKeys,
  projections,
  type Keys,
  type Runtime,
  type Settings,
} from '../../../runtime/src/index.js';
import { readRecording, type KeptFacts } from './recording.js';

/**
 * Gives the demonstration office its first months, before it is founded, from the recording: into the log as they were, into
 * the vault under this installation's keys. Broken off, it goes on where it was; false where the office is there, or was
 * begun otherwise.
 */
export async function appendLivedIn(runtime: Runtime, settings: Settings, { vault }: Keys): Promise<boolean> {
  if (await runtime.offices.has(DEMO_OFFICE)) return false;
  const { events, kept } = await readRecording(settings.seedsDir);
  const { enclosed, commitments } = await entrustAnew(vault, kept);
  const ours = events.map((event) => committingBy(commitments.get(event.commandId), event));
  if (!(await appendRecorded(runtime.pool, DEMO_OFFICE, ours, enclosed))) return false;
  await beginReactionsAtEnd(runtime);
  return true;
}

/** Reads and seals those months, once the office is founded. */
export async function readLivedIn(runtime: Runtime, settings: Settings): Promise<void> {
  await new ReadTogether(runtime.pool, runtime.store, runtime.projector).run(DEMO_OFFICE, {
    projections,
    reactions: [],
  });
  await new Sealer(runtime.pool, ledgerKeys(settings)).sealAll(DEMO_OFFICE);
}

interface Recommitted {
  was: string;
  is: string;
}

/** The vault's part, under this installation's keys: what goes in with each act, and by what its event commits to it. */
async function entrustAnew(vault: Vault, kept: readonly KeptFacts[]) {
  const enclosed = new Map<string, Enclosure>();
  const commitments = new Map<string, Recommitted>();
  for (const { actId, personId, version, facts, commitment } of kept) {
    const entrusted = await inOffice(DEMO_OFFICE, () =>
      vault.contents.entrust(DEMO_OFFICE, personId, actId, facts),
    );
    enclosed.set(actId, entrusted.enclosure(version));
    commitments.set(actId, { was: commitment, is: entrusted.commitment });
  }
  return { enclosed, commitments };
}

function committingBy(commitment: Recommitted | undefined, event: RecordedEvent): RecordedEvent {
  if (!commitment) return event;
  const text = JSON.stringify(event.data).replaceAll(commitment.was, commitment.is);
  return { ...event, data: JSON.parse(text) as RecordedEvent['data'] };
}

/** What they came to is recorded as well. Those that tell of news begin with the news. */
async function beginReactionsAtEnd({ pool, store, make }: Runtime): Promise<void> {
  const end = await store.end(DEMO_OFFICE);
  for (const one of allOf(({ reactions }) => reactions)) {
    const reaction = make(one);
    if (reaction && !reaction.startsAfter)
      await inOffice(DEMO_OFFICE, () => startCheckpoint(pool, DEMO_OFFICE, reaction, 'live', end));
  }
}
