import {
  Accounts,
  Authorisation,
  office,
  standing,
  type OfficeEvent,
  type OfficeHistory,
} from '#organisation';
import { MasterKeys, FileStore, Secrets, Vault } from '#vault';
import { WakeQueue } from '#queue';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import autocannon from 'autocannon';
import { randomBytes } from 'node:crypto';
import { createApi } from '../../apps/api/src/api.js';
import {
  SEEDS_DIR as seedsDir,
  foundDemoOffice,
  freePort,
  openRuntime,
  type Runtime,
} from '../../apps/runtime/src/index.js';
import { OfficeWorker } from '../../apps/worker/src/office-worker.js';
import { percentile, round, withPostgres } from './support.js';
import { pino } from 'pino';

/** Many short turns: the machine's own ups and downs meet both sides alike. */
const ROUNDS = 24;
const SECONDS = 1;

class NobodyIsAsked extends Authorisation {
  override require(): void {
    // Without authorisation everything is let through.
  }
}

/** Finds out who it is, and asks nothing more: what is measured against it is authorisation alone. */
@Injectable()
class OpenGuard implements CanActivate {
  constructor(@Inject(Accounts) private readonly accounts: Accounts) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context
      .switchToHttp()
      .getRequest<{ signedIn: object; headers: Record<string, string | undefined>; url: string }>();
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return true;
    const known = this.accounts.sessions.leased(token);
    if (known) {
      request.signedIn = known;
      return true;
    }
    return this.accounts.sessions.authenticate(token).then((signedIn) => {
      request.signedIn = signedIn;
      return true;
    });
  }
}

/**
 * The command benchmark with authorisation and without, in turn, in the same run: the table of routes and the table of
 * rights against a guard that only finds out who it is.
 */
export async function benchAuthorisation() {
  const tree = treeAsOfADay();
  return withPostgres(async (databaseUrl) => {
    const strict = await openRuntime({ databaseUrl, seedsDir });
    await foundDemoOffice(strict, seedsDir, 'bench');
    const open = await openRuntime({ databaseUrl, seedsDir, authorisation: new NobodyIsAsked({}) });
    const queue = await WakeQueue.open({ databaseUrl });
    const worker = new OfficeWorker(strict, queue, pino({ level: 'silent' }));
    await worker.settle('thieu-van');
    const [guarded, unguarded] = [await serve(strict, queue, false), await serve(open, queue, true)];
    const figures: { with: number[]; without: number[] } = { with: [], without: [] };
    const sides = [
      ['with', guarded],
      ['without', unguarded],
    ] as const;
    for (let round = -1; round < ROUNDS; round += 1)
      // Each side goes first in turn: whoever goes second finds everything warm.
      for (const [name, { url, requests }] of round % 2 === 0 ? sides : sides.toReversed()) {
        const duration = round < 0 ? 2 : SECONDS;
        const run = await autocannon({ url, connections: 64, duration, requests, workers: 1 });
        if (run.non2xx > 0) throw new Error(`${name}: ${run.non2xx} refused`);
        if (round >= 0) figures[name].push(run.requests.average);
      }
    for (const { close } of [guarded, unguarded]) await close();
    await queue.close();
    for (const runtime of [strict, open]) await runtime.close();
    const sum = (of: number[]) => of.reduce((total, one) => total + one, 0);
    const median = (of: number[]) => percentile(of, 50);
    return {
      withPerSecond: Math.round(median(figures.with)),
      withoutPerSecond: Math.round(median(figures.without)),
      costPercent: round((1 - sum(figures.with) / sum(figures.without)) * 100),
      ...tree,
    };
  });
}

async function serve(runtime: Runtime, queue: WakeQueue, open: boolean) {
  const masters = new MasterKeys([randomBytes(32)]);
  const vault = new Vault(runtime.pool, masters);
  const app = await createApi(runtime, queue, false, {
    vault,
    secrets: new Secrets(masters),
    files: new FileStore(runtime.pool, masters, vault, undefined),
    ...(open ? { guard: OpenGuard } : {}),
  });
  const port = await freePort();
  await app.listen(port, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const requests: autocannon.Request[] = [];
  for (const username of ['justice', 'finance', 'culture', 'land', 'desk', 'head-of-office']) {
    const answer = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'bench' }),
    });
    const headers = { authorization: `Bearer ${((await answer.json()) as { token: string }).token}` };
    const list = await fetch(`${url}/api/v1/tasks?lead=me&limit=50`, { headers });
    for (const { id } of ((await list.json()) as { items: { id: string }[] }).items)
      requests.push({
        method: 'POST',
        path: `/api/v1/tasks/${id}/progress-reports`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ percent: 40, text: 'Đã rà soát mười hai văn bản của HĐND và UBND xã.' }),
      });
  }
  return { url, requests, close: () => app.close() };
}

/** 5,000 posts, each with a holder who changed twice: the tree as of a day, and reading the whole history. */
function treeAsOfADay() {
  const posts = Array.from({ length: 5_000 }, (_, n) => `post-${n}`);
  const events: OfficeEvent[] = posts.flatMap((postId, n): OfficeEvent[] => [
    {
      type: 'PostOpened',
      data: {
        postId,
        title: postId,
        unitId: `unit-${n % 250}`,
        above: n === 0 ? null : `post-${n >> 3}`,
        roles: ['official'],
        external: false,
      },
    },
    ...['a', 'b', 'c'].map((who): OfficeEvent => ({
      type: 'PersonAppointed',
      data: { postId, personId: `${who}-${n}` },
    })),
  ]);
  const began = performance.now();
  const history = events.reduce<OfficeHistory>(
    (state, event, n) => office.evolve(state, event, new Date(Date.UTC(2025, 0, 1 + (n % 4) * 30))),
    office.initial,
  );
  const foldMs = performance.now() - began;
  const asOf = (n: number) => {
    const before = performance.now();
    standing(history, `2025-0${1 + (n % 9)}-15`);
    return performance.now() - before;
  };
  Array.from({ length: 20 }, (_, n) => asOf(n)); // warm
  const times = Array.from({ length: 200 }, (_, n) => asOf(n));
  return {
    treeOf5000PostsP99Ms: round(percentile(times, 99)),
    treeP50Ms: round(percentile(times, 50)),
    foldMs: Math.round(foldMs),
  };
}
