import { AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  AnswersVersioned,
  Me,
  PathId,
  PathYear,
  notFound,
  type Envelope,
  type Person,
} from '#kernel';
import { Accounts, Commands } from '#organisation';
import { Body, Controller, Get, Inject, Post, Res, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { planSubject } from './plan/plan.js';
import { Planning } from './planning.service.js';
import { TaskActDone } from './planning.shapes.js';
import { unknownTask } from './task/task.refusals.js';
import { task } from './task/task.js';
import { AllocateMoney, AllowOverrun, WithdrawAllocation } from './money/allocate.js';
import { moneyAnswer, withBalance } from './read/money-answer.js';
import { MoneyQueries, together } from './read/money.queries.js';
import { PlanMoney, TaskMoney } from './money.shapes.js';
import { RecordSpending, WithdrawSpending } from './money/spend.js';

/** What tasks may cost and what they cost (kinh phí): allocations, over-runs, spending by its documents. */
@ApiTags('money')
@Controller('api/v1')
export class MoneyController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(Planning) private readonly planning: Planning,
    @Inject(MoneyQueries) private readonly queries: MoneyQueries,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  @AnswersVersioned(TaskMoney)
  @Get('tasks/:id/money')
  @ApiOperation({ summary: 'Kinh phí của một nhiệm vụ · a task’s money' })
  async ofTask(
    @Me() { office }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const { state, version } = await this.aggregates.load(task, office, id);
    if (!state.facts) throw unknownTask();
    const [plan, names] = await Promise.all([
      this.planning.loadPlan(office, state.facts.planId),
      this.accounts.names(office),
    ]);
    reply.header('etag', `"${version}"`);
    const funding = plan.state.tasks.get(id)?.funding ?? null;
    return { id, version, funding, ...moneyAnswer(state.money, names) };
  }

  @Answers(PlanMoney)
  @AnswersFrom('task')
  @Get('plans/:year/money')
  @ApiOperation({ summary: 'Kinh phí của kế hoạch theo lĩnh vực · a plan’s money by area' })
  async ofPlan(@Me() { office }: Person, @PathYear() year: number) {
    const planId = planSubject(office, year);
    const { state } = await this.planning.loadPlan(office, planId);
    if (!state.header) throw notFound();
    const [areas, tasks] = await Promise.all([
      this.queries.byArea(office, planId),
      this.queries.byTask(office, planId),
    ]);
    return {
      year,
      areas: areas.map(withBalance),
      total: withBalance(together(areas)),
      tasks: tasks.map(withBalance),
    };
  }

  @Answers(TaskActDone)
  @Post('tasks/:id/allocations')
  @ApiOperation({ summary: 'Giao dự toán · allocate' })
  allocate(@Act() act: Envelope, @PathId() id: string, @Body() command: AllocateMoney) {
    return this.#send(AllocateMoney, act, id, command);
  }

  @Answers(TaskActDone)
  @Post('tasks/:id/allocations/withdrawals')
  @ApiOperation({ summary: 'Thu hồi dự toán · withdraw an allocation' })
  withdrawAllocation(@Act() act: Envelope, @PathId() id: string, @Body() command: WithdrawAllocation) {
    return this.#send(WithdrawAllocation, act, id, command);
  }

  @Answers(TaskActDone)
  @Post('tasks/:id/overruns')
  @ApiOperation({ summary: 'Quyết định chi vượt dự toán · allow an over-run' })
  allowOverrun(@Act() act: Envelope, @PathId() id: string, @Body() command: AllowOverrun) {
    return this.#send(AllowOverrun, act, id, command);
  }

  @Answers(TaskActDone)
  @Post('tasks/:id/spendings')
  @ApiOperation({ summary: 'Ghi nhận chi · record spending' })
  spend(@Act() act: Envelope, @PathId() id: string, @Body() command: RecordSpending) {
    return this.#send(RecordSpending, act, id, command);
  }

  @Answers(TaskActDone)
  @Post('tasks/:id/spendings/withdrawals')
  @ApiOperation({ summary: 'Hủy ghi nhận chi · withdraw a note of spending' })
  withdrawSpending(@Act() act: Envelope, @PathId() id: string, @Body() command: WithdrawSpending) {
    return this.#send(WithdrawSpending, act, id, command);
  }

  async #send<C extends object>(command: Type<C>, act: Envelope, taskId: string, fields: C) {
    const { version, position } = await this.commands.send(command, act, taskId, fields);
    return { version, position };
  }
}
