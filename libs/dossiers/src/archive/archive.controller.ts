import { ActDone } from '#event-store';
import { Act, Answers, Me, PathId, Sends, type Envelope, type Person } from '#kernel';
import { Commands } from '#organisation';
import { Body, Controller, Get, Inject, Post, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { ArchivePackages } from './archive-packages.js';
import { HandOverToArchive } from './archive.acts.js';

const ZIP = 'application/zip';

/** Finished dossiers on their way to the archive (nộp lưu hồ sơ). */
@ApiTags('dossiers')
@Controller('api/v1/dossiers')
export class ArchiveController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(ArchivePackages) private readonly packages: ArchivePackages,
  ) {}

  @Answers(ActDone)
  @Post(':id/archive-package')
  @ApiOperation({ summary: 'Đóng gói hồ sơ để lưu trữ · pack a finished dossier for the archive (R34)' })
  make(@Act() act: Envelope, @PathId() id: string) {
    return this.packages.make(act, id);
  }

  @Sends('Gói hồ sơ, BagIt trong ZIP · the package, a bag in a ZIP', ZIP)
  @Get(':id/archive-package')
  @ApiOperation({ summary: 'Tải gói hồ sơ lưu trữ · download the archive’s package (R34)' })
  async download(@Me() { office, personId: actor }: Person, @PathId() dossierId: string) {
    const { name, bytes, zip } = await this.packages.download({ office, dossierId, actor });
    const disposition = `attachment; filename="${name}"`;
    return new StreamableFile(Readable.from(zip), { type: ZIP, disposition, length: bytes });
  }

  @Answers(ActDone)
  @Post(':id/archive-hand-over')
  @ApiOperation({ summary: 'Ghi nhận đã bàn giao lưu trữ · the archive has it, by its record' })
  handOver(@Act() act: Envelope, @PathId() id: string, @Body() command: HandOverToArchive) {
    return this.commands.send(HandOverToArchive, act, id, command);
  }
}
