import {
  Act,
  Answers,
  AnswersFrom,
  CLOCK,
  Me,
  PathYear,
  type Clock,
  type Envelope,
  type Person,
  type is,
} from '#kernel';
import { Commands, Organisation } from '#organisation';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { readingOf } from './deadline-phrase/reading.js';
import { CarryPlan, NextPlanAsked, carryPlan } from './plan/carry-plan.js';
import { planSubject, type FoundLacking } from './plan/plan.js';
import { Planning } from './planning.service.js';
import { NextPlan, PlanCarried } from './planning.shapes.js';

/** Answers what inspections required up to a year's end and nobody has verified as remedied (tồn tại). */
export const FOUND_LACKING = Symbol('what was found lacking');
export type FoundLackingIn = (office: string, year: number) => Promise<FoundLacking[]>;

/** Next year's plan, made from this year's (kế hoạch năm sau). */
@ApiTags('plans')
@Controller('api/v1/plans/:year/next')
export class NextPlanController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Planning) private readonly planning: Planning,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(FOUND_LACKING) private readonly lackingIn: FoundLackingIn,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(NextPlan)
  @AnswersFrom('inspection')
  @Get()
  @ApiOperation({
    summary: 'Xem trước kế hoạch năm sau, không ghi gì · what would be carried over; nothing is written',
  })
  async preview(
    @Me() { office: officeId }: Person,
    @PathYear() year: number,
    @Query() { scope }: NextPlanAsked,
  ): Promise<is.Of<typeof NextPlan>> {
    const [office, from, { state }, lacking] = await Promise.all([
      this.organisation.current(officeId),
      this.planning.yearsWork(officeId, year),
      this.planning.loadPlan(officeId, planSubject(officeId, year + 1)),
      this.lackingIn(officeId, year),
    ]);
    const command = { fromYear: year, repeat: scope === 'all', lacking };
    const events = carryPlan(state, command, { officeId, office, from, now: this.clock.now() });
    const next: is.Of<typeof NextPlan> = {
      year: year + 1,
      title: state.header?.title ?? '',
      tasks: [],
      foundLacking: [],
    };
    for (const { type, data } of events) {
      if (type === 'PlanDrafted') next.title = data.title;
      if (type === 'TasksCarriedOver') next.foundLacking = data.lacking;
      if (type !== 'TaskPlanned' || !data.carriedFrom) continue;
      const { number, title, leadUnitId: unitId, leadToConfirm, obligations, carriedFrom } = data;
      next.tasks.push({
        number,
        title,
        lead: { unitId, name: office.units.get(unitId)?.name ?? null },
        leadToConfirm,
        obligations: obligations.map(({ label, phrase, schedule }) => ({
          label,
          phrase,
          reading: readingOf(schedule),
          needsDate: schedule.kind === 'needingDate',
        })),
        carriedFrom,
      });
    }
    return next;
  }

  @Answers(PlanCarried)
  @Post()
  @ApiOperation({ summary: 'Lập dự thảo năm sau từ việc còn lại · draft next year’s plan from what is left' })
  async carry(@Act() act: Envelope, @PathYear() year: number, @Body() { scope }: NextPlanAsked) {
    const planId = planSubject(act.office, year + 1);
    const command = {
      fromYear: year,
      repeat: scope === 'all',
      lacking: await this.lackingIn(act.office, year),
    };
    const done = await this.commands.send(CarryPlan, act, planId, command);
    return { ...done, planId, year: year + 1 };
  }
}
