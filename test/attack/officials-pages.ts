import { setTimeout as sleep } from 'node:timers/promises';
import { Exchange } from '../generated/exchange.js';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import { handIn } from './birth-dossier.js';
import type { Official, Target } from './target.js';

const MOST_STREAMS = 10;
const ENDS_WITHIN_MS = 30_000;
const FREE_WITHIN_MS = 8_000;

interface Stream {
  status: number;
  /** All it said, once it has ended or so much time (ms) is over. */
  said(withinMs: number): Promise<string>;
  leave(): void;
}

async function follow(target: Target, token: string): Promise<Stream> {
  const leaving = new AbortController();
  const answer = await fetch(`${target.url}/api/v1/changes`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  });
  return {
    status: answer.status,
    leave: () => leaving.abort(),
    async said(withinMs) {
      const over = setTimeout(() => leaving.abort(), withinMs);
      let text = '';
      try {
        for await (const part of answer.body ?? []) text += Buffer.from(part as Uint8Array).toString();
      } catch {
        // its time was over
      }
      clearTimeout(over);
      return text;
    },
  };
}

async function tokenOf(target: Target, { username, password }: Official): Promise<string> {
  const { body } = await target.stranger.post('/api/v1/sessions', { username, password });
  return String(body.token);
}

/** P: streams that break off are counted for ever, or one person holds those of all. */
async function holdStreams(target: Target): Promise<Verdict> {
  const token = await tokenOf(target, await target.newcomer());
  const broken = Array.from({ length: 40 }, async (_, n) => {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), n % 8);
    await fetch(`${target.url}/api/v1/changes`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    }).catch(() => undefined);
  });
  await Promise.all(broken);
  const began = performance.now();
  const open: Stream[] = [];
  await target.until(async () => {
    const one = await follow(target, token);
    if (one.status === 200) open.push(one);
    else one.leave();
    return open.length === MOST_STREAMS;
  }, 'ten streams to be open');
  const waited = performance.now() - began;
  const more = await follow(target, token);
  for (const one of open) one.leave();
  return holdsIf({
    [`after forty that broke off ten are open at once (${Math.round(waited)} ms)`]: waited < FREE_WITHIN_MS,
    [`an eleventh is not: ${more.status}`]: more.status === 429 || more.status === 409,
  });
}

