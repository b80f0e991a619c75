import { useNow } from '../app/clock';
import { Badge, type Tone } from '../ui/badge';
import page from '../ui/page.module.css';
import { day, howFar, time } from '../words/format';
import { useWords } from '../words/language';
import { hoursAndMinutes, type Status } from './dossier';
import { words } from './words';

interface Props {
  due: string | null;
  awaitsCalendar: number | null;
  status: Status;
  late: boolean;
  remainingWorkingMinutes: number | null;
  pause: { until: string | null; overdue: boolean } | null;
}

/** Less working time than a working day holds is soon. */
const SOON_MINUTES = 8 * 60;

/** When a dossier is due, and how much working time is left to it. */
export function Appointment({ due, awaitsCalendar, status, late, remainingWorkingMinutes, pause }: Props) {
  const text = useWords(words);
  const now = useNow();
  const left = remainingWorkingMinutes;
  const tone: Tone = left !== null && left < SOON_MINUTES ? 'soon' : 'plain';
  return (
    <>
      {due === null ? (
        awaitsCalendar === null ? (
          '–'
        ) : (
          text.awaits(awaitsCalendar)
        )
      ) : (
        <>
          {day(due)} <span className={page.soft}>{time(due)}</span>
        </>
      )}
      <div>
        {late ? (
          <Badge tone="late">{status === 'in_progress' && due !== null ? howFar(due, now) : text.late}</Badge>
        ) : status === 'paused' || status === 'awaiting_supplement' ? (
          <Badge tone={pause?.overdue ? 'late' : 'wait'}>
            {pause?.overdue ? text.pausedTooLong : text.standsStill}
            {pause?.until ? `, ${text.until(day(pause.until))}` : ''}
          </Badge>
        ) : left === null ? null : (
          <Badge tone={tone}>{text.workingLeft(...hoursAndMinutes(left))}</Badge>
        )}
      </div>
    </>
  );
}
