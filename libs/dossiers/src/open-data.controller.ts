import { PathOffice } from '#organisation';
import { AnswersOrCsv, AnswersFrom, OneOf, POOL, QueryWhole, dayOf, toCsv } from '#kernel';
import { Lacking } from '#projection';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { Dossiers } from './dossiers.service.js';
import { allInForce } from './procedure/procedure.js';
import { OpenData } from './read/open-data.js';
import { OpenMonths, OpenProcedures } from './dossiers.shapes.js';

export class InOpenFormat {
  @OneOf({ description: 'Định dạng · format', values: ['json', 'csv'], optional: true })
  format?: 'json' | 'csv';

  @QueryWhole({ description: 'Năm · year', min: 2015, max: 2100, optional: true })
  year?: number;
}

interface Reply {
  header(name: string, value: string): Reply;
}

/** Data for everybody to use again (dữ liệu mở), as JSON and CSV; none of it is about a person. */
@ApiTags('public')
@Controller('public/:office/open-data')
export class OpenDataController {
  readonly #data: OpenData;

  constructor(
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(Lacking) private readonly lacking: Lacking,
    @Inject(POOL) pool: Pool,
  ) {
    this.#data = new OpenData(pool);
  }

  @AnswersOrCsv(OpenMonths)
  @AnswersFrom('dossier')
  @Get('dossiers')
  @ApiOperation({ summary: 'Hồ sơ theo tháng và thủ tục · dossiers by month and procedure' })
  async months(
    @PathOffice() office: string,
    @Query() { format, year }: InOpenFormat,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const of = year ?? Number(dayOf(this.dossiers.now()).slice(0, 4));
    reply.header('cache-control', 'public, max-age=600');
    const lacks = await this.lacking.of(office, 'dossier');
    if (lacks > 0) reply.header('cache-control', 'no-store');
    return answer(reply, `ho-so-${of}`, await this.#data.months(office, of, lacks), OF_MONTHS, format);
  }

  @AnswersOrCsv(OpenProcedures)
  @Get('procedures')
  @ApiOperation({ summary: 'Danh mục thủ tục đang có hiệu lực · the procedures in force' })
  async procedures(
    @PathOffice() office: string,
    @Query() { format }: InOpenFormat,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    reply.header('cache-control', 'public, max-age=600');
    const rows = allInForce(await this.dossiers.catalogue(office), dayOf(this.dossiers.now())).map(
      ({ code, version, name, field, time, fee, service, components, from }) => ({
        code,
        version,
        name,
        field,
        time: time.value,
        unit: time.unit,
        fee,
        service,
        components: components.map((component) => component.name).join('; '),
        from,
      }),
    );
    return answer(reply, 'thu-tuc', rows, OF_PROCEDURES, format);
  }
}

const OF_MONTHS = [
  ...(['month', 'procedureCode', 'procedure', 'received', 'receivedOnline'] as const),
  ...(['settled', 'settledOnTime', 'settledLate'] as const),
];
const OF_PROCEDURES = [
  ...(['code', 'version', 'name', 'field', 'time', 'unit', 'fee', 'service', 'components', 'from'] as const),
];

function answer<T extends object>(
  reply: Reply,
  name: string,
  rows: T[],
  columns: readonly (string & keyof T)[],
  format: 'json' | 'csv' = 'json',
) {
  if (format === 'json') return { items: rows };
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`);
  return toCsv(rows, columns);
}
