import { DayField, IdList, Text, TextList, dayOf, type Day } from '#kernel';
import { guarded, postsOf, type ActContext } from '#organisation/office';
import { nothingToSend, planNotForYou, receiptInvalid, unknownRecipient } from './circulation.refusals.js';
import type { Plan } from './plan.js';
import { planInWrongState, unknownUnit } from './plan.refusals.js';

/** Somebody the plan was sent to (nơi nhận): a body outside by its name, or a unit of the office. */
export interface Sending {
  name: string;
  unitId: string | null;
  sentOn: Day;
  /** When it confirmed that it has it; its officials read it themselves. */
  receivedOn: Day | null;
  note: string | null;
  readBy: readonly { personId: string; at: string }[];
}

export type CirculationEvent =
  | { type: 'PlanSent'; data: { to: Recipient[]; day: Day } }
  | { type: 'PlanReceiptRecorded'; data: { recipient: string; day: Day; note: string | null } }
  | { type: 'PlanRead'; data: { personId: string; unitIds: string[] } };

const TYPES: Readonly<Record<CirculationEvent['type'], true>> = {
  PlanSent: true,
  PlanReceiptRecorded: true,
  PlanRead: true,
};

export const isOfCirculation = <E extends { type: string }>(event: E): event is E & CirculationEvent =>
  event.type in TYPES;

/** To whom it was sent, and who has it, once something happened. */
export function circulated(
  sendings: readonly Sending[],
  { type, data }: CirculationEvent,
  at: Date,
): readonly Sending[] {
  switch (type) {
    case 'PlanSent':
      return [
        ...sendings,
        ...data.to.map((one) => ({ ...one, sentOn: data.day, receivedOn: null, note: null, readBy: [] })),
      ];
    case 'PlanReceiptRecorded':
      return sendings.map((one) =>
        one.name === data.recipient ? { ...one, receivedOn: data.day, note: data.note } : one,
      );
    case 'PlanRead': {
      const reader = { personId: data.personId, at: at.toISOString() };
      return sendings.map((one) =>
        one.unitId !== null && data.unitIds.includes(one.unitId)
          ? { ...one, readBy: [...one.readBy, reader] }
          : one,
      );
    }
  }
}

/** Somebody that it may be sent to. */
type Recipient = Pick<Sending, 'name' | 'unitId'>;

type Context = Pick<ActContext, 'actor' | 'hand' | 'now' | 'office'>;

/** A plan in force, or closed: what it was is known to whom it was sent. */
function inForce(state: Plan, _context: Context): Plan {
  if (state.status === 'approved' || state.status === 'closed') return state;
  throw planInWrongState({ status: state.status, needed: 'approved' });
}

/** Sends the plan out (gửi kế hoạch theo nơi nhận): to bodies outside by their names, to units of the office. */
export class SendPlan {
  @TextList({ description: 'Nơi nhận ngoài đơn vị · recipients outside', max: 50 })
  recipients!: string[];

  @IdList({ description: 'Bộ phận nhận · units that get it', max: 50, optional: true })
  unitIds?: string[];

  @DayField({ description: 'Ngày gửi · day' })
  day!: string;
}

export const sendPlan = guarded(
  inForce,
  (
    { sendings },
    { recipients, unitIds = [], day }: SendPlan,
    { office, now }: Context,
  ): CirculationEvent[] => {
    if (day > dayOf(now)) throw receiptInvalid({ why: 'ngày gửi ở phía trước · the day lies ahead' });
    const units = unitIds.map((unitId): Recipient => {
      const unit = office.units.get(unitId);
      if (!unit || unit.endedBy !== undefined) throw unknownUnit();
      return { name: unit.name, unitId };
    });
    const outside = recipients.map((name): Recipient => ({ name: name.trim(), unitId: null }));
    const asked = [...outside, ...units];
    const to = asked.filter(({ name }) => !sendings.some((one) => one.name === name));
    if (to.length === 0) throw nothingToSend();
    return [{ type: 'PlanSent', data: { to, day } }];
  },
);

/** Notes that a recipient outside confirmed that it has the plan (ghi nhận đã nhận). */
export class RecordPlanReceipt {
  @Text({ description: 'Nơi nhận · recipient', max: 100 })
  recipient!: string;

  @DayField({ description: 'Ngày nhận · day' })
  day!: string;

  @Text({ description: 'Ghi chú, số văn bản đến · note, number', max: 500, optional: true })
  note?: string;
}

export const recordPlanReceipt = guarded(
  inForce,
  ({ sendings }, { recipient, day, note: said }: RecordPlanReceipt, { now }: Context): CirculationEvent[] => {
    const note = said ?? null;
    const sent = sendings.find(({ name }) => name === recipient);
    if (!sent) throw unknownRecipient();
    if (day < sent.sentOn || day > dayOf(now))
      throw receiptInvalid({ why: 'ngày nhận trước ngày gửi, hoặc ở phía trước · the day can’t be' });
    if (sent.receivedOn === day && sent.note === note) return [];
    return [{ type: 'PlanReceiptRecorded', data: { recipient, day, note } }];
  },
);

/** Says that one has read it (xác nhận đã đọc): whoever is of a unit that it was sent to, once. */
export class ReadPlan {}

function unread(state: Plan, context: Context): { unitIds: string[] } {
  const own = new Set(postsOf(context.office, context.actor).map(({ unitId }) => unitId));
  const unitIds = inForce(state, context).sendings.flatMap(({ unitId, readBy }) =>
    unitId !== null && own.has(unitId) && !readBy.some(({ personId }) => personId === context.actor)
      ? [unitId]
      : [],
  );
  if (unitIds.length === 0) throw planNotForYou();
  return { unitIds };
}

export const readPlan = guarded(
  unread,
  ({ unitIds }, _command: ReadPlan, { actor }: Context): CirculationEvent[] => [
    { type: 'PlanRead', data: { personId: actor, unitIds } },
  ],
);
