import {
  secretWorkAdd,
  planApprove,
  planClose,
  planRead,
  planSendBack,
  planSendOut,
  planSubmit,
  type Plan,
} from '#client';
import { UnitField } from '../organisation/unit-field';
import { useUnits } from '../organisation/units';
import type { ActForms } from '../ui/acts';
import { DayField } from '../ui/day-field';
import { SelectField, TextArea, TextField } from '../ui/field';
import { linesOf, textOf, ticked } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { TickField } from '../ui/tick-field';
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
  ReadPlan: {
    Fields: function Fields({ of: plan }) {
      const text = useWords(words);
      return <p>{text.readWhat(plan.title)}</p>;
    },
    send: (_id, _fields, key, plan) => planRead(on(plan, key)),
  },
  SendPlan: {
    ends: true,
    Fields: function Fields({ of: { recipients, sendings } }) {
      const text = useWords(words);
      const units = useUnits();
      const unsent = (name: string) => !sendings.some((one) => one.name === name);
      return (
        <>
          <TextArea
            label={text.recipients}
            hint={text.oneALine}
            name="recipients"
            rows={5}
            defaultValue={recipients.filter(unsent).join('\n')}
          />
          <TickField
            legend={text.unitsToo}
            name="unitIds"
            options={units
              .filter(({ name }) => unsent(name))
              .map(({ unitId, name }) => [unitId, name] as const)}
          />
          <DayField label={text.sendingDay} name="day" required />
        </>
      );
    },
    send: (_id, fields, key, plan) =>
      planSendOut({
        ...on(plan, key),
        body: {
          recipients: linesOf(fields, 'recipients'),
          unitIds: ticked(fields, 'unitIds'),
          day: textOf(fields, 'day'),
        },
      }),
  },
  AddSecretWork: {
    ends: true,
    Fields: function Fields({ of: { areas } }) {
      const text = useWords(words);
      return (
        <>
          <p>{text.secretWhat}</p>
          <SelectField label={text.area} name="area" required>
            {areas.map(({ code, name }) => (
              <option key={code} value={code}>
                {code}. {name}
              </option>
            ))}
          </SelectField>
          <UnitField label={text.secretLead} />
          <DayField label={text.secretDue} name="dueDay" required />
        </>
      );
    },
    send: (_id, fields, key, plan) =>
      secretWorkAdd({
        ...on(plan, key),
        body: {
          area: textOf(fields, 'area'),
          leadUnitId: textOf(fields, 'unitId'),
          dueDay: textOf(fields, 'dueDay'),
        },
      }),
  },
  ClosePlan: {
    ends: true,
    Fields: () => <ReasonField />,
    send: (_id, fields, key, plan) =>
      planClose({ ...on(plan, key), body: { reason: textOf(fields, 'reason') } }),
  },
};
