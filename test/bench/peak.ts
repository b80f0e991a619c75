import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, round } from './support.js';

interface Answer {
  status: number;
  ms: number;
  body: {
    dossierId?: string;
    position?: number;
    id?: string;
    posts?: { postId: string; unitId: string }[];
    personId?: string;
  };
}

const WHO = { name: 'Trần Thị Dân', phone: '0912345678' };
const RECEPTION = {
  procedureCode: 'TV.DD.01',
  channel: 'counter',
  components: ['Đơn đề nghị xác nhận', 'Bản đồ trích đo', 'Giấy tờ về quyền sử dụng đất'].map((name) => ({
    name,
    form: 'original',
  })),
};
/** A dossier's way from the desk to its return: six requests, and with what the worker adds ten events. */
const REQUESTS_A_DOSSIER = 6;

/** A country's peak held for some minutes: whole dossiers, so many a second; latency of each request, lag of the lists. */
export async function benchPeak(
  url: string,
  signIn: (username: string) => Promise<string>,
  { dossiersPerSecond, seconds }: { dossiersPerSecond: number; seconds: number },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const tokens = {
    desk: await signIn('desk'),
    justice: await signIn('justice'),
    chairman: await signIn('chairman'),
  };
  const call = (by: keyof typeof tokens, method: string, path: string, body?: object) =>
    send(agent, url + path, method, tokens[by], body);
  const { posts } = (await call('justice', 'GET', '/api/v1/sessions/me')).body;
  const desk = (await call('desk', 'GET', '/api/v1/sessions/me')).body;
  const { personId: applicantId } = (
    await call('desk', 'POST', '/api/v1/persons', { ...WHO, unitId: desk.posts?.[0]?.unitId })
  ).body;
  const latencies: number[] = [];
  let refused = 0;
  let position = 0;
  const act = async (by: keyof typeof tokens, path: string, body: object = {}) => {
    const answer = await call(by, 'POST', path, body);
    latencies.push(answer.ms);
    if (answer.status > 299) refused += 1;
    position = Math.max(position, answer.body.position ?? 0);
    return answer.body;
  };
  const dossier = async () => {
    const { dossierId } = await act('desk', '/api/v1/dossiers', { ...RECEPTION, applicantId });
    const on = (by: keyof typeof tokens, what: string, body?: object) =>
      act(by, `/api/v1/dossiers/${dossierId}/${what}`, body);
    await on('desk', 'hand-overs', { toPostId: posts?.[0]?.postId });
    await on('justice', 'acceptances');
    await on('chairman', 'signature', { number: '12/TB-UBND' });
    await on('justice', 'digitisation', { reason: 'Máy quét hỏng, quét sau' });
    await on('desk', 'return', { channel: 'counter', takenBy: 'Trần Thị Dân' });
  };
  const first = (await call('chairman', 'GET', '/api/v1/audit?order=desc&limit=1')).body as unknown as Trail;
  const began = performance.now();
  const running: Promise<void>[] = [];
  const lags: number[] = [];
  let watching = true;
  const watch = (async () => {
    while (watching) {
      const asked = position;
      const before = performance.now();
      if (asked > 0) {
        let { status } = await call('desk', 'GET', `/api/v1/dossiers?limit=1&position=${asked}`);
        while (status === 503)
          ({ status } = await call('desk', 'GET', `/api/v1/dossiers?limit=1&position=${asked}`));
        lags.push(performance.now() - before);
      }
      await sleep(200);
    }
  })();
  for (let n = 0; n < dossiersPerSecond * seconds; n += 1) {
    const due = (n * 1_000) / dossiersPerSecond - (performance.now() - began);
    if (due > 1) await sleep(due);
    running.push(dossier().catch(() => void (refused += 1)));
  }
  await Promise.all(running);
  const took = (performance.now() - began) / 1_000;
  watching = false;
  await watch;
  await sleep(3_000);
  const last = (await call('chairman', 'GET', '/api/v1/audit?order=desc&limit=1')).body as unknown as Trail;
  agent.destroy();
  const events = (last.items[0]?.position ?? 0) - (first.items[0]?.position ?? 0);
  return {
    seconds: round(took),
    dossiers: dossiersPerSecond * seconds,
    requestsPerSecond: round((dossiersPerSecond * seconds * REQUESTS_A_DOSSIER) / took),
    eventsPerSecond: round(events / took),
    p50Ms: round(percentile(latencies, 50)),
    p99Ms: round(percentile(latencies, 99)),
    lagP50Ms: round(percentile(lags, 50)),
    lagP99Ms: round(percentile(lags, 99)),
    refused,
  };
}

interface Trail {
  items: { position: number }[];
}

function send(agent: Agent, url: string, method: string, token: string, body?: object): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const before = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (answer += part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            ms: performance.now() - before,
            body: (answer.startsWith('{') ? JSON.parse(answer) : {}) as Answer['body'],
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}
