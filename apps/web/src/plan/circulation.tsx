import { planReceived, type Plan } from '#client';
import { useMe } from '../app/me';
import { ActButton } from '../ui/act-button';
import { Badge } from '../ui/badge';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { given, textOf } from '../ui/fields';
import { Empty, Panel, Row } from '../ui/layout';
import { day, instant } from '../words/format';
import { useWords } from '../words/language';
import styles from './plan.module.css';
import { words } from './words';

type Sending = Plan['sendings'][number];

/** To whom the plan was sent, who has it, who has read it. */
export function Circulation({ plan }: { plan: Plan }) {
  const text = useWords(words);
  if (plan.status !== 'approved' && plan.status !== 'closed') return null;
  return (
    <Panel title={text.sendings}>
      {plan.sendings.length === 0 ? <Empty>{text.notSent}</Empty> : null}
      <ul className={styles.open}>
        {plan.sendings.map((one) => (
          <li key={one.name}>
            <strong>{one.name}</strong>
            <span className={styles.soft}>{text.sentOn(day(one.sentOn))}</span>
            <Standing of={one} year={plan.year} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Standing({ of, year }: { of: Sending; year: number }) {
  const text = useWords(words);
  if (of.unitId !== null)
    return of.readBy.length === 0 ? (
      <Badge tone="wait">{text.unread}</Badge>
    ) : (
      <span>
        <Badge tone="done">{text.read}</Badge>{' '}
        {of.readBy.map(({ person, at }) => `${person ?? '–'}, ${instant(at)}`).join('; ')}
      </span>
    );
  if (of.receivedOn !== null)
    return (
      <span>
        <Badge tone="done">{text.receivedOn(day(of.receivedOn))}</Badge> {of.note}
      </span>
    );
  return <NoteReceipt of={of} year={year} />;
}

function NoteReceipt({ of, year }: { of: Sending; year: number }) {
  const text = useWords(words);
  const { acts } = useMe();
  return (
    <Row>
      <Badge tone="wait">{text.notReceived}</Badge>
      {acts.includes('RecordPlanReceipt') ? (
        <ActButton
          name={text.noteReceipt}
          of={of.name}
          look="quiet"
          send={(fields, key) =>
            planReceived({
              path: { year },
              headers: { 'Idempotency-Key': key },
              throwOnError: true,
              body: { recipient: of.name, day: textOf(fields, 'day'), ...given(fields, 'note') },
            })
          }
        >
          <p>{of.name}</p>
          <DayField label={text.receiptDay} name="day" required />
          <TextField label={text.receiptNote} name="note" maxLength={500} />
        </ActButton>
      ) : null}
    </Row>
  );
}
