import type { Plan } from '#client';
import { useMe } from '../app/me';
import { ActButton } from '../ui/act-button';
import { Badge } from '../ui/badge';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { given, textOf } from '../ui/fields';
import { Empty, Panel, Row } from '../ui/layout';
import { day, instant } from '../words/format';
import { useWords } from '../words/language';
import styles from './circulation.module.css';
import { words } from './words';

type Sending = Plan['sendings'][number];

/** The receipt of a recipient outside, as it is sent. */
export interface Receipt {
  recipient: string;
  day: string;
  note?: string;
}

/** How a receipt is noted: by which act, and where it is sent. */
interface Noting {
  act: string;
  note: (body: Receipt, key: string) => Promise<unknown>;
}

interface Props extends Noting {
  sendings: readonly Sending[];
  /** What is said where it was sent to nobody. */
  none: string;
}

/** To whom a plan or a report was sent, who has it, who has read it. */
export function Circulation({ sendings, none, ...noting }: Props) {
  const text = useWords(words);
  return (
    <Panel title={text.sendings}>
      {sendings.length === 0 ? <Empty>{none}</Empty> : null}
      <ul className={styles.sendings}>
        {sendings.map((one) => (
          <li key={one.name}>
            <strong>{one.name}</strong>
            <span className={styles.soft}>{text.sentOn(day(one.sentOn))}</span>
            <Standing of={one} {...noting} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Standing({ of, ...noting }: Noting & { of: Sending }) {
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
  return <NoteReceipt of={of} {...noting} />;
}

function NoteReceipt({ of, act, note }: Noting & { of: Sending }) {
  const text = useWords(words);
  const { acts } = useMe();
  return (
    <Row>
      <Badge tone="wait">{text.notReceived}</Badge>
      {acts.includes(act) ? (
        <ActButton
          name={text.noteReceipt}
          of={of.name}
          look="quiet"
          send={(fields, key) =>
            note({ recipient: of.name, day: textOf(fields, 'day'), ...given(fields, 'note') }, key)
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
