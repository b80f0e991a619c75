import { EventStore } from '#event-store';
import { newId } from '#kernel';
import { MasterKeys, Secrets } from '#vault';
import { randomBytes, randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ActNames } from './act-names.js';

const OFFICE = 'xa-thu';
let database: TestDatabase;
let store: EventStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new EventStore(database.pool(OFFICE));
});
afterAll(() => database.close());

const [former, current] = [randomBytes(32), randomBytes(32)];
const names = (...keys: Buffer[]) => new ActNames(new Secrets(new MasterKeys(keys)), store);
const sent = (key: string) => ({ headers: { 'idempotency-key': key }, body: { percent: 40 } });

describe('R35: the name of an act survives a rotation of the secret', () => {
  it('a key used under the former master key names the same act; a new one is named under the current', async () => {
    const [used, unused] = [randomUUID(), randomUUID()];
    const before = await names(former).nameOf(OFFICE, 'a', sent(used));
    await store.append({
      office: OFFICE,
      kind: 'thing',
      subject: newId(),
      expectedVersion: 0,
      commandId: before!.commandId,
      digest: 'd',
      recordedAt: new Date(),
      attribution: { actor: 'a' },
      events: [{ type: 'Opened', data: {} }],
    });
    const rotated = names(current, former);
    expect(await rotated.nameOf(OFFICE, 'a', sent(used))).toEqual(before);
    const fresh = await rotated.nameOf(OFFICE, 'a', sent(unused));
    expect(fresh).toEqual(await names(current).nameOf(OFFICE, 'a', sent(unused)));
    expect(await names(current).nameOf(OFFICE, 'a', sent(used))).not.toEqual(before);
  });
});

it('an act without a key has no name', () =>
  expect(names(current).nameOf(OFFICE, 'a', { headers: {}, body: {} })).toBeUndefined());
