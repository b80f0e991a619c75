import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Target } from './target.js';

const PATIENCE_MS = 50_000;

interface Slow {
  what: string;
  begin: string;
  /** Sent every two seconds from then on. */
  go: string;
}

const slowOnes = (office: string): Slow[] => {
  const post = (path: string, header: string) => `POST ${path} HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`;
  const json = 'Content-Type: application/json\r\n';
  return [
    { what: 'nothing at all', begin: '', go: '' },
    { what: 'a header without end', begin: 'GET / HTTP/1.1\r\nHost: x\r\n', go: 'X-More: 1\r\n' },
    { what: 'a body byte by byte', begin: post('/api/v1/sessions', `${json}Content-Length: 9000`), go: ' ' },
    {
      what: 'a body in pieces without end',
      begin: post(`/public/${office}/payments`, `${json}Transfer-Encoding: chunked`),
      go: '1\r\n \r\n',
    },
  ];
};

/** Seconds until the product hangs up; undefined where it never does. */
async function secondsOpen(url: string, { begin, go }: Slow): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  const began = performance.now();
  const socket = connect(Number(port), hostname);
  const ended = new Promise<number>((resolve) =>
    socket.on('close', () => resolve(Math.round((performance.now() - began) / 1_000))),
  );
  socket.on('error', () => undefined).resume();
  socket.write(begin);
  const slowly = setInterval(() => socket.write(go), 2_000);
  const patience = new AbortController();
  const seconds = await Promise.race([
    ended,
    sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined),
  ]);
  patience.abort();
  clearInterval(slowly);
  socket.destroy();
  return seconds;
}

/** M12: whoever sends slowly holds a connection for as long as they like, and as many as they like. */
async function holdDoors(target: Target): Promise<Verdict> {
  const slow = slowOnes(target.office);
  const seconds = await Promise.all(slow.map((one) => secondsOpen(target.url, one)));
  return holdsIf(
    Object.fromEntries(
      slow.map(({ what }, n) => [`${what}: hung up on after ${seconds[n]} s`, seconds[n] !== undefined]),
    ),
  );
}

export const connections: readonly Attack[] = [
  { id: 'M12', what: 'what comes slowly keeps a connection', alone: true, attempt: holdDoors },
];
