import { sendingsAnswer } from '#circulation';
import { ActDone } from '#event-store';
import {
  Answers,
  AnswersFrom,
  CLOCK,
  PathId,
  PathYear,
  Act,
  DayField,
  InstantField,
  Me,
  QueryWhole,
  dayOf,
  noneYet,
  orNoneYet,
  type Clock,
  type Envelope,
  type Person,
} from '#kernel';
import { Accounts, Acts, Commands, Organisation, actsAnswer, type Office } from '#organisation';
import { Body, Controller, Get, Headers, HttpCode, Inject, Post, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AddPlannedTask, addedTaskId } from './plan/add-task.js';
import { AmendPlannedTask } from './plan/amend-task.js';
import { readingOf } from './deadline-phrase/reading.js';
import { PlanImport } from './import/plan-import.js';
import { PlanImported, PlanPreview } from './import/import.shapes.js';
import { ImportPlanFile, documentOf, fileOf } from './import/import-plan-file.js';
import { previewOf } from './import/preview.js';
import { ReadPlan, RecordPlanReceipt, SendPlan } from './plan/circulation.js';
import { ClosePlan } from './plan/close-plan.js';
import { planSubject, type Plan as PlanState } from './plan/plan.js';
import {
  ApprovePlan,
  ConfirmLead,
  DateObligation,
  ReturnPlan,
  SubmitPlan,
  datesToGive,
  leadsToConfirm,
} from './plan/plan.commands.js';
import { PlanningQueries } from './planning.queries.js';
import { Planning } from './planning.service.js';
import { Plan, PlanProgress, PlannedTaskAdded } from './planning.shapes.js';

export class OnDay {
  @DayField({ description: 'Ngày · day', optional: true })
  day?: string;

  @InstantField({ description: 'Thời điểm · instant', optional: true })
  at?: string;

  @QueryWhole({ description: 'Năm · year', min: 2024, max: 2100, optional: true })
  year?: number;
}

