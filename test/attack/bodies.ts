import { once } from 'node:events';
import { request } from 'node:http';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Answer, Target } from './target.js';

const MB = 1_000_000;
const ENDLESS_MB = 200;
const LONGEST_WAIT_MS = 2_000;

/** Sends without end; how many MB were taken until it was hung up on, or all of them. */
async function sendEndless(url: string): Promise<number> {
  const sending = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } });
  const hungUp = new Promise<void>((resolve) => sending.on('close', resolve).on('error', () => resolve()));
  let isOpen = true;
  void hungUp.then(() => (isOpen = false));
  // Whoever is answered has a moment left, whether or not they are hung up on.
  sending.on('response', (answer) =>
    answer.resume().on('end', () => setTimeout(() => sending.destroy(), 1_000)),
  );
  const part = Buffer.alloc(MB, ' ');
  let taken = 0;
  for (; isOpen && taken < ENDLESS_MB; taken += 1)
    if (!sending.write(part)) await Promise.race([once(sending, 'drain').catch(() => undefined), hungUp]);
  sending.destroy();
  return taken;
}

/** C3: a body without end is buffered until the process has no memory left. */
async function sendWithoutEnd(target: Target): Promise<Verdict> {
  const before = await target.memory();
  const taken = await sendEndless(`${target.url}/public/${target.office}/payments`);
  const grown = Math.round((await target.memory()) - before);
  return holdsIf({
    [`of ${ENDLESS_MB} MB, ${taken} were let in`]: taken < ENDLESS_MB,
    [`memory grew by ${grown} MB`]: grown < 100,
  });
}

/** Somebody else asks all the while: the longest that they wait, in ms, and what came of it. */
async function othersWait(
  target: Target,
  heavy: Promise<Answer>,
): Promise<{ answer: Answer; longest: number }> {
  let isOver = false;
  void heavy.finally(() => (isOver = true)).catch(() => undefined);
  let longest = 0;
  while (!isOver) {
    const began = performance.now();
    await target.stranger.get('/healthz');
    longest = Math.max(longest, performance.now() - began);
  }
  return { answer: await heavy, longest: Math.round(longest) };
}

/** Heavy requests one after another: each is refused, and nobody else waits for it. */
async function refusedMeanwhile(
  target: Target,
  heavy: Record<string, () => Promise<Answer>>,
): Promise<Verdict> {
  const claims: Record<string, boolean> = {};
  for (const [what, send] of Object.entries(heavy)) {
    const { answer, longest } = await othersWait(target, send());
    const isRefused = answer.status >= 400 && answer.status < 500;
    claims[`${what}: ${answer.status}, others waited ${longest} ms`] = isRefused && longest < LONGEST_WAIT_MS;
  }
  return holdsIf(claims);
}

const unknownKeys = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1])));

/** H2: what is small to send and long to refuse. */
function sendHeavy(target: Target): Promise<Verdict> {
  const { stranger, office } = target;
  const dossier = (items: number) => `{"procedureCode":"1.004884","components":[${'{},'.repeat(items)}{}]}`;
  return refusedMeanwhile(target, {
    '250 000 unknown keys': () => stranger.post('/api/v1/sessions', unknownKeys(250_000)),
    '1 200 unknown keys': () => stranger.post('/api/v1/sessions', unknownKeys(1_200)),
    '400 000 empty components': () => stranger.post(`/public/${office}/dossiers`, dossier(400_000)),
    '5 000 empty components': () => stranger.post(`/public/${office}/dossiers`, dossier(5_000)),
    '1 500 000 nested lists': () =>
      stranger.post('/api/v1/sessions', `{"username":${'['.repeat(1_500_000)}${']'.repeat(1_500_000)}}`),
    '7 000 nested lists': () =>
      stranger.post('/api/v1/sessions', `{"username":${'['.repeat(7_000)}${']'.repeat(7_000)}}`),
  });
}

/** H2: patterns that try a text anew from each of its characters. */
async function sendQuadratic(target: Target): Promise<Verdict> {
  const [admin, land] = [await target.as('admin'), await target.as('land')];
  const token = { name: 'x', personId: '0199c2a8-0000-7000-8000-000000000000', scopes: ['read'] };
  const asked = async (): Promise<Answer> => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => land.get(`/api/v1/audit?from=${'T'.repeat(15_000)}`)),
    );
    return answers.find(({ status }) => status < 400) ?? (answers[0] as Answer);
  };
  return refusedMeanwhile(target, {
    'an instant of 200 000 T': () =>
      admin.post('/api/v1/api-tokens', { ...token, expiresAt: 'T'.repeat(200_000) }),
    'an instant of 15 000 T': () =>
      admin.post('/api/v1/api-tokens', { ...token, expiresAt: 'T'.repeat(15_000) }),
    '30 questions of 15 000 T': asked,
  });
}

export const bodies: readonly Attack[] = [
  { id: 'C3', what: 'a body without end takes all memory', attempt: sendWithoutEnd },
  { id: 'H2', what: 'one small request holds up everybody', attempt: sendHeavy },
  { id: 'H2', what: 'a pattern is fed what it takes long over', attempt: sendQuadratic },
];
