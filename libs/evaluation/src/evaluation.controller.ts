import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  AnswersVersioned,
  Me,
  PathId,
  PathYear,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, Organisation, actsAnswer } from '#organisation';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { evaluationAnswer } from './evaluation-answer.js';
import { EvaluationOpened, EvaluationPage, EvaluationWhole } from './evaluation.shapes.js';
import { AssignProduct, TakeProductAway } from './official/assigning.js';
import { AssessOwnYear, HandEvaluationOn, NoteDiscipline, ReceiveScores } from './official/moving.js';
import { mayRead } from './official/official.guards.js';
import { officialEvaluation, officialSubject } from './official/official.js';
import { evaluationNotShown, unknownEvaluation } from './official/official.refusals.js';
import { OpenEvaluation } from './official/opening.js';
import { ReopenPeriod, ScorePeriod, SelfScorePeriod } from './official/scoring.js';
import { SettleProduct } from './official/settling.js';
import { EvaluationQueries, ListEvaluations } from './read/evaluation.queries.js';
import { PeriodNumber } from './path-parameters.js';
import { evaluationYear, yearSubject } from './year/year.js';

/** Officials' years (theo dõi, đánh giá công chức): products, periods and their scores. */
@ApiTags('evaluations')
@Controller('api/v1')
export class EvaluationController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(EvaluationQueries) private readonly queries: EvaluationQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(EvaluationPage)
  @AnswersFrom('evaluation')
  @Get('evaluations')
  @ApiOperation({ summary: 'Những người được đánh giá trong năm · who is evaluated in a year' })
  list(@Me() { office }: Person, @Query() filter: ListEvaluations) {
    return this.queries.list(office, filter);
  }

  @AnswersVersioned(EvaluationWhole)
  @Get('evaluations/:id')
  @ApiOperation({ summary: 'Hồ sơ đánh giá một năm của một người · somebody’s year (R34)' })
  async one(
    @Me() { office, personId: reader }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const { state, version } = await this.aggregates.load(officialEvaluation, office, id);
    if (state.status === 'none') throw unknownEvaluation();
    const standing = await this.organisation.current(office);
    if (!mayRead(standing, reader, state)) throw evaluationNotShown();
    const year = await this.aggregates.load(
      evaluationYear,
      office,
      yearSubject(state.of?.office ?? office, state.year),
    );
    reply.header('etag', `"${version}"`);
    return evaluationAnswer(id, version, state, year.state, this.queries.now());
  }

  @Answers(Acts)
  @Get('evaluations/:id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone(officialEvaluation.kind, { envelope, subject }), accept);
  }

  @Answers(EvaluationOpened)
  @Post('evaluation-years/:year/evaluations')
  @ApiOperation({ summary: 'Lập hồ sơ đánh giá của một người · open somebody’s year' })
  async open(@Act() act: Envelope, @PathYear() year: number, @Body() command: OpenEvaluation) {
    const evaluationId = officialSubject(act.office, year, command.personId);
    const done = await this.commands.send(OpenEvaluation, act, evaluationId, command, String(year));
    return { ...done, evaluationId };
  }

  @Answers(ActDone)
  @Post('evaluations/:id/products')
  @ApiOperation({ summary: 'Giao sản phẩm, công việc · assign a product' })
  assign(@Act() act: Envelope, @PathId() id: string, @Body() command: AssignProduct) {
    return this.commands.send(AssignProduct, act, id, command);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/products/:part/removal')
  @ApiOperation({ summary: 'Thu hồi việc đã giao · take a product away' })
  takeAway(
    @Act() act: Envelope,
    @PathId() id: string,
    @PathId('part') part: string,
    @Body() command: TakeProductAway,
  ) {
    return this.commands.send(TakeProductAway, act, id, command, part);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/products/:part/settlement')
  @ApiOperation({ summary: 'Ghi kết quả sản phẩm, nhập tay phải có minh chứng · settle a product (R31)' })
  settle(
    @Act() act: Envelope,
    @PathId() id: string,
    @PathId('part') part: string,
    @Body() command: SettleProduct,
  ) {
    return this.commands.send(SettleProduct, act, id, command, part);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/periods/:part/self-score')
  @ApiOperation({ summary: 'Tự chấm điểm kỳ (mẫu 01) · score one’s own period' })
  selfScore(
    @Act() act: Envelope,
    @PathId() id: string,
    @PeriodNumber() period: string,
    @Body() command: SelfScorePeriod,
  ) {
    return this.commands.send(SelfScorePeriod, act, id, command, period);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/periods/:part/score')
  @ApiOperation({ summary: 'Chấm điểm và khóa kỳ · score a period, which locks it (R31)' })
  score(
    @Act() act: Envelope,
    @PathId() id: string,
    @PeriodNumber() period: string,
    @Body() command: ScorePeriod,
  ) {
    return this.commands.send(ScorePeriod, act, id, command, period);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/periods/:part/reopening')
  @ApiOperation({ summary: 'Mở khóa kỳ, có lý do · reopen a period, with a reason' })
  reopen(
    @Act() act: Envelope,
    @PathId() id: string,
    @PeriodNumber() period: string,
    @Body() command: ReopenPeriod,
  ) {
    return this.commands.send(ReopenPeriod, act, id, command, period);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/discipline')
  @ApiOperation({ summary: 'Ghi nhận kỷ luật · note a disciplinary measure' })
  discipline(@Act() act: Envelope, @PathId() id: string, @Body() command: NoteDiscipline) {
    return this.commands.send(NoteDiscipline, act, id, command);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/assessment')
  @ApiOperation({ summary: 'Tự đánh giá cả năm (mẫu 02) · one’s own account of the year' })
  assess(@Act() act: Envelope, @PathId() id: string, @Body() command: AssessOwnYear) {
    return this.commands.send(AssessOwnYear, act, id, command);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/received-scores')
  @ApiOperation({
    summary: 'Tiếp nhận kết quả theo dõi từ đơn vị cũ · take in another office’s scores (R31)',
  })
  receive(@Act() act: Envelope, @PathId() id: string, @Body() command: ReceiveScores) {
    return this.commands.send(ReceiveScores, act, id, command);
  }

  @Answers(ActDone)
  @Post('evaluations/:id/hand-on')
  @ApiOperation({ summary: 'Chuyển kết quả theo dõi đến đơn vị mới · hand the scores on' })
  handOn(@Act() act: Envelope, @PathId() id: string, @Body() command: HandEvaluationOn) {
    return this.commands.send(HandEvaluationOn, act, id, command);
  }
}
