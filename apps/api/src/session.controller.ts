import { isDesk } from '#dossiers';
import { Answers, Me, OneOf, PathId, Text, inOffice, isoOffset, notFound, type Person } from '#kernel';
import { Accounts, Organisation, SecondFactor, hasRole, postsOf, PathOffice } from '#organisation';
import { Body, Controller, Delete, Get, HttpCode, Inject, Ip, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Secrets } from '#vault';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { credentialOf, giveSessionCookie, takeSessionCookie } from './credential.js';
import { RUNTIME } from './tokens.js';
import { rolesFor } from './policy.js';
import { RIGHTS, type Runtime } from '../../runtime/src/index.js';
import { FactorEnrolled, KeepingKeys, Myself, SessionBegun, SessionList } from './api.shapes.js';

export class SignIn {
  @Text({ description: 'Tên đăng nhập · username', max: 100 })
  username!: string;

  @Text({ description: 'Mật khẩu · password', max: 200 })
  password!: string;

  @Text({ description: 'Mã xác thực 6 số · one-time code', max: 10, optional: true })
  code?: string;
}

export class HowToSignIn {
  /** `cookie`: for pages; the token is set as a cookie that no script can read, and not in the answer. */
  @OneOf({
    description: 'cookie: cho trang web · for pages; bearer: mặc định · the default',
    values: ['cookie', 'bearer'],
    optional: true,
  })
  transport?: 'cookie' | 'bearer';
}

export class ChangePassword {
  @Text({ description: 'Mật khẩu hiện tại · present password', max: 200 })
  current!: string;

  @Text({ description: 'Mật khẩu mới · new password', max: 200 })
  next!: string;
}

export class EnrolSecondFactor {
  @Text({
    description: 'Mã của ứng dụng đang dùng, khi thay · a code of the one in force, to replace it',
    max: 10,
    optional: true,
  })
  code?: string;
}

export class ConfirmSecondFactor {
  @Text({ description: 'Mã xác thực 6 số · one-time code', max: 10 })
  code!: string;
}

const tokenOf = (request: FastifyRequest): string => credentialOf(request)?.token ?? '';

