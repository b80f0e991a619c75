import { OneOf, Text, Whole } from '#kernel';
import { guarded } from '#organisation/office';
import { openProduct } from './assigning.js';
import type { OfficialEvent, Settled, Source } from './official.events.js';
import { forSuperiors, invalid, shownBy, type OfficialContext } from './official.guards.js';
import type { OfficialEvaluation } from './official.js';
import { WithEvidence } from './with-evidence.js';

/** How a task stands as its events tell (dữ liệu từ nhật ký). */
export interface TracedTask {
  leadPostId: string | null;
  done: boolean;
  failedReviews: number;
  delays: number;
}

/** Records what became of a product (ghi kết quả): by hand with evidence, or as the events of its task tell. */
export class SettleProduct extends WithEvidence {
  @OneOf({
    description: 'Nguồn: hand (nhập tay, có minh chứng), events (theo nhật ký nhiệm vụ) · where it is from',
    values: ['hand', 'events'],
  })
  from!: 'hand' | 'events';

  @Whole({ description: 'Đã hoàn thành · how many were done', min: 0, max: 10_000, optional: true })
  done?: number;

  @Whole({ description: 'Số lần không đạt · failed reviews', min: 0, max: 100, optional: true })
  failedReviews?: number;

  @Whole({ description: 'Số lần chậm · delays', min: 0, max: 100, optional: true })
  delays?: number;

  @OneOf({ description: 'Vượt yêu cầu · above what was asked', values: ['yes', 'no'], optional: true })
  above?: 'yes' | 'no';

  @Whole({ description: 'Lần không đạt do khách quan · of these, excused', min: 0, max: 100, optional: true })
  excusedReviews?: number;

  @Whole({ description: 'Lần chậm do khách quan · of these, excused', min: 0, max: 100, optional: true })
  excusedDelays?: number;

  @Text({ description: 'Nguyên nhân khách quan · the objective cause', min: 3, max: 1000, optional: true })
  cause?: string;
}

export const settleProduct = guarded(
  forSuperiors,
  (
    state,
    command: SettleProduct,
    context: OfficialContext & { task?: TracedTask | undefined },
  ): OfficialEvent[] => {
    const { itemId, name, quantity, source, takenAway } = openProduct(state, context.part);
    if (takenAway !== null) throw invalid('việc đã thu hồi · it was taken away');
    const told =
      command.from === 'events'
        ? tracedBy(state, source, quantity, context.task)
        : enteredBy(command, quantity);
    const { above = 'no' } = command;
    // What no event tells, and whatever is not counted, is somebody's word: it needs evidence too.
    const excused = excusedBy(command, told);
    const needsEvidence = told.traced === null || excused !== null || above === 'yes';
    const data = {
      ...{ itemId, name, ...told, above: above === 'yes', excused },
      evidence: needsEvidence ? shownBy(command) : null,
      by: context.actor,
    };
    return [{ type: 'ProductSettled', data }];
  },
);

type Told = Pick<Settled, 'done' | 'failedReviews' | 'delays' | 'traced'>;

function tracedBy(
  { postId }: OfficialEvaluation,
  source: Source | null,
  quantity: number,
  task: TracedTask | undefined,
): Told {
  if (!source || !task) throw invalid('việc này không gắn nhiệm vụ nào · it is bound to no task');
  if (task.leadPostId !== postId)
    throw invalid('nhiệm vụ do vị trí khác chủ trì · another post leads that task');
  const { done, failedReviews, delays } = task;
  return {
    done: done ? quantity : 0,
    failedReviews,
    delays,
    traced: source,
  };
}

function enteredBy({ done, failedReviews = 0, delays = 0 }: SettleProduct, quantity: number): Told {
  if (done === undefined) throw invalid('ghi số đã hoàn thành · say how many were done');
  if (done > quantity) throw invalid('số hoàn thành vượt số được giao · more than was assigned');
  return { done, failedReviews, delays, traced: null };
}

function excusedBy({ excusedReviews = 0, excusedDelays = 0, cause }: SettleProduct, told: Told) {
  if (excusedReviews === 0 && excusedDelays === 0) return null;
  if (cause === undefined) throw invalid('ghi nguyên nhân khách quan · name the objective cause');
  if (excusedReviews > told.failedReviews || excusedDelays > told.delays)
    throw invalid('số lần khách quan vượt số lần đã xảy ra · more than happened');
  return { failedReviews: excusedReviews, delays: excusedDelays, cause };
}
