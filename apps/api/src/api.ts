import type { WakeQueue } from '#queue';
import type { IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, type ApiParts } from './api.module.js';
import { LogController, type FastifyBaseLogger } from 'fastify';
import type { Logger } from 'pino';
import { calendarOutlook, type Runtime } from '../../runtime/src/index.js';
import { serveDescription } from './document/serve.js';
import { endConnectionsOnClose } from './closing.js';
import { limitBodies } from './limits/bodies.js';
import { takeRestOfRefusedBodies } from './limits/rest-of-body.js';
import { PATIENCE, serverOptionsFor } from './limits/connections.js';
import { refuseAddress } from './limits/refuse-address.js';
import { refuseUnreadable } from './limits/unreadable.js';
import { sayWhenProxyIsUnknown, trustIn } from './limits/proxies.js';
import { watch } from './metrics.js';
import { secureHeaders } from './page-security.js';
import { ORDINARY_BODY, accessTo, routeOf } from './policy.js';
import { scopeToOffice } from './office-scope.js';
import { servePages } from './officials-pages.js';
import { validation } from './validation.js';

/** What a proxy named the request, where that is a name; it is logged and given back. */
const requestIdOf = ({ headers }: IncomingMessage): string => {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : crypto.randomUUID();
};

/** The HTTP API over a runtime; `listen` is the caller's. */
export async function createApi(
  runtime: Runtime,
  queue: WakeQueue,
  log: Logger | false,
  parts: ApiParts,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: ORDINARY_BODY.bytes,
    trustProxy: trustIn(parts.trustedProxies ?? []),
    requestTimeout: PATIENCE.requestMs,
    http: serverOptionsFor(PATIENCE),
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: refuseAddress,
    requestIdHeader: false,
    genReqId: requestIdOf,
    logController: new LogController({ disableRequestLogging: true }),
    // What is logged of a request names it itself: a logger made for each costs more than the few lines ever written.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    ...(log ? { loggerInstance: log } : {}),
  });
  limitBodies(adapter);
  takeRestOfRefusedBodies(adapter);
  if (log) sayWhenProxyIsUnknown(adapter, parts.trustedProxies ?? [], log);
  const routes: { method: string; url: string }[] = [];
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  scopeToOffice(adapter, runtime.office);
  endConnectionsOnClose(adapter);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.on(runtime, queue, parts), adapter, {
    logger: log ? ['error', 'warn'] : false,
    abortOnError: false,
    bodyParser: false,
  });
  secureHeaders(app);
  app.useGlobalPipes(validation());
  watch(
    runtime.pool,
    runtime,
    () => queue.counts(),
    runtime.clock,
    async () => (await calendarOutlook(runtime)).awaited,
  );
  await servePages(app);
  serveDescription(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const open = routes.filter(({ method, url }) => accessTo(routeOf(method, url)) === undefined);
  if (open.length > 0)
    throw new Error(`No policy for: ${open.map(({ method, url }) => `${method} ${url}`).join(', ')}`);
  return app;
}
