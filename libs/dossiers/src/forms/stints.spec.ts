import type { StoredEvent } from '#event-store';
import { Story, at } from '../dossier/dossier.story.js';
import { signResult } from '../dossier/ending.js';
import { pauseDossier } from '../dossier/interruptions.js';
import { acceptStep, handOverStep } from '../dossier/steps.js';
import { answerSupplement, requestSupplement } from '../dossier/supplement.js';
import { stintsOf } from './stints.js';

/** A story whose events are kept with their instants, as the log keeps them. */
class Recorded {
  readonly story = new Story();
  readonly events: StoredEvent[] = [];
  do(when: string, act: (story: Story) => unknown): this {
    const before = this.story.events.length;
    act(this.story);
    for (const event of this.story.events.slice(before))
      this.events.push({ kind: 'dossier', ...event, recordedAt: at(when) } as unknown as StoredEvent);
    return this;
  }
  timings = (now: string) => stintsOf(this.events, at(now)).map(({ timing }) => timing);
}

/** With the specialist from 04/03, whose step is due on 07/03. */
const withSpecialist = () =>
  new Recorded()
    .do('2025-03-03T08:00', (s) => s.receive('2025-03-03T08:00'))
    .do('2025-03-03T09:00', (s) => s.act('desk', '2025-03-03T09:00', handOverStep, { toPostId: 'justice' }))
    .do('2025-03-04T09:00', (s) => s.act('justice', '2025-03-04T09:00', acceptStep, {}));
const sign = (when: string) => (story: Story) =>
  story.act('chairman', when, signResult, { number: '12/TB', fileId: 'f' });
const returned = {
  kind: 'dossier',
  type: 'ResultReturned',
  recordedAt: at('2025-04-08T09:00'),
  data: {},
} as unknown as StoredEvent;

it('R16, F14: the office’s time ends with the signature; what passes until the result is fetched is nobody’s delay', () => {
  const signed = withSpecialist().do('2025-03-06T09:00', sign('2025-03-06T09:00'));
  signed.events.push(returned);
  expect(signed.timings('2025-04-08T10:00')).toEqual(['on time', 'early']);
});
it('R16: a step whose end passed is late on the slip, signed later or still open', () => {
  const open = withSpecialist();
  expect(open.timings('2025-03-05T09:00')).toEqual(['on time', 'open']);
  expect(open.timings('2025-03-11T09:00')).toEqual(['on time', 'late']);
  expect(open.do('2025-03-11T09:00', sign('2025-03-11T09:00')).timings('2025-03-11T10:00')[1]).toBe('late');
});
it('R14: while the clock stands still nobody becomes late, and who was late stays so', () => {
  const pause = { reason: 'Xác minh', legalBasis: 'Điều 7', expectedEnd: '2025-03-14' };
  const paused = withSpecialist().do('2025-03-05T09:00', (s) =>
    s.act('justice', '2025-03-05T09:00', pauseDossier, pause),
  );
  expect(paused.timings('2025-03-20T09:00')[1]).toBe('open');
  const ask = { components: ['Bản sao'], reason: 'Bản sao mờ, không đọc được', legalBasis: 'Điều 9' };
  const answer = { components: [{ name: 'Bản sao', form: 'copy' as const }] };
  const late = withSpecialist()
    .do('2025-03-12T09:00', (s) => s.act('justice', '2025-03-12T09:00', requestSupplement, ask))
    .do('2025-03-13T09:00', (s) => s.act('desk', '2025-03-13T09:00', answerSupplement, answer));
  expect(late.timings('2025-03-14T09:00')[1]).toBe('late');
});
