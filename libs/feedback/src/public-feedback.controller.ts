import { Answers, AnswersFrom, Id, QueryWhole, Text, type Envelope } from '#kernel';
import { PublicAct, PathOffice } from '#organisation';
import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CitizensFeedback } from './citizens-feedback.js';
import { SendFeedback } from './feedback/settle.js';
import { AnswersPublished, FeedbackReopened, FeedbackSent, OwnFeedbackShown } from './feedback.shapes.js';

export class OwnFeedback {
  @Id({ description: 'Mã phản ánh · code' })
  code!: string;

  @Text({ description: 'Mã tra cứu · secret', max: 30 })
  secret!: string;
}

export class Reopen extends OwnFeedback {
  @Text({ description: 'Vì sao chưa thỏa đáng · why the answer does not do', min: 10, max: 5000 })
  text!: string;
}

export class PageOfPublished {
  @QueryWhole({ description: 'Số dòng · how many', min: 1, max: 200, optional: true })
  limit?: number;
}

/** What everybody may say and read without an account (gửi phản ánh, xem trả lời đã công khai). */
@ApiTags('public')
@Controller('public/:office/feedback')
export class PublicFeedbackController {
  constructor(@Inject(CitizensFeedback) private readonly feedback: CitizensFeedback) {}

  @Answers(AnswersPublished)
  @AnswersFrom('feedback')
  @Get()
  @ApiOperation({ summary: 'Trả lời đã công khai · published answers' })
  async published(@PathOffice() office: string, @Query() { limit = 50 }: PageOfPublished) {
    return { items: await this.feedback.published(office, limit) };
  }

  @Answers(FeedbackSent)
  @Post()
  @ApiOperation({ summary: 'Gửi phản ánh, kiến nghị · send feedback' })
  send(@PathOffice() _office: string, @PublicAct() envelope: Envelope, @Body() sent: SendFeedback) {
    return this.feedback.send(envelope, sent);
  }

  @Answers(OwnFeedbackShown)
  @Post('lookup')
  @HttpCode(200)
  @ApiOperation({ summary: 'Xem phản ánh của mình · look one’s own up' })
  lookUp(@PathOffice() office: string, @Body() held: OwnFeedback, @Ip() address: string) {
    return this.feedback.lookUp(office, held, address);
  }

  @Answers(FeedbackReopened)
  @Post('reopening')
  @ApiOperation({ summary: 'Chưa thỏa đáng, mở lại một lần · reopen, once (R25)' })
  reopen(
    @PathOffice() _office: string,
    @PublicAct() envelope: Envelope,
    @Body() { text, ...held }: Reopen,
    @Ip() address: string,
  ) {
    return this.feedback.reopen(envelope, held, text, address);
  }
}
