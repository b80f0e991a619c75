import { ActDone } from '#event-store';
import {
  Answers,
  Act,
  DayField,
  Id,
  Me,
  OneOf,
  PathId,
  Text,
  derivedId,
  isoOffset,
  type Envelope,
  type Person,
} from '#kernel';
import { Commands, Organisation, postsOf } from '#organisation';
import type { Facts } from '#vault';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChooseChannels, ErasePerson, RetainPerson, SharePerson } from './person.acts.js';
import { noDuty } from './person.refusals.js';
import { Persons } from './persons.service.js';
import {
  PeopleFound,
  PersonCorrected,
  PersonExport,
  PersonRead,
  PersonRegistered,
} from './persons.shapes.js';

/** What may be known of a person. */
export class PersonFacts {
  @Text({ description: 'Họ tên, tên tổ chức · name', max: 200, optional: true })
  name?: string;

  @Text({ description: 'Số điện thoại · phone', max: 30, optional: true })
  phone?: string;

  @Text({ description: 'Thư điện tử · e-mail', max: 200, optional: true })
  email?: string;

  @Text({ description: 'Số định danh, mã số thuế · identity number', max: 30, optional: true })
  identityNumber?: string;

  @Text({ description: 'Địa chỉ · address', max: 500, optional: true })
  address?: string;

  @DayField({ description: 'Ngày sinh · day of birth', optional: true })
  bornOn?: string;
}

/** Somebody to be registered. */
export class PersonToRegister extends PersonFacts {
  @Id({ description: 'Bộ phận giữ dữ liệu · the unit that holds the data' })
  unitId!: string;
}

export class ForPurpose {
  @Text({ description: 'Mục đích xem · what for', min: 3, max: 300 })
  purpose!: string;
}

export class FindPerson extends ForPurpose {
  @OneOf({ description: 'Tìm theo · by', values: ['phone', 'identityNumber', 'email'] })
  by!: 'phone' | 'identityNumber' | 'email';

  @Text({ description: 'Giá trị, viết cách nào cũng được · the value, in any spelling', max: 200 })
  value!: string;
}

const FACTS = ['name', 'phone', 'email', 'identityNumber', 'address', 'bornOn'] as const;

/** The facts that were given, by name. */
export const factsOf = (given: PersonFacts): Facts =>
  Object.fromEntries(FACTS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])));

/** People whose data the office holds (dữ liệu cá nhân). */
@ApiTags('persons')
@Controller('api/v1/persons')
export class PersonsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(PersonRegistered)
  @Post()
  @ApiOperation({ summary: 'Ghi một người · register a person' })
  async register(@Act() envelope: Envelope, @Body() command: PersonToRegister) {
    const { office, actor, commandId } = envelope;
    const state = await this.organisation.current(office);
    if (
      !postsOf(state, actor).some(
        ({ postId, unitId }) =>
          unitId === command.unitId || state.units.get(command.unitId)?.headPostId === postId,
      )
    )
      throw noDuty();
    const personId = derivedId(commandId, 'registered-person');
    const done = await this.persons.register(envelope, personId, command.unitId, factsOf(command));
    return { ...done, personId };
  }

  @Answers(PeopleFound)
  @Post('search')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Tìm theo số điện thoại, số định danh hoặc thư điện tử · find by phone, identity number or e-mail',
  })
  async find(@Me() { office, personId: actor }: Person, @Body() { by, value, purpose }: FindPerson) {
    return { items: await this.persons.find(office, by, value, { actor, purpose }) };
  }

  @Answers(PersonRead)
  @Get(':id')
  @ApiOperation({ summary: 'Xem dữ liệu, có ghi mục đích · read, for a purpose (R34)' })
  async read(
    @Me() { office, personId: actor }: Person,
    @PathId() id: string,
    @Query() { purpose }: ForPurpose,
  ) {
    return { personId: id, ...(await this.persons.read(office, id, [...FACTS], { actor, purpose })) };
  }

  @Answers(PersonExport)
  @Get(':id/export')
  @ApiOperation({ summary: 'Xuất tất cả dữ liệu đang giữ · all that is held, and who has read it' })
  async exportOf(
    @Me() { office, personId: actor }: Person,
    @PathId() id: string,
    @Query() { purpose }: ForPurpose,
  ) {
    const { facts, readings } = await this.persons.exportOf(office, id, { actor, purpose });
    const former = await this.persons.formerly(office, id, { actor, purpose });
    return {
      personId: id,
      facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !name.startsWith('secondFactor'))),
      former,
      readings: readings.map(({ at, ...reading }) => ({ ...reading, at: isoOffset(at) })),
    };
  }

  @Answers(PersonCorrected)
  @Post(':id/corrections')
  @ApiOperation({ summary: 'Sửa dữ liệu · correct' })
  correct(@Act() envelope: Envelope, @PathId() id: string, @Body() command: PersonFacts) {
    return this.persons.correct(envelope, id, factsOf(command));
  }

  @Answers(ActDone)
  @Post(':id/channels')
  @ApiOperation({ summary: 'Kênh thông báo · how to be told' })
  chooseChannels(@Act() envelope: Envelope, @PathId() id: string, @Body() command: ChooseChannels) {
    return this.commands.send(ChooseChannels, envelope, id, command);
  }

  @Answers(ActDone)
  @Post(':id/sharing')
  @ApiOperation({ summary: 'Chia sẻ cho bộ phận khác · give another unit a duty (R34)' })
  share(@Act() envelope: Envelope, @PathId() id: string, @Body() command: SharePerson) {
    return this.commands.send(SharePerson, envelope, id, command);
  }

  @Answers(ActDone)
  @Post(':id/retention')
  @ApiOperation({ summary: 'Thời hạn lưu trữ · retention' })
  retain(@Act() envelope: Envelope, @PathId() id: string, @Body() command: RetainPerson) {
    return this.persons.retain(envelope, id, command);
  }

  @Answers(ActDone)
  @Post(':id/erasure')
  @ApiOperation({ summary: 'Xóa dữ liệu cá nhân · erase' })
  erase(@Act() envelope: Envelope, @PathId() id: string, @Body() command: ErasePerson) {
    return this.persons.erase(envelope, id, command);
  }
}
