import { Id, OneOf, Text, Whole, derivedId } from '#kernel';
import { guarded } from '#organisation/office';
import type { OfficialEvent } from './official.events.js';
import { forSuperiors, invalid, periodNamed, type OfficialContext } from './official.guards.js';
import { periodOf, type FollowedProduct, type OfficialEvaluation } from './official.js';
import { periodLocked, unknownProduct } from './official.refusals.js';
import { rulesOf } from './years-work.js';

/** How many products one person's year may have. */
const MOST_PRODUCTS = 2_000;

/** Assigns a product (giao sản phẩm, công việc) for a period: one of the catalogue, or a task of the plan. */
export class AssignProduct {
  @Whole({ description: 'Kỳ (tháng hoặc quý) · period, a month or quarter', min: 1, max: 12 })
  period!: number;

  @Text({ description: 'Mã trong danh mục · its code in the catalogue', max: 20, optional: true })
  code?: string;

  @Text({ description: 'Tên công việc · what it is', min: 3, max: 300, optional: true })
  name?: string;

  @Whole({ description: 'Số lượng · how many', min: 1, max: 10_000 })
  quantity!: number;

  @OneOf({ description: 'Trong kế hoạch: yes; phát sinh: no · planned or not', values: ['yes', 'no'] })
  planned!: 'yes' | 'no';

  @Id({ description: 'Nhiệm vụ trong kế hoạch CCHC · a task of the plan', optional: true })
  taskId?: string;

  @Id({ description: 'Nhận thay ai · from whom it was taken', optional: true })
  takenFrom?: string;
}

export const assignProduct = guarded(
  forSuperiors,
  (state, command: AssignProduct, context: OfficialContext): OfficialEvent[] => {
    const period = openPeriod(state, command.period);
    if (state.products.length >= MOST_PRODUCTS)
      throw invalid('quá nhiều sản phẩm trong năm · too many products');
    const { quantity, planned, taskId, takenFrom = null } = command;
    const source = taskId === undefined ? null : { kind: 'task' as const, subject: taskId };
    return [
      {
        type: 'ProductAssigned',
        data: {
          itemId: derivedId(context.commandId, 'product'),
          period,
          ...productOf(state, command, context),
          quantity,
          planned: planned === 'yes' && takenFrom === null,
          source,
          takenFrom,
          by: context.actor,
        },
      },
    ];
  },
);

/** The coefficient in force is kept with what is assigned; the rules of before count each as one. */
function productOf(
  { year }: OfficialEvaluation,
  { code, name }: AssignProduct,
  { catalogue }: OfficialContext,
): Pick<FollowedProduct, 'code' | 'name' | 'points'> {
  if (code !== undefined) {
    const found = catalogue?.products.find((one) => one.code === code);
    if (!found) throw unknownProduct();
    return { code, name: name ?? found.name, points: found.points };
  }
  if (rulesOf(year).rule.kind === 'points')
    throw invalid('chọn sản phẩm trong danh mục · choose it from the catalogue');
  if (name === undefined) throw invalid('ghi tên công việc · name it');
  return { code: null, name, points: 1 };
}

/** A period that is not locked. */
export function openPeriod(state: OfficialEvaluation, named: string | number): number {
  const period = periodNamed(state, named);
  const { scored, received } = periodOf(state, period);
  if (scored || received) throw periodLocked({ period });
  return period;
}

/** A product whose period is not locked. */
export function openProduct(state: OfficialEvaluation, itemId: string): FollowedProduct {
  const found = state.products.find((one) => one.itemId === itemId);
  if (!found) throw unknownProduct();
  openPeriod(state, found.period);
  return found;
}

/** Takes a product away from whoever could not do it (thu hồi việc đã giao): it stays among what they were assigned. */
export class TakeProductAway {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const takeProductAway = guarded(
  forSuperiors,
  (state, { reason }: TakeProductAway, { part, actor }: OfficialContext): OfficialEvent[] => {
    const { itemId, name, takenAway } = openProduct(state, part);
    if (takenAway !== null) return [];
    return [{ type: 'ProductTakenAway', data: { itemId, name, reason, by: actor } }];
  },
);
