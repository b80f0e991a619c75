import { ActDone } from '#event-store';
import {
  Answers,
  Act,
  Me,
  Page,
  PathId,
  derivedId,
  idIn,
  notFound,
  type Envelope,
  type Person,
} from '#kernel';
import { Commands } from '#organisation';
import { ForPurpose } from '#persons';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import * as dialogue from './dialogue/dialogue.js';
import { DialogueQuestions } from './dialogue-questions.js';
import { FeedbackRecords } from './feedback.service.js';
import { Dialogue, DialoguePage, DialoguePlanned, DialogueWords } from './feedback.shapes.js';

/** Answers the areas of the approved plan of a year; null where there is none. */
export const AREAS_OF_PLAN = Symbol('areas of the plan');
export type AreasOfPlan = (office: string, year: number) => Promise<string[] | null>;

/** Dialogue of leaders with citizens and businesses (đối thoại); what is promised there becomes a task. */
@ApiTags('dialogues')
@Controller('api/v1/dialogues')
export class DialogueController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(FeedbackRecords) private readonly records: FeedbackRecords,
    @Inject(DialogueQuestions) private readonly questions: DialogueQuestions,
    @Inject(AREAS_OF_PLAN) private readonly areasOf: AreasOfPlan,
  ) {}

  @Answers(DialoguePage)
  @Get()
  @ApiOperation({ summary: 'Các buổi đối thoại · sessions' })
  async list(@Me() { office }: Person, @Query() { limit = 50, cursor }: Page) {
    const ids = await this.records.dialogues(office, cursor && idIn(cursor), limit);
    const items = await Promise.all(ids.map((id) => this.#show(office, id)));
    return { items, nextCursor: ids.length === limit ? (ids.at(-1) ?? null) : null };
  }

  @Answers(Dialogue)
  @Get(':id')
  @ApiOperation({ summary: 'Một buổi đối thoại · one session' })
  one(@Me() { office }: Person, @PathId() id: string) {
    return this.#show(office, id);
  }

  @Answers(DialoguePlanned)
  @Post()
  @ApiOperation({ summary: 'Lập lịch đối thoại · plan a session' })
  async plan(@Act() act: Envelope, @Body() command: dialogue.PlanDialogue) {
    const dialogueId = derivedId(act.commandId, 'dialogue');
    const done = await this.commands.send(dialogue.PlanDialogue, act, dialogueId, command);
    return { ...done, dialogueId };
  }

  @Answers(ActDone)
  @Post(':id/questions')
  @ApiOperation({ summary: 'Ghi câu hỏi · note a question' })
  question(@Act() act: Envelope, @PathId() id: string, @Body() { text }: dialogue.AskedQuestion) {
    return this.questions.note(act, id, text);
  }

  @Answers(DialogueWords)
  @Get(':id/words')
  @ApiOperation({ summary: 'Các câu hỏi, có ghi mục đích · what was asked, for a purpose (R34)' })
  async words(
    @Me() { office, personId: actor }: Person,
    @PathId() id: string,
    @Query() { purpose }: ForPurpose,
  ) {
    return { items: await this.questions.of(office, id, { actor, purpose }) };
  }

  @Answers(ActDone)
  @Post(':id/minutes')
  @ApiOperation({ summary: 'Biên bản · it took place' })
  hold(@Act() act: Envelope, @PathId() id: string, @Body() command: dialogue.HoldDialogue) {
    return this.commands.send(dialogue.HoldDialogue, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/commitments')
  @ApiOperation({ summary: 'Cam kết, thành nhiệm vụ · a promise, which becomes a task' })
  async commit(@Act() act: Envelope, @PathId() id: string, @Body() command: dialogue.NewCommitment) {
    const areas = await this.areasOf(act.office, Number(command.dueDay.slice(0, 4)));
    return this.commands.send(dialogue.MakeCommitment, act, id, { ...command, areas });
  }

  @Answers(ActDone)
  @Post(':id/cancellation')
  @ApiOperation({ summary: 'Hủy lịch · cancel' })
  cancel(@Act() act: Envelope, @PathId() id: string, @Body() command: dialogue.CancelDialogue) {
    return this.commands.send(dialogue.CancelDialogue, act, id, command);
  }

  async #show(office: string, id: string) {
    const { state, version } = await this.records.loadDialogue(office, id);
    if (state.status === 'none') throw notFound();
    return { id, version, ...state };
  }
}
