import { Sealer, liveSource, verifyLedger, type SignerKey } from '#ledger';
import { rebuild } from '#projection';
import { isDeepStrictEqual } from 'node:util';
import { projections, type Runtime } from '../../apps/runtime/src/index.js';

/** Deadlines of the plan that nobody keeps until the year's end. */
const MISSED_OF_THE_PLAN = 52;

export interface Lived {
  /** Places in the log; undefined where a citizen is not told. */
  acknowledged: readonly (number | undefined)[];
  /** Deadlines that began by a trigger; nobody kept them. */
  triggered: number;
  /** What the gateway took, by the sender's id. */
  messages: ReadonlyMap<string, string>;
  key: SignerKey;
  end: Date;
}

/** What must hold after any number of kills; each line that does not is a finding. */
export async function findings(
  runtime: Runtime,
  { acknowledged, triggered, messages, key, end }: Lived,
): Promise<string[]> {
  const { pool } = runtime;
  const count = async (sql: string, values: unknown[] = []) =>
    Number((await pool.query<{ n: string }>(sql, values)).rows[0]?.n);
  const found: string[] = [];
  const say = (text: string, fine: boolean) => {
    if (!fine) found.push(text);
  };
  const places = acknowledged.filter((position) => position !== undefined);
  const kept = await count(
    'select count(distinct command_id) as n from event where position = any($1::bigint[])',
    [places],
  );
  say(`acknowledged acts: ${places.length}, in the log: ${kept}`, kept === places.length);
  const twice = await count(
    `select count(*) as n from (select from event where type <> 'DossierRegistered'
       and command_id in (select command_id from event where position = any($1::bigint[]))
       group by command_id, type having count(*) > 1) x`,
    [places],
  );
  say(`acts recorded twice: ${twice}`, twice === 0);
  const missed = await count(`select count(*) as n from event where type = 'DeadlineMissed'`);
  const occurrences = await count(
    `select count(distinct data ->> 'occurrenceId') as n from event where type = 'DeadlineMissed'`,
  );
  const expected = MISSED_OF_THE_PLAN + triggered;
  say(
    `deadlines missed: ${missed} for ${occurrences} occurrences, expected ${MISSED_OF_THE_PLAN} and ${triggered} triggered`,
    missed === expected && occurrences === missed,
  );
  const silent = await pool.query<{ step: string; n: number }>(
    `with last as (
       select distinct on (subject, i ->> 'occurrenceId') subject, i from event,
              jsonb_array_elements(case jsonb_typeof(data -> 'agenda') when 'array' then data -> 'agenda' else '[]' end) i
       order by subject, i ->> 'occurrenceId', transaction_id desc, position desc)
     select a ->> 'step' as step, count(*)::int as n from last, jsonb_array_elements(i -> 'alarms') a
     where (a ->> 'at')::timestamptz <= $1 and a ->> 'step' !~ '^(remind|silence|review)' group by 1`,
    [end],
  );
  say(`steps that fell due and came to nothing: ${JSON.stringify(silent.rows)}`, silent.rows.length === 0);
  const gaps = await count(
    'select count(*) as n from (select from event group by office, subject having count(*) <> max(version)) x',
  );
  say(`streams with gaps: ${gaps}`, gaps === 0);
  const skipped = await count(
    `select count(*) as n from (select from event where type = 'DossierRegistered' group by subject
       having count(*) <> max((data ->> 'number')::int)) x`,
  );
  say(`days whose dossier numbers have a gap: ${skipped}`, skipped === 0);
  const unfinished = await count(
    `select count(*) as n from event r where r.type = 'DossierRegistered' and 1 <> (
       select count(*) from event d where d.type = 'DossierReceived' and d.data ->> 'code' = r.data ->> 'code')`,
  );
  say(`numbers without their one dossier: ${unfinished}`, unfinished === 0);
  const lateTwice = await count(
    `select count(*) as n from (select from event where type = 'DossierOverdue'
       group by subject, data ->> 'due' having count(*) > 1) x`,
  );
  say(`dossiers found overdue twice at one end: ${lateTwice}`, lateTwice === 0);
  const received = await count(`select count(*) as n from event where type = 'DossierReceived'`);
  const sent = await pool.query<{ id: string; state: string }>(
    `select id, state from outbox where channel = 'sms'`,
  );
  const lost = sent.rows.filter(({ id, state }) => state !== 'delivered' || !messages.has(id)).length;
  const { rows: receptions } = await pool.query<{ code: string }>(
    `select data ->> 'code' as code from event where type = 'DossierReceived'`,
  );
  // What was delivered long ago has left the outbox: the gateway knows.
  const texts = [...messages.values()].join('\n');
  const told = receptions.filter(({ code }) => texts.includes(code)).length;
  const again = await count(
    `select count(*) as n from (select from outbox where channel = 'sms' group by cause, recipient having count(*) > 1) x`,
  );
  say(
    `messages: ${sent.rows.length}, at the gateway ${messages.size}, lost ${lost}, twice ${again}; of ${received} receptions ${told} told`,
    lost === 0 && again === 0 && messages.size >= sent.rows.length && told === received,
  );
  await new Sealer(pool, () => key).sealAll(runtime.office);
  const ledger = await verifyLedger(liveSource(pool, runtime.office), { keys: [key.verifier] });
  const events = await count('select count(*) as n from event');
  say(
    `the ledger: ${ledger.size} of ${events} events, ${JSON.stringify(ledger.discrepancies.slice(0, 3))}`,
    ledger.size === events && ledger.discrepancyCount === 0 && ledger.unknown.length === 0,
  );
  for (const [table, columns] of READ_MODELS) {
    const read = async () =>
      (await pool.query(`select ${columns} from ${table} order by 1, 2, 3`)).rows as unknown[];
    const served = await read();
    const projection = projections.find(({ name }) => table.startsWith(`rm_${name}.`));
    if (projection) await rebuild(pool, runtime.projector, projection);
    say(`${table} differs from a rebuild`, isDeepStrictEqual(served, await read()));
  }
  return found;
}

const READ_MODELS = [
  ['rm_task.task', 'office, task_id, version, state, percent, late, silent, next_due, waiting, view'],
  ['rm_dossier.dossier', 'office, dossier_id, version, code, status, due, late, overdue, apology'],
  ['rm_task.task_day', 'office, task_id, day, state, percent, late, silent'],
] as const;
