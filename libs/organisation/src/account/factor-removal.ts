import type { Aggregate } from '#event-store';
import { Text, derivedId, refusal } from '#kernel';
import type { ActContext } from '../command/act-context.js';
import { guarded } from '../command/guarded.js';

/** Long enough to reach a second person on the next day, too short to lie about. */
const HOURS_TO_AGREE = 24;

export const twoOthersNeeded = refusal(
  'two_others_needed',
  403,
  {
    vi: 'Việc này cần hai người khác nhau, không ai là chính chủ',
    en: 'This takes two people other than its owner',
  },
  {
    vi: 'Một người đề nghị; Chủ tịch hoặc Phó Chủ tịch khác đồng ý, mỗi người bằng phiên của mình.',
    en: 'One asks, another one, the chairman or a vice-chairman, agrees; each in their own session.',
  },
);
export const removalNotAsked = refusal(
  'removal_not_asked',
  409,
  { vi: 'Không có đề nghị nào còn hiệu lực', en: 'No request is in force' },
  {
    vi: 'Đề nghị lại; đề nghị có hiệu lực {hours} giờ.',
    en: 'Ask again; a request stands for {hours} hours.',
  },
);
export const removalAsked = refusal(
  'removal_asked',
  409,
  { vi: 'Đã có đề nghị đang chờ người thứ hai đồng ý', en: 'A request waits for a second person already' },
  {
    vi: 'Chờ người thứ hai đồng ý, hoặc hết hạn.',
    en: 'Have the second person agree, or wait until it is over.',
  },
);

export type FactorRemovalEvent =
  | { type: 'FactorRemovalAsked'; data: { personId: string; askedBy: string; reason: string; until: string } }
  | { type: 'SecondFactorRemoved'; data: { personId: string; askedBy: string } };

/** A request that waits for a second person. */
export interface AskedRemoval {
  askedBy: string;
  reason: string;
  until: string;
}

/** The way back for who lost their second factor (gỡ xác thực hai lớp khi mất thiết bị): two others go it together. */
export const factorRemoval: Aggregate<AskedRemoval | null, FactorRemovalEvent> = {
  kind: 'second-factor',
  initial: null,
  evolve: (_, { type, data }) => (type === 'FactorRemovalAsked' ? data : null),
};

/** The stream of a person's second factor. */
export const factorSubject = (office: string, personId: string): string =>
  derivedId(office, personId, 'second-factor');

/** The request that is still in force. */
export const inForceAt = (asked: AskedRemoval | null, now: Date): AskedRemoval | null =>
  asked && new Date(asked.until) > now ? asked : null;

/** Asks that a second factor which its owner has lost be removed (đề nghị gỡ xác thực hai lớp). */
export class AskFactorRemoval {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

/** Somebody else than its owner, while nobody has asked. */
function asking(state: AskedRemoval | null, { part: personId, actor, hand, now }: ActContext): void {
  requireAnother(hand, actor, personId);
  if (inForceAt(state, now)) throw removalAsked();
}

export const askFactorRemoval = guarded(
  asking,
  (_, { reason }: AskFactorRemoval, { part: personId, actor, now }): FactorRemovalEvent[] => {
    const until = new Date(now.getTime() + HOURS_TO_AGREE * 3_600_000).toISOString();
    return [{ type: 'FactorRemovalAsked', data: { personId, askedBy: actor, reason, until } }];
  },
);

/** The second person agrees (đồng ý gỡ xác thực hai lớp): from now on its owner enrols anew. */
export class AgreeToFactorRemoval {}

/** What was asked, where a second person may agree to it. */
function agreeing(
  state: AskedRemoval | null,
  { part: personId, actor, hand, now }: ActContext,
): AskedRemoval {
  const asked = inForceAt(state, now);
  if (!asked) throw removalNotAsked({ hours: HOURS_TO_AGREE });
  requireAnother(hand, actor, personId, asked.askedBy);
  return asked;
}

export const agreeToFactorRemoval = guarded(
  agreeing,
  ({ askedBy }, _fields: AgreeToFactorRemoval, { part: personId }): FactorRemovalEvent[] => [
    { type: 'SecondFactorRemoved', data: { personId, askedBy } },
  ],
);

/** In one's own name and with one's own hands: neither a delegation nor a token makes one person two. */
function requireAnother(hand: string, actor: string, ...others: string[]): void {
  if (hand !== actor || others.includes(actor)) throw twoOthersNeeded();
}
