import type { Waiting } from '#capability';
import { derivedId, type Bilingual, type Language } from '#kernel';
import ical, { ICalAlarmType } from 'ical-generator';

const NAME: Bilingual = { vi: 'Hạn công việc', en: 'Work due' };
const DUE: Bilingual = { vi: 'Hạn', en: 'Due' };
const LATE: Bilingual = { vi: 'QUÁ HẠN', en: 'OVERDUE' };
const KINDS: Readonly<Record<string, Bilingual>> = {
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  feedback: { vi: 'Phản ánh', en: 'Feedback' },
  report: { vi: 'Báo cáo', en: 'Report' },
  inspection: { vi: 'Kiểm tra', en: 'Inspection' },
  'oversight-note': { vi: 'Kiến nghị giám sát', en: 'Oversight note' },
};
const PAGES: Readonly<Record<string, string>> = { task: 'tasks', dossier: 'dossiers', feedback: 'feedback' };

/** Shown as half an hour that ends when it is due: calendars hide what takes no time. */
const SHOWN_MS = 30 * 60_000;
const DAY_S = 86_400;
const READ_AGAIN_S = 3_600;

/** What a person's calendar shows (lịch hạn công việc): an entry a deadline, reminded of the day before; iCalendar, RFC 5545. */
export function deadlineCalendar(
  waiting: readonly Waiting[],
  { now, language, house, office }: { now: Date; language: Language; house: string; office: string },
): string {
  const calendar = ical({ name: `${NAME[language]} · ${office}`, ttl: READ_AGAIN_S });
  calendar.prodId({ company: 'Minh Bạch', product: 'deadlines', language: language.toUpperCase() });
  calendar.x('X-WR-TIMEZONE', 'Asia/Ho_Chi_Minh');
  for (const one of waiting) {
    const { kind, subject, due, part } = one;
    if (due === null) continue;
    const page = PAGES[kind];
    const event = calendar.createEvent({
      id: `${derivedId(subject, `${part ?? ''} ${due.toISOString()}`)}@minh-bach`,
      stamp: now,
      start: new Date(due.getTime() - SHOWN_MS),
      end: due,
      summary: titleOf(one, due < now ? LATE[language] : DUE[language], language),
      description: part ?? null,
      url: page === undefined ? `${house}/app` : `${house}/app/${page}/${subject}`,
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: DAY_S });
  }
  return calendar.toString();
}

function titleOf({ kind, number, title }: Waiting, due: string, language: Language): string {
  const what = [KINDS[kind]?.[language] ?? kind, number].filter((word) => word !== null).join(' ');
  return `${due}: ${title === null ? what : `${what} · ${title}`}`;
}
