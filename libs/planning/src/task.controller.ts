import {
  Answers,
  AnswersVersioned,
  AnswersFrom,
  CLOCK,
  POOL,
  PathId,
  Act,
  isoOffset,
  Me,
  type Clock,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Accounts, Commands, Organisation, actsAnswer } from '#organisation';
import { requireReached } from '#projection';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { AtInstant, BetweenInstants, ListTasks, PlanningQueries } from './planning.queries.js';
import { differencesOf } from './read/differences.js';
import { taskAnswer } from './read/task-answer.js';
import { AcceptDeliverable, ReturnDeliverable, SubmitDeliverable } from './task/deliverable.js';
import { AskExtension, DecideExtension } from './task/extension.js';
import { AcknowledgeTask, ReportTaskProgress } from './task/progress.js';
import {
  CancelTask,
  CompleteTask,
  HandOverTask,
  RecordTrigger,
  RequestExtraReport,
  UrgeTask,
} from './task/steering.js';
import { TaskPage, TaskAsOf, TaskDifferences, TaskActDone } from './planning.shapes.js';

/** Tasks and the acts on them (nhiệm vụ). */
@ApiTags('tasks')
@Controller('api/v1/tasks')
export class TaskController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PlanningQueries) private readonly queries: PlanningQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(TaskPage)
  @AnswersFrom('task')
  @Get()
  @ApiOperation({ summary: 'Danh sách nhiệm vụ · list tasks' })
  async list(@Me() me: Person, @Query() filter: ListTasks) {
    await requireReached(this.pool, me.office, 'task', filter.position);
    const [office, names] = await this.#people(me.office);
    const { views, nextCursor } = await this.queries.list(me.office, office, me.personId, filter);
    return { items: views.map((view) => taskAnswer(view, office, names, this.clock.now())), nextCursor };
  }

  @AnswersVersioned(TaskAsOf)
  @Get(':id')
  @ApiOperation({
    summary: 'Một nhiệm vụ, hiện tại hoặc tại một thời điểm · one task, now or as of an instant',
  })
  async one(
    @Me() me: Person,
    @PathId() id: string,
    @Query() { at, position }: AtInstant,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    await requireReached(this.pool, me.office, 'task', position);
    const [office, names] = await this.#people(me.office);
    const view =
      at === undefined
        ? await this.queries.one(me.office, id)
        : await this.queries.oneAt(me.office, id, new Date(at));
    reply.header('etag', `"${view.version}"`);
    return {
      ...taskAnswer(view, office, names, at === undefined ? this.clock.now() : new Date(at)),
      asOf: isoOffset(at === undefined ? this.clock.now() : new Date(at)),
    };
  }

  @Answers(TaskDifferences)
  @Get(':id/differences')
  @ApiOperation({ summary: 'Khác nhau giữa hai thời điểm · what changed between two instants' })
  async differences(@Me() me: Person, @PathId() id: string, @Query() { from, to }: BetweenInstants) {
    const [office, names] = await this.#people(me.office);
    const [before, after] = await Promise.all(
      [from, to].map(async (at) => {
        const instant = new Date(at);
        return taskAnswer(await this.queries.oneAt(me.office, id, instant), office, names, instant);
      }),
    );
    return { from, to, differences: differencesOf(before ?? {}, after ?? {}) };
  }

  @Answers(Acts)
  @Get(':id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone('task', { envelope, subject }), accept);
  }

  @Answers(TaskActDone)
  @Post(':id/acknowledgement')
  @ApiOperation({ summary: 'Tiếp nhận · acknowledge' })
  acknowledge(@Act() act: Envelope, @PathId() id: string, @Body() command: AcknowledgeTask) {
    return this.#send(AcknowledgeTask, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/progress-reports')
  @ApiOperation({ summary: 'Báo cáo tiến độ · report progress (R2)' })
  report(@Act() act: Envelope, @PathId() id: string, @Body() command: ReportTaskProgress) {
    return this.#send(ReportTaskProgress, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/submissions')
  @ApiOperation({ summary: 'Nộp sản phẩm · submit a deliverable (R2)' })
  submit(@Act() act: Envelope, @PathId() id: string, @Body() command: SubmitDeliverable) {
    return this.#send(SubmitDeliverable, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/acceptances')
  @ApiOperation({ summary: 'Nghiệm thu · accept (R3)' })
  accept(@Act() act: Envelope, @PathId() id: string, @Body() command: AcceptDeliverable) {
    return this.#send(AcceptDeliverable, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/returns')
  @ApiOperation({ summary: 'Trả lại · return with a reason (R3)' })
  sendBack(@Act() act: Envelope, @PathId() id: string, @Body() command: ReturnDeliverable) {
    return this.#send(ReturnDeliverable, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/extension-requests')
  @ApiOperation({ summary: 'Xin gia hạn · ask for an extension (R5)' })
  askExtension(@Act() act: Envelope, @PathId() id: string, @Body() command: AskExtension) {
    return this.#send(AskExtension, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/extension-decisions')
  @ApiOperation({ summary: 'Quyết định gia hạn · decide an extension (R5)' })
  decideExtension(@Act() act: Envelope, @PathId() id: string, @Body() command: DecideExtension) {
    return this.#send(DecideExtension, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/hand-overs')
  @ApiOperation({ summary: 'Chuyển giao đầu mối · hand over (R1)' })
  handOver(@Act() act: Envelope, @PathId() id: string, @Body() command: HandOverTask) {
    return this.#send(HandOverTask, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/triggers')
  @ApiOperation({ summary: 'Ghi nhận điều kiện bắt đầu · record a trigger (R9)' })
  trigger(@Act() act: Envelope, @PathId() id: string, @Body() command: RecordTrigger) {
    return this.#send(RecordTrigger, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/extra-reports')
  @ApiOperation({ summary: 'Yêu cầu báo cáo đột xuất · request an extra report' })
  extraReport(@Act() act: Envelope, @PathId() id: string, @Body() command: RequestExtraReport) {
    return this.#send(RequestExtraReport, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/urgings')
  @ApiOperation({ summary: 'Đôn đốc · urge' })
  urge(@Act() act: Envelope, @PathId() id: string, @Body() command: UrgeTask) {
    return this.#send(UrgeTask, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/completion')
  @ApiOperation({ summary: 'Báo hoàn thành · complete (R4)' })
  complete(@Act() act: Envelope, @PathId() id: string, @Body() command: CompleteTask) {
    return this.#send(CompleteTask, act, id, command);
  }

  @Answers(TaskActDone)
  @Post(':id/cancellation')
  @ApiOperation({ summary: 'Hủy nhiệm vụ · cancel with a reason' })
  cancel(@Act() act: Envelope, @PathId() id: string, @Body() command: CancelTask) {
    return this.#send(CancelTask, act, id, command);
  }

  async #send<C extends object>(
    command: Type<C>,
    act: Envelope,
    taskId: string,
    fields: C,
  ): Promise<{ version: number; position: number }> {
    const { version, position } = await this.commands.send(command, act, taskId, fields);
    return { version, position };
  }

  #people(office: string) {
    return Promise.all([this.organisation.current(office), this.accounts.names(office)]);
  }
}
