import { isolated, sqlFile, sqlMigration } from '#kernel';

const schema = (name: string) => sqlFile(`./schema/${name}.sql`, import.meta.url);

export const eventStoreMigrations = [
  sqlMigration(
    'EventLog',
    1764000000001,
    schema('event'),
    schema('refuse-rewriting'),
    schema('append-events'),
    schema('log-horizon'),
    schema('grants'),
  ),
  // Streams by their kind, through their first events.
  sqlMigration(
    'StreamsByKind',
    1764000000019,
    'create index stream_by_kind on event (office, kind, subject) where version = 1',
  ),
  sqlMigration('LogHorizonAsOf', 1764000000041, schema('log-horizon-as-of')),
  sqlMigration('LogIsolation', 1764000000009, isolated('event'), schema('isolation')),
  sqlMigration('Salt', 1764000000040, schema('salt')),
  sqlMigration('ActOrigin', 1764000000041, schema('act-origin'), isolated('act_origin')),
  sqlMigration('OriginsByBatch', 1764000000195, schema('act-origin-batches'), isolated('act_origin')),
  sqlMigration('UnreadCommits', 1764000000130, schema('unread-commits')),
];
