import { ActDone } from '#event-store';
import { Act, Answers, PathId, PathYear, derivedId, type Envelope } from '#kernel';
import { Commands } from '#organisation';
import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AddSecretWork } from './plan/add-secret.js';
import { planSubject } from './plan/plan.js';
import { PlannedTaskAdded } from './planning.shapes.js';
import { CancelSecretWork, ReportSecretProgress } from './task/secret.js';

/** Work items that are state secrets (việc mật): counted, what they say kept outside. */
@ApiTags('tasks')
@Controller('api/v1')
export class SecretWorkController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Answers(PlannedTaskAdded)
  @Post('plans/:year/secret-tasks')
  @ApiOperation({ summary: 'Thêm việc mật: đếm, không lưu nội dung · a secret work item, counted alone' })
  async add(@Act() act: Envelope, @PathYear() year: number, @Body() command: AddSecretWork) {
    const taskId = derivedId(act.commandId, 'secret-work');
    const planId = planSubject(act.office, year);
    return { ...(await this.commands.send(AddSecretWork, act, planId, command, taskId)), taskId };
  }

  @Answers(ActDone)
  @Post('tasks/:id/secret-progress')
  @ApiOperation({ summary: 'Tiến độ việc mật, chỉ phần trăm · how far a secret one is (R2)' })
  report(@Act() act: Envelope, @PathId() id: string, @Body() command: ReportSecretProgress) {
    return this.commands.send(ReportSecretProgress, act, id, command);
  }

  @Answers(ActDone)
  @Post('tasks/:id/secret-cancellation')
  @ApiOperation({ summary: 'Hủy việc mật · cancel a secret one (R3)' })
  cancel(@Act() act: Envelope, @PathId() id: string) {
    return this.commands.send(CancelSecretWork, act, id, {});
  }
}
