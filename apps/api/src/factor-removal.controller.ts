import { ActDone, AggregateStore } from '#event-store';
import { Answers, Act, CLOCK, Me, PathId, isoOffset, type Clock, type Envelope, type Person } from '#kernel';
import {
  AgreeToFactorRemoval,
  AskFactorRemoval,
  Commands,
  LostFactors,
  factorRemoval,
  factorSubject,
  inForceAt,
} from '#organisation';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { FactorRemoval } from './api.shapes.js';

/** The way back for who lost their second factor (gỡ xác thực hai lớp): one person asks, another agrees. */
@ApiTags('accounts')
@Controller('api/v1/accounts/:id/factor-removal')
export class FactorRemovalController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(AggregateStore) private readonly aggregates: AggregateStore,
    @Inject(LostFactors) private readonly factors: LostFactors,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(FactorRemoval)
  @Get()
  @ApiOperation({ summary: 'Đề nghị đang chờ đồng ý · the request that waits for a second person' })
  async asked(@Me() { office }: Person, @PathId() id: string) {
    const { state } = await this.aggregates.load(factorRemoval, office, factorSubject(office, id));
    const asked = inForceAt(state, this.clock.now());
    if (!asked) return { asked: null };
    const { askedBy, reason, until } = asked;
    return { asked: { askedBy, reason, until: isoOffset(new Date(until)) } };
  }

  @Answers(ActDone)
  @Post()
  @ApiOperation({ summary: 'Đề nghị gỡ xác thực hai lớp đã mất · ask to remove a lost second factor' })
  async ask(@Act() envelope: Envelope, @PathId() id: string, @Body() command: AskFactorRemoval) {
    const subject = factorSubject(envelope.office, id);
    await this.commands.requireRight(AskFactorRemoval, envelope, subject);
    await this.factors.requireFactor(envelope.office, id);
    return this.commands.send(AskFactorRemoval, envelope, subject, command, id);
  }

  @Answers(ActDone)
  @Post('agreement')
  @ApiOperation({
    summary: 'Người thứ hai đồng ý; mọi phiên của chính chủ kết thúc · the second person agrees',
  })
  async agree(@Act() envelope: Envelope, @PathId() id: string, @Body() command: AgreeToFactorRemoval) {
    const { office } = envelope;
    const done = await this.commands.send(
      AgreeToFactorRemoval,
      envelope,
      factorSubject(office, id),
      command,
      id,
    );
    await this.factors.removeEverywhere(office, id, done.version);
    return done;
  }
}
