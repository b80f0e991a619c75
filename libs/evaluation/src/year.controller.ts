import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  Coded,
  Me,
  PathId,
  PathYear,
  noneYet,
  notFound,
  orNoneYet,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, OFFICE_NAME, Organisation, actsAnswer, hasRole } from '#organisation';
import { Body, Controller, Get, Headers, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { proposalsAnswer, yearAnswer } from './evaluation-answer.js';
import { WHO_SEES_ALL } from './evaluation.routes.js';
import { EvaluationYearWhole, GradeProposals } from './evaluation.shapes.js';
import { evaluationStates } from './read/evaluation-states.js';
import { EvaluationQueries } from './read/evaluation.queries.js';
import { AppealGrade, DecideAppeal } from './year/appeals.js';
import { DecideGrades, ReplaceGrade } from './year/deciding.js';
import { OpenEvaluationYear, RecordUnitGrade } from './year/opening.js';
import { evaluationYear, yearSubject } from './year/year.js';

export class OfOffice {
  @Coded({
    description: 'Của đơn vị trước, nay thuộc đơn vị này · of an office that went into this one',
    pattern: OFFICE_NAME,
    max: 61,
    optional: true,
  })
  of?: string;
}

/** A year of classification (kỳ xếp loại năm): settings, proposals, decisions under their caps, appeals. */
@ApiTags('evaluations')
@Controller('api/v1/evaluation-years')
export class EvaluationYearController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(EvaluationQueries) private readonly queries: EvaluationQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(orNoneYet(EvaluationYearWhole))
  @Get(':year')
  @ApiOperation({ summary: 'Kỳ xếp loại của một năm · a year of classification' })
  async show(
    @Me() { office, personId: reader }: Person,
    @PathYear() year: number,
    @Query() { of }: OfOffice,
  ) {
    const id = yearSubject(of ?? office, year);
    const { state, version } = await this.aggregates.load(evaluationYear, office, id);
    if (!state.settings) return noneYet(year);
    const seesAll = hasRole(await this.organisation.current(office), reader, ...WHO_SEES_ALL);
    const sees = (personId: string) => seesAll || personId === reader;
    return yearAnswer(id, version, state, state.settings, { now: this.queries.now(), sees });
  }

  @Answers(Acts)
  @Get(':year/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathYear() year: number,
    @Query() { of }: OfOffice,
    @Headers('accept-language') accept?: string,
  ) {
    const subject = yearSubject(of ?? envelope.office, year);
    return actsAnswer(await this.commands.mayBeDone(evaluationYear.kind, { envelope, subject }), accept);
  }

  @Answers(GradeProposals)
  @AnswersFrom('evaluation')
  @Get(':year/proposals')
  @ApiOperation({ summary: 'Đề xuất xếp loại từng người, tỷ lệ xuất sắc · what is proposed for each (R32)' })
  async proposals(@Me() { office }: Person, @PathYear() year: number) {
    const [{ state }, standing, listed] = await Promise.all([
      this.aggregates.load(evaluationYear, office, yearSubject(office, year)),
      this.organisation.current(office),
      this.queries.ofYear(office, year),
    ]);
    if (!state.settings) throw notFound();
    const states = await evaluationStates(
      this.aggregates,
      office,
      listed.map(({ id }) => id),
    );
    const all = listed.flatMap((one, nth) => {
      const own = states[nth];
      return own ? [{ listed: one, state: own }] : [];
    });
    return proposalsAnswer(state, standing, all);
  }

  @Answers(ActDone)
  @Post(':year')
  @ApiOperation({ summary: 'Mở kỳ đánh giá năm · open a year' })
  open(@Act() act: Envelope, @PathYear() year: number, @Body() command: OpenEvaluationYear) {
    return this.commands.send(OpenEvaluationYear, act, yearSubject(act.office, year), command, String(year));
  }

  @Answers(ActDone)
  @Post(':year/unit-grades')
  @ApiOperation({ summary: 'Ghi kết quả xếp loại tập thể · record a unit’s grade' })
  gradeUnit(@Act() act: Envelope, @PathYear() year: number, @Body() command: RecordUnitGrade) {
    return this.commands.send(RecordUnitGrade, act, yearSubject(act.office, year), command);
  }

  @Answers(ActDone)
  @Post(':year/decisions')
  @ApiOperation({ summary: 'Quyết định xếp loại · decide grades (R32)' })
  decide(@Act() act: Envelope, @PathYear() year: number, @Body() command: DecideGrades) {
    return this.commands.send(DecideGrades, act, yearSubject(act.office, year), command);
  }

  @Answers(ActDone)
  @Post(':year/grades/:id/replacement')
  @ApiOperation({ summary: 'Thay kết quả xếp loại bằng quyết định mới · replace a grade (R32)' })
  replace(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() person: string,
    @Body() command: ReplaceGrade,
    @Query() { of }: OfOffice,
  ) {
    return this.commands.send(ReplaceGrade, act, yearSubject(of ?? act.office, year), command, person);
  }

  @Answers(ActDone)
  @Post(':year/grades/:id/appeal')
  @ApiOperation({ summary: 'Kiến nghị về kết quả xếp loại của mình · appeal against one’s own grade' })
  appeal(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() person: string,
    @Body() command: AppealGrade,
    @Query() { of }: OfOffice,
  ) {
    return this.commands.send(AppealGrade, act, yearSubject(of ?? act.office, year), command, person);
  }

  @Answers(ActDone)
  @Post(':year/grades/:id/appeal-decision')
  @ApiOperation({ summary: 'Trả lời kiến nghị xếp loại · decide an appeal' })
  decideAppeal(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() person: string,
    @Body() command: DecideAppeal,
    @Query() { of }: OfOffice,
  ) {
    return this.commands.send(DecideAppeal, act, yearSubject(of ?? act.office, year), command, person);
  }
}
