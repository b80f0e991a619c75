import type { WorkCalendar } from '#calendar';
import { Me, at, dayOf, isoOffset, languageOf, type Person } from '#kernel';
import { AuditFilter, auditPage, exportTrail, type AuditContext } from '#ledger';
import type { Office } from '#organisation';
import type { EventRow } from '#event-store';
import { Controller, Get, Headers, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { RUNTIME } from './tokens.js';
import { readableTrail, type Runtime } from '../../runtime/src/index.js';

/** The trail: who did what, to what, when, why, under which rule (nhật ký trách nhiệm). */
@ApiTags('audit')
@ApiBearerAuth()
@Controller('api/v1/audit')
export class AuditController {
  #hours: AuditContext['officeHours'];

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @ApiOperation({ summary: 'Nhật ký · the trail' })
  async list(
    @Me() { office }: Person,
    @Query() filter: AuditFilter,
    @Headers('accept-language') accept?: string,
  ) {
    const state = await this.runtime.organisation.current(office);
    const { rows, nextCursor } = await auditPage(
      this.runtime.pool,
      office,
      filter,
      this.#context(state, filter),
    );
    const language = languageOf(accept);
    const [trail, seals] = await Promise.all([
      readableTrail(this.runtime, office, rows, language),
      filter.seal === undefined ? undefined : this.#seals(office, rows),
    ]);
    const items = rows.map((row) => ({
      ...entry(row, trail),
      ...(seals ? { ledger: seals.get(row.position) ?? null } : {}),
    }));
    return { items, nextCursor };
  }

  @Get('export.ndjson')
  @ApiOperation({ summary: 'Xuất NDJSON · export as NDJSON' })
  async ndjson(@Me() me: Person, @Query() filter: AuditFilter) {
    return this.#export(me, filter, 'ndjson', 'application/x-ndjson');
  }

  @Get('export.csv')
  @ApiOperation({ summary: 'Xuất CSV · export as CSV' })
  async csv(@Me() me: Person, @Query() filter: AuditFilter) {
    return this.#export(me, filter, 'csv', 'text/csv; charset=utf-8');
  }

  async #export({ office }: Person, filter: AuditFilter, format: 'ndjson' | 'csv', type: string) {
    const state = await this.runtime.organisation.current(office);
    return new StreamableFile(
      Readable.from(exportTrail(this.runtime.pool, office, filter, format, this.#context(state, filter))),
      {
        type,
        disposition: `attachment; filename="nhat-ky.${format}"`,
      },
    );
  }

  #context(state: Office, { unit, hours }: AuditFilter): AuditContext {
    const actors = actorsOf(state, unit);
    return hours === undefined
      ? { actors }
      : { actors, officeHours: (this.#hours ??= officeHours(this.runtime.calendar)) };
  }

  /** Where entries stand in the ledger: under which signed size, and which witnesses have cosigned a later one. */
  async #seals(office: string, rows: EventRow[]): Promise<Map<string, object>> {
    const { ledger } = this.runtime;
    const [places, cosigned] = await Promise.all([
      ledger.placesOf(
        office,
        rows.map(({ position }) => position),
      ),
      ledger.cosigned(office),
    ]);
    return new Map(
      places.map(({ position, index, size, sealedAt }) => [
        position,
        {
          index,
          sealedAtSize: size,
          sealedAt: isoOffset(sealedAt),
          cosignedBy: cosigned.filter((c) => c.size > index).map(({ witness }) => witness),
        },
      ]),
    );
  }
}

/** Office hours as PostgreSQL ranges, and the years for which there is a calendar. */
function officeHours(calendar: WorkCalendar): NonNullable<AuditContext['officeHours']> {
  const spans = [...calendar.officeHours()];
  const range = (from: Date, to: Date) => `[${from.toISOString()},${to.toISOString()})`;
  const [first, last] = [spans[0], spans.at(-1)];
  const known =
    first && last
      ? range(
          at(`${dayOf(first.from).slice(0, 4)}-01-01`),
          at(`${Number(dayOf(last.to).slice(0, 4)) + 1}-01-01`),
        )
      : '';
  return { hours: `{${spans.map(({ from, to }) => range(from, to)).join(',')}}`, known: `{${known}}` };
}

/** The people of a unit, as they are now. */
function actorsOf(state: Office, unit: string | undefined): string[] | undefined {
  if (unit === undefined) return undefined;
  const posts = [...state.posts.values()].filter(({ unitId }) => unitId === unit);
  return posts.flatMap(({ postId }) => state.holders.get(postId) ?? []);
}

function entry(row: EventRow, { nameOf, sentence }: Awaited<ReturnType<typeof readableTrail>>) {
  const { digest: _digest, clientAddress } = row.meta;
  return {
    position: Number(row.position),
    eventId: row.event_id,
    type: row.type,
    kind: row.kind,
    subject: row.subject,
    version: row.version,
    recordedAt: isoOffset(row.recorded_at),
    actor: row.actor,
    actorName: nameOf(row.actor) ?? null,
    onBehalfOf: row.on_behalf_of,
    commandId: row.command_id,
    correlationId: row.correlation_id ?? row.command_id,
    causationId: row.causation_id,
    rule: row.rule,
    clientAddress: clientAddress ?? null,
    data: row.data,
    sentence: sentence(row),
  };
}
