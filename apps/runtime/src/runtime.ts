import { SharedCalendar, type WorkCalendar } from '#calendar';
import { agendaProjection, awaitedProjection } from '#deadline';
import { AggregateStore, EventStore, Upcasters, type GroupReport } from '#event-store';
import { OfficePool } from '#kernel/database';
import { PublishedLedger, keepOfficeHours, trailProjection } from '#ledger';
import {
  Accounts,
  Authorisation,
  CommandRunner,
  OfficeCalendars,
  Organisation,
  openCommands,
  type Commands,
} from '#organisation';
import { Outbox } from '#outbox';
import { Parked, type ParkedWork } from '#parked';
import { FollowedOffices, Lacking, Projector, followedOffices, type Projection } from '#projection';
import type { ValueProvider } from '@nestjs/common';
import pg from 'pg';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { calendarsOf, type Calendars } from './calendars.js';
import { allOf, mergedOf } from './gathered.js';
import { buildHouse, type House } from './house.js';
import { OfficeClock } from './office-clock.js';
import { RIGHTS, handledCommands } from './rights.js';
import { DEMO_OFFICE } from './settings.js';

const typesWithAgenda = allOf(({ agendaTypes }) => agendaTypes);

/** Every read model, by the name `mb rebuild` knows it by. */
export const projections: Projection[] = [
  ...allOf(({ readModels }) => readModels),
  agendaProjection(typesWithAgenda),
  awaitedProjection(typesWithAgenda),
  trailProjection,
];

/** What everything stands on: the database, the log, the clock, the office, the way of every act. */
export interface Foundations {
  databaseUrl: string;
  office: string;
  /** The offices that there are. */
  offices: FollowedOffices;
  pool: pg.Pool;
  source: DataSource;
  store: EventStore;
  aggregates: AggregateStore;
  clock: OfficeClock;
  /** The installation's calendar: of offices that have brought in none of their own. */
  calendar: WorkCalendar;
  shared: SharedCalendar;
  officeCalendars: OfficeCalendars;
  calendars: Calendars;
  authorisation: Authorisation;
  organisation: Organisation;
  accounts: Accounts;
  commands: Commands;
  projector: Projector;
  parked: Parked;
  /** What read models lack. */
  lacking: Lacking;
  outbox: Outbox;
  ledger: PublishedLedger;
}

/** What every app stands on, wired once, with the services of every capability. */
export interface Runtime extends Foundations, House {
  /** What this installation says to its capabilities. */
  set: readonly ValueProvider[];
  close(): Promise<void>;
}

export interface RuntimeOptions {
  databaseUrl: string;
  seedsDir: string;
  office?: string;
  poolSize?: number;
  states?: number; // how many streams' states are kept in memory at least
  leases?: boolean; // not for a worker: it reacts to events
  onGroup?: (report: GroupReport) => void;
  /** Hears of each piece of work that failed and will be tried again. */
  onFailure?: (failed: ParkedWork, error: unknown) => void;
  /** For a measurement of what authorisation costs. */
  authorisation?: Authorisation;
  /** What this installation says to its capabilities; see `setBy`. */
  set?: readonly ValueProvider[];
}

/** Connects as the application's role: it may add to the log and read it, no more. */
export async function openRuntime({
  databaseUrl,
  seedsDir,
  office = DEMO_OFFICE,
  poolSize = 12,
  states,
  leases = true,
  onGroup,
  onFailure,
  authorisation = new Authorisation(RIGHTS),
  set = [],
}: RuntimeOptions): Promise<Runtime> {
  const options = '-c role=minh_bach_app';
  const connection = { connectionString: databaseUrl, max: poolSize, options, application_name: 'minh-bach' };
  const pool = new OfficePool({ ...connection, connectionTimeoutMillis: 5_000 }, office);
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: allOf(({ entities }) => entities),
    poolSize: 4,
    logging: false,
    extra: { options },
    driver: { ...pg, Pool: OfficePool.of(office) },
    poolErrorHandler: () => undefined,
  });
  await source.initialize();
  const upcasters = new Upcasters(mergedOf(({ upcasts }) => upcasts));
  const store = new EventStore(pool, { upcasters, ...(onGroup && { onGroup }) });
  const aggregates = new AggregateStore(store, states, leases);
  const clock = new OfficeClock(pool, office);
  await clock.refresh();
  const shared = new SharedCalendar(pool, leases);
  const { calendar } = shared;
  const officeCalendars = new OfficeCalendars(shared, aggregates);
  const organisation = new Organisation(aggregates, clock);
  const runner = new CommandRunner(aggregates, organisation, authorisation, clock, officeCalendars);
  const commands = await openCommands(handledCommands, runner);
  const parked = new Parked(pool, onFailure);
  const projector = new Projector(pool, store, parked);
  await projector.install(projections, await followedOffices(pool));
  const calendars = calendarsOf(shared, pool, office, join(seedsDir, 'calendars'));
  await calendars.bring();
  await keepOfficeHours(pool, calendar.days());
  const foundations: Foundations = {
    databaseUrl,
    office,
    offices: new FollowedOffices(pool),
    pool,
    source,
    store,
    aggregates,
    clock,
    calendar,
    shared,
    officeCalendars,
    calendars,
    authorisation,
    organisation,
    accounts: new Accounts(pool),
    commands,
    projector,
    parked,
    lacking: new Lacking(pool),
    outbox: new Outbox(pool),
    ledger: new PublishedLedger(pool),
  };
  const house = await buildHouse({ ...foundations, set });
  return {
    ...foundations,
    ...house,
    set,
    close: async () => {
      await store.idle();
      await house.close();
      await commands.close();
      await source.destroy();
      await pool.end();
    },
  };
}
