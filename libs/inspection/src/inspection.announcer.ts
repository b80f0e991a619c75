import { isOf, madeOf, type AggregateStore, type ByType, type StoredEvent } from '#event-store';
import { formatDay, formatInstant } from '#kernel';
import type { Announcement, Announcer, Template } from '#notification';
import { actingIn, type Office, type Organisation } from '#organisation';
import { KIND_WORDS } from './inspection.words.js';
import type { InspectionEvent } from './inspection/inspection.events.js';
import { answerableFor, inspection, type Inspection } from './inspection/inspection.js';
import type { NoteEvent } from './oversight/note.events.js';

const template = (vi: string, en: string, text: { vi: string; en: string }): Template => ({
  subject: { vi, en },
  text,
});

const templates = {
  inspection_opened: template('Kiểm tra: {kind}', 'Inspection: {kindEn}', {
    vi: 'Bộ phận bạn được kiểm tra từ {from} đến {to}.',
    en: 'Your unit is inspected from {from} to {to}.',
  }),
  inspection_recorded: template('Biên bản kiểm tra chờ ý kiến', 'A record awaits your word', {
    vi: 'Biên bản ngày {day} đã lập; mời bộ phận cho ý kiến.',
    en: 'The record of {day} was taken down; your unit’s word is asked for.',
  }),
  inspection_concluded: template('Kết luận kiểm tra', 'An inspection was concluded', {
    vi: 'Có {count} yêu cầu khắc phục.',
    en: 'It requires {count} remedies.',
  }),
  remedy_reported: template('Báo cáo khắc phục chờ xác nhận', 'A remedy awaits verification', {
    vi: '{text}',
    en: '{text}',
  }),
  remedy_rejected: template('Chưa khắc phục xong', 'Not remedied', {
    vi: 'Lý do: {reason}.',
    en: 'Reason: {reason}.',
  }),
  remedy_reminded: template('Sắp đến hạn khắc phục', 'A remedy is due soon', {
    vi: 'Hạn: {due}.',
    en: 'Due: {due}.',
  }),
  remedy_missed: template('Quá hạn khắc phục', 'A remedy is overdue', {
    vi: 'Quá hạn từ {due}.',
    en: 'Overdue since {due}.',
  }),
  remedy_escalated: template('Chậm khắc phục, báo cáo lên bạn', 'An overdue remedy, escalated to you', {
    vi: 'Quá hạn từ {due} (cấp {level}).',
    en: 'Overdue since {due} (level {level}).',
  }),
  oversight_assigned: template('Trả lời kiến nghị giám sát', 'A note of oversight to answer', {
    vi: 'Bộ phận bạn được giao trả lời.',
    en: 'Your unit is to answer it.',
  }),
  oversight_reminded: template('Sắp đến hạn trả lời kiến nghị giám sát', 'A note of oversight is due soon', {
    vi: 'Hạn: {due}.',
    en: 'Due: {due}.',
  }),
  oversight_missed: template('Quá hạn trả lời kiến nghị giám sát', 'A note of oversight is overdue', {
    vi: 'Quá hạn từ {due}.',
    en: 'Overdue since {due}.',
  }),
  oversight_escalated: template('Kiến nghị giám sát chưa trả lời', 'An unanswered note, escalated to you', {
    vi: 'Quá hạn từ {due} (cấp {level}).',
    en: 'Overdue since {due} (level {level}).',
  }),
} as const satisfies Record<string, Template>;

interface Told {
  template: keyof typeof templates;
  /** The unit whose head is told, or the post. */
  unitId?: string;
  postId?: string | null;
  params?: Record<string, string>;
}

const when = (due: string): string => formatInstant(new Date(due));
const late = (due: string, level: number) => ({ due: when(due), level: String(level) });

const OF_INSPECTIONS: ByType<InspectionEvent, [state: Inspection], Told> = {
  InspectionOpened: ({ kind, from, to, unitId }) => ({
    template: 'inspection_opened',
    unitId,
    params: {
      kind: KIND_WORDS[kind].vi,
      kindEn: KIND_WORDS[kind].en,
      from: formatDay(from),
      to: formatDay(to),
    },
  }),
  InspectionRecorded: ({ day }, { unitId }) => ({
    template: 'inspection_recorded',
    unitId,
    params: { day: formatDay(day) },
  }),
  InspectionConcluded: ({ requirements }, { unitId }) => ({
    template: 'inspection_concluded',
    unitId,
    params: { count: String(requirements.length) },
  }),
  RemedyReported: ({ text }, { leaderPostId }) => ({
    template: 'remedy_reported',
    postId: leaderPostId,
    params: { text },
  }),
  RemedyRejected: ({ reason }, { unitId }) => ({ template: 'remedy_rejected', unitId, params: { reason } }),
  RequirementReminded: ({ due, toPostId }) => ({
    template: 'remedy_reminded',
    postId: toPostId,
    params: { due: when(due) },
  }),
  RequirementMissed: ({ due, postId }) => ({ template: 'remedy_missed', postId, params: { due: when(due) } }),
  RequirementEscalated: ({ due, level, toPostId }) => ({
    template: 'remedy_escalated',
    postId: toPostId,
    params: late(due, level),
  }),
};

const OF_NOTES: ByType<NoteEvent, [], Told> = {
  OversightNoteAssigned: ({ unitId }) => ({ template: 'oversight_assigned', unitId }),
  OversightNoteReminded: ({ due, toPostId }) => ({
    template: 'oversight_reminded',
    postId: toPostId,
    params: { due: when(due) },
  }),
  OversightNoteMissed: ({ due, postId }) => ({
    template: 'oversight_missed',
    postId,
    params: { due: when(due) },
  }),
  OversightNoteEscalated: ({ due, level, toPostId }) => ({
    template: 'oversight_escalated',
    postId: toPostId,
    params: late(due, level),
  }),
};

/** Tells units what is found and required of them, teams what waits for them, and those above what is late. */
export function inspectionAnnouncer(aggregates: AggregateStore, organisation: Organisation): Announcer {
  return {
    types: [...Object.keys(OF_INSPECTIONS), ...Object.keys(OF_NOTES)],
    templates,
    async announce(office, events) {
      const own = events.filter((event) => isOf(inspection, event));
      const [standing, states] = await Promise.all([
        organisation.current(office),
        aggregates.loadBehind(inspection, office, own),
      ]);
      return events.flatMap((event) => {
        const state = states.get(event.subject);
        const told = state ? madeOf(OF_INSPECTIONS, event, state) : madeOf(OF_NOTES, event);
        return (told && announcementOf(event, told, standing)) ?? [];
      });
    },
  };
}

function announcementOf(
  cause: StoredEvent,
  { template: name, unitId, postId, params = {} }: Told,
  office: Office,
): Announcement | undefined {
  const post = unitId === undefined ? (postId ?? null) : answerableFor(office, unitId);
  const personId = post === null ? undefined : actingIn(office, post);
  if (personId === undefined) return undefined;
  return { template: name, to: { official: personId }, params, cause };
}
