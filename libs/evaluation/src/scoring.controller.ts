import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  AnswersVersioned,
  Me,
  PathId,
  derivedId,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, actsAnswer } from '#organisation';
import { KIND_NAMES, RegisterQueries } from '#registers';
import { Indices } from '#reporting';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CriterionCode, SheetCode } from './path-parameters.js';
import { ListRounds, ListSheets, ScoringQueries } from './read/scoring.queries.js';
import { roundAnswer } from './round-answer.js';
import { AdvanceScoringRound, UnlockScoringRound } from './round/advancing.js';
import { OpenScoringRound } from './round/opening.js';
import { registered } from './round/registered.js';
import { scoringRound, type Computed, type Round } from './round/round.js';
import { unknownRound } from './round/round.refusals.js';
import { AppraiseCriterion, ComputeCriteria, ExplainCriterion, SelfScoreCriterion } from './round/scoring.js';
import {
  ScoringRound,
  ScoringRoundOpened,
  ScoringRoundPage,
  ScoringSheet,
  ScoringSheetPage,
} from './scoring.shapes.js';
import { IssueScoringSheet } from './sheet/sheet.acts.js';
import { scoringSheet, sheetSubject } from './sheet/sheet.js';
import { unknownSheet } from './sheet/sheet.refusals.js';

/** A request to compute; it says nothing, the log does. */
export class Recompute {}

