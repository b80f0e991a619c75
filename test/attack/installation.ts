import { randomUUID } from 'node:crypto';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Target } from './target.js';

const OWN = 'trâu cày ruộng sâu';

/** L: what was asked, and the code that a provider gives, stand in the log for whoever reads logs. */
async function readLog(target: Target): Promise<Verdict> {
  const machine = target.ownMachine();
  const [land, marks] = [await target.as('land'), ['chuyen-rieng-cua-dan', 'ma-cua-nha-cung-cap']];
  const someone = randomUUID();
  await land.get(`/api/v1/persons/${someone}?purpose=${marks[0]}`);
  await target.stranger.get(`/api/v1/sessions/single-sign-on/return?code=${marks[1]}&state=x`);
  await target.until(async () => machine.log().includes(someone), 'the line of the refusal');
  const log = machine.log();
  return holdsIf({
    'no purpose and no code is in the log': marks.every((mark) => !log.includes(mark)),
  });
}

/** M7: a password that somebody chose is set back to the demonstration's by the next start. */
async function setBackPasswords(target: Target): Promise<Verdict> {
  const police = await target.as('police');
  const changed = await police.post('/api/v1/sessions/me/password', { current: target.password, next: OWN });
  await target.ownMachine().restart({});
  const signIn = async (password: string) =>
    (await target.stranger.post('/api/v1/sessions', { username: 'police', password })).status;
  return holdsIf({
    changed: changed.status === 204,
    'the demonstration’s opens nothing after a start': (await signIn(target.password)) === 401,
    'their own does': (await signIn(OWN)) === 201,
  });
}

export const installation: readonly Attack[] = [
  { id: 'L', what: 'what people asked for is read in the log', alone: true, attempt: readLog },
  { id: 'M7', what: 'a start sets passwords back', alone: true, attempt: setBackPasswords },
];
