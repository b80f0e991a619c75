import { pauseShown } from '../dossiers.answers.js';
import { rejectDossier } from './ending.js';
import { Story, at, local, types } from './dossier.story.js';
import { dossier } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';
import { pauseDossier, resumeDossier } from './interruptions.js';
import { takeDossierStep } from './lateness.js';

// 20/06/2025 is a Friday; 27/06 too.
const PAUSE = { reason: 'Xác minh', legalBasis: 'Điều 7', expectedEnd: '2025-06-20' };
const paused = () => {
  const story = new Story().receive('2025-06-09T08:00');
  return { story, events: story.act('desk', '2025-06-10T09:00', pauseDossier, PAUSE) };
};
const step = (story: Story, when: string, name: string) =>
  story.act('worker', when, takeDossierStep, { step: `dossier/pause-${name}` });
/** What is still to happen of the pause, as the last event leaves it. */
const ahead = (events: DossierEvent[]) =>
  events
    .flatMap(({ data }) => ('agenda' in data ? data.agenda : []))
    .filter(({ alarms }) => alarms.some(({ step: name }) => name.startsWith('dossier/pause-')))
    .flatMap(({ alarms }) => alarms.map(({ at: when, step: name }) => [name, local(when)]));

describe('F23: a pause until a day', () => {
  it('is reminded of on the working day before, and watched at the end of its day', () => {
    const { story, events } = paused();
    expect(ahead(events)).toEqual([
      ['dossier/pause-remind', '2025-06-19T17:00'],
      ['dossier/pause-over', '2025-06-20T17:00'],
    ]);
    const reminded = step(story, '2025-06-19T17:00', 'remind');
    expect(reminded).toMatchObject([{ type: 'PauseReminded', data: { toPostId: 'desk' } }]);
    expect(ahead(reminded)).toEqual([['dossier/pause-over', '2025-06-20T17:00']]);
  });

  it('that has passed with nothing happening is recorded once and escalated level by level (R7)', () => {
    const { story } = paused();
    const over = step(story, '2025-06-20T17:00', 'over');
    expect(over).toMatchObject([{ type: 'PauseOverdue', data: { holderPostId: 'desk' } }]);
    expect(ahead(over)).toEqual([['dossier/pause-escalate:1', '2025-06-23T17:00']]);
    expect(step(story, '2025-06-20T17:01', 'over')).toEqual([]);
    const first = step(story, '2025-06-23T17:00', 'escalate:1');
    expect(first).toMatchObject([{ type: 'PauseEscalated', data: { level: 1, toPostId: 'head' } }]);
    expect(ahead(first)).toEqual([['dossier/pause-escalate:2', '2025-06-25T17:00']]);
    expect(step(story, '2025-06-23T17:01', 'escalate:1')).toEqual([]);
    const second = step(story, '2025-06-25T17:00', 'escalate:2');
    expect(second).toMatchObject([{ type: 'PauseEscalated', data: { level: 2, toPostId: 'chairman' } }]);
  });

  it('its clock says so by the times, recorded or not', () => {
    const { story } = paused();
    const shown = (when: string) => pauseShown(story.state, at(when));
    expect(shown('2025-06-20T17:00')).toEqual({ until: '2025-06-20T17:00:00.000+07:00', overdue: false });
    expect(shown('2025-06-20T17:01')?.overdue).toBe(true);
  });

  it.each([
    ['resumed', (s: Story) => s.act('desk', '2025-06-24T09:00', resumeDossier, { reason: 'Đã có kết quả' })],
    [
      'rejected',
      (s: Story) => s.act('desk', '2025-06-24T09:00', rejectDossier, { reason: 'Không đủ điều kiện' }),
    ],
  ])('%s: nothing of it is to happen any more', (_name, act) => {
    const { story } = paused();
    step(story, '2025-06-20T17:00', 'over');
    const events = act(story);
    const [, , off] = events.flatMap(({ data }) => ('agenda' in data ? data.agenda : []));
    expect(off).toBeDefined();
    expect(ahead(events)).toEqual([]);
    expect(step(story, '2025-06-25T17:00', 'escalate:1')).toEqual([]);
    expect(pauseShown(story.state, at('2025-07-01T08:00'))).toBeNull();
  });

  it('a second pause is watched from its beginning', () => {
    const { story } = paused();
    step(story, '2025-06-20T17:00', 'over');
    story.act('desk', '2025-06-23T09:00', resumeDossier, { reason: 'Đã có kết quả' });
    story.act('desk', '2025-06-23T10:00', pauseDossier, { ...PAUSE, expectedEnd: '2025-06-27' });
    expect(types(step(story, '2025-06-27T17:00', 'over'))).toEqual(['PauseOverdue']);
  });

  it('one of before says its day alone, and is shown as over after that day', () => {
    const { story, events } = paused();
    const [{ data } = { data: {} }] = events;
    const { until: _until, ...before } = data as { until?: string };
    const state = dossier.evolve(
      new Story().receive('2025-06-09T08:00').state,
      { type: 'DossierPaused', data: before } as DossierEvent,
      at('2025-06-10T09:00'),
    );
    expect(pauseShown(state, at('2025-06-20T18:00'))?.overdue).toBe(false);
    expect(pauseShown(state, at('2025-06-21T08:00'))?.overdue).toBe(true);
    expect(story.state.status).toBe('paused');
  });
});
