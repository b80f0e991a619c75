import { AccountList, ApiTokens, CalendarAddresses, Identities, SecondFactor } from '#organisation';
import type { VerifierKey } from '#ledger';
import { LACKING } from '#kernel';
import type { WakeQueue } from '#queue';
import { Module, type CanActivate, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { houseWithDoors, type Keys, type Runtime, type SingleSignOn } from '../../runtime/src/index.js';
import { ActNames } from './act-names.js';
import { AuditController } from './audit.controller.js';
import { ChangesController } from './changes/changes.controller.js';
import { Changes } from './changes/changes.js';
import { followedLog } from './changes/followed-log.js';
import { DeadlineCalendarController } from './deadline-calendar.controller.js';
import { DoctorController } from './doctor.controller.js';
import { LedgerController } from './ledger.controller.js';
import { DemoController, OperationsController } from './operations.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { AccountController } from './account.controller.js';
import { FactorRemovalController } from './factor-removal.controller.js';
import { DossierPages } from './portal/dossier-pages.controller.js';
import { FeedbackPages } from './portal/feedback-pages.controller.js';
import { Pages } from './portal/pages.js';
import { PaymentPages } from './portal/payment-pages.controller.js';
import { ReceiptPages } from './portal/receipt-pages.controller.js';
import { Receipts } from './portal/receipts.js';
import { ShownDossiers } from './portal/shown-dossiers.js';
import { RegisterPages } from './portal/register-pages.controller.js';
import { SubmissionPages } from './portal/submission-pages.controller.js';
import { SeenSinceStart } from './seen-since-start.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { SubscriptionController } from './subscription.controller.js';
import { WorkController } from './work.controller.js';
import {
  AUTHORITY,
  OPERATIONS_TOKEN,
  QUEUE,
  RUNTIME,
  SECOND_FACTOR_FOR_LEADERS,
  SINGLE_SIGN_ON,
  WITNESSES,
  WORKER_GRACE,
} from './tokens.js';

/** What an API holds besides its runtime: keys come from its own settings. */
export interface ApiParts extends Keys {
  witnesses?: VerifierKey[];
  singleSignOn?: SingleSignOn | null;
  secondFactor?: 'leaders' | 'optional';
  /** Who sends it is shown figures and what is wrong; absent: only who asks from this machine. */
  operationsToken?: string | undefined;
  /** The certificate of the installation's own authority, for whoever is to trust it, PEM. */
  authority?: string | undefined;
  /** For how many seconds after the start no worker need have been seen. */
  workerGraceS?: number;
  /** Proxies whose word is taken on where a request comes from. */
  trustedProxies?: readonly string[];
  /** For a measurement of what authorisation costs. */
  guard?: Type<CanActivate>;
}

/** The house's own doors. */
export const OWN_CONTROLLERS: readonly Type[] = [
  SessionController,
  SingleSignOnController,
  AccountController,
  FactorRemovalController,
  AuditController,
  ChangesController,
  DoctorController,
  SubscriptionController,
  WorkController,
  DeadlineCalendarController,
  LedgerController,
  DemoController,
  OperationsController,
  RegisterPages,
  DossierPages,
  FeedbackPages,
  PaymentPages,
  ReceiptPages,
  SubmissionPages,
];

@Module({})
/** What the API is made of: controllers, and what they ask for. */
export class ApiModule {
  static on(runtime: Runtime, queue: WakeQueue, parts: ApiParts): DynamicModule {
    const {
      vault,
      secrets,
      witnesses = [],
      singleSignOn = null,
      secondFactor = 'optional',
      authority,
      operationsToken,
      workerGraceS = 60,
      guard = SessionGuard,
    } = parts;
    const value = (provide: symbol | (abstract new (...args: never[]) => object), useValue: object) => ({
      provide,
      useValue,
    });
    return {
      module: ApiModule,
      imports: [houseWithDoors(runtime, parts, [value(LACKING, runtime.lacking)])],
      controllers: [...OWN_CONTROLLERS],
      providers: [
        value(RUNTIME, runtime),
        value(QUEUE, queue),
        { provide: OPERATIONS_TOKEN, useValue: operationsToken },
        { provide: AUTHORITY, useValue: authority },
        { provide: WORKER_GRACE, useValue: workerGraceS },
        { provide: WITNESSES, useValue: witnesses },
        { provide: SINGLE_SIGN_ON, useValue: singleSignOn },
        { provide: SECOND_FACTOR_FOR_LEADERS, useValue: secondFactor === 'leaders' },
        value(SecondFactor, new SecondFactor(runtime.pool, vault)),
        value(Identities, new Identities(runtime.pool)),
        value(ActNames, new ActNames(secrets, runtime.store)),
        value(ApiTokens, new ApiTokens(runtime.pool)),
        value(CalendarAddresses, new CalendarAddresses(runtime.pool)),
        value(AccountList, new AccountList(runtime.pool)),
        value(Changes, new Changes(followedLog(runtime), runtime.databaseUrl)),
        value(SeenSinceStart, new SeenSinceStart(runtime.pool)),
        Pages,
        Receipts,
        ShownDossiers,
        { provide: APP_GUARD, useClass: guard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