/** Signing in and out (phiên đăng nhập). */
@ApiTags('sessions')
@Controller('api/v1')
export class SessionController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(SecondFactor) private readonly secondFactor: SecondFactor,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  @Answers(SessionBegun)
  @Post('sessions')
  @ApiOperation({ summary: 'Đăng nhập · sign in' })
  signIn(
    @Body() proof: SignIn,
    @Query() how: HowToSignIn,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#signIn(this.runtime.office, proof, how, address, reply);
  }

  @Answers(SessionBegun)
  @Post('offices/:office/sessions')
  @ApiOperation({ summary: 'Đăng nhập vào một đơn vị · sign in to an office' })
  signInTo(
    @PathOffice() office: string,
    @Body() proof: SignIn,
    @Query() how: HowToSignIn,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.#signIn(office, proof, how, address, reply);
  }

  @Answers(SessionList)
  @Get('sessions')
  @ApiOperation({ summary: 'Các phiên của tôi · my sessions' })
  async sessions(@Me() { office, personId }: Person, @Req() request: FastifyRequest) {
    const items = await this.accounts.sessions.of(office, personId, tokenOf(request));
    return {
      items: items.map(({ beganAt, expiresAt, lastSeenAt, ...session }) => ({
        ...session,
        beganAt: isoOffset(beganAt),
        expiresAt: isoOffset(expiresAt),
        lastSeenAt: isoOffset(lastSeenAt),
      })),
    };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Kết thúc một phiên của tôi · end one of my sessions' })
  async end(@Me() { office, personId }: Person, @PathId() id: string) {
    if (!(await this.accounts.sessions.endOne(office, personId, id))) throw notFound();
  }

  @Answers(Myself)
  @Get('sessions/me')
  @ApiOperation({ summary: 'Tôi là ai · who I am' })
  me(@Me() me: Person) {
    return this.#person(me);
  }

  @Answers(KeepingKeys)
  @Get('sessions/me/keeping-keys')
  @ApiOperation({
    summary: 'Khóa của bản nháp trên máy này · the keys that drafts on this PC are kept under',
    description:
      'Bản nháp và hồ sơ chờ gửi nằm trên máy của người dùng, mã hóa bằng khóa chỉ phiên đăng nhập của họ nhận được · what is typed and not sent yet stays on the PC, and can be read by whoever is signed in as its author alone',
  })
  keepingKeys(@Me() { office, personId }: Person) {
    const keys = this.secrets.keysFor(`drafts ${office} ${personId}`);
    return { keys: keys.map((key) => key.toString('hex')) };
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đăng xuất · sign out' })
  async signOut(
    @Me() { office }: Person,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.accounts.sessions.end(office, tokenOf(request));
    takeSessionCookie(reply);
  }

  @Post('sessions/me/password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đổi mật khẩu; các phiên khác kết thúc · change my password' })
  async password(
    @Me() { office, personId, username }: Person,
    @Body() { current, next }: ChangePassword,
    @Ip() address: string,
    @Req() request: FastifyRequest,
  ) {
    const change = { personId, username, current, next };
    await this.accounts.changePassword(office, change, address, tokenOf(request));
    noteChange(request, 'password_changed', personId);
  }

  @Answers(FactorEnrolled)
  @Post('sessions/me/second-factor')
  @ApiOperation({
    summary:
      'Đăng ký ứng dụng xác thực, thay thì cần mã cũ · enrol an authenticator (TOTP); to replace one, a code of it',
  })
  async enrol(
    @Me() { office, personId, username }: Person,
    @Body() { code }: EnrolSecondFactor,
    @Ip() address: string,
  ) {
    await this.accounts.requireOldFactor(office, { personId, username, code }, address, this.secondFactor);
    return this.secondFactor.enrol(office, personId, username);
  }

  @Answers(SessionBegun)
  @Post('sessions/me/second-factor/confirmation')
  @ApiOperation({ summary: 'Xác nhận bằng một mã; mọi phiên cũ kết thúc · confirm with a code' })
  async confirm(
    @Me() me: Person,
    @Body() { code }: ConfirmSecondFactor,
    @Query() { transport }: HowToSignIn,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { office, personId } = me;
    await this.secondFactor.confirm(office, personId, code);
    await this.accounts.sessions.endAll(office, personId);
    noteChange(request, 'second_factor_set', personId);
    const proof = { address, secondFactor: true, passwordToChange: me.passwordToChange };
    const session = await this.accounts.sessions.begin(office, personId, proof);
    return this.#answer(me, session, transport, reply);
  }

  #signIn(office: string, proof: SignIn, { transport }: HowToSignIn, address: string, reply: FastifyReply) {
    return inOffice(office, async () => {
      const { personId, username, name, passwordToChange, factorToEnrol, ...session } =
        await this.accounts.signIn(office, proof, address, this.secondFactor);
      const person = { office, personId, username, name };
      const answer = await this.#answer(person, session, transport, reply);
      return {
        ...answer,
        ...(passwordToChange ? { passwordToChange } : {}),
        ...(factorToEnrol ? { factorToEnrol } : {}),
      };
    });
  }

  async #answer(
    person: Person,
    { token, expiresAt }: { token: string; expiresAt: Date },
    transport: HowToSignIn['transport'],
    reply: FastifyReply,
  ) {
    if (transport === 'cookie') giveSessionCookie(reply, token, expiresAt);
    reply.header('cache-control', 'no-store');
    return {
      ...(transport === 'cookie' ? {} : { token }),
      expiresAt: isoOffset(expiresAt),
      person: await this.#person(person),
    };
  }

  async #person({ office, personId, username, name }: Person) {
    const state = await this.organisation.current(office);
    const { clock } = this.runtime;
    return {
      id: personId,
      username,
      name,
      posts: postsOf(state, personId).map(({ postId, title, unitId, roles }) => ({
        postId,
        title,
        unitId,
        roles,
      })),
      acts: Object.keys(RIGHTS).filter((act) => hasRole(state, personId, ...rolesFor({ act }))),
      atDesk: isDesk(state, personId),
      office: { code: office, name: state.name },
      now: isoOffset(clock.now()),
      demo: clock.simulated,
    };
  }
}

const noteChange = (request: FastifyRequest, security: string, person: string): void =>
  request.log.info({ reqId: request.id, security, person, ip: request.ip }, 'changed');
