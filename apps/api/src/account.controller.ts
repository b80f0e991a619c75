import { ActDone } from '#event-store';
import { Answers, Act, Me, Page, PathId, invalidInput, isoOffset, type Envelope, type Person } from '#kernel';
import {
  AccountList,
  Accounts,
  Acts,
  AgreeToFactorRemoval,
  ApiTokens,
  AskFactorRemoval,
  Identities,
  Commands,
  EndAccount,
  IssueApiToken,
  LinkIdentity,
  NewAccount,
  OpenAccount,
  Organisation,
  RevokeApiToken,
  actsAnswer,
  factorSubject,
  officeSubject,
  personOf,
  postsOf,
  requireSafePassword,
  tokenOf,
} from '#organisation';
import { Body, Controller, Get, Headers, Inject, Post, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RIGHTS } from '../../runtime/src/index.js';
import { RESERVED_TO_PEOPLE } from './reserved-acts.js';
import { AccountOpened, AccountPage, ApiTokenIssued, ApiTokenList } from './api.shapes.js';

/** What is done to one account, of what is done to the office. */
const ON_ACCOUNTS: ReadonlySet<string> = new Set(
  [EndAccount, LinkIdentity, AskFactorRemoval, AgreeToFactorRemoval].map(({ name }) => name),
);

const YEAR_MS = 366 * 86_400_000;

/** Accounts, identities and tokens of systems (tài khoản); each change is an act in the trail. */
@ApiTags('accounts')
@Controller('api/v1')
export class AccountController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Identities) private readonly identities: Identities,
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
    @Inject(AccountList) private readonly all: AccountList,
    @Inject(Organisation) private readonly organisation: Organisation,
  ) {}

  @Answers(AccountPage)
  @Get('accounts')
  @ApiOperation({ summary: 'Tài khoản của đơn vị · the accounts of the office' })
  async page(@Me() { office }: Person, @Query() page: Page) {
    const [{ items, nextCursor }, standing] = await Promise.all([
      this.all.page(office, page),
      this.organisation.current(office),
    ]);
    return {
      items: items.map(({ lastSeenAt, endedAt, ...account }) => ({
        ...account,
        posts: postsOf(standing, account.personId).map(({ postId, title }) => ({ postId, title })),
        lastSeenAt: lastSeenAt && isoOffset(lastSeenAt),
        endedAt: endedAt && isoOffset(endedAt),
      })),
      nextCursor,
    };
  }

  @Answers(Acts)
  @Get('accounts/:id/acts')
  @ApiOperation({ summary: 'Được làm gì với tài khoản này, nếu không thì vì sao · what may be done' })
  async acts(@Act() envelope: Envelope, @PathId() part: string, @Headers('accept-language') accept?: string) {
    const { office } = envelope;
    const may = await Promise.all([
      this.commands.mayBeDone('office', { envelope, subject: officeSubject(office), part }),
      this.commands.mayBeDone('second-factor', { envelope, subject: factorSubject(office, part), part }),
    ]);
    return actsAnswer(
      may.flat().filter(({ act }) => ON_ACCOUNTS.has(act)),
      accept,
    );
  }

  @Answers(AccountOpened)
  @Post('accounts')
  @ApiOperation({ summary: 'Mở tài khoản · open an account' })
  async open(@Act() envelope: Envelope, @Body() { username, name, password }: NewAccount) {
    // Which names are taken is told to nobody else.
    await this.commands.requireRight(OpenAccount, envelope, officeSubject(envelope.office));
    await requireSafePassword(password, username);
    const personId = personOf(envelope.commandId);
    const { office } = envelope;
    await this.accounts.requireFree(office, username, personId);
    // First the trail, then the account: there is none that nobody opened.
    const done = await this.#send(OpenAccount, envelope, { username });
    await this.accounts.open(office, personId, username, name, password, { toChange: true });
    return { ...done, personId };
  }

  @Answers(ActDone)
  @Post('accounts/:id/ending')
  @ApiOperation({ summary: 'Đóng tài khoản · end an account' })
  async end(@Act() envelope: Envelope, @PathId() id: string, @Body() command: EndAccount) {
    const done = await this.#send(EndAccount, envelope, command, id);
    await this.accounts.end(envelope.office, id);
    return done;
  }

  @Answers(ActDone)
  @Post('accounts/:id/identities')
  @ApiOperation({ summary: 'Gắn định danh đăng nhập một lần · link an identity' })
  async link(@Act() envelope: Envelope, @PathId() id: string, @Body() command: LinkIdentity) {
    const { issuer, subject } = command;
    const done = await this.#send(LinkIdentity, envelope, command, id);
    await this.identities.link(envelope.office, id, issuer, subject);
    return done;
  }

  @Answers(ApiTokenList)
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

  @Answers(ApiTokenIssued)
  @Post('api-tokens')
  @ApiOperation({ summary: 'Cấp mã truy cập; chỉ hiện một lần · issue a token, shown once' })
  async issue(@Act() envelope: Envelope, @Body() command: IssueApiToken) {
    const { name, personId, scopes, expiresAt } = command;
    const unknown = scopes.filter((scope) => scope !== 'read' && !RIGHTS[scope]);
    const reserved = scopes.filter((scope) => RESERVED_TO_PEOPLE.has(scope));
    const until = new Date(expiresAt);
    const left = until.getTime() - Date.now();
    if (scopes.length === 0 || unknown.length > 0)
      throw invalidInput({ errors: [{ field: 'scopes', message: `unknown: ${unknown.join(', ')}` }] });
    if (reserved.length > 0)
      throw invalidInput({
        errors: [
          { field: 'scopes', message: `chỉ con người quyết định · for people alone: ${reserved.join(', ')}` },
        ],
      });
    if (left <= 0 || left > YEAR_MS)
      throw invalidInput({ errors: [{ field: 'expiresAt', message: 'within the next year' }] });
    const tokenId = tokenOf(envelope.commandId);
    const done = await this.#send(IssueApiToken, envelope, command);
    const token = await this.tokens.issue(envelope.office, {
      id: tokenId,
      personId,
      name,
      scopes,
      expiresAt: until,
    });
    return { ...done, tokenId, token };
  }

  @Answers(ActDone)
  @Post('api-tokens/:id/revocation')
  @ApiOperation({ summary: 'Thu hồi mã truy cập · revoke a token' })
  async revoke(@Act() envelope: Envelope, @PathId() id: string, @Body() command: RevokeApiToken) {
    const done = await this.#send(RevokeApiToken, envelope, command, id);
    await this.tokens.revoke(envelope.office, id);
    return done;
  }

  #send<C extends object>(command: Type<C>, envelope: Envelope, fields: C, part?: string) {
    return this.commands.send(command, envelope, officeSubject(envelope.office), fields, part);
  }
}
