/** What officials are told of (loại thông báo): times that run out, and all other work. */
export const NOTICE_GROUPS = ['deadlines', 'work'] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

/** Beside the service itself, where every notice is found. */
export const NOTICE_CHANNELS = ['email', 'sms'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** How an official wants to be told beside the service, by what it is about. */
export interface NoticeChoice extends Readonly<Record<NoticeGroup, readonly NoticeChannel[]>> {
  /** Once a day by e-mail what is still unread. */
  digest: boolean;
  language: 'vi' | 'en';
}

export const NOTHING_CHOSEN: NoticeChoice = { deadlines: [], work: [], digest: false, language: 'vi' };

/** The template of the daily digest. */
export const DIGEST_NOTICE = 'notice_digest';

/** Every capability names its templates so: a reminder, a missed time, a step up the ladder, an apology that is owed. */
const OF_TIMES = /_(?:reminded|warned|missed|overdue|escalated|silent|urged|owed)$/;

/** What a notice is about, by its template. */
export const groupOf = (template: string): NoticeGroup => (OF_TIMES.test(template) ? 'deadlines' : 'work');

/** Over which channels an official is told of something as it happens. */
export const channelsOfNotice = (template: string, choice: NoticeChoice): readonly NoticeChannel[] => {
  if (template === DIGEST_NOTICE) return choice.digest ? ['email'] : [];
  return choice[groupOf(template)];
};
