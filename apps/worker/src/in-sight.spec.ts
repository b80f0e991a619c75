import { eventStoreMigrations } from '#event-store';
import { Parked, parkedMigrations } from '#parked';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { InSight } from './in-sight.js';

const SEALING = { office: 'xa-thu', worker: 'seal', subject: 'ledger' };
let database: TestDatabase;
let parked: Parked;
let inSight: InSight;
let tries: number;
beforeAll(async () => {
  database = await freshDatabase([...eventStoreMigrations, ...parkedMigrations]);
  parked = new Parked(database.pool('xa-thu'));
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.owner().query('delete from parked_work');
  inSight = new InSight(parked);
  tries = 0;
});

const fail = () => {
  tries += 1;
  return Promise.reject(new Error('no key'));
};
const succeed = async () => {
  tries += 1;
};
const seen = async () => (await parked.list('xa-thu')).map(({ error, attempts }) => [error, attempts]);

describe('a duty of the worker', () => {
  it('that fails is in sight and rests; it throws nothing that would keep the others from being done', async () => {
    await inSight.do(SEALING, 'seal', fail);
    await inSight.do(SEALING, 'seal', fail);
    expect([tries, await seen()]).toEqual([1, [['no key', 1]]]);
  });

  it('is done again when somebody asks for it, and out of sight once it went well', async () => {
    await inSight.do(SEALING, 'seal', fail);
    inSight.again('xa-thu', 'seal');
    await inSight.do(SEALING, 'seal', succeed);
    expect([tries, await seen()]).toEqual([2, []]);
  });

  it('of which another process noted a failure is settled where it goes well here', async () => {
    await new InSight(parked).do(SEALING, 'seal', fail);
    await inSight.do(SEALING, 'seal', succeed);
    expect(await seen()).toEqual([]);
  });

  it('whose failure can’t even be noted says so', async () => {
    const away = { note: () => Promise.reject(new Error('gone')), settle: async () => undefined };
    await expect(new InSight(away).do(SEALING, 'seal', fail)).rejects.toThrow('no key');
  });
});
