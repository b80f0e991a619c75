import { EventStore } from '#event-store';
import { newId, type Bilingual } from '#kernel';
import { Sealer, type SignerKey } from '#ledger';
import type { MasterKeys, Vault } from '#vault';
import type { Client, Pool } from 'pg';
import { vaultAttacks } from './vault-attacks.js';

/** A copy of the office's database in the hands of somebody who may do everything. */
export interface Copy {
  office: string;
  /** As a superuser, the log's triggers off. */
  db: Client;
  /** As the running service. */
  pool: Pool;
  /** The office's real key, stolen. */
  key: SignerKey;
  /** The vault with its master key, stolen too. */
  vault: Vault;
  masters: MasterKeys;
}

/** An attempt on the record (law: nobody may rewrite it unseen). */
export interface Attack {
  name: Bilingual;
  attempt(copy: Copy): Promise<void>;
}

const MIDDLE = `(select position from event where office = $1 order by transaction_id, position
                 offset (select count(*) / 2 from event where office = $1) limit 1)`;

/** Two neighbours of the log, as near to the middle as there are such. */
const neighbours = (which: string) => `in_order as (
    select event_id as one, type as one_type, data as one_data, transaction_id as one_transaction, position as one_place,
           lead(event_id) over w as other, lead(type) over w as other_type, lead(data) over w as other_data,
           lead(transaction_id) over w as other_transaction, lead(position) over w as other_place,
           row_number() over w as n, count(*) over () as size
    from event where office = $1 window w as (order by transaction_id, position)),
  pair as (select * from in_order where other is not null and ${which} order by abs(n - size / 2), n limit 1)`;

export const attacks: Attack[] = [
  {
    name: { vi: 'sửa nội dung một sự kiện', en: 'edit an event’s data' },
    attempt: ({ db, office }) =>
      run(
        db,
        `update event set data = data || '{"sua": true}' where office = $1 and position = ${MIDDLE}`,
        office,
      ),
  },
  {
    name: { vi: 'sửa quy tắc và địa chỉ của một sự kiện', en: 'edit an event’s metadata' },
    attempt: ({ db, office }) =>
      run(
        db,
        `update event set rule = 'R99', meta = meta || '{"clientAddress": "10.0.0.1"}' where office = $1 and position = ${MIDDLE}`,
        office,
      ),
  },
  {
    name: { vi: 'đổi muối của một sự kiện', en: 'exchange an event’s salt' },
    attempt: ({ db, office }) =>
      run(
        db,
        `update event set salt = uuid_send(gen_random_uuid()) where office = $1 and position = ${MIDDLE}`,
        office,
      ),
  },
  {
    name: { vi: 'đổi tên một hành vi', en: 'rename an act' },
    attempt: ({ db, office }) =>
      run(
        db,
        `update event set command_id = gen_random_uuid() where office = $1 and position = ${MIDDLE}`,
        office,
      ),
  },
  {
    name: { vi: 'đổi người đã làm', en: 'forge who acted' },
    attempt: ({ db, office }) =>
      run(
        db,
        `update event set actor = gen_random_uuid()::text where office = $1 and position = ${MIDDLE}`,
        office,
      ),
  },
  {
    name: { vi: 'xóa một sự kiện ở giữa', en: 'delete an event in the middle' },
    attempt: ({ db, office }) =>
      run(db, `delete from event where office = $1 and position = ${MIDDLE}`, office),
  },
  {
    name: { vi: 'tráo nội dung hai sự kiện', en: 'swap what two events say' },
    attempt: ({ db, office }) =>
      run(
        db,
        `with ${neighbours('(one_type, one_data) is distinct from (other_type, other_data)')}
         update event e set type = case when e.event_id = p.one then p.other_type else p.one_type end,
                            data = case when e.event_id = p.one then p.other_data else p.one_data end
         from pair p where e.office = $1 and e.event_id in (p.one, p.other)`,
        office,
      ),
  },
  {
    name: { vi: 'đổi chỗ hai sự kiện', en: 'swap two events' },
    attempt: swapPlaces,
  },
  {
    name: { vi: 'cắt đuôi sổ rồi ký lại', en: 'cut the tail and sign again' },
    async attempt(copy) {
      await run(copy.db, `delete from event where office = $1 and position > ${MIDDLE}`, copy.office);
      await sealAnew(copy);
    },
  },
  {
    name: {
      vi: 'viết lại lịch sử, ký lại bằng khóa thật',
      en: 'rewrite history, sign again with the real key',
    },
    async attempt(copy) {
      await run(
        copy.db,
        `update event set data = data || '{"sua": true}' where office = $1 and position = ${MIDDLE}`,
        copy.office,
      );
      await addEvents(copy, 3);
      await sealAnew(copy);
    },
  },
  {
    name: { vi: 'khôi phục bản sao cũ rồi làm tiếp', en: 'restore an old backup and go on' },
    async attempt(copy) {
      // The witness has seen the last events; the backup was made before them.
      await run(
        copy.db,
        `delete from event where office = $1 and position > (select max(position) - 5 from event where office = $1)`,
        copy.office,
      );
      await addEvents(copy, 20);
      await sealAnew(copy);
    },
  },
  ...vaultAttacks,
  {
    name: { vi: 'lùi đồng hồ', en: 'move the clock back' },
    attempt: ({ db, office }) =>
      run(
        db,
        `insert into event (office, event_id, kind, subject, version, type, schema_version, recorded_at, actor, command_id, ordinal, meta, data)
         select office, gen_random_uuid(), kind, subject, version + 1, type, schema_version, recorded_at - interval '1 day', actor,
                gen_random_uuid(), 0, meta, data
         from event where office = $1 order by version desc limit 1`,
        office,
      ),
  },
];

/** Places are given by the database, each once: the other one steps aside meanwhile. */
async function swapPlaces({ db, office }: Copy): Promise<void> {
  await db.query('alter table event alter column position set generated by default');
  const { rows } = await db.query<
    Record<'one' | 'other' | `${'one' | 'other'}_${'transaction' | 'place'}`, string>
  >(
    `with ${neighbours('true')} select one, other, one_transaction, one_place, other_transaction, other_place from pair`,
    [office],
  );
  for (const pair of rows)
    for (const [id, transaction, place] of [
      [pair.other, pair.other_transaction, '-1'],
      [pair.one, pair.other_transaction, pair.other_place],
      [pair.other, pair.one_transaction, pair.one_place],
    ])
      await db.query(
        'update event set transaction_id = $3, position = $4 where office = $1 and event_id = $2',
        [office, id, transaction, place],
      );
}

const run = async (db: Client, sql: string, office: string): Promise<void> =>
  void (await db.query(sql, [office]));

/** Throws the tree away and seals all there is again, as whoever holds the key can. */
async function sealAnew({ db, pool, office, key }: Copy): Promise<void> {
  for (const table of ['head', 'tile', 'bundle', 'seal'])
    await db.query(`delete from ledger.${table} where office = $1`, [office]);
  await new Sealer(pool, () => key).sealAll(office);
}

async function addEvents({ pool, office }: Copy, count: number): Promise<void> {
  const store = new EventStore(pool);
  for (let n = 0; n < count; n += 1) {
    const [subject, commandId] = [newId(), newId()];
    await store.append({
      office,
      kind: 'drill',
      subject,
      expectedVersion: 0,
      commandId,
      digest: commandId,
      recordedAt: new Date(),
      attribution: { actor: 'drill' },
      events: [{ type: 'TaskUrged', data: { text: `${n}` } }],
    });
  }
  await store.idle();
}
