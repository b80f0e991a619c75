import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { peakMegabytes, round, withPostgres } from './support.js';

const STEPS = ['Tiếp nhận hồ sơ', 'Thẩm định', 'Trình ký', 'Ký duyệt', 'Trả kết quả'];
const MINUTE = 60_000;
const LOOKED_AT_MS = 100;

type Form = 'csv' | 'xes';

/**
 * Another system's log of past dossiers, in either form: how long `mb import-log` takes for so many events, to be held
 * against 60 s; and the most memory that the process held that reads a file of so many megabytes, against 150 MB.
 */
export async function benchLogs(events: number, megabytes: number): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-logs-'));
  try {
    const found: Record<string, object> = {};
    for (const form of ['csv', 'xes'] as const) {
      found[`${form} of so many events`] = await imported(folder, form, (written) => written.events < events);
      found[`${form} of so many MB`] = await imported(
        folder,
        form,
        (written) => written.bytes < megabytes * 1_000_000,
      );
    }
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Written {
  events: number;
  bytes: number;
}

async function imported(folder: string, form: Form, more: (written: Written) => boolean): Promise<object> {
  const [log, mapping] = [join(folder, `log.${form}`), join(folder, 'mapping.json')];
  await writeFile(mapping, JSON.stringify({}));
  await pipeline(Readable.from(FORMS[form](more)), createWriteStream(log));
  const megabytes = Math.round((await stat(log)).size / 1_000_000);
  return withPostgres(async (url) => {
    const began = performance.now();
    const { told, ...peaks } = await run(['import-log', log, '--mapping', mapping, '--json'], url);
    const seconds = round((performance.now() - began) / 1_000);
    const { events, dossiers, rejectedRows } = JSON.parse(told) as Record<string, number>;
    if (rejectedRows !== 0) throw new Error(`${rejectedRows} rows of a good log were rejected`);
    return { megabytes, events, dossiers, seconds, ...peaks };
  });
}

/** A verb run to its end, and the most memory that it held, and the process in it that reads. */
async function run(
  args: string[],
  databaseUrl: string,
): Promise<{ told: string; readerMb: number; loaderMb: number }> {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=4', join(import.meta.dirname, '../../apps/cli/src/main.js'), ...args],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const pid = child.pid ?? 0;
  let [told, readerMb, loaderMb] = ['', 0, 0];
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const most = async (of: number, before: number) => Math.max(before, await peakMegabytes(of).catch(() => 0)); // it may have ended meanwhile
  const look = async () => {
    loaderMb = await most(pid, loaderMb);
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    for (const one of children.split(' ').filter(Boolean)) readerMb = await most(Number(one), readerMb);
  };
  const looking = setInterval(() => void look(), LOOKED_AT_MS);
  const status = await new Promise<number | null>((ended) => child.on('close', ended));
  clearInterval(looking);
  if (status !== 0) throw new Error(`mb ${args.join(' ')} ended with ${status}`);
  return { told, readerMb, loaderMb };
}

const FORMS: Record<Form, (more: (written: Written) => boolean) => Generator<string>> = {
  *csv(more) {
    const head =
      'case:concept:name,case:startdate,case:deadline,case:enddate,case:channel,case:department,concept:name,org:resource,time:timestamp\n';
    yield* cases(head, more, (about, steps) =>
      steps
        .map((step) => [...about, ...step].map((cell) => `"${cell}"`).join(','))
        .join('\n')
        .concat('\n'),
    );
  },
  *xes(more) {
    const attribute = (key: string, value = '', type = 'string') =>
      `<${type} key="${key}" value="${value}"/>`;
    yield* cases(
      '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849-2023" xmlns="http://www.xes-standard.org/">\n',
      more,
      ([name, start, due, end, channel, department], steps) =>
        [
          '<trace>',
          attribute('concept:name', name),
          ...[attribute('startdate', start, 'date'), attribute('deadline', due, 'date')],
          ...[attribute('enddate', end, 'date'), attribute('channel', channel)],
          attribute('department', department),
          ...steps.map(
            ([activity, by, at]) =>
              `<event>${attribute('concept:name', activity)}${attribute('org:resource', by)}${attribute('time:timestamp', at, 'date')}</event>`,
          ),
          '</trace>\n',
        ].join('\n'),
    );
    yield '</log>\n';
  },
};

/** A few hundred cases at a time, of five steps each. */
function* cases(
  head: string,
  more: (written: Written) => boolean,
  written: (about: string[], steps: string[][]) => string,
): Generator<string> {
  yield head;
  const count: Written = { events: 0, bytes: head.length };
  let piece = '';
  for (let number = 1; more(count); number += 1) {
    const start = Date.UTC(2024, 0, 2, 1) + (number % 300_000) * MINUTE;
    const at = (minutes: number) => new Date(start + minutes * MINUTE).toISOString();
    const about = [`HS-${number}`, at(0), at(7 * 1_440), at(5 * 1_440), 'Trực tuyến', 'Bộ phận Một cửa'];
    const one = written(
      about,
      STEPS.map((step, index) => [step, `Cán bộ ${number % 37}`, at(index * 1_440)]),
    );
    count.events += STEPS.length;
    count.bytes += Buffer.byteLength(one);
    piece += one;
    if (piece.length < 100_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
