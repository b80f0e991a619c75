import { actOfStep, eachStep, type AgendaItem, type StepTaker } from '#deadline';
import { causedBy, type Aggregate } from '#event-store';
import { DayField, Text, derivedId, formatDay } from '#kernel';
import type { Announcer } from '#notification';
import { commandsOn, official, right, worker, type ActContext, type Commands } from '#organisation';
import type { Reaction } from '#projection';

export type NoticeEvent =
  | { type: 'NoticePosted'; data: { text: string; until: string; agenda: AgendaItem[] } }
  | { type: 'NoticeFiled'; data: Record<string, never> }
  | { type: 'NoticeTakenDown'; data: { agenda: AgendaItem[] } };

interface Notice {
  status: 'none' | 'up' | 'down';
  filed: boolean;
}

const notice: Aggregate<Notice, NoticeEvent> = {
  kind: 'notice',
  initial: { status: 'none', filed: false },
  evolve: (state, { type }) => {
    if (type === 'NoticePosted') return { ...state, status: 'up' };
    if (type === 'NoticeFiled') return { ...state, filed: true };
    return { ...state, status: 'down' };
  },
};

export class PostNotice {
  @Text({ description: 'Nội dung · what it says', max: 200 })
  text!: string;

  @DayField({ description: 'Gỡ vào ngày · the day on which it is taken down' })
  until!: string;
}
export class FileNotice {}
export class TakeNoticeDown {}

export const NOTICE_STEP = 'notice/';

const occurrenceId = (subject: string) => derivedId(subject, 'occurrence', 'down');

const post = ({ status }: Notice, { text, until }: PostNotice, { subject, calendar }: ActContext) => {
  if (status !== 'none') return [];
  const due = calendar.opening(until).toISOString();
  const agenda = [
    { occurrenceId: occurrenceId(subject), due, alarms: [{ at: due, step: `${NOTICE_STEP}down` }] },
  ];
  return [{ type: 'NoticePosted' as const, data: { text, until, agenda } }];
};

const file = ({ filed }: Notice): NoticeEvent[] => (filed ? [] : [{ type: 'NoticeFiled', data: {} }]);

const takeDown = ({ status }: Notice, _: TakeNoticeDown, { subject, now }: ActContext): NoticeEvent[] => {
  if (status !== 'up') return [];
  const agenda = [{ occurrenceId: occurrenceId(subject), due: now.toISOString(), alarms: [] }];
  return [{ type: 'NoticeTakenDown', data: { agenda } }];
};

const onNotice = commandsOn<Notice, NoticeEvent, ActContext>({
  aggregate: notice,
  contextOf: (act) => act,
});

export const noticeCommands = [
  onNotice(PostNotice, official('own'), post),
  onNotice(FileNotice, worker, file),
  onNotice(TakeNoticeDown, right('office', 'worker'), takeDown),
];

export const fileNotices = (commands: Commands): Reaction => ({
  name: 'file_notices',
  types: ['NoticePosted'],
  async react(events) {
    for (const event of events)
      await commands.send(FileNotice, causedBy(event, 'notices', 'R33', 'file'), event.subject, {});
  },
});

export const noticeSteps = (commands: Commands): StepTaker =>
  eachStep(
    (_office, step) => commands.send(TakeNoticeDown, actOfStep(step, 'R11'), step.subject, {}),
    () => Promise.resolve(),
  );

export const noticeAnnouncer = (): Announcer => ({
  types: ['NoticePosted'],
  templates: {
    notice_posted: {
      subject: { vi: 'Đã đăng tin', en: 'Notice posted' },
      text: { vi: '{text} (đến {until})', en: '{text} (until {until})' },
    },
  },
  announce: (_office, events) =>
    Promise.resolve(
      events.map((cause) => {
        const { text, until } = cause.data as { text: string; until: string };
        return {
          template: 'notice_posted',
          to: { official: cause.actor },
          params: { text, until: formatDay(until) },
          cause,
        };
      }),
    ),
});
