import { ActDone, AggregateStore } from '#event-store';
import {
  Act,
  Answers,
  AnswersFrom,
  AnswersVersioned,
  Me,
  PathId,
  derivedId,
  type Envelope,
  type Person,
} from '#kernel';
import { Acts, Commands, actsAnswer } from '#organisation';
import { Body, Controller, Get, Headers, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { noteAnswer } from './inspection-answer.js';
import { OversightNotePage, OversightNoteReceived, OversightNoteWhole } from './inspection.shapes.js';
import {
  AnswerOversightNote,
  AssignOversightNote,
  ReceiveOversightNote,
  unknownNote,
} from './oversight/note.acts.js';
import { oversightNote } from './oversight/note.js';
import { InspectionQueries, ListNotes } from './read/inspection.queries.js';

/** Notes of the Fatherland Front and others who oversee (kiến nghị giám sát), answered in time. */
@ApiTags('inspections')
@Controller('api/v1/oversight-notes')
export class OversightController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(InspectionQueries) private readonly queries: InspectionQueries,
  ) {}

  @Answers(OversightNotePage)
  @AnswersFrom('inspection')
  @Get()
  @ApiOperation({ summary: 'Các kiến nghị giám sát · notes of oversight' })
  async list(@Me() { office }: Person, @Query() filter: ListNotes) {
    const { items, nextCursor } = await this.queries.notes(office, filter);
    return { items: items.map((one) => noteAnswer(one, this.queries.now())), nextCursor };
  }

  @AnswersVersioned(OversightNoteWhole)
  @Get(':id')
  @ApiOperation({ summary: 'Một kiến nghị giám sát · one note' })
  async one(
    @Me() { office }: Person,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ) {
    const { state, version } = await this.aggregates.load(oversightNote, office, id);
    if (state.status === 'none') throw unknownNote();
    reply.header('etag', `"${version}"`);
    return noteAnswer({ id, version, state }, this.queries.now());
  }

  @Answers(Acts)
  @Get(':id/acts')
  @ApiOperation({ summary: 'Được làm gì, nếu không thì vì sao · what may be done here, and if not why' })
  async acts(
    @Act() envelope: Envelope,
    @PathId() subject: string,
    @Headers('accept-language') accept?: string,
  ) {
    return actsAnswer(await this.commands.mayBeDone(oversightNote.kind, { envelope, subject }), accept);
  }

  @Answers(OversightNoteReceived)
  @Post()
  @ApiOperation({ summary: 'Tiếp nhận kiến nghị giám sát · receive a note' })
  async receive(@Act() act: Envelope, @Body() command: ReceiveOversightNote) {
    const noteId = derivedId(act.commandId, 'oversight-note');
    return { ...(await this.commands.send(ReceiveOversightNote, act, noteId, command)), noteId };
  }

  @Answers(ActDone)
  @Post(':id/assignment')
  @ApiOperation({ summary: 'Giao bộ phận trả lời · name the unit that answers' })
  assign(@Act() act: Envelope, @PathId() id: string, @Body() command: AssignOversightNote) {
    return this.commands.send(AssignOversightNote, act, id, command);
  }

  @Answers(ActDone)
  @Post(':id/answer')
  @ApiOperation({ summary: 'Trả lời kiến nghị giám sát · answer' })
  answer(@Act() act: Envelope, @PathId() id: string, @Body() command: AnswerOversightNote) {
    return this.commands.send(AnswerOversightNote, act, id, command);
  }
}
