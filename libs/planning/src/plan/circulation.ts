import {
  ReceiptFields,
  bodiesOutside,
  nothingToSend,
  readIn,
  receiptInvalid,
  receiptNoted,
  receiptOf,
  sentOut,
  unitsOf,
  unreadBy,
  type Receipt,
  type Recipient,
  type Sendings,
} from '#circulation';
import { DayField, IdList, TextList, dayOf, type Day } from '#kernel';
import { guarded, type ActContext } from '#organisation/office';
import type { Plan } from './plan.js';
import { planInWrongState, planNotForYou } from './plan.refusals.js';

export type CirculationEvent =
  | { type: 'PlanSent'; data: { to: Recipient[]; day: Day } }
  | { type: 'PlanReceiptRecorded'; data: Receipt }
  | { type: 'PlanRead'; data: { personId: string; unitIds: string[] } };

const TYPES: Readonly<Record<CirculationEvent['type'], true>> = {
  PlanSent: true,
  PlanReceiptRecorded: true,
  PlanRead: true,
};

export const isOfCirculation = <E extends { type: string }>(event: E): event is E & CirculationEvent =>
  event.type in TYPES;

/** To whom it was sent, and who has it, once something happened. */
export function circulated(sendings: Sendings, { type, data }: CirculationEvent, at: Date): Sendings {
  switch (type) {
    case 'PlanSent':
      return sentOut(sendings, data.to, data.day);
    case 'PlanReceiptRecorded':
      return receiptNoted(sendings, data);
    case 'PlanRead':
      return readIn(sendings, data, at);
  }
}

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
    const asked = [...bodiesOutside(recipients), ...unitsOf(office, unitIds)];
    const to = asked.filter(({ name }) => !sendings.some((one) => one.name === name));
    if (to.length === 0) throw nothingToSend();
    return [{ type: 'PlanSent', data: { to, day } }];
  },
);

/** Notes that a recipient outside confirmed that it has the plan (ghi nhận đã nhận). */
export class RecordPlanReceipt extends ReceiptFields {}

export const recordPlanReceipt = guarded(
  inForce,
  ({ sendings }, command: RecordPlanReceipt, { now }: Context): CirculationEvent[] => {
    const receipt = receiptOf(sendings, command, now);
    return receipt ? [{ type: 'PlanReceiptRecorded', data: receipt }] : [];
  },
);

/** Says that one has read it (xác nhận đã đọc): whoever is of a unit that it was sent to, once. */
export class ReadPlan {}

function unread(state: Plan, context: Context): { unitIds: string[] } {
  const unitIds = unreadBy(inForce(state, context).sendings, context);
  if (unitIds.length === 0) throw planNotForYou();
  return { unitIds };
}

export const readPlan = guarded(
  unread,
  ({ unitIds }, _command: ReadPlan, { actor }: Context): CirculationEvent[] => [
    { type: 'PlanRead', data: { personId: actor, unitIds } },
  ],
);
