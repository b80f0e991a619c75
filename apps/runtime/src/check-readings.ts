import type { EventRow } from '#event-store';
import { inOffice } from '#kernel';
import type { PublishedLedger } from '#ledger';
import { readingHash, type KeptReading } from '#vault';
import type { Pool } from 'pg';
import type { VaultFinding } from './check-vault.js';

/** Holds the log of readings against what was sealed of it: each batch that is not whole, by its event's index. */
export function checkReadings(
  { pool, ledger }: { pool: Pool; ledger: PublishedLedger },
  office: string,
): Promise<VaultFinding[]> {
  return inOffice(office, async () => {
    const findings: VaultFinding[] = [];
    for (let after = 0; ;) {
      const { rows } = await pool.query<EventRow>(
        `select * from event where office = $1 and type = 'ReadingsSealed' and version > $2
           and subject = (select subject from event where office = $1 and kind = 'readings' and version = 1)
         order by version limit 100`,
        [office, after],
      );
      for (const row of rows) findings.push(...(await checkBatch(pool, ledger, row)));
      after = rows.at(-1)?.version ?? after;
      if (rows.length < 100) return findings;
    }
  });
}

async function checkBatch(pool: Pool, ledger: PublishedLedger, event: EventRow): Promise<VaultFinding[]> {
  const { office, subject, version, position, command_id: batch, data } = event;
  const { rows } = await pool.query<KeptReading>(
    `select id, at, reader, person_id, names, purpose, via, salt from vault.reading where office = $1 and batch = $2`,
    [office, batch],
  );
  const sealed = Array.isArray(data['readings']) ? (data['readings'] as unknown[]) : [];
  const kept = new Set<unknown>(rows.map(readingHash));
  const gone = sealed.filter((hash) => !kept.has(hash)).length;
  const strange = rows.filter((row) => !sealed.includes(readingHash(row))).length;
  if (gone === 0 && strange === 0) return [];
  const [place] = await ledger.placesOf(office, [position]);
  return [
    {
      code: 'readings_changed',
      index: place?.index ?? null,
      stream: subject,
      version,
      detail: `${gone} of ${sealed.length} readings are gone or changed, ${strange} were not sealed · nhật ký đọc đã bị sửa`,
    },
  ];
}
