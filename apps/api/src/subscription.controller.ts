import {
  Answers,
  Email,
  PathId,
  Act,
  Me,
  OneOf,
  Text,
  derivedId,
  isoOffset,
  languageOf,
  notFound,
  type Envelope,
  type Person,
} from '#kernel';
import { Subscriptions, nextDigest } from '#notification';
import { Vault } from '#vault';
import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Runtime } from '../../runtime/src/index.js';
import { RUNTIME } from './tokens.js';
import { TrailSubscribed, TrailSubscriptions } from './api.shapes.js';

/** What a supervisor wants to be told of, once a day. */
export class SubscribeToTrail {
  @Email({ description: 'Địa chỉ thư · e-mail address' })
  email!: string;

  @Text({ description: 'Loại sự kiện · event type', max: 60, optional: true })
  type?: string;

  @Text({ description: 'Đối tượng · subject id', max: 60, optional: true })
  subject?: string;

  @Text({ description: 'Người thực hiện · actor', max: 60, optional: true })
  actor?: string;

  @OneOf({ description: 'Ngôn ngữ · language', values: ['vi', 'en'], optional: true })
  language?: 'vi' | 'en';
}

/** Digests of the trail by e-mail (thư tổng hợp nhật ký). */
@ApiTags('audit')
@Controller('api/v1/audit/subscriptions')
export class SubscriptionController {
  readonly #subscriptions: Subscriptions;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(Vault) private readonly vault: Vault,
  ) {
    this.#subscriptions = new Subscriptions(runtime.pool);
  }

  @Answers(TrailSubscriptions)
  @Get()
  @ApiOperation({ summary: 'Đăng ký của tôi · my subscriptions' })
  async mine(@Me() { office, personId }: Person) {
    const all = await this.#subscriptions.of(office, personId);
    return {
      items: all.map(({ id, filter, language, nextAt }) => ({
        id,
        ...filter,
        language,
        nextAt: isoOffset(nextAt),
      })),
    };
  }

  @Answers(TrailSubscribed)
  @Post()
  @ApiOperation({ summary: 'Đăng ký thư tổng hợp · subscribe to a daily digest' })
  async subscribe(
    @Act() { office, actor, commandId }: Envelope,
    @Body() { email, language, ...filter }: SubscribeToTrail,
    @Headers('accept-language') accept?: string,
  ) {
    await this.vault.put(office, actor, { email });
    const id = derivedId(commandId, 'subscription');
    const nextAt = nextDigest(this.runtime.clock.now());
    await this.#subscriptions.add(office, {
      id,
      personId: actor,
      filter: { ...filter },
      language: language ?? languageOf(accept),
      nextAt,
    });
    return { id, nextAt: isoOffset(nextAt) };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Thôi nhận · unsubscribe' })
  async unsubscribe(@Me() { office, personId }: Person, @PathId() id: string) {
    if (!(await this.#subscriptions.remove(office, personId, id))) throw notFound();
  }
}
