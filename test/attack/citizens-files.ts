import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Target } from './target.js';

const BOUNDARY = 'ranh-gioi';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const END = `--${BOUNDARY}--\r\n`;
/** A scan of a few pages. */
const PDF = `%PDF-1.4\n%${'A'.repeat(5_000_000)}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
/** As much as a form may bring: nine of them are more than the service holds at once. */
const MUCH = 30_000_000;
const FORMS = 10;

const part = (of: string, content: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data${of}\r\n\r\n${content}\r\n`;

/** Where a dossier is handed in from home, and what it consists of. */
async function formOf(target: Target): Promise<{ path: string; components: string[] }> {
  const { body } = await target.stranger.get(`/public/${target.office}/procedures`);
  const [first] = (body.items ?? []) as { code: string; components: { name: string }[] }[];
  if (!first) throw new Error('no procedure is in force');
  return {
    path: `/public/${target.office}/thu-tuc/${encodeURIComponent(first.code)}/nop`,
    components: first.components.map(({ name }) => name),
  };
}

/** What comes of a form; of one that the service hung up on, 0. */
async function send(target: Target, path: string, form: string): Promise<number> {
  const headers = { 'content-type': TYPE, 'sec-fetch-site': 'same-origin' };
  const sent = fetch(target.url + path, { method: 'POST', redirect: 'manual', headers, body: form });
  return sent.then(
    ({ status }) => status,
    () => 0,
  );
}

/** P: a form with a field that is called as every object calls something of its own ends the service for everybody. */
async function nameFieldsAsObjectsDo(target: Target): Promise<Verdict> {
  const { path } = await formOf(target);
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
  const answers: number[] = [];
  for (const name of names) answers.push(await send(target, path, part(`; name="${name}"`, 'x') + END));
  return holdsIf({
    'each is refused': answers.every((status) => status === 400),
    'and the service goes on': (await target.stranger.get('/healthz')).status === 200,
  });
}

/** Sends a form whole and hangs up before it is answered. */
async function sendAndLeave(target: Target, path: string): Promise<void> {
  const { hostname, port } = new URL(target.url);
  const paper = part('; name="paper:a"; filename="a.pdf"', 'A'.repeat(MUCH / 3 - 100_000));
  const body = part('; name="name"', 'Nguyễn Thị Nộp') + paper.repeat(3) + END;
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const headers = `Host: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}`;
  socket.write(`POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n`);
  // A service that is full reads no further.
  await Promise.race([new Promise<void>((resolve) => socket.write(body, () => resolve())), sleep(5_000)]);
  socket.destroy();
}

/** P: forms with files whose senders are gone are held for good, until nobody's files are taken any more. */
async function leaveFormsBehind(target: Target): Promise<Verdict> {
  const {
    path,
    components: [component],
  } = await formOf(target);
  for (let sent = 0; sent < FORMS; sent += 1) await sendAndLeave(target, path);
  const taken = () =>
    send(
      target,
      path,
      part('; name="name"', 'Nguyễn Thị Nộp') +
        part(`; name="paper:${component}"; filename="a.pdf"`, PDF) +
        END,
    );
  await target.until(async () => (await taken()) !== 503, 'files to be taken again').catch(() => undefined);
  return holdsIf({ 'somebody else’s files are taken then': (await taken()) === 303 });
}

/** P: a form of nothing but boundaries keeps the processor of the service busy for a second for ten megabytes. */
async function sendNothingButBoundaries(target: Target): Promise<Verdict> {
  const { path } = await formOf(target);
  const form = `--${BOUNDARY}\r\n`.repeat(MUCH / (BOUNDARY.length + 4));
  const before = await target.processorSeconds();
  const status = await send(target, path, form);
  const spent = Math.round(((await target.processorSeconds()) - before) * 10) / 10;
  return holdsIf({
    'it is refused or hung up on': [0, 400].includes(status),
    [`which costs ${spent} s of the processor`]: spent < 1.2,
  });
}

export const citizensFiles: readonly Attack[] = [
  { id: 'P', what: 'a field of a form ends the service', attempt: nameFieldsAsObjectsDo },
  { id: 'P', what: 'files whose senders are gone keep others’ out', attempt: leaveFormsBehind },
  {
    id: 'P',
    what: 'a form of nothing but boundaries is read to its end',
    alone: true,
    attempt: sendNothingButBoundaries,
  },
];
