import { missingYears, yearSeen } from '#calendar';
import { awaitedCalendars } from '#deadline';
import { Answers, Me, QueryWhole, dayOf, type Person } from '#kernel';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Runtime } from '../../runtime/src/index.js';
import { WorkingYear } from './office-care.shapes.js';
import { RUNTIME } from './tokens.js';

export class OfYear {
  @QueryWhole({
    description: 'Năm, bỏ trống là năm nay · this year if absent',
    min: 1900,
    max: 2199,
    optional: true,
  })
  year?: number;
}

/** The working days by which every due instant is counted (lịch làm việc). */
@ApiTags('calendar')
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Answers(WorkingYear)
  @Get()
  @ApiOperation({ summary: 'Ngày nghỉ, ngày làm bù của một năm · days off and worked instead, of a year' })
  async year(@Me() { office }: Person, @Query() { year: asked }: OfYear) {
    const { calendar, clock, pool } = this.runtime;
    const now = clock.now();
    const year = asked ?? Number(dayOf(now).slice(0, 4));
    const waiting = await awaitedCalendars(pool, office);
    return {
      year,
      ...yearSeen(calendar, year),
      years: [...calendar.years],
      missing: missingYears(calendar, now),
      awaited: waiting.map(({ year: of, occurrences }) => ({ year: of, occurrences })),
    };
  }
}
