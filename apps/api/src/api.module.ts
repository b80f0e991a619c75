import { ORIGIN, PAYMENT_SECRET, Payments, Webhooks } from '#integration';
import { CLOCK, POOL } from '#kernel';
import type { VerifierKey } from '#ledger';
import {
  Accounts,
  ApiTokens,
  Commands,
  Identities,
  Organisation,
  SecondFactor,
  Strangers,
} from '#organisation';
import { PlanImport, Planning, PlanningQueries, planSubject } from '#planning';
import { TEMPLATES } from '#notification';
import { Outbox } from '#outbox';
import { Lacking } from '#projection';
import { WakeQueue } from '#queue';
import { Persons } from '#persons';
import { DossierWords, DossierQueries, Dossiers, Forms, Receptions } from '#dossiers';
import { AREAS_OF_PLAN, FeedbackRecords, FeedbackQueries, type AreasOfPlan } from '#feedback';
import { FileStore, Secrets, Vault } from '#vault';
import { Module, type CanActivate, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { allOf, templatesOf, type Runtime, type SingleSignOn } from '../../runtime/src/index.js';
import { ActNames } from './act-names.js';
import { AuditController } from './audit.controller.js';
import { IncompleteAnswers } from './incomplete.js';
import { LedgerController } from './ledger.controller.js';
import { DemoController, OperationsController } from './operations.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { AccountController } from './account.controller.js';
import { SeenSinceStart } from './seen-since-start.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { SubscriptionController } from './subscription.controller.js';
import {
  AUTHORITY,
  PUBLIC_URL,
  QUEUE,
  RUNTIME,
  SECOND_FACTOR_FOR_LEADERS,
  SINGLE_SIGN_ON,
  WITNESSES,
} from './tokens.js';

/** What an API holds besides its runtime: keys come from its own settings. */
export interface ApiParts {
  vault: Vault;
  files: FileStore;
  secrets: Secrets;
  witnesses?: VerifierKey[];
  singleSignOn?: SingleSignOn | null;
  secondFactor?: 'leaders' | 'optional';
  /** Where the service is reached from outside. */
  publicUrl?: string;
  paymentSecret?: string | null;
  /** The certificate of the installation's own authority, for whoever is to trust it, PEM. */
  authority?: string | undefined;
  /** Proxies whose word is taken on where a request comes from. */
  trustedProxies?: readonly string[];
  /** For a measurement of what authorisation costs. */
  guard?: Type<CanActivate>;
}

@Module({})
/** What the API is made of: controllers, and what they ask for. */
export class ApiModule {
  static on(runtime: Runtime, queue: WakeQueue, parts: ApiParts): DynamicModule {
    const {
      vault,
      files,
      secrets,
      witnesses = [],
      singleSignOn = null,
      secondFactor = 'optional',
      publicUrl = '',
      paymentSecret = null,
      authority,
      guard = SessionGuard,
    } = parts;
    const persons = personsOf(runtime, vault, files);
    const value = (provide: symbol | (abstract new (...args: never[]) => object), useValue: object) => ({
      provide,
      useValue,
    });
    return {
      module: ApiModule,
      controllers: [
        SessionController,
        SingleSignOnController,
        AccountController,
        AuditController,
        SubscriptionController,
        LedgerController,
        DemoController,
        OperationsController,
        ...allOf(({ controllers }) => controllers),
      ],
      providers: [
        value(RUNTIME, runtime),
        value(QUEUE, queue),
        value(FileStore, files),
        value(Secrets, secrets),
        value(Vault, vault),
        value(Dossiers, runtime.dossiers),
        value(Receptions, runtime.receptions),
        value(FeedbackRecords, runtime.feedback),
        value(FeedbackQueries, runtime.feedbackQueries),
        { provide: AREAS_OF_PLAN, useValue: areasOf(runtime) },
        value(Webhooks, runtime.webhooks),
        Payments,
        { provide: PAYMENT_SECRET, useValue: paymentSecret },
        { provide: ORIGIN, useValue: hostOf(publicUrl) },
        value(Outbox, runtime.outbox),
        value(TEMPLATES, templatesOf(runtime.announcers)),
        value(Lacking, runtime.lacking),
        value(DossierQueries, runtime.dossierQueries),
        value(Persons, persons),
        value(DossierWords, new DossierWords(runtime.store, runtime.dossiers, persons)),
        value(Forms, new Forms({ ...runtime, persons, files, secrets, publicUrl })),
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: AUTHORITY, useValue: authority },
        { provide: WITNESSES, useValue: witnesses },
        { provide: SINGLE_SIGN_ON, useValue: singleSignOn },
        { provide: SECOND_FACTOR_FOR_LEADERS, useValue: secondFactor === 'leaders' },
        value(SecondFactor, new SecondFactor(runtime.pool, vault)),
        value(Identities, new Identities(runtime.pool)),
        value(Strangers, new Strangers()),
        value(ActNames, new ActNames(secrets, runtime.store)),
        value(ApiTokens, new ApiTokens(runtime.pool)),
        value(SeenSinceStart, new SeenSinceStart(runtime.pool)),
        value(POOL, runtime.pool),
        value(CLOCK, runtime.clock),
        value(Accounts, runtime.accounts),
        value(Organisation, runtime.organisation),
        value(Commands, runtime.commands),
        value(Planning, runtime.planning),
        value(PlanImport, runtime.imports),
        value(PlanningQueries, runtime.queries),
        { provide: APP_GUARD, useClass: guard },
        { provide: APP_INTERCEPTOR, useClass: IncompleteAnswers },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

const areasOf =
  ({ planning }: Runtime): AreasOfPlan =>
  async (office, year) => {
    const { state } = await planning.loadPlan(office, planSubject(office, year));
    return state.status === 'approved' ? (state.header?.areas ?? []).map(({ code }) => code) : null;
  };

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'minh-bach.localhost');

const personsOf = (
  { aggregates, organisation, authorisation, clock }: Runtime,
  vault: Vault,
  files: FileStore,
): Persons => new Persons(aggregates, organisation, authorisation, clock, vault, files);
