import { loadPast, pastDossier } from '#dossiers';
import { readMapping, sourceOf, type PastDossier, type PastLog } from '#dossiers/history';
import { decision } from '#event-store';
import { derivedId, digestOf, inOffice } from '#kernel';
import { SingleBar } from 'cli-progress';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { projections, type Runtime } from '../../runtime/src/index.js';
import { readLogApart } from './read-log-apart.js';
import { RejectedFile } from './rejected-file.js';
import { withRuntime } from './with-runtime.js';

const AT_ONCE = 500;
const SHOWN = 20;

interface Options {
  mapping: string;
  rejected?: string;
  json?: boolean;
}

/** Loads another system's event log of past dossiers; loaded again, it changes nothing. What was not taken is in a file to mend. */
export async function importLog(
  file: string,
  { mapping: mappingFile, rejected, json }: Options,
): Promise<void> {
  const given = JSON.parse(await readFile(mappingFile, 'utf8')) as unknown;
  const mapping = readMapping(given, sourceOf(basename(file)));
  const { size } = await stat(file);
  const report = new RejectedFile(rejected ?? `${file}.rejected.csv`, mapping);
  const bar = json ? undefined : progress();
  bar?.start(size, 0, { what: 'byte' });
  try {
    const log = await readLogApart(file, mapping, {
      read: (bytes) => {
        bar?.increment(bytes);
      },
      rejected: (row) => {
        report.add(row);
      },
    });
    const loaded = await withRuntime((runtime) => load(runtime, log, bar), { states: AT_ONCE });
    bar?.stop();
    tell(log, loaded, report, json);
    if (loaded.dossiers === 0) process.exitCode = 1;
  } finally {
    bar?.stop();
    report.close();
  }
}

/** Shown to people alone. */
const progress = (): SingleBar =>
  new SingleBar({ format: '[{bar}] {value}/{total} {what}', stream: process.stderr, noTTYOutput: false });

interface Loaded {
  dossiers: number;
  late: number;
  open: number;
  /** Events written: none where all was there already. */
  written: number;
}

const load = (runtime: Runtime, log: PastLog, bar: SingleBar | undefined): Promise<Loaded> =>
  inOffice(runtime.office, async () => {
    const loaded: Loaded = { dossiers: 0, late: 0, open: 0, written: 0 };
    bar?.start(log.events, 0, { what: 'sự kiện · events' });
    for await (const some of inGroups(log.dossiers)) {
      loaded.written += await loadTogether(runtime, some);
      loaded.dossiers += some.length;
      loaded.late += some.filter(({ late }) => late).length;
      loaded.open += some.filter(({ endedAt }) => endedAt === null).length;
      bar?.increment(some.reduce((sum, { steps }) => sum + steps.length, 0));
    }
    for (const projection of projections) await runtime.projector.catchUp(projection, runtime.office);
    return loaded;
  });

async function* inGroups(dossiers: AsyncIterable<PastDossier>): AsyncGenerator<PastDossier[]> {
  let some: PastDossier[] = [];
  for await (const dossier of dossiers) {
    some.push(dossier);
    if (some.length < AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** Loads some dossiers, each for itself; answers how many events it wrote. */
async function loadTogether(
  { office, aggregates, clock }: Runtime,
  some: readonly PastDossier[],
): Promise<number> {
  const ids = some.map(({ source, caseId }) => derivedId(office, 'past', source, caseId));
  await aggregates.warm(pastDossier, office, ids);
  const done = await Promise.all(
    some.map((past, index) => {
      const subject = ids[index] ?? '';
      const digest = digestOf({ ...past });
      return aggregates.execute(
        decision(
          pastDossier,
          {
            office,
            subject,
            commandId: derivedId(subject, 'import', digest),
            digest,
            attribution: { actor: 'worker:import' },
            now: clock.now(),
          },
          (state) => loadPast(state, past),
        ),
      );
    }),
  );
  return done.reduce((sum, { written }) => sum + written, 0);
}

function tell(log: PastLog, loaded: Loaded, report: RejectedFile, json: boolean | undefined): void {
  for (const { where, why } of report.first(SHOWN)) process.stderr.write(`dòng · row ${where}: ${why}\n`);
  if (log.rejected > 0)
    process.stderr.write(
      `${log.rejected} dòng bị loại, ghi vào tệp này để sửa rồi nạp lại · rejected rows, in a file to mend and load: ${report.path}\n`,
    );
  if (loaded.dossiers > 0 && loaded.open === loaded.dossiers)
    process.stderr.write(
      'Mọi hồ sơ đều đang mở. Nếu nhật ký không ghi ngày kết thúc, đặt "end": null trong tệp ánh xạ · All dossiers are open. If the log tells no ends, map "end": null\n',
    );
  const { dossiers, late, open, written } = loaded;
  const { events, repeated, rejected: rejectedRows } = log;
  process.stdout.write(
    json
      ? `${JSON.stringify({ dossiers, events, late, open, rejectedRows, repeatedRows: repeated, written })}\n`
      : `hồ sơ · dossiers ${dossiers}, mới · new ${written}, sự kiện · events ${events}, trễ · late ${late}, đang mở · open ${open}, dòng trùng · repeated ${repeated}, dòng bị loại · rejected ${rejectedRows}\n`,
  );
}
