import {
  Answers,
  CLOCK,
  Email,
  Me,
  OneOf,
  Text,
  invalidInput,
  whenRefused,
  type Clock,
  type Person,
} from '#kernel';
import { Vault } from '#vault';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { CHANNELS } from '../announcements.js';
import { NoticesChosen } from '../notification.shapes.js';
import { nextDigest } from '../subscriptions.js';
import { NoticeChoices } from './notice-choices.js';
import { NOTICE_CHANNELS, type NoticeChannel, type NoticeChoice } from './notice-group.js';

const channels = (description: string) => ({
  description,
  enum: NOTICE_CHANNELS,
  isArray: true,
  maxItems: NOTICE_CHANNELS.length,
});

/** How an official wants to be told beside the service, where they find everything in any case (cách nhận thông báo). */
export class ChooseNotices {
  @ApiProperty(channels('Nhắc hạn, quá hạn, báo cáo lên · times that run out'))
  @IsArray()
  @ArrayMaxSize(NOTICE_CHANNELS.length)
  @IsIn(NOTICE_CHANNELS, { each: true })
  deadlines!: NoticeChannel[];

  @ApiProperty(channels('Việc khác · all other work'))
  @IsArray()
  @ArrayMaxSize(NOTICE_CHANNELS.length)
  @IsIn(NOTICE_CHANNELS, { each: true })
  work!: NoticeChannel[];

  @ApiProperty({ description: 'Thư tổng hợp hằng ngày · a digest a day by e-mail' })
  @IsBoolean()
  digest!: boolean;

  @OneOf({ description: 'Ngôn ngữ · language', values: ['vi', 'en'] })
  language!: 'vi' | 'en';

  @Email({
    description: 'Địa chỉ thư, nếu chưa khai hoặc đổi · e-mail address, where it is new',
    optional: true,
  })
  email?: string;

  @Text({
    description: 'Số điện thoại, nếu chưa khai hoặc đổi · phone, where it is new',
    max: 30,
    optional: true,
  })
  phone?: string;
}

/** How officials are told beside the service itself. */
@ApiTags('notifications')
@Controller('api/v1/inbox/choices')
export class NoticeChoicesController {
  constructor(
    @Inject(NoticeChoices) private readonly choices: NoticeChoices,
    @Inject(CHANNELS) private readonly open: readonly string[],
    @Inject(Vault) private readonly vault: Vault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers(NoticesChosen)
  @Get()
  @ApiOperation({ summary: 'Cách nhận thông báo của tôi · how I am told' })
  async mine(@Me() { office, personId }: Person) {
    return this.#answer(await this.choices.one(office, personId));
  }

  @Answers(NoticesChosen)
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Chọn cách nhận thông báo · choose how to be told' })
  async choose(@Me() { office, personId }: Person, @Body() { email, phone, ...choice }: ChooseNotices) {
    const given = { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) };
    await this.#requireReachable(office, personId, choice, given);
    if (Object.keys(given).length > 0) await this.vault.put(office, personId, given);
    await this.choices.choose(office, personId, choice, nextDigest(this.clock.now()));
    return this.#answer(choice);
  }

  #answer({ deadlines, work, digest, language }: NoticeChoice) {
    const open = NOTICE_CHANNELS.filter((channel) => this.open.includes(channel));
    return { deadlines: [...deadlines], work: [...work], digest, language, open };
  }

  /** Over a channel that is there, at an address that is known or given along; refuses `invalid_input`. */
  async #requireReachable(
    office: string,
    personId: string,
    { deadlines, work, digest }: NoticeChoice,
    given: { email?: string; phone?: string },
  ): Promise<void> {
    const wanted = new Set<NoticeChannel>([...deadlines, ...work, ...(digest ? (['email'] as const) : [])]);
    const closed = [...wanted].find((channel) => !this.open.includes(channel));
    if (closed) throw invalidInput({ errors: [{ field: closed, message: 'this channel is not set up' }] });
    const needed = [...wanted].map((channel) => (channel === 'email' ? 'email' : 'phone'));
    const missing = needed.filter((fact) => given[fact] === undefined);
    if (missing.length === 0) return;
    const reader = { reader: personId, purpose: 'own address for notices', at: this.clock.now() };
    const known = await this.vault.read(office, personId, missing, reader).catch(whenRefused(undefined));
    const lacking = missing.find((fact) => known?.[fact] === undefined);
    if (lacking) throw invalidInput({ errors: [{ field: lacking, message: 'is needed' }] });
  }
}
