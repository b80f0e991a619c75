import { ActDone } from '#event-store';
import {
  AnswersVersioned,
  Answers,
  AnswersFrom,
  Act,
  Me,
  PathId,
  Text,
  isoOffset,
  notFound,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, Organisation, actsAnswer } from '#organisation';
import { Persons } from '#persons';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FeedbackRecords } from './feedback.service.js';
import { digestOfAnswer } from './feedback/answer-content.js';
import * as settle from './feedback/settle.js';
import { FeedbackQueries, ListFeedback, type FeedbackRow } from './read/feedback.queries.js';
import { takeIn, WORDS } from './take-in.js';
import { FeedbackPage, FeedbackTakenDown, FeedbackWhole, FeedbackWords } from './feedback.shapes.js';

export class ReadFeedback {
  @Text({ description: 'Mục đích xem · what for', min: 3, max: 300 })
  purpose!: string;
}

const instant = (at: Date | null) => at && isoOffset(at);

/** Feedback as it is listed; who wrote it is in the vault. */
export const feedbackAnswer = ({ receivedAt, due, answeredAt, publishedAt, ...row }: FeedbackRow) => ({
  ...row,
  receivedAt: instant(receivedAt),
  due: instant(due),
  answeredAt: instant(answeredAt),
  publishedAt: instant(publishedAt),
});

/** Feedback and petitions within the office (phản ánh, kiến nghị). */
@ApiTags('feedback')
@Controller('api/v1/feedback')
export class FeedbackController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(FeedbackRecords) private readonly feedback: FeedbackRecords,
    @Inject(FeedbackQueries) private readonly queries: FeedbackQueries,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Answers(FeedbackPage)
  @AnswersFrom('feedback')
  @Get()
  @ApiOperation({ summary: 'Danh sách phản ánh · list feedback' })
  async list(@Me() { office }: Person, @Query() filter: ListFeedback) {
    const { items, nextCursor } = await this.queries.list(office, filter);
    return { items: items.map(feedbackAnswer), nextCursor };
  }

  @AnswersVersioned(FeedbackWhole)
  @Get(':id')
  @ApiOperation({ summary: 'Một phản ánh · one' })
  async one(
    @Me() { office }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const { state, version } = await this.feedback.load(office, id);
    if (state.status === 'none') throw notFound();
    reply.header('etag', `"${version}"`);
    const { answers: _answers, said: _said, ...shown } = state;
    return { id, version, ...shown };
  }

  @Answers(FeedbackWords)
  @Get(':id/words')
  @ApiOperation({ summary: 'Nội dung và người gửi, có ghi mục đích · what was written, and by whom (R34)' })
  async words(
    @Me() { office, personId: actor }: Person,
    @PathId() id: string,
    @Query() { purpose }: ReadFeedback,
  ) {
    return this.persons.read(office, await this.#authorOf(office, id), [...WORDS, 'name', 'phone', 'email'], {
      actor,
      purpose,
    });
  }

  @Answers(FeedbackTakenDown)
  @Post()
  @ApiOperation({ summary: 'Ghi nhận phản ánh tại cơ quan · take down' })
  async takeDown(@Act() envelope: Envelope, @Body() { channel, ...sent }: settle.TakeFeedbackDown) {
    const office = await this.organisation.current(envelope.office);
    return takeIn(this.commands, this.feedback, this.persons, office, envelope, sent, channel);
  }

  @Answers(Acts)
  @Get(':id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone('feedback', { envelope, subject }), accept);
  }

  @Answers(ActDone)
  @Post(':id/classification')
  @ApiOperation({ summary: 'Phân loại · classify' })
  classify(@Act() act: Envelope, @PathId() id: string, @Body() command: settle.ClassifyFeedback) {
    return this.commands.send(settle.ClassifyFeedback, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/assignment')
  @ApiOperation({ summary: 'Giao một bộ phận trả lời · assign to one unit (R25)' })
  assign(@Act() act: Envelope, @PathId() id: string, @Body() command: settle.AssignFeedback) {
    return this.commands.send(settle.AssignFeedback, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/passing-on')
  @ApiOperation({ summary: 'Chuyển đơn · pass on' })
  passOn(@Act() act: Envelope, @PathId() id: string, @Body() command: settle.PassFeedbackOn) {
    return this.commands.send(settle.PassFeedbackOn, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/extension')
  @ApiOperation({ summary: 'Gia hạn một lần · extend, once (R25)' })
  extend(@Act() act: Envelope, @PathId() id: string, @Body() command: settle.ExtendFeedback) {
    return this.commands.send(settle.ExtendFeedback, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/answer')
  @ApiOperation({ summary: 'Trả lời · answer (R25, R26)' })
  async answer(@Act() act: Envelope, @PathId() id: string, @Body() command: settle.AnswerText) {
    const reading = { actor: act.actor, purpose: `answer ${id}` };
    const author = await this.#authorOf(act.office, id);
    const [words, givenElsewhere] = await Promise.all([
      this.persons.read(act.office, author, [...WORDS], reading),
      this.queries.wasGiven(act.office, digestOfAnswer(command.text), id),
    ]);
    const question = Object.values(words).join(' ');
    // What was asked is held against the answer, and stays in the vault.
    const answer = { ...command, question, givenElsewhere };
    return this.commands.send(settle.AnswerFeedback, act, id, answer);
  }

  @Answers(ActDone)
  @Post(':id/publication')
  @ApiOperation({ summary: 'Công khai · publish' })
  publish(@Act() act: Envelope, @PathId() id: string, @Body() command: settle.PublishFeedback) {
    return this.commands.send(settle.PublishFeedback, act, id, command);
  }

  async #authorOf(office: string, id: string): Promise<string> {
    const { state } = await this.feedback.load(office, id);
    if (state.authorId === null) throw notFound();
    return state.authorId;
  }
}
