import { WorkCalendar, loadCalendars } from '#calendar';
import { DocumentQueries, Documents } from '#documents';
import { agendaProjection, awaitedProjection } from '#deadline';
import { dossierAnnouncer, DossierQueries, Dossiers, Receptions } from '#dossiers';
import { AggregateStore, EventStore, Upcasters, type GroupReport } from '#event-store';
import { FeedbackRecords, FeedbackQueries, feedbackAnnouncer } from '#feedback';
import { Webhooks } from '#integration';
import { OfficePool } from '#kernel';
import { PublishedLedger, keepOfficeHours, trailProjection } from '#ledger';
import { type Announcer } from '#notification';
import { Outbox } from '#outbox';
import { Parked, type ParkedWork } from '#parked';
import {
  Accounts,
  Authorisation,
  CommandRunner,
  Organisation,
  openCommands,
  type Commands,
} from '#organisation';
import { planningAnnouncer, PlanImport, Planning, PlanningQueries, taskRow } from '#planning';
import { PersonRecords } from '#persons';
import { FollowedOffices, Lacking, Projector, followedOffices, type Projection } from '#projection';
import pg from 'pg';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { calendarAnnouncer } from './calendar-outlook.js';
import { allOf, mergedOf } from './capabilities.js';
import { OfficeClock } from './office-clock.js';
import { RIGHTS, handledCommands } from './rights.js';
import { speech } from './sentences.js';
import { DEMO_OFFICE } from './settings.js';

const typesWithAgenda = allOf(({ agendaTypes }) => agendaTypes);

/** Every read model, by the name `mb rebuild` knows it by. */
export const projections: Projection[] = [
  ...allOf(({ readModels }) => readModels),
  agendaProjection(typesWithAgenda),
  awaitedProjection(typesWithAgenda),
  trailProjection,
];

/** What every app stands on, wired once. */
export interface Runtime {
  databaseUrl: string;
  office: string;
  /** The offices that there are. */
  offices: FollowedOffices;
  pool: pg.Pool;
  source: DataSource;
  store: EventStore;
  aggregates: AggregateStore;
  clock: OfficeClock;
  calendar: WorkCalendar;
  authorisation: Authorisation;
  organisation: Organisation;
  accounts: Accounts;
  commands: Commands;
  planning: Planning;
  imports: PlanImport;
  queries: PlanningQueries;
  dossiers: Dossiers;
  receptions: Receptions;
  personRecords: PersonRecords;
  dossierQueries: DossierQueries;
  feedback: FeedbackRecords;
  feedbackQueries: FeedbackQueries;
  documents: Documents;
  documentQueries: DocumentQueries;
  projector: Projector;
  parked: Parked;
  /** What read models lack. */
  lacking: Lacking;
  outbox: Outbox;
  webhooks: Webhooks;
  /** Each capability's say in who is told of what. */
  announcers: readonly Announcer[];
  ledger: PublishedLedger;
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
  /** Subscribers to events may listen within this network. */
  webhooksWithin?: boolean;
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
  webhooksWithin = false,
}: RuntimeOptions): Promise<Runtime> {
  const options = '-c role=minh_bach_app';
  const connection = { connectionString: databaseUrl, max: poolSize, options, application_name: 'minh-bach' };
  const pool = new OfficePool({ ...connection, connectionTimeoutMillis: 5_000 }, office);
  // A lost connection is replaced at its next use; whoever was using it hears of it from its query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const source = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: [taskRow],
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
  const calendar = new WorkCalendar(loadCalendars(join(seedsDir, 'calendars')));
  const organisation = new Organisation(aggregates, clock);
  const runner = new CommandRunner(aggregates, organisation, authorisation, clock, calendar);
  const commands = await openCommands(handledCommands, runner);
  const planning = new Planning(aggregates);
  const dossiers = new Dossiers(aggregates, clock, calendar);
  const feedback = new FeedbackRecords(aggregates, clock);
  const parked = new Parked(pool, onFailure);
  const projector = new Projector(pool, store, parked);
  const lacking = new Lacking(pool);
  await projector.install(projections, await followedOffices(pool));
  await keepOfficeHours(pool, calendar.days());
  return {
    databaseUrl,
    office,
    offices: new FollowedOffices(pool),
    pool,
    source,
    store,
    aggregates,
    clock,
    calendar,
    authorisation,
    organisation,
    accounts: new Accounts(pool),
    commands,
    planning,
    imports: new PlanImport(planning, commands, organisation),
    queries: new PlanningQueries(source, store, lacking, clock),
    dossiers,
    receptions: new Receptions(commands, dossiers),
    personRecords: new PersonRecords(aggregates, organisation, authorisation, clock),
    dossierQueries: new DossierQueries(pool, store, lacking, clock),
    feedback,
    feedbackQueries: new FeedbackQueries(pool, lacking, clock),
    documents: new Documents(aggregates, commands, clock),
    documentQueries: new DocumentQueries(pool, lacking),
    projector,
    parked,
    lacking,
    outbox: new Outbox(pool),
    webhooks: new Webhooks(aggregates, commands, new Set(Object.keys(speech.sentences)), webhooksWithin),
    announcers: [
      planningAnnouncer(planning, organisation),
      dossierAnnouncer(dossiers, organisation),
      feedbackAnnouncer(feedback, organisation),
      calendarAnnouncer(organisation),
    ],
    ledger: new PublishedLedger(pool),
    close: async () => {
      await store.idle();
      await commands.close();
      await source.destroy();
      await pool.end();
    },
  };
}
