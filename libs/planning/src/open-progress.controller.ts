import {
  AnswersFrom,
  AnswersOrCsv,
  CLOCK,
  DayField,
  InOpenFormat,
  dayOf,
  inOpenFormat,
  is,
  type Clock,
  type OpenReply,
} from '#kernel';
import { PathOffice } from '#organisation';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PROGRESS_FIGURES } from './planning.shapes.js';
import { PublicProgress } from './read/public-progress.js';

export const OpenProgress = is.all(
  is.named('OpenProgress', {
    day: is.day,
    area: is.code,
    areaName: is.line,
    unit: is.line,
    ...PROGRESS_FIGURES,
  }),
);

export class OpenOnDay extends InOpenFormat {
  @DayField({ description: 'Ngày · day', optional: true })
  day?: string;
}

const COLUMNS = [
  ...(['day', 'area', 'areaName', 'unit'] as const),
  ...(['tasks', 'completed', 'running', 'late', 'silent', 'percent'] as const),
];

/** How the plan stands, for everybody to use again (dữ liệu mở): of areas and units, never of a person. */
@ApiTags('public')
@Controller('public/:office/open-data')
export class OpenProgressController {
  constructor(
    @Inject(PublicProgress) private readonly standing: PublicProgress,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersOrCsv(OpenProgress)
  @AnswersFrom('task')
  @Get('plan-progress')
  @ApiOperation({ summary: 'Tiến độ kế hoạch cuối một ngày · the plan’s progress at the end of a day' })
  async progress(
    @PathOffice() office: string,
    @Query() { format, day: asked }: OpenOnDay,
    @Res({ passthrough: true }) reply: OpenReply,
  ) {
    const day = asked ?? dayOf(this.clock.now());
    const { state, units, rows: counted, lacks } = await this.standing.onDay(office, day);
    const areas = new Map(state.header?.areas.map(({ code, name }) => [code, name]));
    const rows = counted.map(({ area, unitId, ...figures }) => ({
      ...{ day, area, areaName: areas.get(area) ?? area, unit: units.get(unitId)?.name ?? '' },
      ...figures,
    }));
    return inOpenFormat(reply, { name: `ke-hoach-${day}`, rows, columns: COLUMNS, lacks }, format);
  }
}
