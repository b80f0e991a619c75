import { WorkCalendar, loadCalendars } from '#calendar';
import { DossierQueries, appointment, rulesOn, type ListDossiers } from '#dossiers';
import autocannon from 'autocannon';
import { join } from 'node:path';
import type pg from 'pg';
import { SEEDS_DIR, foundDemoOffice, openRuntime } from '../../apps/runtime/src/index.js';
import { percentile, round, withClient, withPostgres } from './support.js';

const WHO = { name: 'Trần Thị Dân', phone: '0912345678' };
const COMPONENTS = ['Tờ khai đăng ký lại khai sinh', 'Bản sao giấy tờ có thông tin khai sinh'];

interface Receipt {
  position: number;
  lookup: { code: string; secret: string };
}

/** Reception and look-up over HTTP against a running service. */
export async function benchDesk(url: string, signIn: (username: string) => Promise<string>) {
  const headers = { authorization: `Bearer ${await signIn('desk')}`, 'content-type': 'application/json' };
  const me = (await (await fetch(`${url}/api/v1/sessions/me`, { headers })).json()) as {
    posts: { unitId: string }[];
  };
  const post = async <T>(path: string, body: object): Promise<T> => {
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as T;
  };
  const { personId: applicantId } = await post<{ personId: string }>('/api/v1/persons', {
    ...WHO,
    unitId: me.posts[0]?.unitId,
  });
  const reception = {
    procedureCode: '1.004884',
    channel: 'counter',
    components: COMPONENTS.map((name) => ({ name, form: 'copy' })),
    applicantId,
  };
  const receive = {
    method: 'POST' as const,
    path: '/api/v1/dossiers',
    headers,
    body: JSON.stringify(reception),
  };
  const receiving = (duration: number) => autocannon({ url, connections: 64, duration, requests: [receive] });
  await receiving(3); // warm
  const receptions = await receiving(8);
  const receipts: Receipt[] = [];
  for (let n = 0; n < 100; n += 1) receipts.push(await post<Receipt>('/api/v1/dossiers', reception));
  await waitFor(url, headers, receipts.at(-1)?.position ?? 0);
  const requests = receipts.map(({ lookup }) => ({
    method: 'POST' as const,
    path: '/public/thieu-van/dossiers/lookup',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(lookup),
  }));
  const lookups = await autocannon({ url, connections: 64, duration: 6, requests });
  return {
    receptionPerSecond: Math.round(receptions.requests.average),
    receptionP99Ms: receptions.latency.p99,
    receptionRefused: receptions.non2xx,
    lookupPerSecond: Math.round(lookups.requests.average),
    lookupP99Ms: lookups.latency.p99,
    lookupRefused: lookups.non2xx,
  };
}

/** Until the lists have reached a position; whoever looks up what is not there yet would be taken for a guesser. */
async function waitFor(url: string, headers: Record<string, string>, position: number): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const { status } = await fetch(`${url}/api/v1/dossiers?limit=1&position=${position}`, { headers });
    if (status === 200) return void (await new Promise((resolve) => setTimeout(resolve, 6_000))); // and the rest
  }
}

/** The desk's lists over so many dossiers, and appointments in-process. */
export async function benchDossierLists(rows: number) {
  return withPostgres(async (databaseUrl) => {
    const runtime = await openRuntime({ databaseUrl, seedsDir: SEEDS_DIR });
    const people = await foundDemoOffice(runtime, SEEDS_DIR, undefined);
    const me = people('justice');
    await withClient(databaseUrl, (client) => fill(client, rows, me));
    const queries = runtime.get(DossierQueries);
    const lists: Record<string, ListDossiers> = {
      mine: { holder: 'me', status: 'open' },
      overdue: { status: 'open', overdue: 'yes' },
      procedure: { procedure: 'P7', status: 'in_progress' },
      returned: { status: 'returned' },
      period: { receivedFrom: '2025-03-03', receivedTo: '2025-03-14', status: 'returned' },
      apology: { apology: 'owed' },
    };
    const times: Record<string, number> = {};
    const all: number[] = [];
    for (const [name, filter] of Object.entries(lists)) {
      const own: number[] = [];
      for (let n = 0; n < 60; n += 1) {
        const before = performance.now();
        await queries.list('thieu-van', me, { ...filter, limit: 50 });
        own.push(performance.now() - before);
      }
      times[name] = percentile(own, 95);
      all.push(...own);
    }
    await runtime.close();
    return { rows, listP95Ms: percentile(all, 95), ...times, appointmentsPerSecond: appointments() };
  });
}

async function fill(client: pg.Client, rows: number, me: string): Promise<void> {
  await client.query(
    `insert into rm_dossier.dossier (office, dossier_id, version, code, status, procedure_code, procedure_name, field, channel,
       received_at, due, ended_at, step, holder, overdue, late, apology, apology_late, supplement, supplement_late, fee, digitised, past, steps)
     select 'thieu-van', gen_random_uuid(), 3, 'C-' || n,
            case when n % 50 = 0 then 'in_progress' when n % 51 = 0 then 'paused' else 'returned' end,
            'P' || (n * 7 + n / 50) % 24, 'Thủ tục ' || (n * 7 + n / 50) % 24, 'Lĩnh vực', case when n % 3 = 0 then 'counter' else 'online' end,
            '2023-01-03'::timestamptz + n * interval '80 seconds', '2023-01-10'::timestamptz + n * interval '80 seconds',
            case when n % 50 = 0 or n % 51 = 0 then null else '2023-01-09'::timestamptz + n * interval '80 seconds' end,
            1, case n % 4 when 0 then $2::uuid else gen_random_uuid() end, n % 500 = 0, n % 500 = 0,
            case when n % 500 = 0 then 'owed' else 'none' end, false, 'never', false, 8000, n % 2 = 0, false, '[]'
     from generate_series(1, $1::int) n`,
    [rows, me],
  );
  await client.query('analyze rm_dossier.dossier');
}

function appointments(): number {
  const calendar = new WorkCalendar(loadCalendars(join(SEEDS_DIR, 'calendars')));
  const start = Date.UTC(2025, 0, 6, 1);
  const limits = [0, 3, 5, 15].map((value) => ({
    value,
    unit: value === 0 ? ('same-day' as const) : ('working-days' as const),
  }));
  const { clock } = rulesOn('2025-01-02');
  const run = (count: number) => {
    const began = performance.now();
    for (let n = 0; n < count; n += 1)
      appointment(
        new Date(start + (n % 300_000) * 60_000),
        limits[n % 4] ?? { value: 3, unit: 'working-days' },
        calendar,
        clock,
      );
    return count / ((performance.now() - began) / 1_000);
  };
  run(20_000); // warm
  return Math.round(round(run(200_000)));
}
