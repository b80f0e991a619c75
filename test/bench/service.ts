import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoUsernames } from '../../apps/runtime/src/index.js';
import { withProduct, type StartedProduct } from '../support/started-product.js';
import { benchDesk } from './dossiers.js';
import { benchPeak } from './peak.js';
import { megabytesOf, percentile } from './support.js';

interface Task {
  id: string;
}

interface Service extends StartedProduct {
  signIn(username: string): Promise<string>;
}

/** The whole service as `npm start` runs it, a moment after it is ready, for as long as `work` takes. */
const withService = <T>(work: (service: Service) => Promise<T>): Promise<T> =>
  withProduct(async (product) => {
    await sleep(2_000);
    const { url, password } = product;
    return work({ ...product, signIn: (username) => signIn(url, username, password) });
  });

/** Time to ready, memory, commands over HTTP, projection lag, the desk. */
export const benchService = () =>
  withService(async ({ url, pid, seconds, signIn: sign }) => {
    const requests = await progressReports(url, sign);
    await load(url, requests, { duration: 4 }); // warm
    const run = await load(url, requests, { duration: 10 });
    const lagP99Ms = await lagUnderLoad(url, requests);
    const megabytes = await megabytesOf(pid);
    const desk = await benchDesk(url, sign);
    return {
      command: { perSecond: Math.round(run.requests.average), p99Ms: run.latency.p99, refused: run.non2xx },
      lagP99Ms,
      desk,
      start: { seconds, megabytes },
    };
  });

/** A whole country's peak, 700 events a second, held so long. */
export const benchPeakOfCountry = (seconds: number) =>
  withService(({ url, signIn: sign }) => benchPeak(url, sign, { dossiersPerSecond: 72, seconds }));

/** One request for each lead and task, signed in as the lead. */
async function progressReports(url: string, sign: Service['signIn']): Promise<autocannon.Request[]> {
  const requests: autocannon.Request[] = [];
  for (const username of demoUsernames) {
    const token = await sign(username);
    const answer = await fetch(`${url}/api/v1/tasks?lead=me&limit=50`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await answer.json()) as { items: Task[] };
    for (const { id } of items) {
      requests.push({
        method: 'POST',
        path: `/api/v1/tasks/${id}/progress-reports`,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ percent: 40, text: 'Đã rà soát mười hai văn bản của HĐND và UBND xã.' }),
      });
    }
  }
  return requests;
}

async function signIn(url: string, username: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  return ((await answer.json()) as { token: string }).token;
}

const load = (
  url: string,
  requests: autocannon.Request[],
  options: { duration: number; overallRate?: number },
) => autocannon({ url, connections: 64, requests, ...options });

/** From a command's answer until its position can be read, under 1,000 commands a second. */
async function lagUnderLoad(url: string, requests: autocannon.Request[]): Promise<number> {
  const loading = load(url, requests, { duration: 12, overallRate: 1_000 });
  await sleep(1_500);
  const lags: number[] = [];
  const [first] = requests;
  if (!first?.path || !first.headers) throw new Error('no request');
  const headers = first.headers as Record<string, string>;
  const task = first.path.replace('/progress-reports', '');
  for (let i = 0; i < 100; i += 1) {
    const answer = await fetch(url + first.path, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: String(first.body),
    });
    const { position } = (await answer.json()) as { position: number };
    const before = performance.now();
    await fetch(`${url}${task}?position=${position}`, { headers });
    lags.push(performance.now() - before);
    await sleep(50);
  }
  await loading;
  return percentile(lags, 99);
}