/** The yearly plan (kế hoạch cải cách hành chính). */
@ApiTags('plans')
@Controller('api/v1/plans')
export class PlanController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Planning) private readonly planning: Planning,
    @Inject(PlanImport) private readonly imports: PlanImport,
    @Inject(PlanningQueries) private readonly queries: PlanningQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(PlanImported)
  @Post('imports')
  @ApiOperation({ summary: 'Nhập kế hoạch từ DOCX, XLSX, CSV · import a plan' })
  importPlan(@Act() act: Envelope, @Body() body: ImportPlanFile) {
    return this.imports.run(act, fileOf(body), body.plan, documentOf(body));
  }

  @Answers(PlanPreview)
  @HttpCode(200)
  @Post('imports/preview')
  @ApiOperation({ summary: 'Xem trước khi nhập, không ghi gì · what an import would do; nothing is written' })
  async preview(@Act() act: Envelope, @Body() body: ImportPlanFile) {
    const trial = await this.imports.trial(act, fileOf(body), body.plan, documentOf(body));
    return previewOf(trial, await this.organisation.current(act.office));
  }

  @Answers(orNoneYet(Plan))
  @Get(':year')
  @ApiOperation({ summary: 'Kế hoạch một năm · a year’s plan' })
  async show(@Me() { office }: Person, @PathYear() year: number) {
    const { state, version } = await this.planning.loadPlan(office, planSubject(office, year));
    if (!state.header) return noneYet(year);
    const names = await this.accounts.names(office);
    return {
      id: planSubject(office, year),
      status: state.status,
      version,
      ...state.header,
      tasks: state.tasks.size,
      sendings: sendingsAnswer(state.sendings, names),
      foundLacking: [...state.lacking],
      ...stillOpen(state, await this.organisation.current(office)),
    };
  }

  @Answers(Acts)
  @Get(':year/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathYear() year: number,
    @Headers('accept-language') accept?: string,
  ) {
    const subject = planSubject(envelope.office, year);
    return actsAnswer(await this.commands.mayBeDone('plan', { envelope, subject }), accept);
  }

  @Answers(PlanProgress)
  @AnswersFrom('task')
  @Get(':year/progress')
  @ApiOperation({ summary: 'Tiến độ kế hoạch cuối một ngày bất kỳ · progress on any day' })
  async progress(@Me() { office }: Person, @PathYear() _year: number, @Query() { day }: OnDay) {
    const state = await this.organisation.current(office);
    const on = day ?? dayOf(this.clock.now());
    const rows = await this.queries.progress(office, on);
    return {
      day: on,
      items: rows.map((row) => ({ ...row, unit: state.units.get(row.unitId)?.name ?? null })),
    };
  }

  @Answers(PlannedTaskAdded)
  @Post(':year/tasks')
  @ApiOperation({ summary: 'Giao nhiệm vụ theo văn bản chỉ đạo · a task by a directive (R10)' })
  async add(@Act() act: Envelope, @PathYear() year: number, @Body() command: AddPlannedTask) {
    const taskId = addedTaskId(act.office, command);
    const planId = planSubject(act.office, year);
    const done = await this.commands.send(AddPlannedTask, act, planId, command, taskId);
    return { ...done, taskId };
  }

  @Answers(ActDone)
  @Post(':year/tasks/:id/lead')
  @ApiOperation({ summary: 'Xác nhận đầu mối chủ trì · confirm the lead (R1)' })
  confirmLead(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() id: string,
    @Body() command: ConfirmLead,
  ) {
    return this.#send(ConfirmLead, act, year, command, id);
  }

  @Answers(ActDone)
  @Post(':year/tasks/:id/dates')
  @ApiOperation({ summary: 'Ấn định ngày cho nghĩa vụ chưa có ngày · give a date' })
  date(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() id: string,
    @Body() command: DateObligation,
  ) {
    return this.#send(DateObligation, act, year, command, id);
  }

  @Answers(ActDone)
  @Post(':year/tasks/:id/amendments')
  @ApiOperation({ summary: 'Sửa một nhiệm vụ của kế hoạch · amend one task (R10)' })
  amend(
    @Act() act: Envelope,
    @PathYear() year: number,
    @PathId() id: string,
    @Body() command: AmendPlannedTask,
  ) {
    return this.#send(AmendPlannedTask, act, year, command, id);
  }

  @Answers(ActDone)
  @Post(':year/submission')
  @ApiOperation({ summary: 'Trình kế hoạch · submit' })
  submit(@Act() act: Envelope, @PathYear() year: number) {
    return this.#send(SubmitPlan, act, year, {});
  }

  @Answers(ActDone)
  @Post(':year/approval')
  @ApiOperation({ summary: 'Phê duyệt · approve (R10)' })
  approve(@Act() act: Envelope, @PathYear() year: number, @Body() command: ApprovePlan) {
    return this.#send(ApprovePlan, act, year, command);
  }

  @Answers(ActDone)
  @Post(':year/return')
  @ApiOperation({ summary: 'Trả lại dự thảo · send the draft back' })
  sendBack(@Act() act: Envelope, @PathYear() year: number, @Body() command: ReturnPlan) {
    return this.#send(ReturnPlan, act, year, command);
  }

  @Answers(ActDone)
  @Post(':year/closing')
  @ApiOperation({ summary: 'Kết thúc kế hoạch · close' })
  close(@Act() act: Envelope, @PathYear() year: number, @Body() command: ClosePlan) {
    return this.#send(ClosePlan, act, year, command);
  }

  @Answers(ActDone)
  @Post(':year/sendings')
  @ApiOperation({ summary: 'Gửi theo nơi nhận · send it to its recipients' })
  sendOut(@Act() act: Envelope, @PathYear() year: number, @Body() command: SendPlan) {
    return this.#send(SendPlan, act, year, command);
  }

  @Answers(ActDone)
  @Post(':year/receipts')
  @ApiOperation({ summary: 'Ghi nhận nơi nhận đã nhận · note that a recipient has it' })
  received(@Act() act: Envelope, @PathYear() year: number, @Body() command: RecordPlanReceipt) {
    return this.#send(RecordPlanReceipt, act, year, command);
  }

  @Answers(ActDone)
  @Post(':year/readings')
  @ApiOperation({ summary: 'Xác nhận đã đọc · confirm having read it' })
  read(@Act() act: Envelope, @PathYear() year: number) {
    return this.#send(ReadPlan, act, year, {});
  }

  #send<C extends object>(command: Type<C>, act: Envelope, year: number, fields: C, taskId?: string) {
    return this.commands.send(command, act, planSubject(act.office, year), fields, taskId);
  }
}

/** What a plan still lacks before it can be submitted: leads to be confirmed, days to be given. */
function stillOpen(plan: PlanState, { units }: Office) {
  const named = (unitId: string) => ({ unitId, name: units.get(unitId)?.name ?? null });
  return {
    leadsToConfirm: leadsToConfirm(plan).map(({ taskId, number, title, leadUnitId, coImplementers }) => ({
      taskId,
      number,
      title,
      units: [leadUnitId, ...coImplementers].map(named),
    })),
    datesToGive: datesToGive(plan).map(({ task: { taskId, number, title }, obligation }) => ({
      taskId,
      number,
      title,
      obligationId: obligation.obligationId,
      phrase: obligation.phrase,
      reading: readingOf(obligation.schedule),
    })),
  };
}
