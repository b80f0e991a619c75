import type { StoredEvent } from '#event-store';
import { Story, at } from '../dossier/dossier.story.js';
import { rejectDossier, signResult } from '../dossier/ending.js';
import { answerSupplement, requestSupplement } from '../dossier/supplement.js';
import { rowOf as shown } from './dossier-row.js';
import type { DossierRow } from './dossier-row.types.js';
import { lateBy } from './late-row.js';
import { foldSeen, type SeenDossier } from './seen-dossier.js';

/** Due at 17:00 on 10/03/2025. */
function rowOf(...acts: [when: string, act: (story: Story) => unknown][]): DossierRow {
  const story = new Story().receive('2025-03-03T08:00');
  let seen: SeenDossier | undefined;
  const fold = (when: string, from: number) => {
    for (const { type, data } of story.events.slice(from).filter((e) => e.type !== 'DossierOverdue'))
      seen = foldSeen(seen, {
        ...{ kind: 'dossier', type, data, subject: 'd', recordedAt: at(when) },
      } as unknown as StoredEvent);
  };
  fold('2025-03-03T08:00', 0);
  for (const [when, act] of acts) {
    const before = story.events.length;
    act(story);
    fold(when, before);
  }
  if (!seen) throw new Error('no row');
  return shown(seen);
}
const AFTER = '2025-03-10T17:01';
const reject = (when: string) => (s: Story) =>
  s.act('desk', when, rejectDossier, { reason: 'Không đủ điều kiện' });

it('R16: a row is late by its times, with no event that says so; an apology is owed (R17)', () => {
  expect(rowOf([AFTER, reject(AFTER)])).toMatchObject({ late: true, overdue: true, apology: 'owed' });
  const inTime = rowOf(['2025-03-10T17:00', reject('2025-03-10T17:00')]);
  expect(inTime).toMatchObject({ late: false, overdue: false, apology: 'none' });
});
it('R16: an open row is late as of the office’s now', () => {
  const open = rowOf();
  expect(lateBy(open, at('2025-03-10T17:00'))).toMatchObject({ late: false, overdue: false });
  expect(lateBy(open, at(AFTER))).toMatchObject({ late: true, overdue: true, apology: 'owed' });
});
it('R16: new time after a supplement asked for late takes nothing back', () => {
  const ask = { components: ['Bản sao'], reason: 'Bản sao mờ, không đọc được', legalBasis: 'Điều 9' };
  const answer = { components: [{ name: 'Bản sao', form: 'copy' as const }] };
  const row = rowOf(
    [AFTER, (s) => s.act('desk', AFTER, requestSupplement, ask)],
    ['2025-03-12T09:00', (s) => s.act('desk', '2025-03-12T09:00', answerSupplement, answer)],
    ['2025-03-13T09:00', (s) => s.act('chairman', '2025-03-13T09:00', signResult, { number: '1' })],
  );
  expect(row).toMatchObject({ status: 'result_ready', late: true, apology: 'owed' });
});
