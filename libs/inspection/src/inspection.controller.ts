import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  AnswersVersioned,
  Me,
  PathId,
  QueryWhole,
  derivedId,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, Organisation, actsAnswer } from '#organisation';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { figuresAnswer, listedAnswer, wholeAnswer } from './inspection-answer.js';
import { InspectionFigures, InspectionOpened, InspectionPage, InspectionWhole } from './inspection.shapes.js';
import { CloseInspection, ConcludeInspection } from './inspection/concluding.js';
import * as inspecting from './inspection/inspecting.js';
import { inspection } from './inspection/inspection.js';
import { unknownInspection } from './inspection/inspection.refusals.js';
import { RejectRemedy, ReportRemedy, VerifyRemedy } from './inspection/remedy.js';
import { programme, programmeSubject } from './programme/programme.js';
import { InspectionQueries, ListInspections } from './read/inspection.queries.js';

export class FiguresOfYear {
  @QueryWhole({ description: 'Năm · year', min: 2020, max: 2100, optional: true })
  year?: number;
}

/** Inspections (kiểm tra): record, findings, the unit's word, what is required and how it was remedied. */
@ApiTags('inspections')
@Controller('api/v1/inspections')
export class InspectionController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(InspectionQueries) private readonly queries: InspectionQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(InspectionPage)
  @AnswersFrom('inspection')
  @Get()
  @ApiOperation({ summary: 'Các cuộc kiểm tra · inspections' })
  async list(@Me() { office }: Person, @Query() filter: ListInspections) {
    const { items, nextCursor } = await this.queries.list(office, filter);
    return { items: items.map((one) => listedAnswer(one, this.queries.now())), nextCursor };
  }

  @Answers(InspectionFigures)
  @AnswersFrom('inspection')
  @Get('figures')
  @ApiOperation({ summary: 'Tỷ lệ kiểm tra, tỷ lệ khắc phục của một năm · shares of a year' })
  async figures(@Me() { office }: Person, @Query() { year = this.queries.thisYear() }: FiguresOfYear) {
    const [{ state }, standing, inspected, remedies] = await Promise.all([
      this.aggregates.load(programme, office, programmeSubject(office, year)),
      this.organisation.current(office),
      this.queries.inspected(office, year),
      this.queries.remedies(office, year),
    ]);
    return figuresAnswer(year, state, standing, inspected, remedies);
  }

  @AnswersVersioned(InspectionWhole)
  @Get(':id')
  @ApiOperation({ summary: 'Một cuộc kiểm tra · one inspection' })
  async one(
    @Me() { office }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const { state, version } = await this.aggregates.load(inspection, office, id);
    if (state.status === 'none') throw unknownInspection();
    reply.header('etag', `"${version}"`);
    return wholeAnswer({ id, version, state }, this.queries.now());
  }

  @Answers(Acts)
  @Get(':id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone(inspection.kind, { envelope, subject }), accept);
  }

  @Answers(InspectionOpened)
  @Post()
  @ApiOperation({ summary: 'Mở cuộc kiểm tra theo kế hoạch, hoặc đột xuất · open one (R3)' })
  async open(@Act() act: Envelope, @Body() command: inspecting.OpenInspection) {
    const inspectionId = derivedId(act.commandId, 'inspection');
    const done = await this.commands.send(inspecting.OpenInspection, act, inspectionId, command);
    return { ...done, inspectionId };
  }

  @Answers(ActDone)
  @Post(':id/record')
  @ApiOperation({ summary: 'Lập biên bản · take down the record' })
  record(@Act() act: Envelope, @PathId() id: string, @Body() command: inspecting.RecordInspection) {
    return this.commands.send(inspecting.RecordInspection, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/findings')
  @ApiOperation({ summary: 'Ghi nhận định, có minh chứng · note a finding with its evidence (R31)' })
  find(@Act() act: Envelope, @PathId() id: string, @Body() command: inspecting.NoteFinding) {
    return this.commands.send(inspecting.NoteFinding, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/findings/:part/withdrawal')
  @ApiOperation({ summary: 'Rút nhận định · take a finding back' })
  withdraw(
    @Act() act: Envelope,
    @PathId() id: string,
    @PathId('part') part: string,
    @Body() command: inspecting.WithdrawFinding,
  ) {
    return this.commands.send(inspecting.WithdrawFinding, act, id, command, part);
  }

  @Answers(ActDone)
  @Post(':id/opinion')
  @ApiOperation({ summary: 'Ý kiến của bộ phận được kiểm tra · the unit’s word' })
  hear(@Act() act: Envelope, @PathId() id: string, @Body() command: inspecting.HearUnit) {
    return this.commands.send(inspecting.HearUnit, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/conclusion')
  @ApiOperation({ summary: 'Kết luận, yêu cầu khắc phục có thời hạn · conclude' })
  conclude(@Act() act: Envelope, @PathId() id: string, @Body() command: ConcludeInspection) {
    return this.commands.send(ConcludeInspection, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/requirements/:part/remedy')
  @ApiOperation({ summary: 'Báo cáo khắc phục · report how it was remedied' })
  remedy(
    @Act() act: Envelope,
    @PathId() id: string,
    @PathId('part') part: string,
    @Body() command: ReportRemedy,
  ) {
    return this.commands.send(ReportRemedy, act, id, command, part);
  }

  @Answers(ActDone)
  @Post(':id/requirements/:part/verification')
  @ApiOperation({ summary: 'Xác nhận đã khắc phục · verify (R3)' })
  verify(
    @Act() act: Envelope,
    @PathId() id: string,
    @PathId('part') part: string,
    @Body() command: VerifyRemedy,
  ) {
    return this.commands.send(VerifyRemedy, act, id, command, part);
  }

  @Answers(ActDone)
  @Post(':id/requirements/:part/rejection')
  @ApiOperation({ summary: 'Yêu cầu khắc phục lại · not remedied' })
  reject(
    @Act() act: Envelope,
    @PathId() id: string,
    @PathId('part') part: string,
    @Body() command: RejectRemedy,
  ) {
    return this.commands.send(RejectRemedy, act, id, command, part);
  }

  @Answers(ActDone)
  @Post(':id/closure')
  @ApiOperation({ summary: 'Kết thúc cuộc kiểm tra · close' })
  close(@Act() act: Envelope, @PathId() id: string, @Body() command: CloseInspection) {
    return this.commands.send(CloseInspection, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/cancellation')
  @ApiOperation({ summary: 'Hủy cuộc kiểm tra · cancel' })
  cancel(@Act() act: Envelope, @PathId() id: string, @Body() command: inspecting.CancelInspection) {
    return this.commands.send(inspecting.CancelInspection, act, id, command);
  }
}
