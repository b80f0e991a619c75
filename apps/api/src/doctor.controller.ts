import { Answers, Me, Text, isoOffset, type Person } from '#kernel';
import type { WakeQueue } from '#queue';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Runtime } from '../../runtime/src/index.js';
import { examine } from './examination.js';
import { Examination, ParkedList, Retried } from './office-care.shapes.js';
import { QUEUE, RUNTIME } from './tokens.js';

/** What of the failed work is to be tried again; all of it where nothing is named. */
export class RetryWork {
  @Text({ description: 'Của tiến trình nào · of which worker', max: 200, optional: true })
  worker?: string;

  @Text({ description: 'Của đối tượng nào · about which subject', max: 200, optional: true })
  subject?: string;
}

/** What an office's own administrator looks after (khám hệ thống, việc treo). */
@ApiTags('doctor')
@Controller('api/v1/doctor')
export class DoctorController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(QUEUE) private readonly queue: WakeQueue,
  ) {}

  @Answers(Examination)
  @Get()
  @ApiOperation({ summary: 'Có gì hỏng, thiếu, đang chờ · what is broken, missing, waiting' })
  examination(@Me() { office }: Person) {
    return examine(this.runtime, this.queue, office);
  }

  @Answers(ParkedList)
  @Get('parked')
  @ApiOperation({ summary: 'Việc bị lỗi, 200 việc mới nhất · failed work, the newest 200' })
  async parked(@Me() { office }: Person) {
    const items = await this.runtime.parked.list(office);
    return {
      items: items.map(({ office: _office, firstFailedAt, lastFailedAt, nextTry, ...work }) => ({
        ...work,
        firstFailedAt: isoOffset(firstFailedAt),
        lastFailedAt: isoOffset(lastFailedAt),
        nextTry: nextTry && isoOffset(nextTry),
      })),
    };
  }

  @Answers(Retried)
  @Post('retries')
  @HttpCode(200)
  @ApiOperation({ summary: 'Thử lại ngay việc bị lỗi · have failed work tried again at once' })
  async retry(@Me() { office }: Person, @Body() { worker, subject }: RetryWork) {
    return { count: await this.runtime.parked.retry(office, worker, subject) };
  }
}
