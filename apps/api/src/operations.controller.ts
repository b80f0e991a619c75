import { Answers, InstantField, isoOffset, notFound } from '#kernel';
import type { WakeQueue } from '#queue';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { ClockMoved } from './api.shapes.js';
import { registry } from './metrics.js';
import { readiness } from './readiness.js';
import { SeenSinceStart } from './seen-since-start.js';
import { AUTHORITY, OPERATIONS_TOKEN, QUEUE, RUNTIME, WORKER_GRACE } from './tokens.js';
import { isThisMachine, type Runtime } from '../../runtime/src/index.js';

/** What operators and their monitors ask. */
@ApiExcludeController()
@Controller()
export class OperationsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(QUEUE) private readonly queue: WakeQueue,
    @Inject(SeenSinceStart) private readonly seen: SeenSinceStart,
    @Inject(AUTHORITY) private readonly authority: string | undefined,
    @Inject(OPERATIONS_TOKEN) private readonly token: string | undefined,
    @Inject(WORKER_GRACE) private readonly workerGraceS: number,
  ) {}

  @Get()
  welcome(@Res() reply: FastifyReply) {
    return reply.redirect('/app/', 302);
  }

  /** Opened once on a phone or machine in the office's network, it lets that trust this service. */
  @Get('authority.crt')
  authorityCertificate(@Res() reply: FastifyReply) {
    if (this.authority === undefined) throw notFound();
    return reply.header('content-type', 'application/x-x509-ca-cert').send(this.authority);
  }

  @Get('healthz')
  health() {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Req() request: FastifyRequest) {
    await this.seen.require();
    const whole = await readiness(this.runtime, this.queue, this.workerGraceS);
    return this.#isOperator(request) ? whole : { status: whole.status };
  }

  @Get('metrics')
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!this.#isOperator(request)) throw notFound();
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  }

  /** Who watches over the service shows the token; where there is none, asks from this machine, through no proxy. */
  #isOperator({ ip, headers }: FastifyRequest): boolean {
    if (this.token === undefined) return isThisMachine(ip) && headers['x-forwarded-for'] === undefined;
    const [given, wanted] = [headers.authorization ?? '', `Bearer ${this.token}`].map((text) =>
      createHash('sha256').update(text).digest(),
    );
    return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
  }
}

export class MoveClock {
  @InstantField({ description: 'Thời điểm mới · the new instant' })
  to!: string;
}

/** The demonstration office's movable clock. */
@ApiTags('demo')
@Controller('api/v1/demo')
export class DemoController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Answers(ClockMoved)
  @Post('clock')
  @HttpCode(200)
  @ApiOperation({ summary: 'Chuyển đồng hồ trình diễn tới trước · move the demonstration clock forward' })
  async move(@Body() { to }: MoveClock) {
    const { clock } = this.runtime;
    if (!clock.simulated) throw notFound();
    await clock.moveTo(new Date(to));
    return { now: isoOffset(clock.now()) };
  }
}
