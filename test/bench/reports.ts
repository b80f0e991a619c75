import { ControlFigures, type AsOf, type ListedColumn } from '#dossiers';
import { at } from '#kernel';
import { Indices, ServiceIndex } from '#reporting';
import type pg from 'pg';
import { SEEDS_DIR, foundDemoOffice, openRuntime } from '../../apps/runtime/src/index.js';
import { megabytesOf, percentile, round, withClient, withPostgres } from './support.js';

const OFFICE = 'thieu-van';
const QUARTER = { from: '2025-04-01', to: '2025-06-30' };
const SINCE = at('2025-04-01');
const COLUMNS: ListedColumn[] = [
  'received',
  'receivedOnline',
  'carriedOver',
  'settled',
  'settledLate',
  'openOverdue',
];
const FIELDS = 12;

/**
 * What leaders and superiors ask for: a quarter’s table II.06a of an office with so many dossiers, all of that quarter and
 * spread over five years, with what it takes of memory; the lists that its figures open to; and the pages of indices, over
 * `aYear` dossiers of the year.
 */
export const benchReports = (dossiers: number, aYear: number) =>
  withPostgres(async (databaseUrl) => {
    const runtime = await openRuntime({ databaseUrl, seedsDir: SEEDS_DIR });
    await foundDemoOffice(runtime, SEEDS_DIR, undefined);
    await withClient(databaseUrl, async (client) => {
      await fillHistory(client, dossiers, 20);
      await fillDossiers(client, aYear);
    });
    const control = new ControlFigures(runtime.pool);
    const asOf: AsOf = { instant: at('2025-07-01'), position: 10 * dossiers };
    const ofFiveYears = await table(control, OFFICE, asOf);
    await withClient(databaseUrl, async (client) => {
      await client.query('truncate rm_dossier_history.standing');
      await fillHistory(client, dossiers, 1);
    });
    const ofOneQuarter = await table(control, OFFICE, asOf);
    if (ofOneQuarter.received < dossiers)
      throw new Error(`${ofOneQuarter.received} of ${dossiers} were counted`);
    const indices = runtime.get(Indices);
    const service = runtime.get(ServiceIndex);
    const pages: Record<string, () => Promise<unknown>> = {
      indices: () => indices.of(OFFICE, QUARTER, 'none'),
      ofUnits: () => indices.of(OFFICE, QUARTER, 'unit'),
      set766: () => service.of(OFFICE, { from: '2025-01-01', to: '2025-12-31' }),
    };
    const p95Ms: Record<string, number> = {};
    for (const [name, page] of Object.entries(pages)) {
      await page();
      const own: number[] = [];
      for (let n = 0; n < 100; n += 1) own.push(await took(page));
      p95Ms[name] = percentile(own, 95);
    }
    await runtime.close();
    return {
      dossiers,
      ofOneQuarter,
      ofFiveYears,
      indexPagesP95Ms: { dossiersOfYear: aYear, ...p95Ms },
    };
  });

/** The table and its lists, from what is in the page cache already. */
async function table(control: ControlFigures, office: string, asOf: AsOf) {
  await control.count(office, SINCE, asOf);
  const before = await megabytesOf(process.pid);
  const samples: number[] = [];
  const sampling = setInterval(() => void megabytesOf(process.pid).then((n) => samples.push(n)), 100);
  const began = performance.now();
  const rows = await control.count(office, SINCE, asOf);
  const seconds = round((performance.now() - began) / 1_000);
  clearInterval(sampling);
  const listsP95Ms: Record<string, number> = {};
  for (const column of COLUMNS) {
    const own: number[] = [];
    for (let n = 0; n < 40; n += 1)
      own.push(
        await took(() =>
          control.list(office, SINCE, asOf, column, n % 2 === 0 ? {} : { field: `Lĩnh vực ${n % FIELDS}` }),
        ),
      );
    listsP95Ms[column] = percentile(own, 95);
  }
  return {
    received: rows.reduce((sum, { received }) => sum + received, 0),
    seconds,
    megabytes: Math.max(...samples, before) - before,
    listsP95Ms,
  };
}

async function took(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** They came in so many quarters, of which that of the table is the last; each was signed and digitised, but for some of the last days. */
async function fillHistory(client: pg.Client, dossiers: number, quarters: number): Promise<void> {
  await client.query(
    `insert into rm_dossier_history.standing
     select '${OFFICE}', dossier_id, 3 * n + nth, case nth when 0 then received else ended end,
            case when nth < last then 3 * n + nth + 1 end, case when nth < last then ended end,
            'C-' || lpad(n::text, 8, '0'), 'P' || n % 24, 'Lĩnh vực ' || n % ${FIELDS},
            case when n % 7 = 0 then 'counter' else 'online' end, received,
            received + interval '5 days', case when nth > 0 then ended end,
            case when nth = 0 then 'running' else 'signed' end, n % 50 = 0, nth > 1, false, nth > 1
     from (select n, gen_random_uuid() as dossier_id, case when n % 3 = 0 and ($1 - n) * $2::bigint < $1 / 10 then 0 else 2 end as last,
                  '2025-06-26T08:00:00+07:00'::timestamptz - ($1 - n) * (interval '86 days' * $2::int / $1::int) as received,
                  '2025-06-26T08:00:00+07:00'::timestamptz - ($1 - n) * (interval '86 days' * $2::int / $1::int)
                    + case when n % 50 = 0 then interval '7 days' else interval '3 days' end as ended
           from generate_series(1, $1::int) n) dossier
     cross join lateral generate_series(0, last) nth`,
    [dossiers, quarters],
  );
  await client.query('vacuum analyze rm_dossier_history.standing');
}

/** A year’s dossiers in the list, most of them over. */
async function fillDossiers(client: pg.Client, dossiers: number): Promise<void> {
  await client.query(
    `insert into rm_dossier.dossier (office, dossier_id, version, code, status, procedure_code, procedure_name, field, channel,
       received_at, due, ended_at, step, holder, overdue, late, apology, apology_late, supplement, supplement_late, fee,
       paid_by, refunds_owed, digitised, archived, score, satisfied_service, satisfied_procedures, papers_held, papers_reused,
       service_due, service_late_at, past, steps)
     select '${OFFICE}', gen_random_uuid(), 3, 'C-' || n, case when n % 50 = 0 then 'in_progress' else 'returned' end,
            'P' || n % 24, 'Thủ tục', 'Lĩnh vực ' || n % ${FIELDS}, case when n % 3 = 0 then 'counter' else 'online' end,
            received, received + interval '5 days', case when n % 50 > 0 then received + interval '3 days' end,
            1, gen_random_uuid(), false, n % 60 = 0, 'none', false, 'never', false, 8000,
            case when n % 2 = 0 then 'online' end, 0, n % 2 = 0, true, 5, true, true, n % 2 = 0, n % 4 = 0,
            received + interval '5 days', case when n % 60 = 0 then received + interval '5 days' end, false, '[]'
     from (select n, '2025-01-02T08:00:00+07:00'::timestamptz + n * (interval '350 days' / $1::int) as received
           from generate_series(1, $1::int) n) dossier`,
    [dossiers],
  );
  await client.query('vacuum analyze rm_dossier.dossier');
}
