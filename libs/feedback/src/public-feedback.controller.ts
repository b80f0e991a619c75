import { dueAnswer } from '#deadline';
import { Answers, AnswersFrom, Id, QueryWhole, Text, isoOffset, type Envelope } from '#kernel';
import { Commands, Organisation, PublicAct, Strangers, PathOffice } from '#organisation';
import { Persons, proofPage } from '#persons';
import { Secrets } from '#vault';
import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FeedbackRecords } from './feedback.service.js';
import { ReopenFeedback, SendFeedback } from './feedback/settle.js';
import type { Feedback } from './feedback/feedback.js';
import { unknownFeedback } from './feedback/feedback.refusals.js';
import { FeedbackQueries } from './read/feedback.queries.js';
import { takeIn } from './take-in.js';
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
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(FeedbackRecords) private readonly feedback: FeedbackRecords,
    @Inject(FeedbackQueries) private readonly queries: FeedbackQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(Strangers) private readonly strangers: Strangers,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  @Answers(AnswersPublished)
  @AnswersFrom('feedback')
  @Get()
  @ApiOperation({ summary: 'Trả lời đã công khai · published answers' })
  async published(@PathOffice() office: string, @Query() { limit = 50 }: PageOfPublished) {
    const [rows, { units }] = await Promise.all([
      this.queries.published(office, limit),
      this.organisation.current(office),
    ]);
    return {
      items: rows.map(
        ({ id, kind, field, question, answer, done, doneOn, unitId, receivedAt, answeredAt, late }) => ({
          code: id,
          kind,
          field,
          question,
          answer,
          done,
          doneOn,
          unit: units.get(unitId ?? '')?.name ?? null,
          receivedAt: isoOffset(receivedAt),
          answeredAt: answeredAt && isoOffset(answeredAt),
          late,
        }),
      ),
    };
  }

  @Answers(FeedbackSent)
  @Post()
  @ApiOperation({ summary: 'Gửi phản ánh, kiến nghị · send feedback' })
  async send(@PathOffice() office: string, @PublicAct() envelope: Envelope, @Body() sent: SendFeedback) {
    const standing = await this.organisation.current(office);
    const { feedbackId, due, proof } = await takeIn(
      this.commands,
      this.feedback,
      this.persons,
      standing,
      envelope,
      sent,
      'online',
    );
    const secret = this.secrets.secretFor(contextOf(office, feedbackId));
    return { ...dueAnswer(due), lookup: { code: feedbackId, secret }, proof };
  }

  @Answers(OwnFeedbackShown)
  @Post('lookup')
  @HttpCode(200)
  @ApiOperation({ summary: 'Xem phản ánh của mình · look one’s own up' })
  async lookUp(@PathOffice() office: string, @Body() { code, secret }: OwnFeedback, @Ip() address: string) {
    await this.#requireOwn(office, code, secret, address);
    await this.strangers.own(code, 'read');
    const row = await this.queries.one(office, code);
    const { state } = await this.feedback.load(office, code);
    return {
      status: state.status,
      ...dueAnswer(state),
      late: row?.late ?? false,
      answer: row?.answer ?? null,
      done: row?.done ?? null,
      doneOn: row?.doneOn ?? null,
      mayReopen: (state.status === 'answered' || state.status === 'published') && !state.reopened,
    };
  }

  @Answers(FeedbackReopened)
  @Post('reopening')
  @ApiOperation({ summary: 'Chưa thỏa đáng, mở lại một lần · reopen, once (R25)' })
  async reopen(
    @PathOffice() office: string,
    @PublicAct() envelope: Envelope,
    @Body() { code, secret, text }: Reopen,
    @Ip() clientAddress: string,
  ) {
    const { authorId } = await this.#requireOwn(office, code, secret, clientAddress);
    await this.strangers.own(code, 'act');
    if (authorId === null) throw unknownFeedback();
    const entrusted = await this.persons.entrust(envelope, authorId, { objection: text });
    const said = { personId: authorId, commitment: entrusted.commitment };
    const done = await this.commands.send(ReopenFeedback, { ...envelope, entrusted }, code, said);
    const state = await this.feedback.loadAfter(office, code, done.version);
    const proof = proofPage(office, code, entrusted.opening(done.version, code));
    return { version: done.version, ...dueAnswer(state), proof };
  }

  /** The same answer for a code that is not there and a secret that is wrong. */
  async #requireOwn(office: string, code: string, secret: string, address: string): Promise<Feedback> {
    await this.strangers.mayGuess(address);
    const right = this.secrets.isSecretOf(contextOf(office, code), secret);
    await this.strangers.guessed(address, right);
    if (right) {
      const { state } = await this.feedback.load(office, code);
      if (state.status !== 'none') return state;
    }
    throw unknownFeedback();
  }
}

const contextOf = (office: string, feedbackId: string): string => `${office}/feedback/${feedbackId}`;
