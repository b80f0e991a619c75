import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../../test/support/stand-in.js';
import { Alarms } from './alarms.js';

const rung: string[] = [];
const alarms = new Alarms((office) => rung.push(office));
beforeEach(() => rung.splice(0));
afterEach(() => alarms.stop());

describe('the alarm for the next step that falls due', () => {
  it('rings for each office, whatever is set for another one', async () => {
    alarms.set('xa-mot', 5);
    alarms.set('xa-hai', 10);
    await eventually(() => rung.length === 2);
    expect(rung).toEqual(['xa-mot', 'xa-hai']);
  });

  it('rings once for an office, when it was last set to', async () => {
    alarms.set('xa-mot', 5);
    alarms.set('xa-mot', 15);
    await eventually(() => rung.length === 1);
    await sleep(30);
    expect(rung).toEqual(['xa-mot']);
  });

  it('rings at once where the time has come, and not where nothing is to come any more', async () => {
    alarms.set('xa-mot', 0);
    alarms.set('xa-hai', 5);
    alarms.clear('xa-hai');
    await sleep(30);
    expect(rung).toEqual(['xa-mot']);
  });
});
