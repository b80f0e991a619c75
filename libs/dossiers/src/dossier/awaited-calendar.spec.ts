import { Story, all, calendar, calendarUntil, local, procedure, published, types } from './dossier.story.js';
import { signResult } from './ending.js';
import { extendDossier, pauseDossier, resumeDossier } from './interruptions.js';
import { takeDossierStep } from './lateness.js';
import { acceptStep, handOverStep } from './steps.js';
import { answerSupplement, requestSupplement } from './supplement.js';

const PAUSE = { reason: 'Xác minh', legalBasis: 'Nghị định 123/2015', expectedEnd: '2026-01-06' };
/** Received on the last day of the last year with a calendar. */
const received = (known = calendarUntil(2025)) =>
  new Story(published(procedure({ extensionDays: 3 })), known).receive('2025-12-31T09:00');
const comes = (story: Story, when: string, what = 'due') => {
  story.calendar = calendar;
  return story.act('worker', when, takeDossierStep, { step: `dossier/calendar:2026:${what}` });
};

describe('a dossier whose time runs into a year without a calendar', () => {
  it('R11: is received; its appointment is set when the calendar is known', () => {
    const story = received();
    expect(story.events).toMatchObject([
      {
        type: 'DossierReceived',
        data: {
          due: null,
          stepDue: null,
          awaits: 2026,
          agenda: [{ alarms: [], awaits: { year: 2026, step: 'dossier/calendar:2026:due' } }, { alarms: [] }],
        },
      },
    ]);
    expect(
      types(story.act('worker', '2026-01-20T08:00', takeDossierStep, { step: 'dossier/overdue' })),
    ).toEqual([]);
    const [set] = comes(story, '2026-01-05T08:00');
    expect(set).toMatchObject({ type: 'DossierDueSet', data: { from: null, year: 2026 } });
    expect(local(story.state.work?.due ?? undefined)).toBe('2026-01-09T17:00');
    const atOnce = received(calendar).events[0];
    const agenda = (event: typeof set) => (event && 'agenda' in event.data ? event.data.agenda : []);
    expect(agenda(set)).toEqual(agenda(atOnce));
  });

  it('R14: what is paused, extended and accepted meanwhile counts as if the calendar had been known', () => {
    const lived = (story: Story) => {
      story.act('desk', '2025-12-31T10:00', pauseDossier, PAUSE);
      story.act('desk', '2026-01-06T08:00', resumeDossier, { reason: 'Đã xác minh' });
      story.act('desk', '2026-01-06T08:10', extendDossier, { reason: 'Xác minh thêm' });
      story.act('desk', '2026-01-06T08:20', handOverStep, { toPostId: 'justice' });
      story.act('justice', '2026-01-06T08:30', acceptStep, {});
      return story;
    };
    const [waited, knew] = [lived(received()), lived(received(calendar))];
    expect(waited.state.work).toMatchObject({ due: null, stepDue: null, awaits: 2026 });
    comes(waited, '2026-01-07T08:00');
    const { due, stepDue } = knew.state.work ?? {};
    expect(waited.state.work).toMatchObject({ due, stepDue });
  });

  it('R16: signed meanwhile it is in time', () => {
    const story = received();
    expect(story.act('desk', '2025-12-31T15:00', signResult, { number: '1/KQ' })).toMatchObject([
      { type: 'ResultSigned', data: { late: false } },
    ]);
    expect(comes(story, '2026-01-05T08:00')).toEqual([]);
  });

  it('R13: a supplement is asked for; until when it is answered is set when the calendar is known', () => {
    const story = received();
    const asked = { components: ['Bản sao'], reason: 'Bản sao mờ không đọc được', legalBasis: 'Điều 5' };
    expect(story.act('desk', '2025-12-31T14:00', requestSupplement, asked)).toMatchObject([
      { data: { answerBy: null, awaits: 2026, late: false } },
    ]);
    comes(story, '2026-01-05T08:00', 'answer');
    // Thirty days after 31/12 is Friday, 30/01/2026.
    expect(local(story.state.work?.answerBy ?? undefined)).toBe('2026-01-30T17:00');
    story.act('desk', '2026-01-12T08:00', answerSupplement, { components: all.slice(1) });
    expect(local(story.state.work?.due ?? undefined)).toBe('2026-01-19T17:00');
  });

  it('R16: overdue on the last day, though its escalation waits', () => {
    const story = new Story(published(procedure()), calendarUntil(2025)).receive('2025-12-24T09:00');
    const events = story.act('worker', '2025-12-31T17:00', takeDossierStep, { step: 'dossier/overdue' });
    expect(types(events)).toEqual(['ApologyOwed', 'DossierOverdue']);
    expect(comes(story, '2026-01-05T08:00', 'ladder:0:2025-12-31')).toMatchObject([
      { type: 'DossierDueSet', data: { agenda: [{ alarms: [{ step: 'dossier/escalate:1' }] }] } },
    ]);
  });
});
