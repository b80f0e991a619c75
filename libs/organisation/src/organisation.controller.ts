import {
  Act,
  DayField,
  Me,
  POOL,
  PathId,
  about,
  derivedId,
  inOffice,
  isDay,
  type Day,
  type Envelope,
  type Person,
} from '#kernel';
import { findHead } from '#ledger';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { Accounts } from './account/accounts.js';
import {
  AppointPerson,
  EndPost,
  EndSubstitute,
  NameSubstitute,
  OpenPost,
  VacatePost,
  appointPerson,
  endPost,
  endSubstitute,
  nameSubstitute,
  openPost,
  vacatePost,
} from './office/office.commands.js';
import { GiveDelegation, RevokeDelegation, giveDelegation, revokeDelegation } from './office/delegation.js';
import { hasRole } from './office/hierarchy.js';
import { EndUnit, OpenUnit, SplitUnit, endUnit, openUnit, splitUnit } from './office/restructuring.js';
import type { Office } from './office/standing.js';
import {
  EndAuthority,
  EndOffice,
  NameAuthority,
  endAuthority,
  endOffice,
  nameAuthority,
} from './office/succession.js';
import { Organisation } from './organisation.service.js';

export class OnDay {
  @DayField({ description: 'Cơ cấu tại ngày · as of a day, today if absent', optional: true })
  on?: Day;
}

