import { doing, made, service, type Capability } from '#capability';
import { Act, Me, POOL, derivedId, type Envelope, type Person } from '#kernel';
import { Commands } from '#organisation';
import type { Projection } from '#projection';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import {
  NOTICE_STEP,
  PostNotice,
  fileNotices,
  noticeAnnouncer,
  noticeCommands,
  noticeSteps,
} from './notice.js';

const noticeProjection: Projection = {
  name: 'notice',
  version: 1,
  types: ['NoticePosted', 'NoticeFiled', 'NoticeTakenDown'],
  ddl: 'create table notice (office text, id uuid, text text, filed boolean, up boolean, primary key (office, id))',
  async apply(db, events) {
    for (const { office, subject, type, data } of events)
      if (type === 'NoticePosted')
        await db.query('insert into notice values ($1, $2, $3, false, true)', [office, subject, data.text]);
      else
        await db.query(
          'update notice set filed = filed or $3, up = up and not $4 where office = $1 and id = $2',
          [office, subject, type === 'NoticeFiled', type === 'NoticeTakenDown'],
        );
  },
};

class Notices {
  constructor(private readonly pool: Pool) {}

  async list(office: string) {
    const { rows } = await this.pool.query(
      'select id, text, filed, up from rm_notice.notice where office = $1 order by id limit 50',
      [office],
    );
    return { items: rows };
  }
}

@ApiTags('notices')
@Controller('api/v1/notices')
class NoticeController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  @Get()
  list(@Me() { office }: Person) {
    return this.notices.list(office);
  }

  @Post()
  post(@Act() act: Envelope, @Body() command: PostNotice) {
    return this.commands.send(PostNotice, act, derivedId(act.commandId, 'notice'), command);
  }
}

/** Bảng tin · a capability as an engineer who joins would add one: this folder, and one line in the list. */
export const noticeBoardCapability: Capability = {
  name: 'notice-board',
  commands: noticeCommands,
  routes: { 'GET /api/v1/notices': 'signed-in', 'POST /api/v1/notices': doing('PostNotice') },
  controllers: [NoticeController],
  services: [service(Notices, POOL)],
  readModels: [noticeProjection],
  reactions: [made(fileNotices, Commands)],
  agendaTypes: ['NoticePosted', 'NoticeTakenDown'],
  steps: { [NOTICE_STEP]: made(noticeSteps, Commands) },
  announcers: [made(noticeAnnouncer)],
  sentences: {
    NoticePosted: { vi: 'đăng tin “{text}”', en: 'posted “{text}”' },
    NoticeFiled: { vi: 'lưu tin', en: 'filed the notice' },
    NoticeTakenDown: { vi: 'gỡ tin', en: 'took the notice down' },
  },
  workers: { notices: { vi: 'bảng tin', en: 'notice board' } },
};
