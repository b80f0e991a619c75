import type { Announcer } from '#notification';
import type { Organisation } from '../organisation.service.js';

/** Tells administrators, and whoever keeps the office's record, of a year without a calendar. */
export const calendarAnnouncer = (organisation: Organisation): Announcer => ({
  types: ['CalendarMissed'],
  templates: {
    calendar_missed: {
      subject: {
        vi: 'Chưa có lịch làm việc năm {year}',
        en: 'There is no calendar for {year}',
      },
      text: {
        vi: 'Chưa có lịch nghỉ và ngày làm bù năm {year}. Hạn rơi vào năm đó chưa tính được; hãy nạp lịch trước ngày 01/01/{year}.',
        en: 'The days off and swapped days of {year} are not loaded. What falls due in that year can’t be computed: load them before 01/01/{year}.',
      },
    },
  },
  async announce(office, events) {
    const { posts, holders } = await organisation.current(office);
    const told = [...holders].flatMap(([postId, personId]) =>
      posts.get(postId)?.roles.some((role) => role === 'admin' || role === 'office-of-record')
        ? [personId]
        : [],
    );
    return events.flatMap((cause) =>
      [...new Set(told)].map((official) => ({
        template: 'calendar_missed',
        to: { official },
        params: { year: String(cause.data.year) },
        cause,
      })),
    );
  },
});
