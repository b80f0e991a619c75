import { isOf, madeOf, type AggregateStore, type ByType, type StoredEvent } from '#event-store';
import { formatInstant } from '#kernel';
import type { Announcement, Announcer, Template } from '#notification';
import { actingIn, type Office, type Organisation } from '#organisation';
import type { OfficialEvent } from './official/official.events.js';
import { officialEvaluation, type OfficialEvaluation } from './official/official.js';
import type { YearEvent } from './year/year.events.js';

const template = (vi: string, en: string, text: { vi: string; en: string }): Template => ({
  subject: { vi, en },
  text,
});

const templates = {
  period_scored: template('Kỳ đánh giá đã chấm', 'A period was scored', {
    vi: 'Kỳ {period} đã chấm và khóa.',
    en: 'Period {period} was scored and locked.',
  }),
  period_reopened: template('Kỳ đánh giá mở lại', 'A period was reopened', {
    vi: 'Kỳ {period} mở lại: {reason}.',
    en: 'Period {period} was reopened: {reason}.',
  }),
  score_reminded: template('Sắp đến hạn chấm điểm kỳ', 'A period is to be scored soon', {
    vi: 'Kỳ {period}, hạn: {due}.',
    en: 'Period {period}, due: {due}.',
  }),
  score_missed: template('Kỳ chưa chấm điểm', 'A period was not scored', {
    vi: 'Kỳ {period} quá hạn chấm điểm từ {due}.',
    en: 'Period {period} was to be scored by {due}.',
  }),
  score_escalated: template('Kỳ chưa chấm điểm, báo cáo lên bạn', 'A period not scored, escalated to you', {
    vi: 'Kỳ {period} quá hạn chấm điểm từ {due} (cấp {level}).',
    en: 'Period {period} was to be scored by {due} (level {level}).',
  }),
  grade_decided: template('Kết quả xếp loại năm', 'Your grade was decided', {
    vi: 'Quyết định {documentNumber}.',
    en: 'Decision {documentNumber}.',
  }),
  appeal_decided: template('Trả lời kiến nghị xếp loại', 'Your appeal was decided', {
    vi: '{text}',
    en: '{text}',
  }),
  appeal_reminded: template('Sắp đến hạn trả lời kiến nghị xếp loại', 'An appeal is due soon', {
    vi: 'Hạn: {due}.',
    en: 'Due: {due}.',
  }),
  appeal_missed: template('Quá hạn trả lời kiến nghị xếp loại', 'An appeal is overdue', {
    vi: 'Quá hạn từ {due}.',
    en: 'Overdue since {due}.',
  }),
  appeal_escalated: template('Kiến nghị xếp loại chưa trả lời', 'An undecided appeal, escalated to you', {
    vi: 'Quá hạn từ {due} (cấp {level}).',
    en: 'Overdue since {due} (level {level}).',
  }),
} as const satisfies Record<string, Template>;

interface Told {
  template: keyof typeof templates;
  /** The people who are told, or the post. */
  people?: string[];
  postId?: string | null;
  params: Record<string, string>;
}

const when = (due: string): string => formatInstant(new Date(due));

const OF_OFFICIALS: ByType<OfficialEvent, [state: OfficialEvaluation], Told> = {
  PeriodScored: ({ period }, { personId }) => ({
    template: 'period_scored',
    people: [personId],
    params: { period: String(period) },
  }),
  PeriodReopened: ({ period, reason }, { personId }) => ({
    template: 'period_reopened',
    people: [personId],
    params: { period: String(period), reason },
  }),
};

const OF_TIMES: ByType<OfficialEvent, [], Told> = {
  ScoreReminded: ({ period, due, toPostId }) => ({
    template: 'score_reminded',
    postId: toPostId,
    params: { period: String(period), due: when(due) },
  }),
  ScoreMissed: ({ period, due, postId }) => ({
    template: 'score_missed',
    postId,
    params: { period: String(period), due: when(due) },
  }),
  ScoreEscalated: ({ period, due, level, toPostId }) => ({
    template: 'score_escalated',
    postId: toPostId,
    params: { period: String(period), due: when(due), level: String(level) },
  }),
};

const OF_YEARS: ByType<YearEvent, [], Told> = {
  GradesDecided: ({ documentNumber, decided }) => ({
    template: 'grade_decided',
    people: decided.map(({ personId }) => personId),
    params: { documentNumber },
  }),
  GradeReplaced: ({ documentNumber, personId }) => ({
    template: 'grade_decided',
    people: [personId],
    params: { documentNumber },
  }),
  AppealDecided: ({ text, personId }) => ({
    template: 'appeal_decided',
    people: [personId],
    params: { text },
  }),
  AppealReminded: ({ due, toPostId }) => ({
    template: 'appeal_reminded',
    postId: toPostId,
    params: { due: when(due) },
  }),
  AppealMissed: ({ due, postId }) => ({ template: 'appeal_missed', postId, params: { due: when(due) } }),
  AppealEscalated: ({ due, level, toPostId }) => ({
    template: 'appeal_escalated',
    postId: toPostId,
    params: { due: when(due), level: String(level) },
  }),
};

/** Tells officials how they were scored and graded, and the chairman of appeals that are due. */
export function evaluationAnnouncer(aggregates: AggregateStore, organisation: Organisation): Announcer {
  return {
    types: [OF_OFFICIALS, OF_TIMES, OF_YEARS].flatMap((one) => Object.keys(one)),
    templates,
    async announce(office, events) {
      const own = events.filter((event) => isOf(officialEvaluation, event));
      const [standing, states] = await Promise.all([
        organisation.current(office),
        aggregates.loadBehind(officialEvaluation, office, own),
      ]);
      return events.flatMap((event) => {
        const state = states.get(event.subject);
        const told = state
          ? (madeOf(OF_OFFICIALS, event, state) ?? madeOf(OF_TIMES, event))
          : madeOf(OF_YEARS, event);
        return told ? announcementsOf(event, told, standing) : [];
      });
    },
  };
}

function announcementsOf(
  cause: StoredEvent,
  { template: name, people = [], postId = null, params }: Told,
  office: Office,
): Announcement[] {
  const acting = postId === null ? undefined : actingIn(office, postId);
  return [...people, ...(acting === undefined ? [] : [acting])].map((official) => ({
    ...{ template: name, to: { official }, params, cause },
  }));
}
