import { ActDone } from '#event-store';
import {
  Answers,
  Act,
  DayField,
  Id,
  Me,
  POOL,
  PathId,
  dayOf,
  inOffice,
  isDay,
  type Day,
  type Envelope,
  type Person,
} from '#kernel';
import { findHead } from '#ledger';
import { Body, Controller, Get, Headers, Inject, Post, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { Accounts } from './account/accounts.js';
import { Acts, actsAnswer } from './command/acts-answer.js';
import { Commands } from './command/commands.js';
import {
  AppointPerson,
  EndPost,
  EndSubstitute,
  NameSubstitute,
  OpenPost,
  VacatePost,
} from './office/office.commands.js';
import { GiveDelegation, RevokeDelegation } from './office/delegation.js';
import { hasRole } from './office/hierarchy.js';
import { EndUnit, OpenUnit, SplitUnit } from './office/restructuring.js';
import {
  AgreeToTakeOver,
  EndAuthority,
  EndOffice,
  NameAuthority,
  OfficeMerger,
} from './office/succession.js';
import { officeSubject } from './office-subject.js';
import { organigram, withNames } from './organigram.js';
import { madeBy } from './organisation.commands.js';
import { Organisation } from './organisation.service.js';
import {
  Delegated,
  DelegationList,
  Organigram,
  PostOpened,
  Tenures,
  UnitOpened,
  UnitSplit,
} from './organisation.shapes.js';

export class OnDay {
  @DayField({ description: 'Cơ cấu tại ngày · as of a day, today if absent', optional: true })
  on?: Day;
}

/** What of the office an act would be on. */
export class OfPart {
  @Id({ description: 'Bộ phận, vị trí, uỷ quyền · a unit, a post, a delegation', optional: true })
  of?: string;
}

/** Units, posts and people (tổ chức). */
@ApiTags('organisation')
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Answers(Organigram)
  @Get()
  @ApiOperation({
    summary: 'Đơn vị, vị trí và người giữ, tại một ngày · units, posts and holders as of a day',
  })
  async show(@Me() { office }: Person, @Query() { on }: OnDay) {
    const isAsked = on !== undefined && isDay(on);
    const day = isAsked ? on : dayOf(this.organisation.now());
    const [state, changes, names] = await Promise.all([
      isAsked ? this.organisation.onDay(office, day) : this.organisation.current(office),
      this.organisation.changes(office),
      this.accounts.names(office),
    ]);
    return organigram(state, names, { day, changes });
  }

  @Answers(Acts)
  @Get('acts')
  @ApiOperation({
    summary: 'Được làm gì với tổ chức, nếu không thì vì sao · what may be done, and if not why',
  })
  async acts(
    @Act() envelope: Envelope,
    @Query() { of: part }: OfPart,
    @Headers('accept-language') accept?: string,
  ) {
    const asked = { envelope, subject: officeSubject(envelope.office), ...(part ? { part } : {}) };
    return actsAnswer(await this.commands.mayBeDone('office', asked), accept);
  }

  @Answers(Tenures)
  @Get('posts/:id/tenures')
  @ApiOperation({ summary: 'Ai giữ vị trí qua các thời kỳ · who acted in a post, and when' })
  async tenures(@Me() { office }: Person, @PathId() id: string) {
    const [items, names] = await Promise.all([
      this.organisation.tenures(office, id),
      this.accounts.names(office),
    ]);
    return { items: items.map((tenure) => ({ ...tenure, name: names.get(tenure.personId) ?? null })) };
  }

  @Answers(UnitOpened)
  @Post('units')
  @ApiOperation({ summary: 'Lập bộ phận · open a unit' })
  async openUnit(@Act() act: Envelope, @Body() command: OpenUnit) {
    const done = await this.#send(OpenUnit, act, command);
    return { ...done, unitId: madeBy(act.commandId, 'unit'), postId: madeBy(act.commandId, 'post') };
  }

  @Answers(ActDone)
  @Post('units/:id/ending')
  @ApiOperation({ summary: 'Giải thể, sáp nhập bộ phận · end or merge a unit (R28)' })
  endUnit(@Act() act: Envelope, @PathId() id: string, @Body() command: EndUnit) {
    return this.#send(EndUnit, act, command, id);
  }

  @Answers(UnitSplit)
  @Post('units/:id/split')
  @ApiOperation({ summary: 'Chia tách bộ phận · split a unit (R28)' })
  async splitUnit(@Act() act: Envelope, @PathId() id: string, @Body() command: SplitUnit) {
    const done = await this.#send(SplitUnit, act, command, id);
    return { ...done, unitId: madeBy(act.commandId, 'unit') };
  }

  @Answers(PostOpened)
  @Post('posts')
  @ApiOperation({ summary: 'Lập vị trí · open a post' })
  async openPost(@Act() act: Envelope, @Body() command: OpenPost) {
    const done = await this.#send(OpenPost, act, command);
    return { ...done, postId: madeBy(act.commandId, 'post') };
  }

  @Answers(ActDone)
  @Post('posts/:id/ending')
  @ApiOperation({ summary: 'Bỏ vị trí · end a post (R28)' })
  endPost(@Act() act: Envelope, @PathId() id: string, @Body() command: EndPost) {
    return this.#send(EndPost, act, command, id);
  }

  @Answers(ActDone)
  @Post('appointments')
  @ApiOperation({ summary: 'Bổ nhiệm · put a person into a post' })
  appoint(@Act() act: Envelope, @Body() command: AppointPerson) {
    return this.#send(AppointPerson, act, command);
  }

  @Answers(ActDone)
  @Post('vacancies')
  @ApiOperation({ summary: 'Để trống vị trí · leave a post vacant' })
  vacate(@Act() act: Envelope, @Body() command: VacatePost) {
    return this.#send(VacatePost, act, command);
  }

  @Answers(ActDone)
  @Post('substitutes')
  @ApiOperation({ summary: 'Cử người thay thế · name a substitute' })
  substitute(@Act() act: Envelope, @Body() command: NameSubstitute) {
    return this.#send(NameSubstitute, act, command);
  }

  @Answers(ActDone)
  @Post('substitutes/ending')
  @ApiOperation({ summary: 'Thôi thay thế · end a substitution' })
  endSubstitute(@Act() act: Envelope, @Body() command: EndSubstitute) {
    return this.#send(EndSubstitute, act, command);
  }

  @Answers(DelegationList)
  @Get('delegations')
  @ApiOperation({ summary: 'Uỷ quyền đã cho và nhận · delegations given and received' })
  async delegations(@Me() { office, personId }: Person) {
    const [state, names] = await Promise.all([
      this.organisation.current(office),
      this.accounts.names(office),
    ]);
    const all = hasRole(state, personId, 'chairman', 'office-of-record', 'oversight', 'inspector', 'admin');
    const seen = [...state.delegations.values()].filter(
      (d) => all || d.from === personId || d.to === personId,
    );
    return { items: seen.map((given) => withNames(given, names)) };
  }

  @Answers(Delegated)
  @Post('delegations')
  @ApiOperation({ summary: 'Uỷ quyền · lend rights of one’s own (R27)' })
  async delegate(@Act() act: Envelope, @Body() command: GiveDelegation) {
    const done = await this.#send(GiveDelegation, act, command);
    return { ...done, delegationId: madeBy(act.commandId, 'delegation') };
  }

  @Answers(ActDone)
  @Post('delegations/:id/revocation')
  @ApiOperation({ summary: 'Thu hồi uỷ quyền · take a delegation back' })
  revoke(@Act() act: Envelope, @PathId() id: string, @Body() command: RevokeDelegation) {
    return this.#send(RevokeDelegation, act, command, id);
  }

  @Answers(ActDone)
  @Post('authorities')
  @ApiOperation({ summary: 'Cho cấp trên theo dõi · let an office above look on' })
  nameAuthority(@Act() act: Envelope, @Body() command: NameAuthority) {
    return this.#send(NameAuthority, act, command);
  }

  @Answers(ActDone)
  @Post('authorities/ending')
  @ApiOperation({ summary: 'Thôi cho cấp trên theo dõi · end that' })
  endAuthority(@Act() act: Envelope, @Body() command: EndAuthority) {
    return this.#send(EndAuthority, act, command);
  }

  @Answers(ActDone)
  @Post('succession')
  @ApiOperation({ summary: 'Sáp nhập cả đơn vị · hand the whole office to another (R28)' })
  async endOffice(@Act() act: Envelope, @Body() command: OfficeMerger) {
    const [office, head] = await Promise.all([
      this.organisation.current(command.successor),
      inOffice(command.successor, () => findHead(this.pool, command.successor)),
    ]);
    return this.#send(EndOffice, act, { ...command, into: { office, ledger: head?.key ?? null } });
  }

  @Answers(ActDone)
  @Post('take-overs')
  @ApiOperation({ summary: 'Đồng ý tiếp nhận một đơn vị · agree to take an office over (R28)' })
  agreeToTakeOver(@Act() act: Envelope, @Body() command: AgreeToTakeOver) {
    return this.#send(AgreeToTakeOver, act, command);
  }

  #send<C extends object>(command: Type<C>, act: Envelope, fields: C, part?: string) {
    return this.commands.send(command, act, officeSubject(act.office), fields, part);
  }
}
