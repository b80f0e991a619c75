import {
  Sends,
  Answers,
  AnswersFrom,
  begun,
  Me,
  isoOffset,
  languageOf,
  type Language,
  type Person,
} from '#kernel';
import { AuditFilter, actOf, auditPage, exportTrail, type Told } from '#ledger';
import { hasRole, watchesOver, type Office } from '#organisation';
import type { EventRow } from '#event-store';
import { Controller, Get, Headers, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { RUNTIME } from './tokens.js';
import {
  mergedOf,
  readableTrail,
  speech,
  type ReadableTrail,
  type Runtime,
} from '../../runtime/src/index.js';
import { Trail, TrailVocabulary } from './api.shapes.js';

/** The trail: who did what, to what, when, why, under which rule (nhật ký trách nhiệm). */
@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Answers(Trail)
  @AnswersFrom('trail')
  @Get()
  @ApiOperation({ summary: 'Nhật ký · the trail' })
  async list(
    @Me() { office, personId }: Person,
    @Query() filter: AuditFilter,
    @Headers('accept-language') accept?: string,
  ) {
    const state = await this.runtime.organisation.current(office);
    const { rows, nextCursor } = await auditPage(this.runtime.pool, office, filter, {
      actors: actorsOf(state, filter.unit),
    });
    const language = languageOf(accept);
    const inspects = mayInspect(state, personId);
    const watches = watchesOver(state, personId);
    const shown = watches ? (row: EventRow) => row : withoutWithheld;
    const [trail, seals, origins] = await Promise.all([
      readableTrail(this.runtime, office, rows, language, shown),
      filter.seal === undefined ? undefined : this.#seals(office, rows, watches),
      inspects ? this.#origins(office, rows) : undefined,
    ]);
    const items = rows.map((row) => ({
      ...entry(shown(row), trail),
      clientAddress: origins?.get(row.position) ?? null,
      ...(seals ? { ledger: seals.get(row.position) ?? null } : {}),
    }));
    return { items, nextCursor };
  }

  @Answers(TrailVocabulary)
  @Get('vocabulary')
  @ApiOperation({ summary: 'Tên các hành vi và tiến trình · what acts and workers are called' })
  vocabulary(@Headers('accept-language') accept?: string) {
    const language = languageOf(accept);
    return {
      acts: Object.keys(speech.sentences).map((type) => ({ type, name: actOf(speech, type, language) })),
      workers: Object.entries(speech.workers).map(([name, duty]) => ({
        actor: `worker:${name}`,
        name: duty[language],
      })),
    };
  }

  @Sends('Nhật ký · the trail', 'application/x-ndjson')
  @AnswersFrom('trail')
  @Get('export.ndjson')
  @ApiOperation({ summary: 'Xuất NDJSON · export as NDJSON' })
  async ndjson(@Me() me: Person, @Query() filter: AuditFilter) {
    return this.#export(me, filter, 'ndjson', 'application/x-ndjson');
  }

  @Sends('Nhật ký · the trail', 'text/csv')
  @AnswersFrom('trail')
  @Get('export.csv')
  @ApiOperation({ summary: 'Xuất CSV · export as CSV' })
  async csv(@Me() me: Person, @Query() filter: AuditFilter, @Headers('accept-language') accept?: string) {
    return this.#export(me, filter, 'csv', 'text/csv; charset=utf-8', languageOf(accept));
  }

  async #export(
    { office, personId }: Person,
    filter: AuditFilter,
    format: 'ndjson' | 'csv',
    type: string,
    language: Language = 'vi',
  ) {
    const state = await this.runtime.organisation.current(office);
    const told: Told = async (rows) => (await readableTrail(this.runtime, office, rows, language)).sentence;
    const lines = exportTrail(
      this.runtime.pool,
      office,
      filter,
      format,
      { actors: actorsOf(state, filter.unit), addresses: mayInspect(state, personId) },
      told,
    );
    const disposition = `attachment; filename="nhat-ky.${format}"`;
    return new StreamableFile(Readable.from(await begun(lines)), { type, disposition });
  }

  /** Whence entries came; those from before addresses were kept apart from the log have theirs in it. */
  async #origins(office: string, rows: EventRow[]): Promise<Map<string, string | undefined>> {
    const known = await this.runtime.store.origins.of(office, rows);
    return new Map(
      rows.map(({ position, command_id, meta }) => [
        position,
        known.get(command_id) ?? meta['clientAddress'],
      ]),
    );
  }

  /**
   * Where entries stand in the ledger: under which signed size, and which witnesses have cosigned a later one. The salt
   * under which what was said is sealed is for those who may export it.
   */
  async #seals(office: string, rows: EventRow[], salted: boolean) {
    const { ledger } = this.runtime;
    const [places, cosigned] = await Promise.all([
      ledger.placesOf(
        office,
        rows.map(({ position }) => position),
      ),
      ledger.cosigned(office),
    ]);
    const salts = new Map(rows.map(({ position, salt }) => [position, salt?.toString('base64') ?? null]));
    return new Map(
      places.map(({ position, index, size, sealedAt }) => [
        position,
        {
          index,
          salt: (salted && salts.get(position)) || null,
          sealedAtSize: size,
          sealedAt: isoOffset(sealedAt),
          cosignedBy: cosigned.filter((c) => c.size > index).map(({ witness }) => witness),
        },
      ]),
    );
  }
}

/** Addresses are for whoever looks into misuse: who inspects and who watches over the office (thanh tra, giám sát). */
const mayInspect = (state: Office, personId: string): boolean =>
  hasRole(state, personId, 'inspector', 'oversight');

const WITHHELD = mergedOf(({ withheld }) => withheld);

/** What everybody in the office may read of an entry: not who was served by what they said of it, nor a colleague's points (R34). */
function withoutWithheld(row: EventRow): EventRow {
  const withheld = WITHHELD[row.type];
  if (withheld === undefined) return row;
  const data = Object.fromEntries(Object.entries(row.data).filter(([field]) => !withheld.includes(field)));
  return { ...row, data };
}

/** The people of a unit, as they are now. */
function actorsOf(state: Office, unit: string | undefined): string[] | undefined {
  if (unit === undefined) return undefined;
  const posts = [...state.posts.values()].filter(({ unitId }) => unitId === unit);
  return posts.flatMap(({ postId }) => state.holders.get(postId) ?? []);
}

function entry(row: EventRow, { nameOf, subject, namesIn, sentence, cause }: ReadableTrail) {
  return {
    position: Number(row.position),
    eventId: row.event_id,
    type: row.type,
    kind: row.kind,
    subject: row.subject,
    subjectName: subject(row) ?? null,
    version: row.version,
    recordedAt: isoOffset(row.recorded_at),
    actor: row.actor,
    actorName: nameOf(row.actor) ?? null,
    onBehalfOf: row.on_behalf_of,
    onBehalfOfName: row.on_behalf_of === null ? null : (nameOf(row.on_behalf_of) ?? null),
    commandId: row.command_id,
    correlationId: row.correlation_id ?? row.command_id,
    causationId: row.causation_id,
    rule: row.rule,
    data: row.data,
    names: namesIn(row),
    sentence: sentence(row),
    cause: cause(row),
  };
}
