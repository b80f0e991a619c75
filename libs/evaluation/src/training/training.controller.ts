import { AggregateStore } from '#event-store';
import { Answers, AnswersFrom, Me, PathId, PathYear, notFound, type Person } from '#kernel';
import { Organisation } from '#organisation';
import { RegisterQueries } from '#registers';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayRead } from '../official/official.guards.js';
import { officialEvaluation } from '../official/official.js';
import { evaluationNotShown, unknownEvaluation } from '../official/official.refusals.js';
import { EvaluationQueries } from '../read/evaluation.queries.js';
import { mayReadUnit } from '../unit/may-read-unit.js';
import { unitYearNotShown } from '../year/year.refusals.js';
import { TrainingOfYear } from './training.shapes.js';
import { trainedOf } from './training.js';

/** What officials and units learnt in a year (đào tạo, tập huấn), beside their evaluation: nothing is reckoned with it. */
@ApiTags('evaluations')
@Controller('api/v1')
export class TrainingController {
  constructor(
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(EvaluationQueries) private readonly evaluations: EvaluationQueries,
    @Inject(RegisterQueries) private readonly registers: RegisterQueries,
  ) {}

  @Answers(TrainingOfYear)
  @AnswersFrom('register')
  @Get('evaluations/:id/training')
  @ApiOperation({ summary: 'Đào tạo, tập huấn trong năm của một người · somebody’s training (R34)' })
  async ofOfficial(@Me() { office, personId: reader }: Person, @PathId() id: string) {
    const { state } = await this.aggregates.load(officialEvaluation, office, id);
    if (state.status === 'none') throw unknownEvaluation();
    if (!mayRead(await this.organisation.current(office), reader, state)) throw evaluationNotShown();
    return this.#training(office, state.year, [state.personId]);
  }

  @Answers(TrainingOfYear)
  @AnswersFrom('register', 'evaluation')
  @Get('evaluation-years/:year/units/:id/training')
  @ApiOperation({ summary: 'Đào tạo, tập huấn trong năm của một bộ phận · a unit’s training (R34)' })
  async ofUnit(@Me() { office, personId: reader }: Person, @PathYear() year: number, @PathId() id: string) {
    const standing = await this.organisation.current(office);
    if (!standing.units.has(id)) throw notFound();
    if (!mayReadUnit(standing, reader, id)) throw unitYearNotShown();
    const evaluated = (await this.evaluations.ofYear(office, year)).filter(({ unitId }) => unitId === id);
    const acting = [...standing.holders].flatMap(([postId, personId]) =>
      standing.posts.get(postId)?.unitId === id ? [personId] : [],
    );
    const people = new Set([...evaluated.map(({ personId }) => personId), ...acting]);
    return this.#training(office, year, [...people].sort());
  }

  async #training(office: string, year: number, people: string[]) {
    const entries = await this.registers.trainingOf(office, year, people);
    return { year, people: trainedOf(people, entries), entries };
  }
}
