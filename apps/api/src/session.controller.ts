import { Me, Text, isoOffset, refusal, type Person } from '#kernel';
import { Accounts, Organisation, postsOf } from '#organisation';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { bearerOf } from './session.guard.js';
import { RUNTIME } from './tokens.js';
import type { Runtime } from '../../runtime/src/index.js';

export const tooManyTries = refusal(
  'too_many_tries',
  429,
  { vi: 'Thử đăng nhập quá nhiều lần', en: 'Too many tries to sign in' },
  { vi: 'Chờ một phút rồi thử lại.', en: 'Wait a minute and try again.' },
);

export class SignIn {
  @Text({ description: 'Tên đăng nhập · username', max: 100 })
  username!: string;

  @Text({ description: 'Mật khẩu · password', max: 200 })
  password!: string;
}

const TRIES = 10;
const WINDOW_MS = 60_000;

/** Signing in and out (phiên đăng nhập). */
@ApiTags('sessions')
@Controller('api/v1/sessions')
export class SessionController {
  readonly #failures = new Map<string, number[]>();

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Đăng nhập · sign in' })
  async signIn(@Body() { username, password }: SignIn) {
    const recent = (this.#failures.get(username) ?? []).filter((at) => at > Date.now() - WINDOW_MS);
    if (recent.length >= TRIES) throw tooManyTries();
    try {
      const { token, session } = await this.accounts.signIn(this.runtime.office, username, password);
      this.#failures.delete(username);
      return { token, expiresAt: isoOffset(session.expiresAt), person: await this.#person(session) };
    } catch (error) {
      if (this.#failures.size > 10_000) this.#failures.clear();
      this.#failures.set(username, [...recent, Date.now()]);
      throw error;
    }
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
