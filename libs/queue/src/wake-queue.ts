import type { Queue, Worker } from 'bullmq';
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Cluster, Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';

/** A wake-up: what to look at, never what to believe. Losing every one of them loses nothing. */
export interface WakeUp {
  /** What is woken: `project`, `react` or `sweep`. */
  kind: string;
  name: string;
  office: string;
}

/** Where wake-ups travel: PostgreSQL, unless a Redis is named. */
export interface QueueSettings {
  databaseUrl: string;
  /** `redis://…` or `redis+cluster://host:port,host:port`. */
  queueUrl?: string | undefined;
}

const NAME = 'wake';
/** Under load one wake-up covers what came in within the gap; alone it goes out almost at once. */
const GAP_MS = 100;
const AT_LEAST_MS = 5;
const ANSWER_MS = 1_000;
const KEEP = { removeOnComplete: true, removeOnFail: 200 };

/** The queue of wake-ups on BullMQ: spreads work over workers, retries with backoff, keeps what goes on failing. */
export class WakeQueue {
  #worker: Worker<WakeUp> | undefined;
  readonly #pending = new Map<string, NodeJS.Timeout>();
  readonly #wokenAt = new Map<string, number>();

  private constructor(
    private readonly backend: Backend,
    private readonly queue: Queue<WakeUp>,
  ) {}

  /** Connects; fails when PostgreSQL can't be reached, while a Redis that is gone is waited for. */
  static async open(settings: QueueSettings, onError: (error: Error) => void = ignore): Promise<WakeQueue> {
    const backend =
      settings.queueUrl === undefined
        ? onPostgres(settings.databaseUrl)
        : onRedis(settings.queueUrl, onError);
    const queue = backend.queue();
    queue.on('error', onError);
    // BullMQ remembers a failed first connection for ever, so there must be none.
    if (!backend.waits) await queue.waitUntilReady();
    return new WakeQueue(backend, queue);
  }

  /** Wakes up soon; the same wake-up asked again meanwhile is one. A lost one is made good by the sweep. */
  wake(wakeUp: WakeUp): void {
    const id = `${wakeUp.kind}.${wakeUp.name}.${wakeUp.office}`;
    if (this.#pending.has(id)) return;
    const sinceLast = Date.now() - (this.#wokenAt.get(id) ?? 0);
    const timer = setTimeout(
      () => {
        this.#pending.delete(id);
        this.#wokenAt.set(id, Date.now());
        this.queue
          .add(wakeUp.kind, wakeUp, {
            ...KEEP,
            attempts: 5,
            backoff: { type: 'exponential', delay: 200 },
            deduplication: { id, keepLastIfActive: true },
          })
          .catch(ignore);
      },
      Math.max(AT_LEAST_MS, GAP_MS - sinceLast),
    );
    this.#pending.set(id, timer);
  }

  /** Runs wake-ups in this process. */
  async work(
    run: (wakeUp: WakeUp) => Promise<void>,
    concurrency = 4,
    onError: (error: Error) => void = ignore,
  ): Promise<void> {
    const worker = this.backend.worker((job) => run(job.data), concurrency);
    this.#worker = worker;
    worker.on('error', onError);
    worker.on('failed', (_job, error) => onError(error));
    if (!this.backend.waits) await worker.waitUntilReady(); // begun before, its loop would spin on a failed connection
    void worker.run().catch(onError);
  }

  /** How many wait, run and were parked; fails when the queue does not answer within a second. */
  async counts(): Promise<Record<string, number>> {
    const late = new AbortController();
    try {
      return await Promise.race([
        this.queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
        sleep(ANSWER_MS, undefined, { signal: late.signal }).then(() => {
          throw new Error('the queue does not answer');
        }),
      ]);
    } finally {
      late.abort();
    }
  }

  /** Throws every wake-up away: nothing may depend on them. */
  async empty(): Promise<void> {
    await this.queue.obliterate({ force: true });
  }

  async close(): Promise<void> {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
    await this.#worker?.close();
    await this.queue.close();
    this.backend.disconnect();
  }
}

const ignore = (): void => undefined;

/** Makes the parts of one backend. */
interface Backend {
  queue(): Queue<WakeUp>;
  worker(run: (job: { data: WakeUp }) => Promise<void>, concurrency: number): Worker<WakeUp>;
  disconnect(): void;
  /** It reconnects by itself, from the first time on. */
  waits: boolean;
}

/** What a lost connection left "running" is free again in seconds; a long run renews its hold. */
const AFTER_LOSS = {
  autorun: false,
  runRetryDelay: 1_000,
  lockDuration: 4_000,
  stalledInterval: 2_000,
  maxStalledCount: 1_000,
};

function onPostgres(databaseUrl: string): Backend {
  const parts = withBackend(createPostgresBackend);
  const connection = {
    connectionString: databaseUrl,
    // Wake-ups may be lost: they need not wait for the disk.
    options: '-c role=minh_bach_app -c synchronous_commit=off',
    schema: 'queue',
    migrate: true,
    max: 4,
  };
  return {
    queue: () => new parts.Queue<WakeUp>(NAME, { connection }) as unknown as Queue<WakeUp>,
    worker: (run, concurrency) =>
      new parts.Worker<WakeUp>(NAME, run, {
        connection,
        concurrency,
        ...AFTER_LOSS,
      }) as unknown as Worker<WakeUp>,
    disconnect: ignore,
    waits: false,
  };
}

function onRedis(url: string, onError: (error: Error) => void): Backend {
  const parts = withBackend(createRedisBackend);
  const connection = redisFrom(url);
  connection.on('error', onError);
  const prefix = '{minh-bach}';
  return {
    queue: () => new parts.Queue<WakeUp>(NAME, { connection, prefix }),
    worker: (run, concurrency) =>
      new parts.Worker<WakeUp>(NAME, run, { connection, prefix, concurrency, ...AFTER_LOSS }),
    disconnect: () => connection.disconnect(),
    waits: true,
  };
}

function redisFrom(url: string): Redis | Cluster {
  const options = { maxRetriesPerRequest: null };
  if (!url.startsWith('redis+cluster://')) return new Redis(url, options);
  const nodes = url
    .slice('redis+cluster://'.length)
    .split(',')
    .map((node) => {
      const [host = '127.0.0.1', port = '6379'] = node.split(':');
      return { host, port: Number(port) };
    });
  return new Cluster(nodes, { redisOptions: options });
}
