import { planApprove, planClose, planSendBack, planSubmit, type Plan } from '#client';
import type { ActForms } from '../ui/acts';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { textOf } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { words } from './words';

const on = ({ year }: Plan, key: string) =>
  ({ path: { year }, headers: { 'Idempotency-Key': key }, throwOnError: true }) as const;

/** The acts on a plan, in the order they are offered. */
export const PLAN_ACTS: Readonly<Record<string, ActForms<Plan>>> = {
  SubmitPlan: {
    Fields: function Fields({ of: plan }) {
      const text = useWords(words);
      return <p>{text.submitWhat(plan.tasks)}</p>;
    },
    send: (_id, _fields, key, plan) => planSubmit(on(plan, key)),
  },
  ApprovePlan: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <TextField label={text.documentNumber} name="documentNumber" required maxLength={50} />
          <DayField label={text.documentDate} name="documentDate" required />
        </>
      );
    },
    send: (_id, fields, key, plan) =>
      planApprove({
        ...on(plan, key),
        body: {
          documentNumber: textOf(fields, 'documentNumber'),
          documentDate: textOf(fields, 'documentDate'),
        },
      }),
  },
  ReturnPlan: {
    Fields: () => <ReasonField />,
    send: (_id, fields, key, plan) =>
      planSendBack({ ...on(plan, key), body: { reason: textOf(fields, 'reason') } }),
  },
  ClosePlan: {
    ends: true,
    Fields: () => <ReasonField />,
    send: (_id, fields, key, plan) =>
      planClose({ ...on(plan, key), body: { reason: textOf(fields, 'reason') } }),
  },
};
