import { PathId, Me, Text, isoOffset, notFound, type Person } from '#kernel';
import { Accounts, Organisation, postsOf } from '#organisation';
import { Body, Controller, Delete, Get, HttpCode, Inject, Ip, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { bearerOf } from './session.guard.js';
import { RUNTIME } from './tokens.js';
import type { Runtime } from '../../runtime/src/index.js';

export class SignIn {
  @Text({ description: 'Tên đăng nhập · username', max: 100 })
  username!: string;

  @Text({ description: 'Mật khẩu · password', max: 200 })
  password!: string;
}

/** Signing in and out (phiên đăng nhập). */
@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Đăng nhập · sign in' })
  async signIn(@Body() { username, password }: SignIn, @Ip() address: string) {
    const { token, session } = await this.accounts.signIn(this.runtime.office, username, password, address);
    return { token, expiresAt: isoOffset(session.expiresAt), person: await this.#person(session) };
  }

  @Get()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Các phiên của tôi · my sessions' })
  async sessions(
    @Me() { office, personId }: Person,
    @Req() request: { headers: { authorization?: string } },
  ) {
    const token = bearerOf(request.headers.authorization) ?? '';
    const items = await this.accounts.sessionsOf(office, personId, token);
    return {
      items: items.map(({ beganAt, expiresAt, ...session }) => ({
        ...session,
        beganAt: isoOffset(beganAt),
        expiresAt: isoOffset(expiresAt),
      })),
    };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Kết thúc một phiên của tôi · end one of my sessions' })
  async end(@Me() { office, personId }: Person, @PathId() id: string) {
    if (!(await this.accounts.endSession(office, personId, id))) throw notFound();
  }

  @Get('me')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Tôi là ai · who I am' })
  me(@Me() me: Person) {
    return this.#person(me);
  }

  @Delete()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Đăng xuất · sign out' })
  async signOut(@Me() { office }: Person, @Req() request: { headers: { authorization?: string } }) {
    await this.accounts.signOut(office, bearerOf(request.headers.authorization) ?? '');
  }

  async #person({ office, personId, username, name }: Person) {
    const posts = postsOf(await this.organisation.current(office), personId);
    return {
      id: personId,
      username,
      name,
      posts: posts.map(({ postId, title, unitId, roles }) => ({ postId, title, unitId, roles })),
    };
  }
}
