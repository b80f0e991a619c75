import { isOf, type StoredEvent } from '#event-store';
import { isoOffset } from '#kernel';
import type { ProvedEvent } from '#ledger';
import type { SaidOfDossier } from '../words.js';
import { dossier, type Dossier } from '../dossier/dossier.js';
import { rulesOf } from '../rules/one-stop-rules.js';
import type { ArchivePackage } from './archive.js';

/** A file as the package holds it. */
export interface FiledPaper {
  path: string;
  name: string;
  sha256: string;
}

/** A dossier as its events left it up to a version. */
export const stateOf = (events: readonly StoredEvent[]): Dossier =>
  events.reduce(
    (state, event) => (isOf(dossier, event) ? dossier.evolve(state, event, event.recordedAt) : state),
    dossier.initial,
  );

/** The files that came with a dossier and its result, each once, in the order in which they came. */
export function fileIdsIn(events: readonly StoredEvent[]): string[] {
  const found = events.flatMap((event): (string | null)[] => {
    if (!isOf(dossier, event)) return [];
    const { type, data } = event;
    if (type === 'ResultSigned' || type === 'ResultDigitised') return [data.fileId];
    if (type === 'DossierTakenOver') return data.dossier.components.map(({ fileId }) => fileId);
    return type === 'DossierReceived' || type === 'SupplementAnswered'
      ? data.components.map(({ fileId }) => fileId)
      : [];
  });
  return [...new Set(found.filter((id) => id !== null))];
}

interface Facts {
  office: { id: string; name: string };
  dossierId: string;
  events: readonly StoredEvent[];
  applicant: Record<string, string>;
  words: readonly SaidOfDossier[];
  papers: ReadonlyMap<string, FiledPaper>;
  forms: readonly { path: string; title: string; number: number; year: number }[];
  names: ReadonlyMap<string, string>;
}

/** What the package says of a dossier in one place (thông tin hồ sơ): what its events say, in words of the office. */
export function dossierFacts({ office, dossierId, events, names, papers, ...rest }: Facts): object {
  const state = stateOf(events);
  const { work, components, channel, status } = state;
  const ended = events.findLast(({ type }) => ENDINGS.includes(type));
  return {
    office,
    dossierId,
    code: work?.code ?? null,
    status,
    channel,
    procedure: work && {
      ...{ code: work.procedure.code, name: work.procedure.name, field: work.procedure.field },
      version: work.procedure.version,
    },
    rules: rulesOf(state, events.at(-1)?.recordedAt ?? new Date(0)).basis.mechanism,
    applicant: rest.applicant,
    receivedAt: work && isoOffset(new Date(work.receivedAt)),
    due: work?.due ? isoOffset(new Date(work.due)) : null,
    result: work?.signed ?? null,
    endedAt: ended ? isoOffset(ended.recordedAt) : null,
    late: work?.late ?? null,
    components: components.map(({ name, form, fileId }) => ({
      ...{ name, form, file: fileId === null ? null : (papers.get(fileId) ?? null) },
    })),
    files: [...papers.values()],
    forms: rest.forms,
    words: rest.words,
    acts: events.map(({ version, type, recordedAt, actor }) => ({
      ...{ version, type, at: isoOffset(recordedAt), by: names.get(actor) ?? actor },
    })),
  };
}

const ENDINGS = ['ResultReturned', 'DossierRejected', 'DossierWithdrawn', 'DossierStopped'];

/** One line of `proof/events.jsonl`: the event as it is sealed, its salt, and its way to the root. */
export function provedLine({ event, index, path }: ProvedEvent): string {
  const { position: _place, transactionId: _transaction, subject, salt, recordedAt, ...rest } = event;
  const sealed = { ...rest, stream: subject, recordedAt: recordedAt.toISOString() };
  return `${JSON.stringify({
    index,
    path: path.map((hash) => hash.toString('base64')),
    event: { ...sealed, salt: salt && salt.toString('hex') },
  })}\n`;
}

interface Described {
  office: { id: string; name: string };
  dossierId: string;
  code: string;
  procedure: string;
  publicUrl: string;
}

/** What a package says of itself in bag-info.txt. */
export const describedBy = (
  { at }: Pick<ArchivePackage, 'at'>,
  { office, dossierId, code, procedure, publicUrl }: Described,
): [string, string][] => [
  ['Source-Organization', office.name],
  ['External-Identifier', code],
  ['External-Description', procedure],
  ['Internal-Sender-Identifier', dossierId],
  ['Bagging-Date', isoOffset(new Date(at)).slice(0, 10)],
  ['Ledger-Key-Address', `${publicUrl}/ledger/${office.id}/key`],
  ['Proof-Address', `${publicUrl}/ledger/${office.id}/subjects/${dossierId}`],
];
