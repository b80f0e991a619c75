import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The text of a `.sql` file beside a module. */
export const sqlFile = (name: string, base: string): string => readFileSync(new URL(name, base), 'utf8');

/** A TypeORM migration whose whole content is SQL text; `at` orders it among the others. */
export function sqlMigration(name: string, at: number, ...texts: string[]): new () => MigrationInterface {
  return class implements MigrationInterface {
    name = `${name}${at}`;
    async up(runner: QueryRunner): Promise<void> {
      for (const text of texts) await runner.query(text);
    }
    async down(): Promise<void> {
      throw new Error('The log only goes forward: restore a backup instead.');
    }
  };
}

/**
 * Row-level security for tables with a column `office`: whatever a query forgets to ask for, it sees the rows of the
 * office its connection is set to (`OfficePool`) and no others; set to none, it sees nothing. A sub-select is computed
 * once a query, not once a row.
 */
export const isolated = (...tables: string[]): string =>
  tables
    .map(
      (table) => `alter table ${table} enable row level security;
create policy own_office on ${table} using (office = (select current_setting('minh_bach.office', true)));`,
    )
    .join('\n');
