import { reportAccept, reportDispatch, reportGiveBack, reportSubmit, type Report } from '#client';
import { useNow } from '../app/clock';
import { useUnits } from '../organisation/units';
import type { ActForms } from '../ui/acts';
import { DayField } from '../ui/day-field';
import { TextArea } from '../ui/field';
import { linesOf, textOf, ticked, under } from '../ui/fields';
import { day, isoDay } from '../words/format';
import { ReasonField } from '../ui/reason-field';
import { TickField } from '../ui/tick-field';
import { useWords } from '../words/language';
import { actWords } from './act-words';

/** The acts on a report, in the order they are offered; sections are written where they stand. */
export const REPORT_ACTS: Readonly<Record<string, ActForms<Report>>> = {
  SubmitReport: {
    Fields: function Fields({ of: { cutOff, period, outline } }) {
      const text = useWords(actWords);
      const empty = outline.filter(({ text: said, figures }) => said === null && figures === null);
      return (
        <>
          <p>{cutOff.provisional ? text.submitProvisional(day(period.to)) : text.submitWhat}</p>
          {empty.length > 0 ? <p>{text.unwritten(empty.map(({ key }) => key).join(', '))}</p> : null}
        </>
      );
    },
    send: (id, _fields, key, { cutOff }) =>
      reportSubmit({ ...under(id, key), body: { provisional: cutOff.provisional } }),
  },
  AcceptReport: {
    Fields: function Fields() {
      const text = useWords(actWords);
      return <p>{text.acceptWhat}</p>;
    },
    send: (id, _fields, key) => reportAccept({ ...under(id, key), body: {} }),
  },
  SendReport: {
    Fields: function Fields({ of: { recipients } }) {
      const text = useWords(actWords);
      const units = useUnits();
      return (
        <>
          <TextArea
            label={text.recipients}
            hint={text.recipientsHint}
            name="recipients"
            required
            rows={5}
            defaultValue={recipients.join('\n')}
          />
          <TickField
            legend={text.unitsToo}
            name="unitIds"
            options={units.map(({ unitId, name }) => [unitId, name] as const)}
          />
          <DayField label={text.signedOn} name="day" required defaultValue={isoDay(useNow())} />
        </>
      );
    },
    send: (id, fields, key) =>
      reportDispatch({
        ...under(id, key),
        body: {
          recipients: linesOf(fields, 'recipients'),
          unitIds: ticked(fields, 'unitIds'),
          day: textOf(fields, 'day'),
        },
      }),
  },
  ReturnReport: {
    ends: true,
    Fields: () => <ReasonField />,
    send: (id, fields, key) =>
      reportGiveBack({ ...under(id, key), body: { reason: textOf(fields, 'reason') } }),
  },
};
