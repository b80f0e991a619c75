import { readLogOf } from '../../../../test/support/read-log.js';

const HEAD =
  'case:concept:name,concept:name,org:resource,time:timestamp,case:startdate,case:deadline,case:enddate,case:channel,case:department';
const csv = (...lines: string[]) => [HEAD, ...lines].join('\n');
const xes = (...traces: string[]) =>
  `<?xml version="1.0"?><log xes.version="1849-2023" xmlns="http://www.xes-standard.org/">${traces.join('\n')}</log>`;
const event = (name: string, at: string, more = '') =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/>${more}</event>`;

describe('another system’s log', () => {
  it('becomes dossiers with their own times; lateness is worked out anew', async () => {
    const log = await readLogOf(
      csv(
        'c1,receive,An,2011-10-11T13:45:40+02:00,2011-10-11 13:42:22+02:00,2011-12-06,2011-12-07 10:00:00,Desk,General',
        'c1,decide,Binh,2011-12-07T10:00:00+02:00,2011-10-11 13:42:22+02:00,2011-12-06,2011-12-07 10:00:00,Desk,General',
        'c2,receive,An,2011-10-12T09:00:00+02:00,,2012-01-01,,Internet,General',
      ),
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
  });

  it('F8: takes no day that does not exist, and no text that no list could hold; rows as a spreadsheet numbers them', async () => {
    const log = await readLogOf(
      csv(
        'c1,receive,An,2011-10-11T13:45:40Z,,0001-01-01 00:00:00,,,',
        'c2,receive,An,0000-01-01T00:00:00Z,,,,,',
        'c3,receive,An,9999-12-31T23:59:59-14:00,,,,,',
        'c4,receive,An,2024-02-30T08:00:00Z,,,,,',
        `${'c'.repeat(201)},receive,An,2011-10-11T13:45:40Z,,,,,`,
        'c\u0000,receive,An,2011-10-11T13:45:40Z,,,,,',
        `c5,receive,An,2011-10-11T13:45:40Z,,,,,${'ă'.repeat(501)}`,
        'c6,receive,An,1900-01-01T00:00:00+14:00,,2199-12-31,,,',
        'c7,receive,An,2023-02-29,,,,,',
        'c8,receive,An,2011-04-01T25:00:00Z,,,,,',
      ),
    );
    expect(log.rejected.map(({ where }) => where).toSorted()).toEqual(
      ['2', '3', '4', '5', '6', '7', '8', '10', '11'].toSorted(),
    );
    expect(log.dossiers.map(({ caseId }) => caseId)).toEqual(['c6']);
    expect(log.rejected.find(({ where }) => where === '5')?.why).toContain('2024-02-30');
  });

  it('F9: what is missing is unknown, in either form: open, and late once the log runs on', async () => {
    const inXes = await readLogOf(
      xes(
        `<trace><string key="concept:name" value="c1"/><date key="deadline" value="2025-01-10T17:00:00+07:00"/>${event('receive', '2025-01-02T08:00:00+07:00')}</trace>`,
        `<trace><string key="concept:name" value="c2"/><date key="deadline" value=""/><date key="enddate" value="2025-03-01T08:00:00+07:00"/>${event('receive', '2025-03-01T08:00:00+07:00', '<string key="org:resource" value=""/>')}</trace>`,
      ),
    );
    const inCsv = await readLogOf(
      csv(
        'c1,receive,,2025-01-02 08:00,,2025-01-10 17:00,,,',
        'c2,receive,,2025-03-01 08:00,,,2025-03-01 08:00,,',
      ),
    );
    expect(inXes.dossiers).toEqual(inCsv.dossiers);
    expect(inXes.dossiers).toMatchObject([
      { caseId: 'c1', endedAt: null, late: true, steps: [{ resource: null }] },
      { caseId: 'c2', due: null, late: false },
    ]);
  });

  it('F9: a log that tells no ends says so in its mapping: the last event ends a dossier', async () => {
    const log = await readLogOf(csv('c1,a,,2025-01-02,,,,,', 'c1,b,,2025-01-03,,,,,'), { end: null });
    expect(log.dossiers).toMatchObject([{ endedAt: '2025-01-02T17:00:00.000Z' }]);
  });

  it('tells each row it does not take, and why', async () => {
    const log = await readLogOf(
      csv(
        ',receive,An,2011-10-11T13:45:40Z,,,,,',
        'c1,,An,2011-10-11T13:45:40Z,,,,,',
        'c1,receive,An,yesterday,,,,,',
        'c2,receive,An,2011-10-11T13:45:40Z,,not a day,,,',
        'c3,receive,An,2011-10-11T13:45:40Z,,,,,',
        'c3,dance,An,2011-10-11T13:45:40Z,,,,,',
        'c4,receive,An,2011-10-11T13:45:40Z,,2011-10-12,,,',
        'c4,receive,An,2011-10-11T13:45:41Z,,2011-10-13,,,',
      ),
      { activities: { receive: 'receive' } },
    );
    expect(log.rejected.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['2', '3', '4', '5', '7', '8', '9']),
    );
    expect([log.events, log.dossiers.length, log.rejected.length]).toEqual([1, 1, 7]);
  });

  it('F24: a stray quote costs its own row; a quoted newline is no new row', async () => {
    const log = await readLogOf(
      csv(
        'c1,"receive,An,2011-10-11T13:45:40Z,,,,,',
        'c2,re"ceive,An,2011-10-11T13:45:40Z,,,,,',
        'c3,"receive ""now""\nand here",An,2011-10-11T13:45:40Z,,,,,',
        'c4,receive",An,2011-10-11T13:45:40Z,,,,,',
        'c5,receive,An,2011-10-11T13:45:40Z',
        'c6,receive,An,2011-10-11T13:45:40Z,,,,,',
      ),
    );
    expect(log.rejected.map(({ where }) => where)).toEqual(['2', '3', '5', '6']);
    expect(log.dossiers.map(({ caseId, steps }) => [caseId, steps[0]?.activity])).toEqual([
      ['c3', 'receive "now"\nand here'],
      ['c6', 'receive'],
    ]);
    expect(log.rejected[0]?.text).toBe('c1,"receive,An,2011-10-11T13:45:40Z,,,,,');
  });

  it('may be dressed as spreadsheets do: delimiter, sep=, blank lines, byte order mark, days as officials write them', async () => {
    const rows = [
      HEAD.replaceAll(',', ';'),
      '',
      'c1;nhận;An;11/10/2011 13:45;;6/12/2011;;Bàn;Chung',
      ';;;;;;;;',
    ];
    const log = await readLogOf(`\ufeffsep=;\r\n${rows.join('\r\n')}\r\n`, { dates: 'dd/MM/yyyy' });
    expect(log.dossiers).toMatchObject([
      { due: '2011-12-06T16:59:59.999Z', steps: [{ at: '2011-10-11T06:45:00.000Z' }] },
    ]);
    expect(log.rejected).toMatchObject([{ where: '5' }]);
  });

  it('gives a run of an activity that has a start and a completion as one step, in either form', async () => {
    const moves: [string, string, string, string][] = [
      ['check', '2025-01-02T08:00:00Z', 'start', '1'],
      ['check', '2025-01-02T09:00:00Z', 'start', '2'],
      ['check', '2025-01-02T10:00:00Z', 'complete', '2'],
      ['sign', '2025-01-02T10:30:00Z', 'schedule', ''],
      ['check', '2025-01-02T11:00:00Z', 'Complete', '1'],
      ['sign', '2025-01-02T12:00:00Z', 'complete', ''],
      ['return', '2025-01-02T13:00:00Z', 'start', ''],
    ];
    const inCsv = await readLogOf(
      [
        'case:concept:name,concept:name,time:timestamp,lifecycle:transition,concept:instance',
        ...moves.map((move) => `c1,${move.join(',')}`),
      ].join('\n'),
    );
    const inXes = await readLogOf(
      xes(
        `<trace><string key="concept:name" value="c1"/>${moves
          .map(([name, at, transition, run]) =>
            event(
              name,
              at,
              `<string key="lifecycle:transition" value="${transition}"/><string key="concept:instance" value="${run}"/>`,
            ),
          )
          .join('')}</trace>`,
      ),
    );
    expect(inXes.dossiers).toEqual(inCsv.dossiers);
    expect(inCsv.dossiers[0]?.steps).toEqual([
      {
        activity: 'check',
        resource: null,
        startedAt: '2025-01-02T09:00:00.000Z',
        at: '2025-01-02T10:00:00.000Z',
      },
      {
        activity: 'check',
        resource: null,
        startedAt: '2025-01-02T08:00:00.000Z',
        at: '2025-01-02T11:00:00.000Z',
      },
      { activity: 'sign', resource: null, at: '2025-01-02T12:00:00.000Z' },
      { activity: 'return', resource: null, at: '2025-01-02T13:00:00.000Z' },
    ]);
    expect(inCsv.events).toBe(7);
  });
});

describe('a file that was put together wrongly gives the same verdict again', () => {
  const rows = ['c1,a,An,2011-10-11,,,,,', 'c2,b,An,2011-10-12,,,,,', 'c1,c,Binh,2011-10-13,,,,,'];
  it('doubled: each row counts once, the second heading is no row', async () => {
    const log = await readLogOf(`${csv(...rows)}\n${csv(...rows)}`);
    expect(log.dossiers).toEqual((await readLogOf(csv(...rows))).dossiers);
    expect([log.repeated, log.rejected.map(({ where }) => where)]).toEqual([3, ['5']]);
  });
  it('shuffled: the same dossiers', async () => {
    expect((await readLogOf(csv(...rows.toReversed()))).dossiers).toEqual(
      (await readLogOf(csv(...rows))).dossiers,
    );
  });
  it('cut off: the last row is told', async () => {
    const log = await readLogOf(csv(...rows).slice(0, -8));
    expect([log.events, log.rejected.map(({ where }) => where)]).toEqual([2, ['4']]);
  });
});
