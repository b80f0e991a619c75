import type { StoredEvent } from '#event-store';
import { Story, at } from '../dossier/dossier.story.js';
import { signResult } from '../dossier/ending.js';
import { pauseDossier, resumeDossier } from '../dossier/interruptions.js';
import { answerSupplement, requestSupplement } from '../dossier/supplement.js';
import { foldSeen, type SeenDossier } from './seen-dossier.js';

/** Received on 03/03/2025 at 08:00, due at 17:00 on 10/03/2025. */
function clockOf(...acts: [when: string, act: (story: Story, when: string) => unknown][]) {
  const story = new Story();
  let seen: SeenDossier | undefined;
  const all: typeof acts = [['2025-03-03T08:00', (s, when) => s.receive(when)], ...acts];
  for (const [when, act] of all) {
    const before = story.events.length;
    act(story, when);
    for (const { type, data } of story.events.slice(before))
      seen = foldSeen(seen, {
        ...{ kind: 'dossier', type, data, subject: 'd', recordedAt: at(when) },
      } as unknown as StoredEvent);
  }
  return { service: seen?.service, late: story.state.work?.late, due: story.state.work?.due };
}
const ask = (s: Story, when: string) =>
  s.act('desk', when, requestSupplement, {
    components: ['Bản sao'],
    reason: 'Bản sao mờ, không đọc được',
    legalBasis: 'Điều 9',
  });
const answer = (s: Story, when: string) =>
  s.act('desk', when, answerSupplement, { components: [{ name: 'Bản sao', form: 'copy' as const }] });
const sign = (s: Story, when: string) => s.act('chairman', when, signResult, { number: '1' });
const pause = (s: Story, when: string) =>
  s.act('desk', when, pauseDossier, {
    reason: 'Xác minh',
    legalBasis: 'Luật Hộ tịch',
    expectedEnd: '2025-03-20',
  });
const resume = (s: Story, when: string) =>
  s.act('desk', when, resumeDossier, { reason: 'Đã có kết quả xác minh.' });
const iso = (when: string) => at(when).toISOString();

it('takes off what a supplement took, where R14 gives the full time again: the two differ', () => {
  const { service, due, late } = clockOf(
    ['2025-03-05T09:00', ask],
    ['2025-03-07T09:00', answer],
    ['2025-03-13T09:00', sign],
  );
  expect([due, late]).toEqual([iso('2025-03-14T17:00'), false]);
  expect(service).toEqual({
    due: iso('2025-03-12T17:00'),
    stoodSince: null,
    lateAt: iso('2025-03-12T17:00'),
  });
});

it('stands still while a supplement is awaited, however long that takes', () => {
  expect(clockOf(['2025-03-05T09:00', ask]).service).toEqual({
    due: iso('2025-03-10T17:00'),
    stoodSince: iso('2025-03-05T09:00'),
    lateAt: null,
  });
});

it('goes with the appointment over a pause, and by as long as it stood once a supplement parted the two', () => {
  const paused = clockOf(['2025-03-05T09:00', pause], ['2025-03-11T09:00', resume]);
  expect(paused.service).toMatchObject({ due: paused.due, stoodSince: null, lateAt: null });
  const parted = clockOf(
    ['2025-03-05T09:00', ask],
    ['2025-03-07T09:00', answer],
    ['2025-03-10T08:00', pause],
    ['2025-03-12T08:00', resume],
  );
  expect(parted.service).toMatchObject({ due: iso('2025-03-14T17:00') });
});

it('late stays late by this clock too, from the instant at which the time was over', () => {
  const late = iso('2025-03-10T17:00');
  expect(clockOf(['2025-03-11T09:00', ask], ['2025-03-12T09:00', answer]).service).toMatchObject({
    lateAt: late,
  });
});
