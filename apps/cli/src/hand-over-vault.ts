import { dayOf, derivedId, inOffice, type Day } from '#kernel';
import { successorOf, type Office } from '#organisation';
import { PersonRecords, TakeOverPerson, unitsOn } from '#persons';
import type { Facts, Vault } from '#vault';
import { openVault, type Runtime } from '../../runtime/src/index.js';
import { withRuntime } from './with-runtime.js';

const AT_ONCE = 500;

/** An office that ended, and the one that its people came along to. */
interface HandOver {
  from: string;
  to: string;
  /** The office that ended, as it was then. */
  ended: Office;
  document: string;
}

/**
 * Gives the successor of an ended office the data of the people who came along (R28): read there for that purpose, and taken
 * over here by an act for each, under keys of their own. Run again, it goes on where it was.
 */
export async function handOverVault(from: string, to: string): Promise<void> {
  await withRuntime(async (runtime, settings) => {
    const { vault } = await openVault(runtime, settings);
    const ended = await runtime.organisation.current(from);
    const { succession } = ended;
    if (succession?.successor !== to) throw new Error(`${from} has not been handed over to ${to}.`);
    const handOver = { from, to, ended, document: succession.document };
    const everyone = await inOffice(from, () => vault.everyone(from));
    let taken = 0;
    for (let first = 0; first < everyone.length; first += AT_ONCE)
      for (const personId of await notYetTaken(
        runtime,
        vault,
        handOver,
        everyone.slice(first, first + AT_ONCE),
      ))
        if (await takeOver(runtime, vault, handOver, personId)) taken += 1;
    process.stdout.write(`${taken} người · people: ${from} → ${to}\n`);
  });
}

const actOf = ({ from, to }: HandOver, personId: string): string =>
  derivedId(from, to, 'taken over', personId);

/** Of an office's people those who are registered, and whom the other has not taken over by an act, nor before there was one. */
async function notYetTaken(
  { get, store }: Runtime,
  vault: Vault,
  handOver: HandOver,
  people: string[],
): Promise<string[]> {
  const { from, to } = handOver;
  const records = get(PersonRecords);
  await records.warm(from, people);
  const acts = people.map((personId) => actOf(handOver, personId));
  const [known, before] = [
    await store.knownCommands(to, acts),
    await inOffice(to, () => vault.keptWithoutAct(to, people)),
  ];
  const open = people.filter((id) => !before.has(id) && !known.has(actOf(handOver, id)));
  const states = await Promise.all(open.map((personId) => records.of(from, personId)));
  return open.filter((_id, n) => states[n]?.status === 'registered');
}

/** One person's data. What is known of them there already, said or corrected since, stays as it is. */
async function takeOver(
  { get, clock, commands }: Runtime,
  vault: Vault,
  handOver: HandOver,
  personId: string,
): Promise<boolean> {
  const { from, to, document } = handOver;
  if ((await get(PersonRecords).of(to, personId)).status === 'erased') return false;
  const reader = { reader: 'worker:vault', purpose: document, at: clock.now() };
  const given = await inOffice(from, () => vault.exportOf(from, personId, reader));
  return inOffice(to, async () => {
    const there = new Set(await vault.namesOf(to, personId));
    const facts: Facts = Object.fromEntries(Object.entries(given.facts).filter(([name]) => !there.has(name)));
    const commandId = actOf(handOver, personId);
    const entrusted = await vault.contents.entrust(to, personId, commandId, facts);
    const envelope = { office: to, actor: 'worker:vault', commandId, rule: 'R28', entrusted };
    const unitIds = await heirsOf(get(PersonRecords), handOver, personId, dayOf(clock.now()));
    const { commitment } = entrusted;
    const names = Object.keys(facts);
    const fields = { fromOffice: from, document, unitIds, facts: names, commitment };
    return !(await commands.send(TakeOverPerson, envelope, personId, fields)).repeated;
  });
}

/** The units that have the duty from now on: the heirs of those that had it. */
async function heirsOf(
  records: PersonRecords,
  { from, ended }: HandOver,
  personId: string,
  today: Day,
): Promise<string[]> {
  const heirs = ended.succession?.heirs ?? [];
  const heirOf = new Map(heirs.map(({ unitId, heirUnitId }) => [unitId, heirUnitId]));
  const { duties } = await records.of(from, personId);
  const units = unitsOn(duties, today);
  return [...new Set(units.flatMap((id) => heirOf.get(successorOf(ended, id)?.unitId ?? id) ?? []))];
}
