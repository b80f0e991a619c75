import { createHash } from 'node:crypto';
import { handIn } from './birth-dossier.js';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Target } from './target.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** H3: what is short is found by trying, where its hash has no salt. */
async function guessData(target: Target): Promise<Verdict> {
  const justice = await target.as('justice');
  const taskId = await target.taskOf(justice);
  const text = 'Đang thực hiện';
  const said = await justice.post(`/api/v1/tasks/${taskId}/progress-reports`, { percent: 37, text });
  const entries = (await target.published()).join('\n');
  const guesses = Array.from({ length: 101 }, (_, percent) => [
    sha256(JSON.stringify({ percent, text })),
    sha256(JSON.stringify({ evidence: null, percent, text })),
  ]).flat();
  return holdsIf({
    reported: said.status === 201,
    'none of 202 guesses is in the ledger': guesses.every((guess) => !entries.includes(guess)),
    'nor the text itself': !entries.includes(text),
  });
}

/** H3: where an anonymous act came from. */
async function findAddress(target: Target): Promise<Verdict> {
  await target.stranger.post(`/public/${target.office}/feedback`, { text: 'Đường vào thôn 3 bị ngập nặng.' });
  const entries = (await target.published()).join('\n');
  const guesses = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].flatMap((clientAddress) => [
    sha256(clientAddress),
    sha256(JSON.stringify({ clientAddress })),
  ]);
  const official = await target.as('land');
  const audit = await official.get('/api/v1/audit?type=FeedbackReceived&limit=50');
  return holdsIf({
    'no address in the ledger, nor a hash of one': [...guesses, '127.0.0.1'].every(
      (one) => !entries.includes(one),
    ),
    'an official is shown no address of a sender': !JSON.stringify(audit.body).includes('127.0.0.1'),
  });
}

/** M13: what a citizen says about a dossier is in no part of the trail. */
async function readFreeText(target: Target): Promise<Verdict> {
  const desk = await target.as('desk');
  const { dossierId } = await handIn(desk);
  const reason = 'Con tôi ốm nặng nên tôi rút hồ sơ, số nhà 12 thôn 3.';
  const withdrawn = await desk.post(`/api/v1/dossiers/${dossierId}/withdrawal`, { reason });
  const inspector = await target.as('oversight');
  const trail = await inspector.get(`/api/v1/audit?subject=${dossierId}&limit=50`);
  return holdsIf({
    'taken back': withdrawn.status === 201,
    'the trail does not hold the words': !JSON.stringify(trail.body).includes('ốm nặng'),
  });
}

/** H4: acts, reads and keys of offices that do not exist. */
async function inNoOffice(target: Target): Promise<Verdict> {
  const nowhere = 'khong-co-that';
  const { stranger } = target;
  const sent = await stranger.post(`/public/${nowhere}/feedback`, { text: 'Một phản ánh đủ dài để nhận.' });
  const submitted = await stranger.post(`/public/${nowhere}/dossiers`, {
    procedureCode: '1.004884',
    components: [],
    applicant: { name: 'Trần Thị Dân' },
  });
  const found = await Promise.all(
    [`/ledger/${nowhere}/checkpoint`, `/ledger/${nowhere}/key`].map((path) => stranger.get(path)),
  );
  const ready = await stranger.get('/readyz');
  return holdsIf({
    'feedback: 404': sent.status === 404,
    'a dossier: 404': submitted.status === 404,
    'no ledger and no key is there': found.every(({ status }) => status === 404),
    'nobody follows it': !JSON.stringify(ready.body).includes(nowhere),
  });
}

export const publicLedger: readonly Attack[] = [
  { id: 'H3', what: 'what was said is guessed from its hash', attempt: guessData },
  { id: 'H3', what: 'where an act came from is found', attempt: findAddress },
  { id: 'M13', what: 'what a citizen said is kept for ever', attempt: readFreeText },
  { id: 'H4', what: 'offices that do not exist are filled', attempt: inNoOffice },
];
