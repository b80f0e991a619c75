import type pg from 'pg';

/** What is three times in the whole trail, in its first weeks. */
export const RARE = {
  type: 'OfficeReceived',
  actor: '00000000-0000-7000-8000-00000000abcd',
  subject: '00000000-0000-7000-8000-000000000001',
  correlation: '00000000-0000-7000-8000-00000000cafe',
};

/** Not seen by the trail yet; not sealed yet. */
const TAIL = 2_000;
const UNSEALED = 500;

/** Ten years of an office as log and projected trail, as if they had been appended and taken in. */
export async function fillTrail(client: pg.Client, office: string, events: number): Promise<void> {
  await client.query('set maintenance_work_mem = $$512MB$$');
  await client.query(WITHOUT_KEYS);
  await client.query(EVENTS, [office, events, RARE.type, RARE.actor, RARE.correlation]);
  await client.query(WITH_KEYS);
  await client.query(ENTRIES, [office, events - TAIL, RARE.correlation]);
  await client.query(LISTS, [office, events - TAIL]);
  for (const index of INDEXES) await client.query(`create index on rm_trail.entry (${index}`);
  await client.query(
    `insert into rm_trail.recorded_hour
     select office, date_trunc('hour', recorded_at), min(position), max(position) from event where position <= $1 group by 1, 2`,
    [events - TAIL],
  );
  await client.query(`insert into rm_trail.reach values ($1, '3', $2)`, [office, events - TAIL]);
  await client.query(
    `insert into ledger.head (office, size, key, transaction_id, position) values ($1, $2::bigint, 'bench', '3', $2::bigint)`,
    [office, events - UNSEALED],
  );
  await client.query(
    `insert into ledger.bundle select $1, n, '3', n * 256 + 1 from generate_series(0, $2::bigint / 256) n`,
    [office, events],
  );
  await client.query(
    `insert into ledger.seal select $1, n * 100, now() from generate_series(1, $2::bigint / 100) n`,
    [office, events - UNSEALED],
  );
  await client.query('vacuum analyze event');
  await client.query('vacuum analyze rm_trail.entry, rm_trail.listed');
}

const INDEXES = [
  'office, event_id)',
  'office, on_behalf_of, position) where on_behalf_of is not null',
  'office, delegation, position) where delegation is not null',
  'office, correlation_id, position) where correlation_id is not null',
  'office, causation_id, position) where causation_id is not null',
];

const WITHOUT_KEYS = `
  alter table event set unlogged;
  alter table rm_trail.entry set unlogged;
  alter table event drop constraint event_pkey;
  alter table event drop constraint event_office_subject_version_key;
  alter table event drop constraint event_office_command_id_ordinal_key;
  drop index event_in_commit_order, stream_by_kind, event_by_id;
  alter table event alter column salt drop default;
  drop index rm_trail.entry_by_event, rm_trail.entry_by_principal, rm_trail.entry_by_delegation,
    rm_trail.entry_by_correlation, rm_trail.entry_by_cause`;

const WITH_KEYS = `
  alter table event add primary key (office, position);
  alter table event add unique (office, subject, version);
  alter table event add unique (office, command_id, ordinal);
  create index event_in_commit_order on event (office, transaction_id, position);
  create index event_by_id on event using brin (event_id uuid_minmax_multi_ops)`;

/**
 * Streams of eight events, half of them by workers, forty people, the frequent types far more frequent than the others; a
 * chain for each stream, begun by its first event.
 */
const EVENTS = `
  with names as (
    select array['StepAccepted', 'StepHandedOver', 'DossierReceived', 'ResultReturned', 'FeePaid', 'ResultSigned',
      'DossierRegistered', 'DossierWarned', 'TaskProgressReported', 'DossierRated', 'SupplementRequested', 'DossierPaused',
      'DeadlineReminded', 'DossierOverdue', 'FeedbackReceived', 'FeedbackAnswered', 'DeadlineMissed', 'PersonRegistered',
      'ReadingsSealed', 'ApologyGiven', 'AccountOpened', 'PlanApproved'] as known)
  insert into event (office, position, transaction_id, event_id, kind, subject, version, type, schema_version, recorded_at,
                     actor, on_behalf_of, command_id, ordinal, correlation_id, causation_id, meta, data)
  overriding system value
  select $1, i, '3', uuid(i, 'e'), 'dossier', uuid(1 + i / 8, '0'), 1 + i % 8,
         case when i in (1000, 2000, 3000) then $3 else known[1 + floor(21.99 * power(random(), 3))::int] end, 1,
         '2016-01-04 07:30+07'::timestamptz + i * (interval '10 years' / $2::bigint),
         case when i in (1000, 2000, 3000) then $4 when i % 2 = 0 then 'worker:deadlines' else uuid(i % 80, 'a')::text end,
         case when i in (1001, 2001, 3001) then $4 when i % 400 = 1 then uuid(i % 80, 'a')::text end,
         uuid(i, 'c'), 0,
         case when i in (1002, 2002, 3002) then $5::uuid when i % 8 > 0 then uuid(i - i % 8, 'c') end,
         case when i % 2 = 0 then uuid(i - i % 8, 'e') end, '{}', '{}'
  from names, generate_series(1, $2::bigint) i`.replace(
  /uuid\(([^,]+), '(.)'\)/g,
  (_, n: string, of: string) => `('00000000-0000-7000-800${of}-' || lpad(to_hex(${n}), 12, '0'))::uuid`,
);

const ENTRIES = `
  insert into rm_trail.entry (office, position, event_id, on_behalf_of, delegation, correlation_id, causation_id)
  select office, position, event_id, on_behalf_of,
         case when position in (1001, 2001, 3001) then $3::uuid when on_behalf_of is not null then subject end,
         correlation_id, causation_id
  from event where office = $1 and position <= $2`;

/** One in thirty acts of people outside office hours. */
const LISTS = `
  with taken as (select position, type, actor from event where office = $1 and position <= $2),
  found(list, key, position) as (
    select 'type', type, position from taken union all select 'actor', actor, position from taken
    union all select 'outside', '', position from taken where actor not like 'worker:%' and position % 31 = 0
    union all select 'outside-actor', actor, position from taken where actor not like 'worker:%' and position % 31 = 0)
  insert into rm_trail.listed (office, list, key, first, nth, positions)
  select $1, list, key, min(position), nth, array_agg(position order by position)
  from (select *, (row_number() over (partition by list, key order by position) - 1) / 200 as nth from found) placed
  group by list, key, nth`;
