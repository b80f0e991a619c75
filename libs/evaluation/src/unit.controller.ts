import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  Me,
  PathId,
  PathYear,
  notFound,
  type Envelope,
  type Person,
} from '#kernel';
import { Commands, Organisation, type Office } from '#organisation';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { unitAnswer } from './unit-answer.js';
import { UnitYear } from './unit.shapes.js';
import { mayReadUnit } from './unit/may-read-unit.js';
import { UnitYears } from './unit/unit-years.js';
import { GradeUnit, ScoreUnit, UnitGradeDecision, unitRuleFor } from './year/grading-units.js';
import { ScoreHandling } from './year/scoring-handling.js';
import { evaluationYear, yearSubject } from './year/year.js';
import { unitYearNotShown } from './year/year.refusals.js';

/** A unit's year (xếp loại tập thể): what it comes to, out of what, and what was decided. */
@ApiTags('evaluations')
@Controller('api/v1/evaluation-years/:year/units')
export class UnitYearController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(UnitYears) private readonly years: UnitYears,
  ) {}

  @Answers(UnitYear)
  @AnswersFrom('evaluation', 'inspection')
  @Get(':id')
  @ApiOperation({ summary: 'Kết quả và đề xuất xếp loại của một tập thể · a unit’s year (R32, R34)' })
  async show(@Me() { office, personId: reader }: Person, @PathYear() year: number, @PathId() unitId: string) {
    const { state, version, work } = await this.#yearOf(office, year, unitId, (standing) => {
      if (!mayReadUnit(standing, reader, unitId)) throw unitYearNotShown();
    });
    return unitAnswer(unitId, version, state, work);
  }

  @Answers(ActDone)
  @Post(':id/scores')
  @ApiOperation({
    summary: 'Chấm tiêu chí chung của tập thể, có minh chứng · enter what no event tells (R31)',
  })
  score(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() unitId: string,
    @Body() command: ScoreUnit,
  ) {
    return this.commands.send(ScoreUnit, act, yearSubject(act.office, year), command, unitId);
  }

  @Answers(ActDone)
  @Post(':id/grade')
  @ApiOperation({ summary: 'Quyết định xếp loại tập thể · decide a unit’s grade (R32)' })
  async grade(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() unitId: string,
    @Body() command: UnitGradeDecision,
  ) {
    const subject = yearSubject(act.office, year);
    await this.commands.requireMay(GradeUnit, act, subject);
    const { work } = await this.#yearOf(act.office, year, unitId);
    return this.commands.send(GradeUnit, act, subject, { ...command, work }, unitId);
  }

  @Answers(ActDone)
  @Post(':id/handling-scores')
  @ApiOperation({ summary: 'Chấm chỉ số giải quyết TTHC, có minh chứng · enter an index of handling (R31)' })
  scoreHandling(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() unitId: string,
    @Body() command: ScoreHandling,
  ) {
    return this.commands.send(ScoreHandling, act, yearSubject(act.office, year), command, unitId);
  }

  async #yearOf(office: string, year: number, unitId: string, allowed?: (standing: Office) => void) {
    const [{ state, version }, standing] = await Promise.all([
      this.aggregates.load(evaluationYear, office, yearSubject(office, year)),
      this.organisation.current(office),
    ]);
    if (!state.settings || !standing.units.has(unitId)) throw notFound();
    allowed?.(standing);
    const rule = unitRuleFor(state);
    const work = await this.years.of({ office, year, unitId, rule }, standing, state);
    return { state, version, work };
  }
}
