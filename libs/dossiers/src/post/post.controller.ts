import { ActDone } from '#event-store';
import { Act, Answers, PathId, Text, type Envelope } from '#kernel';
import { Commands } from '#organisation';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordPost } from './post.acts.js';
import { PostImport } from './post-import.js';
import { PostImported, PostPreview } from './post.shapes.js';

export class ImportPostFile {
  @Text({ description: 'Tệp CSV hoặc XLSX của bưu chính, mã base64 · the file in base64', max: 3_000_000 })
  file!: string;
}

/** What public post says of papers and results on their way (bưu chính công ích). */
@ApiTags('dossiers')
@Controller('api/v1')
export class PostController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PostImport) private readonly imports: PostImport,
  ) {}

  @Answers(ActDone)
  @Post('dossiers/:id/parcels')
  @ApiOperation({ summary: 'Ghi trạng thái bưu gửi của hồ sơ · what the post says of something sent' })
  record(@Act() act: Envelope, @PathId() id: string, @Body() command: RecordPost) {
    return this.commands.send(RecordPost, act, id, command);
  }

  @Answers(PostImported)
  @Post('post/imports')
  @ApiOperation({ summary: 'Nhập tệp mã vận đơn, trạng thái bưu gửi · import the post’s file' })
  import(@Act() act: Envelope, @Body() { file }: ImportPostFile) {
    return this.imports.run(act, Buffer.from(file, 'base64'));
  }

  @Answers(PostPreview)
  @HttpCode(200)
  @Post('post/imports/preview')
  @ApiOperation({ summary: 'Xem trước khi nhập, không ghi gì · what it would do; nothing is written' })
  async preview(@Act() { office }: Envelope, @Body() { file }: ImportPostFile) {
    const { rows, faults } = await this.imports.trial(office, Buffer.from(file, 'base64'));
    return { rows, errors: faults };
  }
}
