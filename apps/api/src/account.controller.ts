import {
  Act,
  Coded,
  Id,
  InstantField,
  Me,
  PathId,
  Text,
  TextList,
  about,
  derivedId,
  invalidInput,
  isoOffset,
  type Envelope,
  type Person,
} from '#kernel';
import {
  Accounts,
  ApiTokens,
  Identities,
  Organisation,
  requireSafePassword,
  type OfficeEvent,
} from '#organisation';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RIGHTS } from '../../runtime/src/index.js';

/** Opens an account (mở tài khoản). */
export class OpenAccount {
  @Coded({ description: 'Tên đăng nhập · username', pattern: /^[a-z0-9][a-z0-9._-]{2,60}$/ })
  username!: string;

  @Text({ description: 'Họ tên · name', max: 200 })
  name!: string;

  @Text({ description: 'Mật khẩu ban đầu · first password', max: 200 })
  password!: string;
}

/** Ends an account (đóng tài khoản). */
export class EndAccount {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

/** Says who a person is at a provider of single sign-on (gắn định danh). */
export class LinkIdentity {
  @Text({ description: 'Nơi cấp · issuer', max: 300 })
  issuer!: string;

  @Text({ description: 'Mã ở nơi cấp · subject there', max: 300 })
  subject!: string;
}

/** Issues a token for another system (cấp mã truy cập). */
export class IssueApiToken {
  @Text({ description: 'Tên hệ thống · name', max: 200 })
  name!: string;

  @Id({ description: 'Thay mặt người · the person it acts for' })
  personId!: string;

  @TextList({ description: 'Phạm vi: read, hoặc tên việc · scopes: read, or names of acts', max: 50 })
  scopes!: string[];

  @InstantField({ description: 'Hết hạn · until, a year at most' })
  expiresAt!: string;
}

/** Revokes a token (thu hồi mã truy cập). */
export class RevokeApiToken extends EndAccount {}

const YEAR_MS = 366 * 86_400_000;

/** Accounts, identities and tokens of systems (tài khoản); each change is an act in the trail. */
@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1')
export class AccountController {
  constructor(
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Identities) private readonly identities: Identities,
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
  ) {}

  @Post('accounts')
  @ApiOperation({ summary: 'Mở tài khoản · open an account' })
  async open(@Act() envelope: Envelope, @Body() command: OpenAccount) {
    const { username, name, password } = command;
    await requireSafePassword(password, username);
    const personId = derivedId(envelope.commandId, 'person');
    const { office } = envelope;
    await this.accounts.requireFree(office, username, personId);
    // First the trail, then the account: there is none that nobody opened. Who it is stays beside the log.
    const done = await this.#record(envelope, Object.assign(new OpenAccount(), { username }), {
      type: 'AccountOpened',
      data: { personId },
    });
    await this.accounts.open(office, personId, username, name, password);
    return { ...done, personId };
  }

  @Post('accounts/:id/ending')
  @ApiOperation({ summary: 'Đóng tài khoản · end an account' })
  async end(@Act() envelope: Envelope, @PathId() id: string, @Body() command: EndAccount) {
    const data = { personId: id, reason: command.reason };
    const done = await this.#record(envelope, about(command, id), { type: 'AccountEnded', data });
    await this.accounts.end(envelope.office, id);
    return done;
  }

  @Post('accounts/:id/identities')
  @ApiOperation({ summary: 'Gắn định danh đăng nhập một lần · link an identity' })
  async link(@Act() envelope: Envelope, @PathId() id: string, @Body() command: LinkIdentity) {
    const { issuer, subject } = command;
    const data = { personId: id, issuer };
    const done = await this.#record(envelope, about(command, id), { type: 'IdentityLinked', data });
    await this.identities.link(envelope.office, id, issuer, subject);
    return done;
  }

  @Get('api-tokens')
  @ApiOperation({ summary: 'Mã truy cập hệ thống · tokens of systems' })
  async list(@Me() { office }: Person) {
    const items = await this.tokens.list(office);
    return {
      items: items.map(({ issuedAt, expiresAt, revokedAt, lastUsedAt, ...token }) => ({
        ...token,
        issuedAt: isoOffset(issuedAt),
        expiresAt: isoOffset(expiresAt),
        revokedAt: revokedAt && isoOffset(revokedAt),
        lastUsedAt: lastUsedAt && isoOffset(lastUsedAt),
      })),
    };
  }

  @Post('api-tokens')
  @ApiOperation({ summary: 'Cấp mã truy cập; chỉ hiện một lần · issue a token, shown once' })
  async issue(@Act() envelope: Envelope, @Body() command: IssueApiToken) {
    const { name, personId, scopes, expiresAt } = command;
    const unknown = scopes.filter((scope) => scope !== 'read' && !RIGHTS[scope]);
    const until = new Date(expiresAt);
    const left = until.getTime() - Date.now();
    if (scopes.length === 0 || unknown.length > 0)
      throw invalidInput({ errors: [{ field: 'scopes', message: `unknown: ${unknown.join(', ')}` }] });
    if (left <= 0 || left > YEAR_MS)
      throw invalidInput({ errors: [{ field: 'expiresAt', message: 'within the next year' }] });
    const tokenId = derivedId(envelope.commandId, 'token');
    const data = { tokenId, personId, name, scopes, expiresAt: until.toISOString() };
    const done = await this.#record(envelope, command, { type: 'ApiTokenIssued', data });
    const token = await this.tokens.issue(envelope.office, {
      id: tokenId,
      personId,
      name,
      scopes,
      expiresAt: until,
    });
    return { ...done, tokenId, token };
  }

  @Post('api-tokens/:id/revocation')
  @ApiOperation({ summary: 'Thu hồi mã truy cập · revoke a token' })
  async revoke(@Act() envelope: Envelope, @PathId() id: string, @Body() command: RevokeApiToken) {
    const data = { tokenId: id, reason: command.reason };
    const done = await this.#record(envelope, about(command, id), { type: 'ApiTokenRevoked', data });
    await this.tokens.revoke(envelope.office, id);
    return done;
  }

  #record(envelope: Envelope, command: object, event: OfficeEvent) {
    return this.organisation.act(envelope, command, () => [event]);
  }
}
