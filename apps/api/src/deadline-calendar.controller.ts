import { WAITING, allWaiting, type WaitingFor } from '#capability';
import {
  Answers,
  CLOCK,
  LONGEST_CODE,
  Me,
  Sends,
  Text,
  isoOffset,
  languageOf,
  notFound,
  type Clock,
  type Person,
} from '#kernel';
import { CalendarAddresses, Organisation, PathOffice, Strangers } from '#organisation';
import {
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  Ip,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarAddressGiven, CalendarAddressSeen } from './api.shapes.js';
import { deadlineCalendar } from './deadline-calendar.js';

class ByAddress {
  @Text({ description: 'Mã của địa chỉ · the secret of the address', max: LONGEST_CODE })
  key!: string;
}

/** One’s deadlines in one’s own calendar (lịch hạn công việc), read at a private address that only its owner knows. */
@ApiTags('work')
@Controller()
export class DeadlineCalendarController {
  constructor(
    @Inject(WAITING) private readonly sources: readonly WaitingFor[],
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(CalendarAddresses) private readonly addresses: CalendarAddresses,
    @Inject(Strangers) private readonly strangers: Strangers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(CalendarAddressSeen)
  @Get('api/v1/work/calendar-address')
  @ApiOperation({ summary: 'Địa chỉ lịch riêng của tôi, nếu có · my private address, if I have one' })
  async seen(@Me() { office, personId }: Person) {
    const given = await this.addresses.of(office, personId);
    return {
      given: given
        ? {
            givenAt: isoOffset(given.givenAt),
            lastReadAt: given.lastReadAt && isoOffset(given.lastReadAt),
          }
        : null,
    };
  }

  @Answers(CalendarAddressGiven)
  @Post('api/v1/work/calendar-address')
  @ApiOperation({
    summary: 'Lấy địa chỉ mới, địa chỉ cũ hết tác dụng · a new address; the former is none any more',
  })
  async give(@Me() { office, personId }: Person, @Headers('accept-language') accept?: string) {
    const key = await this.addresses.give(office, personId, languageOf(accept), this.clock.now());
    return { path: `/public/${office}/deadlines.ics?key=${key}` };
  }

  @Delete('api/v1/work/calendar-address')
  @HttpCode(204)
  @ApiOperation({ summary: 'Thu hồi địa chỉ, nếu có · revoke it, if there is one' })
  async revoke(@Me() { office, personId }: Person) {
    await this.addresses.revoke(office, personId);
  }

  @Sends('Hạn công việc, iCalendar (RFC 5545) · what is due', 'text/calendar')
  @Get('public/:office/deadlines.ics')
  @ApiOperation({ summary: 'Hạn công việc của chủ địa chỉ · what is due to the owner of the address' })
  async calendar(
    @PathOffice() office: string,
    @Query() { key }: ByAddress,
    @Ip() address: string,
    @Req() { protocol, host }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.strangers.mayGuess(address);
    const now = this.clock.now();
    const owner = await this.addresses.ownerOf(office, key, now);
    await this.strangers.guessed(address, owner !== undefined);
    if (!owner) throw notFound();
    const { personId, language } = owner;
    const state = await this.organisation.current(office);
    const waiting = await allWaiting(this.sources, { office, state, personId, everyDeadline: true });
    reply.header('content-type', 'text/calendar; charset=utf-8');
    reply.header('content-disposition', 'inline; filename="han-cong-viec.ics"');
    return deadlineCalendar(waiting, {
      now,
      language,
      house: `${protocol}://${host}`,
      office: state.name,
    });
  }
}
