import {
  migrate,
  openRuntime,
  readSettings,
  runningPostgres,
  startPostgres,
  type Runtime,
  type Settings,
} from '../../runtime/src/index.js';

/**
 * Runs with a database: the one named, that of the service that runs on the data folder, or our own from there for as
 * long as it takes.
 */
export async function withDatabase<T>(work: (url: string, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings();
  if (settings.databaseUrl !== undefined) return work(settings.databaseUrl, settings);
  const running = await runningPostgres(settings.dataDir);
  if (running !== undefined) return work(running, settings);
  const own = await startPostgres(settings.dataDir);
  try {
    return await work(own.url, settings);
  } finally {
    await own.stop();
  }
}

/** `states`: how many streams' states are kept, where a verb needs none of them twice. */
export const withRuntime = <T>(
  work: (runtime: Runtime, settings: Settings) => Promise<T>,
  { states }: { states?: number } = {},
): Promise<T> =>
  withDatabase(async (databaseUrl, settings) => {
    await migrate(databaseUrl);
    const runtime = await openRuntime({
      databaseUrl,
      seedsDir: settings.seedsDir,
      ...(states === undefined ? {} : { states }),
    });
    try {
      return await work(runtime, settings);
    } finally {
      await runtime.close();
    }
  });

export async function migrateOnly(): Promise<void> {
  await withDatabase(async (url) => migrate(url));
  process.stdout.write('Cơ sở dữ liệu đã cập nhật · the database is up to date.\n');
}