/** Units, posts and people (tổ chức). */
@ApiTags('organisation')
@ApiBearerAuth()
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Đơn vị, vị trí và người giữ, tại một ngày · units, posts and holders as of a day',
  })
  async show(@Me() { office }: Person, @Query() { on }: OnDay) {
    const [state, names] = await Promise.all([
      on !== undefined && isDay(on) ? this.organisation.onDay(office, on) : this.organisation.current(office),
      this.accounts.names(office),
    ]);
    return tree(state, names);
  }

  @Post('units')
  @ApiOperation({ summary: 'Lập bộ phận · open a unit' })
  async openUnit(@Act() envelope: Envelope, @Body() command: OpenUnit) {
    const { commandId } = envelope;
    const [unitId, postId] = [derivedId(commandId, 'unit'), derivedId(commandId, 'post')];
    const done = await this.organisation.act(envelope, command, (state) =>
      openUnit(state, command, { unitId, postId }),
    );
    return { ...done, unitId, postId };
  }

  @Post('units/:id/ending')
  @ApiOperation({ summary: 'Giải thể, sáp nhập bộ phận · end or merge a unit (R28)' })
  endUnit(@Act() envelope: Envelope, @PathId() id: string, @Body() command: EndUnit) {
    return this.organisation.act(envelope, about(command, id), (state) => endUnit(state, id, command));
  }

  @Post('units/:id/split')
  @ApiOperation({ summary: 'Chia tách bộ phận · split a unit (R28)' })
  async splitUnit(@Act() envelope: Envelope, @PathId() id: string, @Body() command: SplitUnit) {
    const partId = derivedId(envelope.commandId, 'unit');
    const done = await this.organisation.act(envelope, about(command, id), (state) =>
      splitUnit(state, id, command, partId),
    );
    return { ...done, unitId: partId };
  }

  @Post('posts')
  @ApiOperation({ summary: 'Lập vị trí · open a post' })
  async openPost(@Act() envelope: Envelope, @Body() command: OpenPost) {
    const postId = derivedId(envelope.commandId, 'post');
    const done = await this.organisation.act(envelope, command, (state) => openPost(state, command, postId));
    return { ...done, postId };
  }

  @Post('posts/:id/ending')
  @ApiOperation({ summary: 'Bỏ vị trí · end a post (R28)' })
  endPost(@Act() envelope: Envelope, @PathId() id: string, @Body() command: EndPost) {
    return this.organisation.act(envelope, about(command, id), (state) => endPost(state, id, command));
  }

  @Post('appointments')
  @ApiOperation({ summary: 'Bổ nhiệm · put a person into a post' })
  appoint(@Act() envelope: Envelope, @Body() command: AppointPerson) {
    return this.organisation.act(envelope, command, (state, { today }) =>
      appointPerson(state, command, today),
    );
  }

  @Post('vacancies')
  @ApiOperation({ summary: 'Để trống vị trí · leave a post vacant' })
  vacate(@Act() envelope: Envelope, @Body() command: VacatePost) {
    return this.organisation.act(envelope, command, (state) => vacatePost(state, command));
  }

  @Post('substitutes')
  @ApiOperation({ summary: 'Cử người thay thế · name a substitute' })
  substitute(@Act() envelope: Envelope, @Body() command: NameSubstitute) {
    return this.organisation.act(envelope, command, (state, { today }) =>
      nameSubstitute(state, command, today),
    );
  }

  @Post('substitutes/ending')
  @ApiOperation({ summary: 'Thôi thay thế · end a substitution' })
  endSubstitute(@Act() envelope: Envelope, @Body() command: EndSubstitute) {
    return this.organisation.act(envelope, command, (state) => endSubstitute(state, command));
  }

  @Get('delegations')
  @ApiOperation({ summary: 'Uỷ quyền đã cho và nhận · delegations given and received' })
  async delegations(@Me() { office, personId }: Person) {
    const state = await this.organisation.current(office);
    const all = hasRole(state, personId, 'chairman', 'office-of-record', 'oversight', 'inspector', 'admin');
    const items = [...state.delegations.values()].filter(
      (d) => all || d.from === personId || d.to === personId,
    );
    return { items };
  }

  @Post('delegations')
  @ApiOperation({ summary: 'Uỷ quyền · lend rights of one’s own (R27)' })
  async delegate(@Act() envelope: Envelope, @Body() command: GiveDelegation) {
    const delegationId = derivedId(envelope.commandId, 'delegation');
    const done = await this.organisation.act(envelope, command, (state, context) =>
      giveDelegation(state, command, { ...context, delegationId }),
    );
    return { ...done, delegationId };
  }

  @Post('delegations/:id/revocation')
  @ApiOperation({ summary: 'Thu hồi uỷ quyền · take a delegation back' })
  revoke(@Act() envelope: Envelope, @PathId() id: string, @Body() command: RevokeDelegation) {
    return this.organisation.act(envelope, about(command, id), (state, { actor }) =>
      revokeDelegation(state, id, command, actor),
    );
  }

  @Post('authorities')
  @ApiOperation({ summary: 'Cho cấp trên theo dõi · let an office above look on' })
  nameAuthority(@Act() envelope: Envelope, @Body() command: NameAuthority) {
    const { office } = envelope;
    return this.organisation.act(envelope, command, (state) => nameAuthority(state, command, office));
  }

  @Post('authorities/ending')
  @ApiOperation({ summary: 'Thôi cho cấp trên theo dõi · end that' })
  endAuthority(@Act() envelope: Envelope, @Body() command: EndAuthority) {
    return this.organisation.act(envelope, command, (state) => endAuthority(state, command));
  }

  @Post('succession')
  @ApiOperation({ summary: 'Sáp nhập cả đơn vị · hand the whole office to another (R28)' })
  async endOffice(@Act() envelope: Envelope, @Body() command: EndOffice) {
    const [successor, head] = await Promise.all([
      this.organisation.current(command.successor),
      inOffice(command.successor, () => findHead(this.pool, command.successor)),
    ]);
    const successorLedger = head?.key ?? null;
    return this.organisation.act(envelope, command, (state) =>
      endOffice(state, command, { successor, successorLedger }),
    );
  }
}

function tree(state: Office, names: Map<string, string>) {
  const person = (personId: string | undefined) =>
    personId === undefined ? null : { personId, name: names.get(personId) ?? null };
  const { name, superior, succession, predecessors } = state;
  return {
    name,
    superior,
    units: [...state.units.values()].filter(({ endedBy }) => endedBy === undefined),
    endedUnits: [...state.units.values()].filter(({ endedBy }) => endedBy !== undefined),
    posts: [...state.posts.values()].map((post) => ({
      ...post,
      holder: person(state.holders.get(post.postId)),
      substitute: person(state.substitutes.get(post.postId)),
      vacant: !post.external && !state.holders.has(post.postId),
    })),
    authorities: [...state.authorities],
    successor: succession && { office: succession.successor, name: succession.successorName },
    predecessors,
  };
}
