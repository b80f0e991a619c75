import { hasTodaysShape, outdatedModels } from '#projection';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { projections } from '../../runtime/src/index.js';

const LOOK_AGAIN_MS = 250;
const SAY_EVERY = 40;

/**
 * Waits until this program can read every read model: where an upgrade changes the shape of one's tables, a worker builds
 * it anew first. Until then nobody is let in to ask; an API of the version before goes on answering.
 */
export async function readableModels(pool: Pool, log: Logger): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    const unreadable: string[] = [];
    for (const model of await outdatedModels(pool, projections))
      if (!(await hasTodaysShape(pool, model))) unreadable.push(model.name);
    if (unreadable.length === 0) return;
    if (looks % SAY_EVERY === 0)
      log.warn({ waitsFor: unreadable }, 'not listening yet: a worker builds these read models anew');
    await sleep(LOOK_AGAIN_MS);
  }
}
