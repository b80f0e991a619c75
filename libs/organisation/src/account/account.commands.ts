import { Coded, Id, InstantField, Text, TextList, derivedId } from '#kernel';
import type { ActContext } from '../command/act-context.js';
import type { OfficeEvent } from '../office/office.events.js';
import type { Office } from '../office/standing.js';

/** Opens an account (mở tài khoản). Who it is stays beside the log. */
export class OpenAccount {
  @Coded({ description: 'Tên đăng nhập · username', pattern: /^[a-z0-9][a-z0-9._-]{2,60}$/, max: 61 })
  username!: string;
}

export const openAccount = (_: Office, _fields: OpenAccount, { commandId }: ActContext): OfficeEvent[] => [
  { type: 'AccountOpened', data: { personId: personOf(commandId) } },
];

/** Whose account an act opens. */
export const personOf = (commandId: string): string => derivedId(commandId, 'person');

/** An account with what is kept beside the log. */
export class NewAccount extends OpenAccount {
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

export const endAccount = (_: Office, { reason }: EndAccount, { part }: ActContext): OfficeEvent[] => [
  { type: 'AccountEnded', data: { personId: part, reason } },
];

/** Says who a person is at a provider of single sign-on (gắn định danh). */
export class LinkIdentity {
  @Text({ description: 'Nơi cấp · issuer', max: 300 })
  issuer!: string;

  @Text({ description: 'Mã ở nơi cấp · subject there', max: 300 })
  subject!: string;
}

export const linkIdentity = (_: Office, { issuer }: LinkIdentity, { part }: ActContext): OfficeEvent[] => [
  { type: 'IdentityLinked', data: { personId: part, issuer } },
];

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

export const issueApiToken = (
  _: Office,
  { name, personId, scopes, expiresAt }: IssueApiToken,
  { commandId }: ActContext,
): OfficeEvent[] => [
  {
    type: 'ApiTokenIssued',
    data: {
      tokenId: tokenOf(commandId),
      personId,
      name,
      scopes,
      expiresAt: new Date(expiresAt).toISOString(),
    },
  },
];

/** The token that an act issues. */
export const tokenOf = (commandId: string): string => derivedId(commandId, 'token');

/** Revokes a token (thu hồi mã truy cập). */
export class RevokeApiToken extends EndAccount {}

export const revokeApiToken = (
  _: Office,
  { reason }: RevokeApiToken,
  { part }: ActContext,
): OfficeEvent[] => [{ type: 'ApiTokenRevoked', data: { tokenId: part, reason } }];
