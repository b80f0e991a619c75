import type { Queue, Worker } from 'bullmq';
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Cluster, Redis } from 'ioredis';

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
const KEEP = { removeOnComplete: true, removeOnFail: 200 };

/** The queue of wake-ups on BullMQ: spreads work over workers, retries with backoff, keeps what goes on failing. */
export class WakeQueue {
  readonly #queue: Pick<Queue<WakeUp>, 'add' | 'getJobCounts' | 'close' | 'obliterate' | 'getFailed' | 'on'>;
  readonly #makeWorker: (
    run: (wakeUp: WakeUp) => Promise<void>,
    concurrency: number,
  ) => Pick<Worker, 'close' | 'on'>;
  readonly #closers: (() => Promise<unknown>)[] = [];
  #pending = new Map<string, NodeJS.Timeout>();
  readonly #wokenAt = new Map<string, number>();

  constructor(settings: QueueSettings, onError: (error: Error) => void = () => undefined) {
    if (settings.queueUrl === undefined) {
      const backend = withBackend(createPostgresBackend);
      const connection = {
        connectionString: settings.databaseUrl,
        // Wake-ups may be lost: they need not wait for the disk.
        options: '-c synchronous_commit=off',
        schema: 'queue',
        migrate: true,
        max: 4,
      };
      this.#queue = new backend.Queue<WakeUp>(NAME, { connection }) as unknown as Queue<WakeUp>;
      this.#makeWorker = (run, concurrency) =>
        new backend.Worker<WakeUp>(NAME, (job) => run(job.data), {
          connection,
          concurrency,
        }) as unknown as Worker;
    } else {
      const connection = redisFrom(settings.queueUrl);
      connection.on('error', onError);
      const backend = withBackend(createRedisBackend);
      this.#queue = new backend.Queue<WakeUp>(NAME, {
        connection,
        prefix: '{minh-bach}',
      });
      this.#makeWorker = (run, concurrency) =>
        new backend.Worker<WakeUp>(NAME, (job) => run(job.data), {
          connection,
          prefix: '{minh-bach}',
          concurrency,
        });
      this.#closers.push(async () => connection.disconnect());
    }
    this.#queue.on('error', onError);
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
        this.#queue
          .add(wakeUp.kind, wakeUp, {
            ...KEEP,
            attempts: 5,
            backoff: { type: 'exponential', delay: 200 },
            deduplication: { id, keepLastIfActive: true },
          })
          .catch(() => undefined);
      },
      Math.max(AT_LEAST_MS, GAP_MS - sinceLast),
    );
    this.#pending.set(id, timer);
  }

  /** Runs wake-ups in this process. */
  work(
    run: (wakeUp: WakeUp) => Promise<void>,
    concurrency = 4,
    onError: (error: Error) => void = () => undefined,
  ): void {
    const worker = this.#makeWorker(run, concurrency);
    worker.on('error', onError);
    worker.on('failed', (_job, error) => onError(error));
    this.#closers.unshift(() => worker.close());
  }

  /** How many wait, run and were parked. */
  counts(): Promise<Record<string, number>> {
    return this.#queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
  }

  /** Throws every wake-up away: nothing may depend on them. */
  async empty(): Promise<void> {
    await this.#queue.obliterate({ force: true });
  }

  async close(): Promise<void> {
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#pending.clear();
    for (const close of this.#closers.slice(0, -1)) await close();
    await this.#queue.close();
    await this.#closers.at(-1)?.();
  }
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
