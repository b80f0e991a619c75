import { ACT_DONE } from '#event-store';
import { is } from '#kernel';
import { roles } from '#organisation';

/** Who is signed in, with the posts they hold or stand in for, what these give a right to, and the office with its time. */
export const Myself = is.named('Me', {
  id: is.id,
  username: is.code,
  name: is.line,
  posts: is.list(is.object({ postId: is.id, title: is.line, unitId: is.id, roles })),
  acts: is.list(is.code, is.MOST_LISTED),
  /** Whether they receive and return dossiers (Bộ phận Một cửa). */
  atDesk: is.flag,
  office: is.object({ code: is.code, name: is.line }),
  now: is.instant,
  demo: is.flag,
});

/** What drafts are kept under on the PC they were typed at, the present key first. */
export const KeepingKeys = is.named('KeepingKeys', { keys: is.list(is.opaque(64)) });

/** A session that has begun; its token only where it is not set as a cookie. */
export const SessionBegun = is.named('SessionBegun', {
  token: is.maybe(is.opaque(300)),
  expiresAt: is.instant,
  person: Myself,
  passwordToChange: is.maybe(is.only(true)),
});

export const SessionList = is.all(
  is.named('Session', {
    id: is.id,
    beganAt: is.instant,
    expiresAt: is.instant,
    lastSeenAt: is.instant,
    address: is.orNull(is.code),
    secondFactor: is.flag,
    current: is.flag,
  }),
);
export const FactorEnrolled = is.named('FactorEnrolled', { secret: is.opaque(200), uri: is.opaque(1_000) });
export const FactorRemoval = is.named('FactorRemoval', {
  asked: is.orNull(is.object({ askedBy: is.id, reason: is.prose, until: is.instant })),
});

/** Accounts of the office with the posts they act in: nothing of what proves them. */
export const AccountPage = is.page(
  is.named('Account', {
    personId: is.id,
    username: is.code,
    name: is.line,
    password: is.oneOf(['own', 'first', 'none']),
    secondFactor: is.oneOf(['on', 'off', 'to-enrol']),
    posts: is.list(is.object({ postId: is.id, title: is.line })),
    lastSeenAt: is.orNull(is.instant),
    endedAt: is.orNull(is.instant),
  }),
);
export const AccountOpened = is.named('AccountOpened', { ...ACT_DONE, personId: is.id });
export const ApiTokenList = is.all(
  is.named('ApiToken', {
    id: is.id,
    personId: is.id,
    name: is.line,
    scopes: is.list(is.code),
    issuedAt: is.instant,
    expiresAt: is.instant,
    revokedAt: is.orNull(is.instant),
    lastUsedAt: is.orNull(is.instant),
  }),
);
export const ApiTokenIssued = is.named('ApiTokenIssued', {
  ...ACT_DONE,
  tokenId: is.id,
  token: is.opaque(300),
});

/** The trail: who did what, to what, when, why, under which rule (nhật ký trách nhiệm). */
export const Trail = is.page(
  is.named('TrailEntry', {
    position: is.position,
    eventId: is.id,
    type: is.code,
    kind: is.code,
    subject: is.id,
    subjectName: is.orNull(is.prose),
    version: is.version,
    recordedAt: is.instant,
    actor: is.code,
    actorName: is.orNull(is.line),
    onBehalfOf: is.orNull(is.code),
    onBehalfOfName: is.orNull(is.line),
    commandId: is.id,
    correlationId: is.id,
    causationId: is.orNull(is.id),
    rule: is.orNull(is.code),
    data: is.byName(is.anything),
    names: is.byName(is.line),
    sentence: is.prose,
    cause: is.orNull(is.object({ eventId: is.id, sentence: is.orNull(is.prose) })),
    clientAddress: is.orNull(is.code),
    ledger: is.maybe(
      is.orNull(
        is.object({
          index: is.position,
          salt: is.orNull(is.base64),
          sealedAtSize: is.position,
          sealedAt: is.instant,
          cosignedBy: is.list(is.line),
        }),
      ),
    ),
  }),
);

/** What the kinds of acts and the workers of the trail are called. */
export const TrailVocabulary = is.named('TrailVocabulary', {
  acts: is.list(is.object({ type: is.code, name: is.line }), is.MOST_LISTED),
  workers: is.list(is.object({ actor: is.code, name: is.line })),
});

const language = is.oneOf(['vi', 'en']);
export const TrailSubscriptions = is.all(
  is.named('TrailSubscription', {
    id: is.id,
    type: is.maybe(is.code),
    subject: is.maybe(is.code),
    actor: is.maybe(is.code),
    language,
    nextAt: is.instant,
  }),
);
export const TrailSubscribed = is.named('TrailSubscribed', { id: is.id, nextAt: is.instant });

export const InclusionProof = is.named('InclusionProof', {
  eventId: is.id,
  index: is.position,
  size: is.position,
  checkpoint: is.prose,
  entry: is.anything,
  leafData: is.base64,
  leafHash: is.base64,
  path: is.list(is.base64),
});
export const ConsistencyProof = is.named('ConsistencyProof', {
  from: is.position,
  to: is.position,
  proof: is.list(is.base64),
});
export const WitnessList = is.all(
  is.object({
    witness: is.line,
    key: is.orNull(is.opaque(500)),
    size: is.position,
    note: is.prose,
    at: is.instant,
  }),
);

/** What waits for whoever asks, what is due first before the rest (việc của tôi). */
export const Work = is.derived({
  items: is.list(
    is.named('Waiting', {
      kind: is.code,
      subject: is.id,
      number: is.orNull(is.code),
      title: is.orNull(is.prose),
      part: is.orNull(is.prose),
      need: is.oneOf(['do', 'take', 'decide']),
      due: is.orNull(is.instant),
      late: is.flag,
    }),
    is.MOST_LISTED,
  ),
  counts: is.object({ late: is.count, today: is.count, decide: is.count, take: is.count }),
});

/** One's private address for calendars, its secret shown once. */
export const CalendarAddressSeen = is.named('CalendarAddress', {
  given: is.orNull(is.object({ givenAt: is.instant, lastReadAt: is.orNull(is.instant) })),
});
export const CalendarAddressGiven = is.named('CalendarAddressGiven', { path: is.opaque(400) });

export const ClockMoved = is.named('ClockMoved', { now: is.instant });
