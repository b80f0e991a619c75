import { Refusal, canonicalCode, derivedId, type Envelope } from '#kernel';
import type { Commands } from '#organisation';
import { fileUnreadable, readTables, rowsRefused } from '#sheet';
import { RECEIVED_HERE } from '../dossier/refunds.js';
import type { Dossiers } from '../dossiers.service.js';
import type { DossierQueries } from '../read/dossiers.queries.js';
import { RecordPost, toldByPost } from './post.acts.js';
import { parcelEnded, postDayInvalid } from './post.refusals.js';
import { readPost, type PostFault, type SaidOfParcel } from './read-post.js';

const MOST_ROWS = 2_000;
const AT_ONCE = 20;

/** A row that can go in: of which dossier, and whether it tells anything new. */
export interface TriedRow extends Pick<SaidOfParcel, 'row' | 'code' | 'tracking' | 'state' | 'day'> {
  dossierId: string;
  standing: 'new' | 'changed' | 'same';
}

/** Takes in the post's file (nhập tệp bưu chính): every row or none; told again, it changes nothing. */
export class PostImport {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly queries: DossierQueries,
    private readonly commands: Pick<Commands, 'send'>,
  ) {}

  /** Reads a file and says what its import would do; nothing is written. Refuses a file that is none of the post's. */
  async trial(office: string, file: Buffer): Promise<{ rows: TriedRow[]; faults: PostFault[] }> {
    const read = readPost(await readTables(file));
    const count = read.rows.length + read.faults.length;
    if (count === 0 || count > MOST_ROWS)
      throw fileUnreadable({ why: 'không có dòng nào, hoặc quá 2.000 dòng · no row, or more than 2,000' });
    const rows: TriedRow[] = [];
    const faults = [...read.faults];
    for (const some of inParts(read.rows))
      for (const tried of await Promise.all(some.map((row) => this.#try(office, row))))
        if ('message' in tried) faults.push(tried);
        else rows.push(tried);
    return { rows, faults: faults.toSorted((a, b) => a.row - b.row) };
  }

  /** Refuses `rows_refused`, naming each bad cell; else each row that tells anything new is an act of its own. */
  async run(envelope: Envelope, file: Buffer): Promise<{ position: number; recorded: number; same: number }> {
    const { rows, faults } = await this.trial(envelope.office, file);
    if (faults.length > 0) throw rowsRefused({ count: faults.length, errors: faults });
    const { proof: _ofTheWholeFile, ifMatch: _ofNone, ...rest } = envelope;
    let [position, recorded] = [0, 0];
    for (const some of inParts(rows)) {
      const done = await Promise.all(
        some.map(({ dossierId, tracking, state, day }) => {
          const commandId = derivedId(envelope.commandId, 'post', `${dossierId} ${tracking}`);
          return this.commands.send(RecordPost, { ...rest, commandId }, dossierId, { tracking, state, day });
        }),
      );
      position = Math.max(position, ...done.map((one) => one.position));
      recorded += done.filter(({ written, repeated }) => written > 0 || repeated).length;
    }
    return { position, recorded, same: rows.length - recorded };
  }

  async #try(office: string, said: SaidOfParcel): Promise<TriedRow | PostFault> {
    const { row, code, tracking, state, day, fault } = said;
    const found = await this.queries.byCode(office, canonicalCode(code));
    if (!found) return fault('code', 'unknown_dossier', code);
    const { state: known } = await this.dossiers.load(office, found.id);
    if (!known.work || !RECEIVED_HERE.some((one) => one === known.status))
      return fault('code', 'dossier_state', code);
    try {
      const isNews = toldByPost(known.work, { tracking, state, day }, this.dossiers.now()).length > 0;
      const isKnown = known.work.parcels?.some((one) => one.tracking === tracking) ?? false;
      const standing = isNews ? (isKnown ? 'changed' : 'new') : 'same';
      return { row, code, tracking, state, day, dossierId: found.id, standing };
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused;
      if (refused.kind === postDayInvalid.kind) return fault('day', 'post_day_invalid', day);
      if (refused.kind === parcelEnded.kind) return fault('tracking', 'parcel_ended', tracking);
      throw refused;
    }
  }
}

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
    all.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
