import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLog, readMapping, loadPast } from '#dossiers';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-log-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const HEAD =
  'case:concept:name,concept:name,org:resource,time:timestamp,case:startdate,case:deadline,case:enddate,case:channel,case:department';
const csv = async (...lines: string[]) => {
  const path = join(folder, `${lines.length}-${Math.random()}.csv`);
  await writeFile(path, [HEAD, ...lines].join('\n'));
  return path;
};

describe('another system’s log', () => {
  it('becomes dossiers with their own times; lateness is worked out anew', async () => {
    const log = await readLog(
      await csv(
        'c1,receive,An,2011-10-11T13:45:40+02:00,2011-10-11 13:42:22+02:00,2011-12-06,2011-12-07 10:00:00,Desk,General',
        'c1,decide,Binh,2011-12-07T10:00:00+02:00,2011-10-11 13:42:22+02:00,2011-12-06,2011-12-07 10:00:00,Desk,General',
        'c2,receive,An,2011-10-12T09:00:00+02:00,,2012-01-01,,Internet,General',
      ),
      readMapping({}, 'log.csv'),
    );
    expect(log).toMatchObject({ events: 3, rejected: [] });
    expect(log.dossiers).toMatchObject([
      {
        caseId: 'c1',
        startedAt: '2011-10-11T11:42:22.000Z',
        endedAt: '2011-12-07T03:00:00.000Z',
        late: true,
        channel: 'Desk',
        unit: 'General',
        steps: [
          { activity: 'receive', resource: 'An', at: '2011-10-11T11:45:40.000Z' },
          { activity: 'decide', resource: 'Binh' },
        ],
      },
      { caseId: 'c2', endedAt: null, late: false },
    ]);
    expect(loadPast({ loaded: true }, log.dossiers[0]!)).toEqual([]);
  });

  it('takes no time, text or case that no list of dossiers could hold, and says which row', async () => {
    const log = await readLog(
      await csv(
        'c1,receive,An,2011-10-11T13:45:40Z,,0001-01-01 00:00:00,,,',
        'c2,receive,An,0000-01-01T00:00:00Z,,,,,',
        'c3,receive,An,9999-12-31T23:59:59-14:00,,,,,',
        'c4,receive,An,2024-02-30T08:00:00Z,,,,,',
        `${'c'.repeat(201)},receive,An,2011-10-11T13:45:40Z,,,,,`,
        'c\u0000,receive,An,2011-10-11T13:45:40Z,,,,,',
        `c5,receive,An,2011-10-11T13:45:40Z,,,,,${'ă'.repeat(501)}`,
        'c6,receive,An,1900-01-01T00:00:00+14:00,,2199-12-31,,,',
      ),
      readMapping({}, 'log.csv'),
    );
    expect(log.rejected.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(log.dossiers.map(({ caseId }) => caseId)).toEqual(['c6']);
    expect(() => readMapping({}, 'a'.repeat(201))).toThrow('mapping_invalid');
  });

  it('tells each row it does not take, and why', async () => {
    const log = await readLog(
      await csv(
        ',receive,An,2011-10-11T13:45:40Z,,,,,',
        'c1,,An,2011-10-11T13:45:40Z,,,,,',
        'c1,receive,An,yesterday,,,,,',
        'c2,receive,An,2011-10-11T13:45:40Z,,not a day,,,',
        'c3,receive,An,2011-10-11T13:45:40Z,,,,,',
        'c3,dance,An,2011-10-11T13:45:40Z,,,,,',
      ),
      readMapping({ activities: { receive: 'receive' } }, 'log.csv'),
    );
    expect(log.rejected.map(({ row }) => row)).toEqual([1, 2, 3, 4, 6]);
    expect([log.events, log.dossiers.length]).toEqual([1, 1]);
  });

  it('may be XES as well', async () => {
    const path = join(folder, 'log.xes');
    await writeFile(
      path,
      `<?xml version="1.0"?><log xes.version="1.0"><trace>
        <string key="concept:name" value="case-1"/><date key="deadline" value="2011-12-06T13:41:31+02:00"/>
        <date key="enddate" value="2011-10-11T14:51:42+02:00"/><string key="channel" value="Internet"/>
        <event><string key="concept:name" value="Confirm &amp; receive"/><string key="org:resource" value="R10"/>
          <date key="time:timestamp" value="2011-10-11T13:45:40+02:00"/></event>
        <event><string key="concept:name" value="Send"/><date key="time:timestamp" value="2011-10-12T08:26:25+02:00"/></event>
      </trace></log>`,
    );
    const log = await readLog(path, readMapping({}, 'log.xes'));
    expect(log.dossiers).toMatchObject([
      {
        caseId: 'case-1',
        late: false,
        channel: 'Internet',
        steps: [{ activity: 'Confirm & receive', resource: 'R10' }, { resource: null }],
      },
    ]);
  });

  it.each([
    ['activities of ours that are none', { activities: { x: 'dance' } }],
    ['keys that are none', { colour: 'x' }],
    ['an offset that is none', { offset: 'Hanoi' }],
    ['a list', []],
  ])('a mapping with %s is refused', (_name, mapping) =>
    expect(() => readMapping(mapping, 'x')).toThrow('mapping_invalid'),
  );
});
