import { PathOffice } from '#organisation';
import {
  AnswersOrCsv,
  AnswersFrom,
  InOpenFormat,
  POOL,
  QueryWhole,
  dayOf,
  inOpenFormat,
  type OpenReply,
} from '#kernel';
import { Lacking } from '#projection';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { Dossiers } from './dossiers.service.js';
import { allInForce } from './procedure/procedure.js';
import { OpenData } from './read/open-data.js';
import { OpenMonths, OpenProcedures } from './dossiers.shapes.js';

export class InOpenYear extends InOpenFormat {
  @QueryWhole({ description: 'Năm · year', min: 2015, max: 2100, optional: true })
  year?: number;
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
    @Query() { format, year }: InOpenYear,
    @Res({ passthrough: true }) reply: OpenReply,
  ) {
    const of = year ?? Number(dayOf(this.dossiers.now()).slice(0, 4));
    const lacks = await this.lacking.of(office, 'dossier');
    const rows = await this.#data.months(office, of, lacks);
    return inOpenFormat(reply, { name: `ho-so-${of}`, rows, columns: OF_MONTHS, lacks }, format);
  }

  @AnswersOrCsv(OpenProcedures)
  @Get('procedures')
  @ApiOperation({ summary: 'Danh mục thủ tục đang có hiệu lực · the procedures in force' })
  async procedures(
    @PathOffice() office: string,
    @Query() { format }: InOpenFormat,
    @Res({ passthrough: true }) reply: OpenReply,
  ) {
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
    return inOpenFormat(reply, { name: 'thu-tuc', rows, columns: OF_PROCEDURES, lacks: 0 }, format);
  }
}

const OF_MONTHS = [
  ...(['month', 'procedureCode', 'procedure', 'received', 'receivedOnline'] as const),
  ...(['settled', 'settledOnTime', 'settledLate'] as const),
];
const OF_PROCEDURES = [
  ...(['code', 'version', 'name', 'field', 'time', 'unit', 'fee', 'service', 'components', 'from'] as const),
];
