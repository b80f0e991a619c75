import { missingYears, yearSeen } from '#calendar';
import { awaitedCalendars } from '#deadline';
import { Answers, Act, CLOCK, Me, POOL, dayOf, type Clock, type Envelope, type Person } from '#kernel';
import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { Acts, actsAnswer } from '../command/acts-answer.js';
import { Commands } from '../command/commands.js';
import { CalendarImport } from './calendar-import.js';
import { CalendarImported, CalendarPreview, WorkingYear } from './calendar.shapes.js';
import { ImportCalendarFile, OfYear, decisionOf, fileOf } from './import-calendar-file.js';
import { OfficeCalendars, calendarSubject } from './office-calendars.js';

/** The working days by which every due instant is counted (lịch làm việc). */
@ApiTags('calendar')
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(
    @Inject(OfficeCalendars) private readonly calendars: OfficeCalendars,
    @Inject(CalendarImport) private readonly imports: CalendarImport,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Answers(WorkingYear)
  @Get()
  @ApiOperation({ summary: 'Ngày nghỉ, ngày làm bù của một năm · days off and worked instead, of a year' })
  async year(@Me() { office }: Person, @Query() { year: asked }: OfYear) {
    const now = this.clock.now();
    const year = asked ?? Number(dayOf(now).slice(0, 4));
    const calendar = await this.calendars.current(office);
    const { years: own } = await this.calendars.own(office);
    const waiting = await awaitedCalendars(this.pool, office);
    return {
      year,
      ...yearSeen(calendar, year),
      decisions: own[year]?.decisions ?? [],
      years: [...calendar.years],
      missing: missingYears(calendar, now),
      awaited: waiting.map(({ year: of, occurrences }) => ({ year: of, occurrences })),
    };
  }

  @Answers(Acts)
  @Get('acts')
  @ApiOperation({ summary: 'Được làm gì với lịch · what may be done with the calendar, and if not why' })
  async acts(@Act() envelope: Envelope, @Headers('accept-language') accept?: string) {
    const subject = calendarSubject(envelope.office);
    return actsAnswer(await this.commands.mayBeDone('calendar', { envelope, subject }), accept);
  }

  @Answers(CalendarImported)
  @Post('imports')
  @ApiOperation({ summary: 'Nhập lịch làm việc từ CSV, XLSX, JSON · import working days' })
  async import(@Act() act: Envelope, @Body() body: ImportCalendarFile) {
    const { version, position, written, repeated, years } = await this.imports.run(
      act,
      fileOf(body),
      decisionOf(body),
    );
    return { version, position, years, changed: written > 0 || repeated };
  }

  @Answers(CalendarPreview)
  @HttpCode(200)
  @Post('imports/preview')
  @ApiOperation({ summary: 'Xem trước khi nhập, không ghi gì · what an import would do; nothing is written' })
  async preview(@Act() { office }: Envelope, @Body() body: ImportCalendarFile) {
    const { changes, faults } = await this.imports.trial(office, fileOf(body), decisionOf(body));
    return {
      years: changes.map(({ hours, ...change }) => ({
        ...change,
        hours: hours.map(([from, to]) => ({ from, to })),
      })),
      errors: faults,
    };
  }
}