/** P: a stream goes on telling whoever has signed out, or tells what was said. */
async function listenOn(target: Target): Promise<Verdict> {
  const token = await tokenOf(target, await target.newcomer());
  const stream = await follow(target, token);
  const justice = await target.as('justice');
  const taskId = await target.taskOf(justice);
  const words = 'Đã rà soát riêng cho luồng này';
  await justice.post(`/api/v1/tasks/${taskId}/progress-reports`, { percent: 7, text: words });
  await sleep(500);
  await fetch(`${target.url}/api/v1/sessions`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
  const began = performance.now();
  const said = await stream.said(ENDS_WITHIN_MS);
  return holdsIf({
    'it told that something changed': said.includes(taskId),
    'and nothing of what': !said.includes(words) && !said.includes('percent'),
    'it ended with the session': said.includes('signed-out') && performance.now() - began < ENDS_WITHIN_MS,
  });
}

/** P: a receipt's code, which holds a citizen's secret, is for whoever has nothing to do with it. */
async function takeReceiptCode(target: Target): Promise<Verdict> {
  const desk = await target.as('desk');
  const { dossierId, lookup } = await handIn(desk);
  const at = `/api/v1/dossiers/${dossierId}/receipt-code`;
  const own = await desk.get(at);
  const others = await Promise.all(
    ['culture', 'police', 'land', 'oversight', 'admin'].map(async (name) => {
      const { status, body } = await (await target.as(name)).get(at);
      return { name, status, body: JSON.stringify(body) };
    }),
  );
  const letIn = others.filter(({ status }) => status !== 403).map(({ name, status }) => `${name} ${status}`);
  const seen = await Promise.all(
    ['desk', 'culture'].map(async (name) => {
      const as = await target.as(name);
      return JSON.stringify([
        (await as.get(`/api/v1/dossiers/${dossierId}`)).body,
        (await as.get('/api/v1/work')).body,
        (await as.get(`/api/v1/audit?subject=${dossierId}&seal=yes`)).body,
      ]);
    }),
  );
  return holdsIf({
    [`whoever receives shows it: ${own.status}`]: own.status === 200,
    [`it is shown to nobody without a duty (${letIn.join(', ') || 'none'})`]: letIn.length === 0,
    'no list, no trail and no dossier holds the secret': seen.every((text) => !text.includes(lookup.secret)),
  });
}

/** P: an account that holds no post reads who is to be served, or asks by an event for what it may not see. */
async function lookWithoutPost(target: Target): Promise<Verdict> {
  const newcomer = await target.newcomer();
  const { dossierId } = await handIn(await target.as('desk'));
  const { body } = await newcomer.get(`/api/v1/audit?subject=${dossierId}&limit=5`);
  const [entry] = (body.items ?? []) as { eventId: string }[];
  const asked = await newcomer.get(`/api/v1/audit?event=${entry?.eventId}&seal=yes`);
  const [found] = (asked.body.items ?? []) as { clientAddress: unknown; ledger?: { salt: unknown } }[];
  const several = await newcomer.get(`/api/v1/audit?event=${entry?.eventId}&event=x`);
  const odd = await newcomer.get(`/api/v1/audit?event=${encodeURIComponent(`' or 1=1 --`)}`);
  const work = await newcomer.get('/api/v1/work');
  return holdsIf({
    'nothing waits for who holds no post': Array.isArray(work.body.items) && work.body.items.length === 0,
    'an entry by its event shows no address': (found?.clientAddress ?? null) === null,
    'and no salt': (found?.ledger?.salt ?? null) === null,
    [`two events are no question: ${several.status}`]: several.status === 400,
    [`markup of a question finds nothing: ${odd.status}`]:
      odd.status === 400 || (Array.isArray(odd.body.items) && odd.body.items.length === 0),
  });
}

const OUTSIDE = [
  '/app/assets/../../apps/api/src/main.js',
  '/app/assets/..%2f..%2fapps%2fapi%2fsrc%2fmain.js',
  '/app/assets/../../package.json',
  '/app/assets/%2e%2e/%2e%2e/package.json',
  '/app/assets/..%5c..%5cpackage.json',
  '/app/assets//etc/passwd',
  '/app/assets/%00',
  '/app/assets/.',
  '/app/assets/',
];

/** P: through the officials' pages somebody reads files of the server, or brings a script of their own. */
async function readThroughPages(target: Target): Promise<Verdict> {
  const page = await target.stranger.get('/app/dossiers/%3Cscript%3Ealert(1)%3C/script%3E');
  const html = String(page.body.text);
  const [, script = ''] = /src="(\/app\/assets\/[\w-]+\.js)"/.exec(html) ?? [];
  const maps = await target.stranger.get(`${script}.map`);
  const exchange = new Exchange(target.url); // which puts no address in order
  const outside = await Promise.all(
    OUTSIDE.map((path) => exchange.send({ method: 'GET', path, headers: {} })),
  );
  exchange.close();
  const policy = page.headers.get('content-security-policy') ?? '';
  return holdsIf({
    'the page does not hold what was asked for': page.status === 200 && !html.includes('alert(1)'),
    'it runs files of this server alone': policy.includes("script-src 'self'") && !policy.includes('unsafe'),
    'and stands in no frame': policy.includes("frame-ancestors 'none'"),
    'nobody keeps it': (page.headers.get('cache-control') ?? '').includes('no-'),
    [`its sources are not handed out: ${maps.status}`]: maps.status === 404,
    [`no file beside it (${outside.map(({ status }) => status).join()})`]: outside.every(
      ({ status }) => status >= 400 && status < 500,
    ),
  });
}

export const officialsPages: readonly Attack[] = [
  { id: 'P', what: 'streams that broke off use up those of all', attempt: holdStreams },
  { id: 'P', what: 'a stream goes on after its session', attempt: listenOn },
  { id: 'P', what: 'a receipt’s code is taken', attempt: takeReceiptCode },
  { id: 'P', what: 'an account without a post looks around', attempt: lookWithoutPost },
  { id: 'P', what: 'files are read through the officials’ pages', attempt: readThroughPages },
];
