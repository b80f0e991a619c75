import { readLog, readMapping, loadPast, pastDossier } from '#dossiers';
import { derivedId, digestOf, inOffice } from '#kernel';
import { SingleBar } from 'cli-progress';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { projections } from '../../runtime/src/index.js';
import { withRuntime } from './with-runtime.js';

const AT_ONCE = 500;
const SHOWN = 20;

/** Loads another system's event log of past dossiers; loaded again, it changes nothing. */
export async function importLog(
  file: string,
  { mapping: mappingFile, json }: { mapping: string; json?: boolean },
): Promise<void> {
  const given = JSON.parse(await readFile(mappingFile, 'utf8')) as unknown;
  const mapping = readMapping(given, basename(file));
  const log = await readLog(file, mapping);
  const bar = new SingleBar({
    format: `[{bar}] {value}/{total}`,
    stream: process.stderr,
    noTTYOutput: false,
  });
  if (!json) bar.start(log.dossiers.length, 0);
  let written = 0;
  await withRuntime((runtime) =>
    inOffice(runtime.office, async () => {
      const { office, aggregates, clock } = runtime;
      for (let from = 0; from < log.dossiers.length; from += AT_ONCE) {
        const some = log.dossiers.slice(from, from + AT_ONCE);
        const ids = some.map(({ source, caseId }) => derivedId(office, 'past', source, caseId));
        await aggregates.warm(pastDossier, office, ids);
        const done = await Promise.all(
          some.map((past, index) =>
            aggregates.execute(
              pastDossier,
              {
                office,
                subject: ids[index] ?? '',
                commandId: derivedId(ids[index] ?? '', 'import'),
                digest: digestOf({ source: past.source, caseId: past.caseId }),
                attribution: { actor: 'worker:import' },
                now: clock.now(),
              },
              (state) => loadPast(state, past),
            ),
          ),
        );
        written += done.reduce((sum, one) => sum + one.written, 0);
        bar.increment(some.length);
      }
      for (const projection of projections) await runtime.projector.catchUp(projection, office);
    }),
  );
  bar.stop();
  const { dossiers, events, rejected } = log;
  for (const { row, why } of rejected.slice(0, SHOWN)) process.stderr.write(`dòng · row ${row}: ${why}\n`);
  if (rejected.length > SHOWN) process.stderr.write(`… ${rejected.length} in all\n`);
  const summary = {
    dossiers: dossiers.length,
    events,
    late: dossiers.filter(({ late }) => late).length,
    open: dossiers.filter(({ endedAt }) => endedAt === null).length,
    rejectedRows: rejected.length,
  };
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else
    process.stdout.write(
      `hồ sơ · dossiers ${summary.dossiers}, mới · new ${written}, sự kiện · events ${events}, trễ · late ${summary.late}, đang mở · open ${summary.open}, dòng bị loại · rejected ${summary.rejectedRows}\n`,
    );
}
