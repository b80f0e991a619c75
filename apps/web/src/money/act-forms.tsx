import {
  moneyAllocate,
  moneyAllowOverrun,
  moneySpend,
  moneyWithdrawAllocation,
  moneyWithdrawSpending,
  type TaskMoney,
} from '#client';
import type { ActForms } from '../ui/acts';
import { DayField } from '../ui/day-field';
import { SelectField, TextArea, TextField } from '../ui/field';
import { textOf, under } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { dong } from '../words/format';
import { useWords } from '../words/language';
import { DongField, readDong } from './dong-field';
import { words } from './words';

const amountIn = (fields: FormData) => readDong(textOf(fields, 'amount'));

function LineField({ of: money }: { of: TaskMoney }) {
  const text = useWords(words);
  return (
    <SelectField label={text.line} name="lineId" required>
      {money.lines.map(({ lineId, purpose, left }) => (
        <option key={lineId} value={lineId}>
          {text.lineLeft(purpose, dong(left))}
        </option>
      ))}
    </SelectField>
  );
}

/** What is done with a task's money as a whole, in the order it is offered. */
export const MONEY_ACTS: Readonly<Record<string, ActForms<TaskMoney>>> = {
  RecordSpending: {
    Fields: function Fields({ of: money }) {
      const text = useWords(words);
      return (
        <>
          <LineField of={money} />
          <DongField />
          <DayField label={text.day} name="day" required />
          <TextField label={text.voucherNumber} name="documentNumber" required maxLength={50} />
          <TextArea label={text.paidFor} name="text" required minLength={3} maxLength={2000} />
        </>
      );
    },
    send: (id, fields, key) =>
      moneySpend({
        ...under(id, key),
        body: {
          lineId: textOf(fields, 'lineId'),
          amount: amountIn(fields),
          day: textOf(fields, 'day'),
          documentNumber: textOf(fields, 'documentNumber'),
          text: textOf(fields, 'text'),
        },
      }),
  },
  AllocateMoney: {
    Fields: function Fields() {
      const text = useWords(words);
      return (
        <>
          <TextField
            label={text.purpose}
            hint={text.purposeHint}
            name="purpose"
            required
            minLength={3}
            maxLength={200}
          />
          <DongField />
          <TextField label={text.documentNumber} name="documentNumber" required maxLength={50} />
          <DayField label={text.documentDate} name="documentDate" required />
        </>
      );
    },
    send: (id, fields, key) =>
      moneyAllocate({
        ...under(id, key),
        body: {
          purpose: textOf(fields, 'purpose'),
          amount: amountIn(fields),
          documentNumber: textOf(fields, 'documentNumber'),
          documentDate: textOf(fields, 'documentDate'),
        },
      }),
  },
  AllowOverrun: {
    Fields: ({ of: money }) => (
      <>
        <LineField of={money} />
        <DongField />
        <ReasonField />
      </>
    ),
    send: (id, fields, key) =>
      moneyAllowOverrun({
        ...under(id, key),
        body: {
          lineId: textOf(fields, 'lineId'),
          amount: amountIn(fields),
          reason: textOf(fields, 'reason'),
        },
      }),
  },
};

/** One entry of a task's money. */
export interface Entry {
  id: string;
  taskId: string;
}

const on = ({ taskId }: Entry, key: string) => under(taskId, key);

/** What is done with one entry. */
export const ENTRY_ACTS: Readonly<Record<string, ActForms<Entry>>> = {
  WithdrawAllocation: {
    ends: true,
    Fields: () => <ReasonField />,
    send: (allocationId, fields, key, entry) =>
      moneyWithdrawAllocation({
        ...on(entry, key),
        body: { allocationId, reason: textOf(fields, 'reason') },
      }),
  },
  WithdrawSpending: {
    ends: true,
    Fields: () => <ReasonField />,
    send: (spendingId, fields, key, entry) =>
      moneyWithdrawSpending({ ...on(entry, key), body: { spendingId, reason: textOf(fields, 'reason') } }),
  },
};
