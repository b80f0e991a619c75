import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { unrepeatable, type ActName } from './act-name.js';
import { invalidInput, unauthenticated } from './common-refusals.js';
import { UUID_LENGTH } from './limits.js';
import { readsHeader } from './parameters.js';

/** What an act puts into the vault: kept with the act's events in one transaction, or not at all. */
export interface Enclosure {
  /** Appends as `append_events` does, and keeps the rows. */
  statement: { name: string; text: string };
  rows: object[];
}

/** What was entrusted for one act (giao giữ), by the version that its event comes to have. */
export interface EntrustedFor {
  actId: string;
  enclosure(version: number): Enclosure;
}

/** What an event says of what its act put into the vault: whose it is, where it is not its stream's own, and the commitment. */
export interface Committed {
  personId?: string;
  commitment?: string;
}

/** What surrounds an act: who, under which key, against which version. The body never says who (deny by default). */
export interface Envelope {
  office: string;
  actor: string;
  commandId: string;
  /** What a client proves a repetition by: the whole body it sent; absent for workers. */
  proof?: string;
  /** Its client gave it no key: it can't be repeated. */
  once?: true;
  /** The versions that its client has seen, any of which will do. */
  ifMatch?: readonly number[];
  clientAddress?: string;
  /** The delegation under which the act is done; whose it is, and whether it covers the act, is decided later. */
  delegationId?: string;
  /** The system's token by which the act was sent, if it was; the token is the actor then. */
  tokenId?: string;
  /** The person on whose behalf a system acts by its token. */
  tokenFor?: string;
  correlationId?: string;
  causationId?: string;
  rule?: string;
  entrusted?: EntrustedFor;
}

/** The part of a signed-in request that an envelope is made of. */
export interface SignedInRequest {
  ip: string;
  headers: Record<string, string | string[] | undefined>;
  /** How the act of this request is known, where its client gave it a key. */
  named?: ActName;
  signedIn?: {
    office: string;
    personId: string;
    username: string;
    name: string;
    passwordToChange?: boolean;
    token?: { id: string };
  };
}

export function envelopeOf(request: SignedInRequest): Envelope {
  const { signedIn, headers } = request;
  if (!signedIn) throw unauthenticated();
  const ifMatch = versionsIn(single(headers['if-match']));
  const delegationId = delegationIn(headers);
  return {
    ...actIn(request, signedIn.office, signedIn.token?.id ?? signedIn.personId),
    ...(signedIn.token === undefined ? {} : { tokenId: signedIn.token.id, tokenFor: signedIn.personId }),
    ...(delegationId === undefined ? {} : { delegationId }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
}

/** The delegation that a request names; refuses what is none's id. */
export function delegationIn(headers: SignedInRequest['headers']): string | undefined {
  const delegation = single(headers['on-behalf-of']);
  if (delegation !== undefined && !isUUID(delegation))
    throw invalidInput({ errors: [{ field: 'On-Behalf-Of', message: 'expected the id of a delegation' }] });
  return delegation?.toLowerCase();
}

/** An act in an office in somebody's name, known by the key its client gave it, or by none (R35). */
export function actIn(
  { headers, ip, named }: SignedInRequest,
  office: string,
  actor: string,
): Envelope & ActName {
  if (!named && headers['idempotency-key'] !== undefined) throw new Error('an act was not named by its key');
  return { office, actor, ...(named ?? unrepeatable()), clientAddress: ip };
}

/** The versions of an `If-Match` (RFC 9110, 13.1.1); undefined where any will do (`*`), or none is named. Refuses `invalid_input`. */
function versionsIn(header: string | undefined): number[] | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  return header.split(',').map((one) => {
    const version = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(one)?.[1];
    if (version === undefined)
      throw invalidInput({ errors: [{ field: 'If-Match', message: 'expected "<version>"' }] });
    return Number(version);
  });
}

const single = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

export const readsKey = readsHeader(
  'Idempotency-Key',
  'UUID; gửi lại cùng khóa nhận lại câu trả lời đầu · sent again, the same key gets the first answer (R35)',
  { format: 'uuid', maxLength: UUID_LENGTH },
);
const readsVersion = readsHeader(
  'If-Match',
  'Phiên bản đã xem; đã cũ thì bị từ chối 412 · the version seen; refused with 412 when outdated (R36)',
  { pattern: '^(\\*|(W/)?"?[0-9]{1,9}"?(, ?(W/)?"?[0-9]{1,9}"?)*)$', maxLength: 200 },
);
const readsDelegation = readsHeader(
  'On-Behalf-Of',
  'Mã uỷ quyền · id of the delegation under which it is done (R27)',
  { format: 'uuid', maxLength: UUID_LENGTH },
);

/** The envelope of the request at hand, for a controller's parameter. */
export const Act = createParamDecorator(
  (_: unknown, context: ExecutionContext) => envelopeOf(context.switchToHttp().getRequest<SignedInRequest>()),
  [readsKey, readsVersion, readsDelegation],
);

/** Who is signed in, for a controller's parameter. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { signedIn } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!signedIn) throw unauthenticated();
  return signedIn;
});

export type Person = NonNullable<SignedInRequest['signedIn']>;

/** What an event keeps of how its command came: under which delegation, by which token; never from which address. */
export const originOf = ({ delegationId, tokenId }: Envelope): Record<string, string> => ({
  ...(delegationId === undefined ? {} : { delegation: delegationId }),
  ...(tokenId === undefined ? {} : { token: tokenId }),
});
