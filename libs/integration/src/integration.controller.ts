import { ActDone } from '#event-store';
import { PathOffice } from '#organisation';
import {
  Answers,
  Takes,
  Act,
  CLOCK,
  InstantField,
  Me,
  OneOf,
  PUBLIC_URL,
  PathId,
  type Clock,
  type Envelope,
  type Person,
} from '#kernel';
import { Outbox } from '#outbox';
import { Secrets } from '#vault';
import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { Payments } from './payment/payments.js';
import { EndWebhook, SubscribeWebhook } from './webhook/subscription.js';
import { Webhooks, webhookKeys, webhookSecret } from './webhook/webhooks.service.js';
import { DeliveriesReplayed, PaymentTaken, WebhookList, WebhookSubscribed } from './integration.shapes.js';

export class ReplayDeliveries {
  @OneOf({ description: 'Kênh · channel', values: ['province', 'reporting', 'webhook'] })
  channel!: string;

  @InstantField({ description: 'Từ lúc · since' })
  since!: string;
}

/** Other systems: who is told of events, what is sent again (kết nối hệ thống khác). */
@ApiTags('integration')
@Controller('api/v1')
export class IntegrationController {
  constructor(
    @Inject(Webhooks) private readonly webhooks: Webhooks,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Answers(WebhookList)
  @Get('webhooks')
  @ApiOperation({ summary: 'Hệ thống nhận sự kiện · subscribers' })
  async list(@Me() { office }: Person) {
    const items = await this.webhooks.active(office);
    return { items: items.map(({ id, url, types }) => ({ id, url, types: [...types] })) };
  }

  @Answers(WebhookSubscribed)
  @Post('webhooks')
  @ApiOperation({
    summary: 'Đăng ký nhận sự kiện; bí mật chỉ hiện một lần · subscribe; the secret is shown once',
  })
  async subscribe(@Act() act: Envelope, @Body() command: SubscribeWebhook) {
    const done = await this.webhooks.subscribe(act, command, hostOf(this.publicUrl));
    const [key] = webhookKeys(this.secrets, act.office, done.id);
    return { ...done, secret: key ? webhookSecret(key) : '' };
  }

  @Answers(ActDone)
  @Post('webhooks/:id/ending')
  @ApiOperation({ summary: 'Thôi gửi · end' })
  end(@Act() act: Envelope, @PathId() id: string, @Body() command: EndWebhook) {
    return this.webhooks.end(act, id, command);
  }

  @Answers(DeliveriesReplayed)
  @Post('deliveries/replays')
  @ApiOperation({ summary: 'Gửi lại từ một thời điểm, cùng mã · send again with the same ids' })
  async replay(@Me() { office }: Person, @Body() { channel, since }: ReplayDeliveries) {
    return { again: await this.outbox.replay(office, channel, new Date(since), this.clock.now()) };
  }
}

/** Where a provider of payments tells of them; its signature is the credential. */
@ApiTags('public')
@ApiSecurity('webhook')
@Controller('public/:office/payments')
export class PaymentController {
  constructor(@Inject(Payments) private readonly payments: Payments) {}

  @Takes(
    'Sự kiện của bên thu hộ, đúng từng byte đã ký · the event, byte for byte as signed',
    'application/json',
  )
  @Answers(PaymentTaken)
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Thông báo thanh toán, ký theo Standard Webhooks · a payment was made' })
  take(
    @PathOffice() office: string,
    @Req() { headers, signedBytes }: { headers: Record<string, string>; signedBytes?: Buffer },
  ) {
    return this.payments.take(office, { headers, body: signedBytes ?? Buffer.alloc(0) });
  }
}

/** Who asks a subscriber for leave. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'minh-bach.localhost');
