import { addDays, at, beginningOfCode, canonicalCode, invalidInput } from '#kernel';
import { isUUID } from 'class-validator';
import { isByDue, type ListDossiers } from './dossier-filters.js';
import { ranOut } from './late-row.js';

const OPEN = `('in_progress', 'awaiting_supplement', 'paused', 'result_ready')`;
/** Received, over for the desk, and not with the archive: as its index says it. */
const TO_ARCHIVE = `status in ('returned', 'rejected', 'withdrawn', 'stopped') and not archived
  and received_at is not null`;

/** A code is the agency's, a day and a number: people say it whole, or from the day on. */
const CODE_BEGINS = (n: string): string =>
  `starts_with(code, ${n}) or starts_with(split_part(code, '-', -2) || '-' || split_part(code, '-', -1), ${n})`;

/** What a list of dossiers is narrowed to, as conditions of SQL and their values; refuses a holder who is nobody's id. */
export function narrowedTo(
  filter: ListDossiers,
  { office, me, now }: { office: string; me: string; now: Date },
): { where: string[]; values: unknown[] } {
  const values: unknown[] = [office];
  const where = ['office = $1'];
  const narrow = (sql: (n: string) => string, value: unknown) => {
    values.push(value);
    where.push(sql(`$${values.length}`));
  };
  const byDue = isByDue(filter);
  if (filter.status === 'open' || (filter.status === undefined && byDue)) where.push(`status in ${OPEN}`);
  else if (filter.status !== undefined) narrow((n) => `status = ${n}`, filter.status);
  if (filter.holder) narrow((n) => `holder = ${n}::uuid`, personOf(filter.holder, me));
  if (filter.offered) narrow((n) => `offered = ${n}::uuid`, me);
  if (filter.procedure) narrow((n) => `procedure_code = ${n}`, filter.procedure);
  if (filter.overdue) narrow((n) => `(overdue or ${ranOut(n)})`, now);
  if (filter.apology === 'given') where.push(`apology = 'given'`);
  if (filter.apology === 'owed')
    narrow((n) => `(apology = 'owed' or (apology = 'none' and ${ranOut(n)}))`, now);
  if (filter.archive) where.push(TO_ARCHIVE);
  if (filter.applicant) narrow((n) => `applicant_id = ${n}`, filter.applicant);
  if (filter.code) narrow((n) => `code = any(${n})`, [filter.code, canonicalCode(filter.code)]);
  if (filter.codeBegins)
    narrow(
      (n) => `exists (select from unnest(${n}::text[]) as said (begins) where ${CODE_BEGINS('said.begins')})`,
      [filter.codeBegins, beginningOfCode(filter.codeBegins)],
    );
  if (filter.receivedFrom) narrow((n) => `received_at >= ${n}`, at(filter.receivedFrom));
  if (filter.receivedTo) narrow((n) => `received_at < ${n}`, at(addDays(filter.receivedTo, 1)));
  return { where, values };
}

function personOf(holder: string, me: string): string {
  if (holder === 'me') return me;
  if (!isUUID(holder))
    throw invalidInput({ errors: [{ field: 'holder', message: 'me, or the id of a person' }] });
  return holder;
}
