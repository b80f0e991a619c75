import { Act, Me, type Envelope, type Person } from '#kernel';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Accounts } from './account/accounts.js';
import { AppointPerson, VacatePost, appointPerson, vacatePost } from './office/office.commands.js';
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
