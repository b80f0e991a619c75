import type { Account, Organigram, Plan, ProcedureInForce, WorkingYear } from '#client';

/** What is known of an office; undefined while it is asked for, null where there is no such thing. */
export interface Known {
  organisation: Organigram | undefined;
  accounts: readonly Account[] | undefined;
  calendar: WorkingYear | undefined;
  procedures: readonly ProcedureInForce[] | undefined;
  plan: Plan | null | undefined;
}

export type StepName = 'organisation' | 'accounts' | 'calendar' | 'procedures' | 'plan' | 'running';

/** A step to a running plan: whether it is done, and the figures that say how it stands. */
export interface Step {
  name: StepName;
  done: boolean;
  figures: readonly number[];
}

/** The way of a new office to its running plan (các bước bắt đầu), as far as what is known says. */
export function stepsOf({ organisation, accounts, calendar, procedures, plan }: Known): Step[] {
  const steps: (Step | undefined)[] = [
    organisation && organisationStep(organisation),
    organisation && accounts && accountsStep(organisation, accounts),
    calendar && {
      name: 'calendar',
      done: calendar.source !== null,
      figures: [calendar.year, calendar.workingDays],
    },
    procedures && { name: 'procedures', done: procedures.length > 0, figures: [procedures.length] },
    plan === undefined ? undefined : planStep(plan),
    plan === undefined ? undefined : runningStep(plan),
  ];
  return steps.filter((step) => step !== undefined);
}

function organisationStep({ units, posts }: Organigram): Step {
  const heads = new Set(units.map(({ headPostId }) => headPostId));
  const vacant = posts.filter(({ postId, vacant: isVacant }) => isVacant && heads.has(postId)).length;
  return {
    name: 'organisation',
    done: units.length > 0 && vacant === 0,
    figures: [units.length, posts.length, vacant],
  };
}

/** Whoever holds a post has to come in: with an account, and a password of their own or a first one. */
function accountsStep({ posts }: Organigram, accounts: readonly Account[]): Step {
  const own = posts.filter(({ external }) => !external);
  const people = new Set(own.flatMap(({ holder }) => holder?.personId ?? []));
  const ready = new Set(
    accounts
      .filter(({ password, endedAt }) => endedAt === null && password !== 'none')
      .map(({ personId }) => personId),
  );
  const lacking = [...people].filter((personId) => !ready.has(personId)).length;
  return { name: 'accounts', done: people.size > 0 && lacking === 0, figures: [people.size, lacking] };
}

const planStep = (plan: Plan | null): Step => ({
  name: 'plan',
  done: (plan?.tasks ?? 0) > 0,
  figures: [plan?.tasks ?? 0],
});

const runningStep = (plan: Plan | null): Step => ({
  name: 'running',
  done: plan?.status === 'approved' || plan?.status === 'closed',
  figures: [(plan?.leadsToConfirm.length ?? 0) + (plan?.datesToGive.length ?? 0)],
});
