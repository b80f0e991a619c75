import { ActDone } from '#event-store';
import { Answers, Act, PathId, type Envelope } from '#kernel';
import { Commands } from '#organisation';
import { Files, fileUnusable } from '#persons';
import { Body, Controller, Inject, Post, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DigitiseResult, SignResult } from './dossier/ending.js';
import { fileIdsOf } from './dossier/reception.js';
import { AnswerSupplement } from './dossier/supplement.js';
import { Dossiers } from './dossiers.service.js';

/** Acts on a dossier by which files may become part of it (gắn tệp vào hồ sơ). */
@ApiTags('dossiers')
@Controller('api/v1/dossiers')
export class AttachingController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(Files) private readonly files: Files,
  ) {}

  @Answers(ActDone)
  @Post(':id/supplement-answers')
  @ApiOperation({ summary: 'Tiếp nhận bổ sung · take the supplement in (R14)' })
  answerSupplement(@Act() act: Envelope, @PathId() id: string, @Body() command: AnswerSupplement) {
    return this.#attaching(AnswerSupplement, act, id, command, fileIdsOf(command.components));
  }

  @Answers(ActDone)
  @Post(':id/signature')
  @ApiOperation({ summary: 'Ký kết quả · sign the result' })
  sign(@Act() act: Envelope, @PathId() id: string, @Body() command: SignResult) {
    return this.#attaching(SignResult, act, id, command, fileIdsOf([command]));
  }

  @Answers(ActDone)
  @Post(':id/digitisation')
  @ApiOperation({ summary: 'Số hóa kết quả · digitise the result' })
  digitise(@Act() act: Envelope, @PathId() id: string, @Body() command: DigitiseResult) {
    return this.#attaching(DigitiseResult, act, id, command, fileIdsOf([command]));
  }

  /** The files go in with the act or not at all; those of a dossier that is nobody's have nobody to belong to. */
  async #attaching<F extends object>(
    command: Type<F>,
    act: Envelope,
    dossierId: string,
    fields: F,
    fileIds: string[],
  ) {
    if (fileIds.length === 0) return this.commands.send(command, act, dossierId, fields);
    const { applicantId: personId } = (await this.dossiers.load(act.office, dossierId)).state;
    if (personId === null) throw fileUnusable();
    const before = await this.files.attaching(act, { dossierId, personId }, fileIds);
    return this.commands.send(command, act, dossierId, fields, undefined, before);
  }
}
