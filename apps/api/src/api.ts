import { CLOCK, POOL, invalidInput } from '#kernel';
import type { VerifierKey } from '#ledger';
import {
  Accounts,
  ApiTokens,
  Identities,
  Organisation,
  OrganisationController,
  SecondFactor,
  Strangers,
} from '#organisation';
import {
  PlanController,
  PlanImport,
  Planning,
  PlanningQueries,
  TaskController,
  planningHandlers,
} from '#planning';
import { InboxController, TEMPLATES } from '#notification';
import { Outbox } from '#outbox';
import { WakeQueue } from '#queue';
import { FileController, Persons, PersonsController } from '#persons';
import {
  DossierQueries,
  Dossiers,
  DossiersController,
  Forms,
  FormsController,
  Receptions,
  ProceduresController,
  PublicController,
} from '#dossiers';
import { FileStore, Secrets, Vault } from '#vault';
import {
  Module,
  ValidationPipe,
  type CanActivate,
  type DynamicModule,
  type Type,
  type ValidationError,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import scalar from '@scalar/fastify-api-reference';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import { templatesOf, type Runtime, type SingleSignOn } from '../../runtime/src/index.js';
import { AuditController } from './audit.controller.js';
import { LedgerController } from './ledger.controller.js';
import { watch } from './metrics.js';
import { DemoController, OperationsController } from './operations.controller.js';
import { secureHeaders } from './page-security.js';
import { accessTo, routeOf } from './policy.js';
import { ProblemFilter } from './problem.filter.js';
import { AccountController } from './account.controller.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { scopeToOffice } from './office-scope.js';
import { SubscriptionController } from './subscription.controller.js';
import {
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
  /** For a measurement of what authorisation costs. */
  guard?: Type<CanActivate>;
}

@Module({})
class ApiModule {
  static on(runtime: Runtime, queue: WakeQueue, parts: ApiParts): DynamicModule {
    const {
      vault,
      files,
      secrets,
      witnesses = [],
      singleSignOn = null,
      secondFactor = 'optional',
      publicUrl = '',
      guard = SessionGuard,
    } = parts;
    const persons = personsOf(runtime, vault, files);
    const value = (provide: symbol | (abstract new (...args: never[]) => object), useValue: object) => ({
      provide,
      useValue,
    });
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        SessionController,
        SingleSignOnController,
        AccountController,
        PersonsController,
        FileController,
        DossiersController,
        FormsController,
        ProceduresController,
        PublicController,
        InboxController,
        TaskController,
        PlanController,
        OrganisationController,
        AuditController,
        SubscriptionController,
        LedgerController,
        DemoController,
        OperationsController,
      ],
      providers: [
        value(RUNTIME, runtime),
        value(QUEUE, queue),
        value(FileStore, files),
        value(Secrets, secrets),
        value(Vault, vault),
        value(Dossiers, runtime.dossiers),
        value(Receptions, runtime.receptions),
        value(Outbox, runtime.outbox),
        value(TEMPLATES, templatesOf(runtime.announcers)),
        value(DossierQueries, runtime.dossierQueries),
        value(Persons, persons),
        value(Forms, new Forms({ ...runtime, persons, files, secrets, publicUrl })),
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: WITNESSES, useValue: witnesses },
        { provide: SINGLE_SIGN_ON, useValue: singleSignOn },
        { provide: SECOND_FACTOR_FOR_LEADERS, useValue: secondFactor === 'leaders' },
        value(SecondFactor, new SecondFactor(runtime.pool, vault)),
        value(Identities, new Identities(runtime.pool)),
        value(Strangers, new Strangers()),
        value(ApiTokens, new ApiTokens(runtime.pool)),
        value(POOL, runtime.pool),
        value(CLOCK, runtime.clock),
        value(Accounts, runtime.accounts),
        value(Organisation, runtime.organisation),
        value(Planning, runtime.planning),
        value(PlanImport, runtime.imports),
        value(PlanningQueries, runtime.queries),
        ...planningHandlers,
        { provide: APP_GUARD, useClass: guard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}

const BODY_LIMIT = 3_200_000;
const FILE_LIMIT = 10_485_760;

const personsOf = (
  { aggregates, organisation, authorisation, clock }: Runtime,
  vault: Vault,
  files: FileStore,
): Persons => new Persons(aggregates, organisation, authorisation, clock, vault, files);

/** The HTTP API over a runtime; `listen` is the caller's. */
export async function createApi(
  runtime: Runtime,
  queue: WakeQueue,
  log: Logger | false,
  parts: ApiParts,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: false,
    requestIdHeader: 'x-request-id',
    genReqId: () => crypto.randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    ...(log ? { loggerInstance: log } : {}),
  });
  adapter
    .getInstance()
    .addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: FILE_LIMIT },
      (_request, body, done) => done(null, body),
    );
  const routes: { method: string; url: string }[] = [];
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.on(runtime, queue, parts), adapter, {
    logger: log ? ['error', 'warn'] : false,
  });
  scopeToOffice(app, runtime.office);
  secureHeaders(app);
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false },
      exceptionFactory: (errors) => invalidInput({ errors: flatten(errors) }),
    }),
  );
  const document = new DocumentBuilder()
    .setTitle('Minh Bạch')
    .setDescription(
      'Cải cách hành chính của xã: mở và rõ ràng · a commune’s administrative reform, open and clear',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api', app, SwaggerModule.createDocument(app, document), {
    jsonDocumentUrl: 'api/openapi.json',
    ui: false,
    raw: ['json'],
  });
  await app.register(scalar, {
    routePrefix: '/reference',
    configuration: { url: '/api/openapi.json', title: 'Minh Bạch' },
  } as never);
  watch(
    runtime.pool,
    () => queue.counts(),
    () => runtime.clock.now(),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const open = routes.filter(({ method, url }) => accessTo(routeOf(method, url)) === undefined);
  if (open.length > 0)
    throw new Error(`No policy for: ${open.map(({ method, url }) => `${method} ${url}`).join(', ')}`);
  return app;
}

const flatten = (errors: ValidationError[]): { field: string; message: string }[] =>
  errors.flatMap(({ property, constraints }) =>
    Object.values(constraints ?? { invalid: 'invalid' }).map((message) => ({ field: property, message })),
  );
