import { handIn } from './birth-dossier.js';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Answer, Target } from './target.js';

const AT_ONCE = 150;
const many = (send: (n: number) => Promise<Answer>, times = AT_ONCE): Promise<Answer[]> =>
  Promise.all(Array.from({ length: times }, (_, n) => send(n)));
const withCode = (answers: Answer[], code: string): number =>
  answers.filter(({ body }) => body.code === code).length;

/** M6: guesses that come at once are looked at before any of them is counted. */
async function guessAtOnce(target: Target): Promise<Verdict> {
  const official = await target.newcomer();
  const next = 'cày sâu cuốc bẫm 2025';
  const changes = await many(
    (n) => official.post('/api/v1/sessions/me/password', { current: `sai lần ${n}`, next }),
    40,
  );
  const tries = await many((n) =>
    target.stranger.post('/api/v1/sessions', { username: 'justice', password: `sai lần thứ ${n}` }),
  );
  const [atDoor, inside] = [withCode(tries, 'wrong_credentials'), withCode(changes, 'wrong_credentials')];
  return holdsIf({
    [`of ${AT_ONCE} guesses at a password ${atDoor} were looked at`]: atDoor <= 10,
    [`of 40 at an open session ${inside}`]: inside <= 10,
  });
}

/** M11: whoever has one receipt fills the log that nothing is ever taken from. */
async function fillLog(target: Target): Promise<Verdict> {
  const { lookup } = await handIn(await target.as('desk'));
  const choose = (n: number) =>
    target.stranger.post(`/public/${target.office}/channels`, {
      ...lookup,
      channels: n % 2 === 0 ? ['sms'] : [],
    });
  await target.until(async () => (await choose(0)).status === 200, 'the receipt to be found');
  const taken = (await many(choose)).filter(({ status }) => status === 200).length;
  return holdsIf({ [`of ${AT_ONCE} changes by one receipt ${taken} were taken`]: taken <= 20 });
}

/** H5: behind the proxy that TLS needs, one who guesses uses up what all others may ask. */
async function useUpLimits(target: Target): Promise<Verdict> {
  const desk = await target.as('desk');
  await target.ownMachine().restart({ TRUSTED_PROXIES: '127.0.0.1' });
  const { code, secret } = (await handIn(desk)).lookup;
  const [one, other] = [target.from('203.0.113.9'), target.from('198.51.100.7')];
  const lookUp = `/public/${target.office}/dossiers/lookup`;
  const own = () => other.post(lookUp, { code, secret });
  await target.until(async () => (await own()).status === 200, 'the receipt to be found');
  const wrong = await Promise.all(
    Array.from({ length: 90 }, () => one.post(lookUp, { code, secret: 'ABCDEFGHJKLM' })),
  );
  const guesses = await Promise.all(
    Array.from({ length: 110 }, (_, n) =>
      one.post('/api/v1/sessions', { username: `nguoi-${n}`, password: 'mùa xuân 2025!' }),
    ),
  );
  const signIn = await other.post('/api/v1/sessions', { username: 'culture', password: target.password });
  return holdsIf({
    'a citizen elsewhere looks up what is theirs': (await own()).status === 200,
    'an official elsewhere signs in': signIn.status === 201,
    'whoever guesses is held off': wrong.some(({ status }) => status === 429),
    'at the door too': guesses.some(({ status }) => status === 429),
  });
}

export const guessing: readonly Attack[] = [
  { id: 'M11', what: 'the log grows without end by one receipt', attempt: fillLog },
  { id: 'M6', what: 'guesses at once are not counted', alone: true, attempt: guessAtOnce },
  { id: 'H5', what: 'one guesser uses up the limits of all', alone: true, attempt: useUpLimits },
];