/** Scoring sheets (bảng tiêu chí) and rounds (kỳ chấm điểm): the CCHC index, digital transformation, units. */
@ApiTags('scoring')
@Controller('api/v1')
export class ScoringController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(ScoringQueries) private readonly queries: ScoringQueries,
    @Inject(Indices) private readonly indices: Indices,
    @Inject(RegisterQueries) private readonly registers: RegisterQueries,
  ) {}

  @Answers(ScoringSheetPage)
  @AnswersFrom('scoring')
  @Get('scoring-sheets')
  @ApiOperation({ summary: 'Các bảng tiêu chí · scoring sheets' })
  sheets(@Me() { office }: Person, @Query() filter: ListSheets) {
    return this.queries.sheets(office, filter);
  }

  @Answers(ScoringSheet)
  @Get('scoring-sheets/:code')
  @ApiOperation({ summary: 'Một bảng tiêu chí · one sheet' })
  async sheet(@Me() { office }: Person, @SheetCode() named: string) {
    const id = sheetSubject(office, named);
    const { state, version } = await this.aggregates.load(scoringSheet, office, id);
    if (!state.content) throw unknownSheet();
    const { code, edition, content, rounds } = state;
    return { id, version, code, edition, ...content, rounds: [...rounds] };
  }

  @Answers(ActDone)
  @Post('scoring-sheets/:code')
  @ApiOperation({ summary: 'Ban hành bảng tiêu chí, hoặc bản mới của nó · issue a sheet' })
  issue(@Act() act: Envelope, @SheetCode() code: string, @Body() command: IssueScoringSheet) {
    if (!CODE.test(code)) throw unknownSheet();
    return this.commands.send(IssueScoringSheet, act, sheetSubject(act.office, code), command, code);
  }

  @Answers(ScoringRoundPage)
  @AnswersFrom('scoring')
  @Get('scoring-rounds')
  @ApiOperation({ summary: 'Các kỳ chấm điểm · rounds' })
  rounds(@Me() { office }: Person, @Query() filter: ListRounds) {
    return this.queries.rounds(office, filter);
  }

  @AnswersVersioned(ScoringRound)
  @Get('scoring-rounds/:id')
  @ApiOperation({ summary: 'Một kỳ chấm điểm · one round' })
  async round(
    @Me() { office }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const { state, version } = await this.aggregates.load(scoringRound, office, id);
    if (state.stage === 'none') throw unknownRound();
    reply.header('etag', `"${version}"`);
    return roundAnswer(id, version, state);
  }

  @Answers(Acts)
  @Get('scoring-rounds/:id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone(scoringRound.kind, { envelope, subject }), accept);
  }

  @Answers(ScoringRoundOpened)
  @Post('scoring-rounds')
  @ApiOperation({ summary: 'Mở kỳ chấm điểm · open a round' })
  async open(@Act() act: Envelope, @Body() command: OpenScoringRound) {
    const roundId = derivedId(act.commandId, 'scoring-round');
    return { ...(await this.commands.send(OpenScoringRound, act, roundId, command)), roundId };
  }

  @Answers(ActDone)
  @Post('scoring-rounds/:id/computation')
  @ApiOperation({ summary: 'Lấy điểm các tiêu chí tính từ dữ liệu · compute what the log tells' })
  async compute(@Act() act: Envelope, @PathId() id: string, @Body() _command: Recompute) {
    await this.commands.requireMay(ComputeCriteria, act, id);
    const { state } = await this.aggregates.load(scoringRound, act.office, id);
    const values = await this.#valuesOf(act.office, state);
    return this.commands.send(ComputeCriteria, act, id, { values });
  }

  async #valuesOf(office: string, { from, to, unitId }: Round): Promise<Computed[]> {
    const [told, totals] = await Promise.all([
      this.indices.of(office, { from, to }, 'none'),
      this.registers.totals(office, { from, to, ...(unitId === null ? {} : { unit: unitId }) }),
    ]);
    const ofIndices = told.flatMap(({ target, values: [value] }) =>
      value ? [{ index: target.code, part: value.part, whole: value.whole, percent: value.percent }] : [],
    );
    return [...ofIndices, ...registered(totals, KIND_NAMES)];
  }

  @Answers(ActDone)
  @Post('scoring-rounds/:id/criteria/:part/self-score')
  @ApiOperation({ summary: 'Tự chấm một tiêu chí, có minh chứng · score a criterion of one’s own (R31)' })
  selfScore(
    @Act() act: Envelope,
    @PathId() id: string,
    @CriterionCode() part: string,
    @Body() command: SelfScoreCriterion,
  ) {
    return this.commands.send(SelfScoreCriterion, act, id, command, part);
  }

  @Answers(ActDone)
  @Post('scoring-rounds/:id/criteria/:part/appraisal')
  @ApiOperation({ summary: 'Thẩm định một tiêu chí, có minh chứng · appraise a criterion (R31)' })
  appraise(
    @Act() act: Envelope,
    @PathId() id: string,
    @CriterionCode() part: string,
    @Body() command: AppraiseCriterion,
  ) {
    return this.commands.send(AppraiseCriterion, act, id, command, part);
  }

  @Answers(ActDone)
  @Post('scoring-rounds/:id/criteria/:part/explanation')
  @ApiOperation({ summary: 'Giải trình một tiêu chí · explain a criterion' })
  explain(
    @Act() act: Envelope,
    @PathId() id: string,
    @CriterionCode() part: string,
    @Body() command: ExplainCriterion,
  ) {
    return this.commands.send(ExplainCriterion, act, id, command, part);
  }

  @Answers(ActDone)
  @Post('scoring-rounds/:id/advance')
  @ApiOperation({ summary: 'Chuyển sang bước sau · go on to the next stage' })
  advance(@Act() act: Envelope, @PathId() id: string, @Body() command: AdvanceScoringRound) {
    return this.commands.send(AdvanceScoringRound, act, id, command);
  }

  @Answers(ActDone)
  @Post('scoring-rounds/:id/unlocking')
  @ApiOperation({ summary: 'Mở khóa kỳ chấm điểm, có lý do · unlock a round, with a reason' })
  unlock(@Act() act: Envelope, @PathId() id: string, @Body() command: UnlockScoringRound) {
    return this.commands.send(UnlockScoringRound, act, id, command);
  }
}

const CODE = /^[\p{L}\d._-]{1,40}$/u;
