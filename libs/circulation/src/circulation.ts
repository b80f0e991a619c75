import { DayField, Text, dayOf, type Day } from '#kernel';
import { postsOf, unknownUnit, type ActContext, type Office } from '#organisation/office';
import { receiptInvalid, unknownRecipient } from './circulation.refusals.js';

/** Somebody a document was sent to (nơi nhận): a body outside by its name, or a unit of the office. */
export interface Sending {
  name: string;
  unitId: string | null;
  sentOn: Day;
  /** When it confirmed that it has it; its officials read it themselves. */
  receivedOn: Day | null;
  note: string | null;
  readBy: readonly { personId: string; at: string }[];
}

/** Somebody that it may be sent to. */
export type Recipient = Pick<Sending, 'name' | 'unitId'>;

/** That a recipient outside has it, since that day. */
export interface Receipt {
  recipient: string;
  day: Day;
  note: string | null;
}

export type Sendings = readonly Sending[];

export const sentOut = (sendings: Sendings, to: readonly Recipient[], day: Day): Sendings => [
  ...sendings,
  ...to.map((one): Sending => ({ ...one, sentOn: day, receivedOn: null, note: null, readBy: [] })),
];

export const receiptNoted = (sendings: Sendings, { recipient, day, note }: Receipt): Sendings =>
  sendings.map((one) => (one.name === recipient ? { ...one, receivedOn: day, note } : one));

export const readIn = (
  sendings: Sendings,
  { personId, unitIds }: { personId: string; unitIds: readonly string[] },
  at: Date,
): Sendings =>
  sendings.map((one) =>
    one.unitId !== null && unitIds.includes(one.unitId)
      ? { ...one, readBy: [...one.readBy, { personId, at: at.toISOString() }] }
      : one,
  );

export const bodiesOutside = (names: readonly string[]): Recipient[] =>
  names.map((name) => ({ name: name.trim(), unitId: null }));

/** Units as recipients: those that are there. */
export const unitsOf = ({ units }: Pick<Office, 'units'>, unitIds: readonly string[]): Recipient[] =>
  unitIds.map((unitId) => {
    const unit = units.get(unitId);
    if (!unit || unit.endedBy !== undefined) throw unknownUnit();
    return { name: unit.name, unitId };
  });

/** What is asked of whoever notes that a recipient outside has a document (ghi nhận đã nhận). */
export abstract class ReceiptFields {
  @Text({ description: 'Nơi nhận · recipient', max: 100 })
  recipient!: string;

  @DayField({ description: 'Ngày nhận · day' })
  day!: string;

  @Text({ description: 'Ghi chú, số văn bản đến · note, number', max: 500, optional: true })
  note?: string;
}

/** The receipt that is to be noted: of a recipient, between the day it was sent and today; null where it was noted. */
export function receiptOf(
  sendings: Sendings,
  { recipient, day, note: said }: ReceiptFields,
  now: Date,
): Receipt | null {
  const note = said ?? null;
  const sent = sendings.find(({ name }) => name === recipient);
  if (!sent) throw unknownRecipient();
  if (day < sent.sentOn || day > dayOf(now))
    throw receiptInvalid({ why: 'ngày nhận trước ngày gửi, hoặc ở phía trước · the day can’t be' });
  return sent.receivedOn === day && sent.note === note ? null : { recipient, day, note };
}

/** The actor's units that have it and in which the actor has not said yet that they have read it. */
export function unreadBy(
  sendings: Sendings,
  { office, actor }: Pick<ActContext, 'office' | 'actor'>,
): string[] {
  const own = new Set(postsOf(office, actor).map(({ unitId }) => unitId));
  return sendings.flatMap(({ unitId, readBy }) =>
    unitId !== null && own.has(unitId) && !readBy.some(({ personId }) => personId === actor) ? [unitId] : [],
  );
}
