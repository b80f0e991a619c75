import {
  Sends,
  Takes,
  Answers,
  Act,
  Me,
  PathId,
  Text,
  derivedId,
  invalidInput,
  type Envelope,
  type Person,
} from '#kernel';
import { FILE_TYPES } from '#vault';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Files } from './files.service.js';
import { FileUploaded } from '../persons.shapes.js';

export class UploadedAs {
  @Text({ description: 'Tên tệp · its name', max: 200 })
  name!: string;

  /** Whom the file is about, where it is about somebody. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}

/** Files that people hand in (tệp đính kèm). */
@ApiTags('files')
@Controller('api/v1/files')
export class FileController {
  constructor(@Inject(Files) private readonly files: Files) {}

  @Answers(FileUploaded)
  @Post()
  @Takes('Nội dung tệp · the file', 'application/octet-stream')
  @ApiOperation({ summary: 'Gửi một tệp (PDF, JPEG, PNG, HEIC, TIFF, DOCX, XLSX) · upload a file' })
  async upload(@Act() envelope: Envelope, @Query() { name, personId }: UploadedAs, @Body() bytes: unknown) {
    if (!Buffer.isBuffer(bytes))
      throw invalidInput({ errors: [{ field: 'body', message: 'application/octet-stream' }] });
    const file = { fileId: derivedId(envelope.commandId, 'file'), name, bytes };
    return personId === undefined
      ? this.files.upload(envelope, file)
      : this.files.keep(envelope, personId, file);
  }

  @Sends('Tệp · the file', ...FILE_TYPES)
  @Get(':id')
  @ApiOperation({ summary: 'Tải tệp · download' })
  async download(
    @Me() { office, personId: actor }: Person,
    @PathId() id: string,
    @Res() reply: FastifyReply,
  ) {
    const { file, bytes } = await this.files.read(office, id, { actor, purpose: 'download' });
    // A download and nothing else: no browser shows or runs it on this service's own ground.
    return reply
      .header('content-type', file.type)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'no-store')
      .send(bytes);
  }
}
