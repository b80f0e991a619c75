import {
  Answers,
  CLOCK,
  Me,
  OneOf,
  PathId,
  Page,
  Text,
  fill,
  isoOffset,
  languageOf,
  notFound,
  numberIn,
  pageOf,
  type Clock,
  type Person,
} from '#kernel';
import { Outbox, type Delivery } from '#outbox';
import { Controller, Get, Headers, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Template } from './announcements.js';
import type { Notice } from './notify.js';
import { DeliveryPage, Inbox } from './notification.shapes.js';

/** The templates of all capabilities, by name. */
export const TEMPLATES = Symbol('templates');

export class ListDeliveries extends Page {
  @Text({ description: 'Kênh · channel', max: 40, optional: true })
  channel?: string;

  @OneOf({
    description: 'Tình trạng · state',
    values: ['waiting', 'delivered', 'failed'],
    optional: true,
  })
  state?: string;
}

/** What a person is told within the service, and what went out of the house (thông báo, nhật ký gửi). */
@ApiTags('notifications')
@Controller('api/v1')
export class InboxController {
  constructor(
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(TEMPLATES) private readonly templates: Readonly<Record<string, Template>>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(Inbox)
  @Get('inbox')
  @ApiOperation({ summary: 'Thông báo của tôi · what I am told' })
  async inbox(
    @Me() { office, personId }: Person,
    @Query() { limit = 50, cursor }: Page,
    @Headers('accept-language') accept?: string,
  ) {
    const rows = await this.outbox.inbox(office, personId, cursor && numberIn(cursor), limit + 1);
    const language = languageOf(accept);
    const { items, nextCursor } = pageOf(rows, limit, bySeq);
    const told = items.map((row) => {
      const { template, params, subject } = row.body as Notice;
      const words = this.templates[template];
      return {
        id: row.id,
        at: isoOffset(row.created_at),
        subject,
        title: words ? fill(words.subject[language], params) : template,
        text: words ? fill(words.text[language], params) : '',
        readAt: row.read_at && isoOffset(row.read_at),
      };
    });
    return { items: told, nextCursor };
  }

  @Post('inbox/:id/reading')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đã đọc · mark as read' })
  async read(@Me() { office, personId }: Person, @PathId() id: string) {
    if (!(await this.outbox.markRead(office, personId, id, this.clock.now()))) throw notFound();
  }

  @Answers(DeliveryPage)
  @Get('deliveries')
  @ApiOperation({ summary: 'Nhật ký gửi · what went out, what waits, what was given up' })
  async deliveries(
    @Me() { office }: Person,
    @Query() { limit = 50, cursor, channel, state }: ListDeliveries,
  ) {
    const rows = await this.outbox.list(office, {
      channel,
      state,
      cursor: cursor && numberIn(cursor),
      limit: limit + 1,
    });
    const { items, nextCursor } = pageOf(rows, limit, bySeq);
    const sent = items.map((row) => ({
      id: row.id,
      channel: row.channel,
      state: row.state,
      template: (row.body as Partial<Notice>).template ?? null,
      cause: row.cause,
      at: isoOffset(row.created_at),
      deliveredAt: row.delivered_at && isoOffset(row.delivered_at),
      nextAt: row.state === 'waiting' ? isoOffset(row.next_at) : null,
      attempts: row.attempts,
    }));
    return { items: sent, nextCursor };
  }

  @Post('deliveries/:id/retry')
  @HttpCode(204)
  @ApiOperation({ summary: 'Gửi lại tin đã bỏ · try one that was given up once more' })
  async retry(@Me() { office }: Person, @PathId() id: string) {
    if (!(await this.outbox.retry(office, id, this.clock.now()))) throw notFound();
  }
}

const bySeq = ({ seq }: Delivery): string => String(seq);
