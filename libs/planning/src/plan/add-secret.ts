import { DayField, Id, Text, formatDay, derivedId } from '#kernel';
import { guarded } from '#organisation/office';
import { requireLead, type PlanContext } from './plan.commands.js';
import type { Plan, PlanEvent, PlanHeader, PlannedTask } from './plan.js';
import { dateOutsideYear, directiveIncomplete, keptOutside, planInWrongState } from './plan.refusals.js';

/** What a secret work item is called wherever one is shown; what it is about is kept nowhere here. */
const SECRET = 'Việc mật';

/** `M` (mật): secret work items, numbered in the order in which they came. */
const NUMBERED = 'M';

/**
 * Counts a work item that is a state secret (việc mật): who leads it, in which area, until when, and later that it is done.
 * What it says is kept outside by the law on state secrets (Luật Bảo vệ bí mật nhà nước), so whoever sends it is refused.
 */
export class AddSecretWork {
  @Text({ description: 'Lĩnh vực · area, as the plan codes it', max: 20 })
  area!: string;

  @Id({ description: 'Bộ phận chủ trì · the accountable unit' })
  leadUnitId!: string;

  @DayField({ description: 'Ngày đến hạn · due day' })
  dueDay!: string;

  @Text({ description: 'Không nhận · never taken: kept outside', max: 2000, optional: true })
  title?: string;

  @Text({ description: 'Không nhận · never taken: kept outside', max: 2000, optional: true })
  deliverables?: string;

  @Text({ description: 'Không nhận · never taken: kept outside', max: 2000, optional: true })
  note?: string;
}

/** A plan in force: what is secret comes in one by one, never with a plan's file. */
function inForce(state: Plan): Plan & { header: PlanHeader } {
  const { status, header } = state;
  if (status !== 'approved' || !header) throw planInWrongState({ status, needed: 'approved' });
  return { ...state, header };
}

interface Context extends PlanContext {
  part: string;
}

export const addSecretWork = guarded(
  inForce,
  ({ header, tasks }, command: AddSecretWork, { part: taskId, office }: Context): PlanEvent[] => {
    const { area, leadUnitId, dueDay, title, deliverables, note } = command;
    if ([title, deliverables, note].some((said) => said !== undefined)) throw keptOutside();
    if (tasks.has(taskId)) return [];
    if (!header.areas.some(({ code }) => code === area))
      throw directiveIncomplete({ why: `lĩnh vực ${area} không có trong kế hoạch · no such area` });
    if (!dueDay.startsWith(String(header.year))) throw dateOutsideYear({ year: header.year });
    const own = [...tasks.values()].filter(({ number }) => number.startsWith(`${NUMBERED}.`));
    const task: PlannedTask = {
      ...{ taskId, number: `${NUMBERED}.${own.length + 1}`, area, title: SECRET, secret: true, leadUnitId },
      ...{ deliverables: [], coImplementers: [], coordinators: [], leadToConfirm: false },
      obligations: [
        {
          obligationId: derivedId(taskId, 'obligation', '', 0),
          label: null,
          phrase: `chậm nhất ngày ${formatDay(dueDay)}`,
          schedule: { kind: 'oneOff', day: dueDay, strictlyBefore: false },
        },
      ],
    };
    requireLead(task, office);
    return [{ type: 'TaskPlanned', data: { ...task, document: null } }];
  },
);
