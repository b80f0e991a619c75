import { Secret, TOTP } from 'otpauth';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Answer, Target } from './target.js';

const AT = '/api/v1/sessions/me/second-factor';
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
const inADay = (): string => new Date(Date.now() + 86_400_000).toISOString();

/** M3: an administrator gives a token of the chairman's to themselves and acts in his name. */
async function actAsChairman(target: Target): Promise<Verdict> {
  const [admin, chairman] = [await target.as('admin'), await target.as('chairman')];
  const personId = String((await chairman.get('/api/v1/sessions/me')).body.id);
  const issue = (...scopes: string[]): Promise<Answer> =>
    admin.post('/api/v1/api-tokens', { name: 'Phần mềm X', personId, scopes, expiresAt: inADay() });
  const decisions = await Promise.all(
    ['GiveDelegation', 'ApprovePlan', 'SignResult'].map((one) => issue(one)),
  );
  const { body: issued } = await issue('read', 'UrgeTask');
  const system = target.holding(String(issued.token));
  const taskId = await target.taskOf(await target.as('justice'));
  const urged = await system.post(`/api/v1/tasks/${taskId}/urgings`, { text: 'Làm ngay việc này.' });
  const trail = await admin.get(`/api/v1/audit?subject=${taskId}&type=TaskUrged&limit=1`);
  const [entry] = trail.body.items as { actor: string; sentence: string }[];
  const delegation = { to: personId, acts: [], areas: [], subjects: [], reason: 'x' };
  const refused = [
    await system.post('/api/v1/organisation/delegations', {
      ...delegation,
      from: '2025-01-02',
      until: '2025-01-03',
    }),
    await system.post(AT, {}),
  ];
  return holdsIf({
    'no token approves, signs or delegates': decisions.every(({ status }) => status === 400),
    [`what it may do it does: ${urged.status}`]: urged.status === 201,
    'the trail says that a token did it, and which': entry?.actor === issued.tokenId,
    'its sentence names it': entry?.sentence.includes('Phần mềm X') ?? false,
    'it neither delegates nor enrols a factor': refused.every(({ body }) => body.code === 'token_scope'),
  });
}

/** M4: whoever sits at an open session puts a second factor of their own in the place of its owner's. */
async function replaceFactor(target: Target): Promise<Verdict> {
  const owner = await target.newcomer();
  const { body: enrolled } = await owner.post(AT, {});
  const secret = String(enrolled.secret);
  const confirmed = await owner.post(`${AT}/confirmation`, { code: codeOf(secret, -1) });
  const thief = target.holding(String(confirmed.body.token));
  const alone = await thief.post(AT, {});
  const guessed = await thief.post(AT, { code: '000000' });
  if (typeof alone.body.secret === 'string')
    await thief.post(`${AT}/confirmation`, { code: codeOf(alone.body.secret) });
  const { username, password } = owner;
  const signedIn = await target.stranger.post('/api/v1/sessions', {
    username,
    password,
    code: codeOf(secret),
  });
  return holdsIf({
    enrolled: confirmed.status === 201,
    'a session alone gets no new secret': alone.body.code === 'second_factor_needed',
    'nor does a guess': guessed.body.code === 'wrong_code',
    'its owner’s factor still opens': signedIn.status === 201,
  });
}

/** L: under somebody's delegation, or anybody's made-up one, names of accounts are found out. */
async function probeNames(target: Target): Promise<Verdict> {
  const land = await target.as('land');
  const underNobody = { 'on-behalf-of': '0199c2a8-0000-7000-8000-000000000000' };
  const open = (username: string) =>
    land.post(
      '/api/v1/accounts',
      { username, name: 'X', password: 'ruộng lúa chín vàng' },
      undefined,
      underNobody,
    );
  const [taken, free] = [await open('chairman'), await open('khong-ai-ten-nay')];
  return holdsIf({
    [`a name that is taken and one that is not: ${String(taken.body.code)}`]:
      taken.status === 403 && taken.body.code === free.body.code,
  });
}

/** P: under a delegation that nobody gave, an official comes through doors that are others', and learns what lies behind. */
async function openDoors(target: Target): Promise<Verdict> {
  const { body: organisation } = await (await target.as('admin')).get('/api/v1/organisation');
  const [unit] = organisation.units as { unitId: string }[];
  const facts = { name: 'Trần Thị Dân', phone: '0912345678' };
  const desk = await target.as('desk');
  const registered = await desk.post('/api/v1/persons', {
    unitId: (await target.postOf(desk)).unitId,
    ...facts,
  });
  const land = await target.as('land');
  const underNobody = { 'on-behalf-of': '0199c2a8-0000-7000-8000-000000000000' };
  const knock = (path: string, body: unknown) => land.post(path, body, undefined, underNobody);
  const sheet = { dataBase64: Buffer.from('x').toString('base64') };
  const answers = {
    'somebody to erase': await knock(`/api/v1/persons/${String(registered.body.personId)}/erasure`, {
      reason: 'Thử xem có ai',
    }),
    'nobody to erase': await knock(`/api/v1/persons/${unit?.unitId ?? ''}/erasure`, {
      reason: 'Thử xem có ai',
    }),
    'a calendar to look through': await knock('/api/v1/calendar/imports/preview', sheet),
    'a plan to look through': await knock('/api/v1/plans/imports/preview', {}),
    'a plan to carry on': await land.get('/api/v1/plans/2026/next', underNobody),
  };
  return holdsIf(
    Object.fromEntries(
      Object.entries(answers).map(([what, { status, body }]) => [
        `${what}: ${status} ${String(body.code)}`,
        status === 403 && body.code === 'delegation_out_of_scope',
      ]),
    ),
  );
}

export const administrators: readonly Attack[] = [
  { id: 'M3', what: 'an administrator acts as the chairman by a token', attempt: actAsChairman },
  { id: 'M4', what: 'a second factor is replaced by an open session', attempt: replaceFactor },
  { id: 'L', what: 'names of accounts are found by On-Behalf-Of', attempt: probeNames },
  { id: 'P', what: 'doors open under a delegation that nobody gave', attempt: openDoors },
];
