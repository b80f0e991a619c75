import { Me, SendsEvents, invalidInput, type Person } from '#kernel';
import { Accounts, ApiTokens, isApiToken } from '#organisation';
import type { LogPosition } from '#event-store';
import { Controller, Get, Headers, Inject, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { addressOf } from '../office-scope.js';
import { Changes } from './changes.js';
import { ToldOfChanges } from './changes.shapes.js';
import { stream } from './stream.js';

/** What changes, as it changes (thay đổi trực tiếp): one stream for all windows of a browser. */
@ApiTags('changes')
@Controller('api/v1/changes')
export class ChangesController implements BeforeApplicationShutdown {
  constructor(
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
  ) {}

  @SendsEvents('Dữ liệu của một sự kiện · the data of one event', ToldOfChanges)
  @Get()
  @ApiOperation({
    summary: 'Luồng thay đổi · what changes, as server-sent events',
    description:
      'Mỗi sự kiện `change` nêu đối tượng, loại, phiên bản và vị trí trong nhật ký; `listed`: các danh sách đã có mọi thay đổi đến mục ' +
      '`upTo`; `reload`: đọc lại cái đang xem. · ' +
      'Each `change` names subject, kind, version and position in the log; `listed`: every list holds what was told up to ' +
      'there (`upTo`), and may be read anew; `reload`: read anew what is shown. ' +
      'A stream goes on behind the `Last-Event-ID` that it is asked for with.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    schema: { type: 'string', pattern: '^(0|[1-9]\\d{0,19})-\\d{1,16}$', maxLength: 37 },
  })
  async follow(
    @Me() { office, personId }: Person,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Headers('Last-Event-ID') lastEventId?: string,
  ) {
    const following = await this.changes.follow(office, personId, placeOf(lastEventId));
    const { token = '' } = addressOf(request).credential ?? {};
    const isOpen = () =>
      isApiToken(token)
        ? this.tokens.authenticate(token).then(
            () => true,
            () => false,
          )
        : this.accounts.sessions.isOpen(token);
    const body = Readable.from(stream(following, isOpen), { objectMode: false });
    body.once('close', following.leave);
    // Who breaks off is not waited for: the next word to them may be long in coming.
    reply.raw.once('close', following.leave);
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      .send(body);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.changes.close();
  }
}

/** The place behind which a stream goes on. */
function placeOf(id: string | undefined): LogPosition | undefined {
  if (id === undefined || id === '') return undefined;
  // PostgreSQL reads digits behind a zero as octal ones.
  const [, transactionId, position] = /^(0|[1-9]\d{0,19})-(\d{1,16})$/.exec(id) ?? [];
  if (transactionId === undefined || position === undefined || BigInt(transactionId) >= 2n ** 64n)
    throw invalidInput({
      errors: [{ field: 'Last-Event-ID', message: 'expected the id of an event of this stream' }],
    });
  return { transactionId, position: Number(position) };
}
