import { PathId, Act, Me, derivedId, type Envelope, type Person } from '#kernel';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Accounts } from './account/accounts.js';
import { AppointPerson, VacatePost, appointPerson, vacatePost } from './office/office.commands.js';
import { GiveDelegation, RevokeDelegation, giveDelegation, revokeDelegation } from './office/delegation.js';
import { hasRole } from './office/hierarchy.js';
import { EndUnit, OpenUnit, endUnit, openUnit } from './office/restructuring.js';
import { Organisation } from './organisation.service.js';

/** Units, posts and people (tổ chức). */
@ApiTags('organisation')
@ApiBearerAuth()
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Đơn vị, vị trí và người giữ · units, posts and who holds them' })
  async show(@Me() { office }: Person) {
    const [state, names] = await Promise.all([
      this.organisation.current(office),
      this.accounts.names(office),
    ]);
    const posts = [...state.posts.values()].map((post) => {
      const personId = state.holders.get(post.postId) ?? null;
      return { ...post, holder: personId === null ? null : { personId, name: names.get(personId) ?? null } };
    });
    return { name: state.name, units: [...state.units.values()], posts };
  }

  @Post('units')
  @ApiOperation({ summary: 'Lập bộ phận · open a unit' })
  async openUnit(@Act() envelope: Envelope, @Body() command: OpenUnit) {
    const { commandId, actor } = envelope;
    const [unitId, postId] = [derivedId(commandId, 'unit'), derivedId(commandId, 'post')];
    const done = await this.organisation.act(envelope, command, (state) =>
      openUnit(state, command, { actor, unitId, postId }),
    );
    return { ...done, unitId, postId };
  }

  @Post('units/:id/ending')
  @ApiOperation({ summary: 'Giải thể, sáp nhập bộ phận · end or merge a unit (R28)' })
  endUnit(@Act() envelope: Envelope, @PathId() id: string, @Body() command: EndUnit) {
    return this.organisation.act(envelope, Object.assign(new EndUnit(), command, { id }), (state) =>
      endUnit(state, id, command, envelope.actor),
    );
  }

  @Get('delegations')
  @ApiOperation({ summary: 'Uỷ quyền đã cho và nhận · delegations given and received' })
  async delegations(@Me() { office, personId }: Person) {
    const state = await this.organisation.current(office);
    const all = hasRole(state, personId, 'chairman', 'office-of-record', 'oversight', 'admin');
    const items = [...state.delegations.values()].filter(
      (d) => all || d.from === personId || d.to === personId,
    );
    return { items };
  }

  @Post('delegations')
  @ApiOperation({ summary: 'Uỷ quyền · lend rights of one’s own (R27)' })
  async delegate(@Act() envelope: Envelope, @Body() command: GiveDelegation) {
    const delegationId = derivedId(envelope.commandId, 'delegation');
    const context = { actor: envelope.actor, now: this.organisation.now(), delegationId };
    const done = await this.organisation.act(envelope, command, (state) =>
      giveDelegation(state, command, context),
    );
    return { ...done, delegationId };
  }

  @Post('delegations/:id/revocation')
  @ApiOperation({ summary: 'Thu hồi uỷ quyền · take a delegation back' })
  revoke(@Act() envelope: Envelope, @PathId() id: string, @Body() command: RevokeDelegation) {
    return this.organisation.act(envelope, Object.assign(new RevokeDelegation(), command, { id }), (state) =>
      revokeDelegation(state, id, command, envelope.actor),
    );
  }

  @Post('appointments')
  @ApiOperation({ summary: 'Bổ nhiệm · put a person into a post' })
  appoint(@Act() envelope: Envelope, @Body() command: AppointPerson) {
    return this.organisation.act(envelope, command, (state) => appointPerson(state, command, envelope.actor));
  }

  @Post('vacancies')
  @ApiOperation({ summary: 'Để trống vị trí · leave a post vacant' })
  vacate(@Act() envelope: Envelope, @Body() command: VacatePost) {
    return this.organisation.act(envelope, command, (state) => vacatePost(state, command, envelope.actor));
  }
}
