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
import { Organisation, PathOffice } from '#organisation';
import { Lacking } from '#projection';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Planning } from './planning.service.js';
import { planSubject } from './plan/plan.js';
import { PlanningQueries } from './planning.queries.js';

export const OpenProgress = is.all(
  is.named('OpenProgress', {
    day: is.day,
    area: is.code,
    areaName: is.line,
    unit: is.line,
    tasks: is.count,
    completed: is.count,
    running: is.count,
    late: is.count,
    silent: is.count,
    percent: is.percent,
  }),
);

export class OpenOnDay extends InOpenFormat {
  @DayField({ description: 'Ngày · day', optional: true })
  day?: string;
}

const COLUMNS = [
  ...([
    'day',
    'area',
    'areaName',
    'unit',
    'tasks',
    'completed',
    'running',
    'late',
    'silent',
    'percent',
  ] as const),
];

/** How the plan stands, for everybody to use again (dữ liệu mở): of areas and units, never of a person. */
@ApiTags('public')
@Controller('public/:office/open-data')
export class OpenProgressController {
  constructor(
    @Inject(Planning) private readonly planning: Planning,
    @Inject(PlanningQueries) private readonly queries: PlanningQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Lacking) private readonly lacking: Lacking,
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
    const [{ state }, { units }, counted, lacks] = await Promise.all([
      this.planning.loadPlan(office, planSubject(office, Number(day.slice(0, 4)))),
      this.organisation.current(office),
      this.queries.progress(office, day, 'public'),
      this.lacking.of(office, 'task'),
    ]);
    const areas = new Map(state.header?.areas.map(({ code, name }) => [code, name]));
    const rows = counted.map(({ area, unitId, ...figures }) => ({
      ...{ day, area, areaName: areas.get(area) ?? area, unit: units.get(unitId)?.name ?? '' },
      ...figures,
    }));
    return inOpenFormat(reply, { name: `ke-hoach-${day}`, rows, columns: COLUMNS, lacks }, format);
  }
}
