import { calendarMigrations } from '#calendar';
import { EventStore, eventStoreMigrations } from '#event-store';
import { Parked, parkedMigrations } from '#parked';
import { Projector, projectionMigrations, type Projection } from '#projection';
import type { Pool } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { deadlineMigrations } from './index.js';

/** A database with the agendas of some offices, and what is on them. */
export interface AgendaDatabase {
  database: TestDatabase;
  /** Within the first of the offices. */
  pool: Pool;
  parked: Parked;
}

export async function agendaDatabase(
  readModels: Projection[],
  office: string,
  ...others: string[]
): Promise<AgendaDatabase> {
  const database = await freshDatabase([
    ...eventStoreMigrations,
    ...projectionMigrations,
    ...parkedMigrations,
    ...calendarMigrations,
    ...deadlineMigrations,
  ]);
  const pool = database.pool(office);
  const parked = new Parked(pool);
  await new Projector(pool, new EventStore(pool), parked).install(readModels, [office, ...others]);
  return { database, pool, parked };
}
