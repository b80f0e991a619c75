import { readRows } from '#sheet';
import { demoForm, unitId } from '../../apps/runtime/src/index.js';
import type { Page, Problem } from '../support/answers.js';
import { openedByOfficeSuite } from '../support/office-suite.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';
import { done, inspect, me, scoreMonth } from '../support/acts-of-a-year.js';
import { openYear } from '../support/whole-year.js';

// The simulated year 2025: everything that is owed in it comes to its end. `YEAR_DOSSIERS` makes it larger, `YEAR_SUITE=1`
// opens each document in LibreOffice.

const DOSSIERS = Number(process.env.YEAR_DOSSIERS ?? 300);
const LAW = unitId(demoForm.office, 'Công chức Tư pháp - Hộ tịch');

interface Report {
  id: string;
  definition: string;
  status: string;
  late: boolean;
  controlTotal: Record<string, number> | null;
}
let office: RunningOffice;
let head: Client, chairman: Client, justice: Client, land: Client, finance: Client;
let year: Awaited<ReturnType<typeof openYear>>;
beforeAll(async () => {
  office = await runningOffice();
  [head, chairman, justice, land, finance] = (await Promise.all(
    ['head-of-office', 'chairman', 'justice', 'land', 'finance'].map((name) => office.as(name)),
  )) as [Client, Client, Client, Client, Client];
  year = await openYear(office, DOSSIERS);
});
afterAll(() => office.close());

const reports = async () => (await head.get<Page<Report>>('/api/v1/reports?year=2025')).body.items;
const DOCUMENT = { documentNumber: '11/QĐ-UBND', documentDate: '2025-01-02' };
const EVALUATIONS: Record<string, string> = {};

/** Hands in, accepts and sends each report whose period is over; those stay whose period is not. */
async function sendReports(): Promise<string[]> {
  const sent: string[] = [];
  for (const { id, definition, status } of await reports()) {
    if (status !== 'draft') continue;
    const handedIn = await head.post<Problem>(`/api/v1/reports/${id}/submission`, { provisional: false });
    if (handedIn.body.code === 'period_not_over') continue;
    expect([definition, handedIn.status]).toEqual([definition, 201]);
    await done(chairman, `reports/${id}/acceptance`);
    const day = new Date(office.runtime.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    await done(head, `reports/${id}/sending`, { recipients: ['UBND cấp trên', 'Lưu: VT'], day });
    sent.push(definition);
  }
  return sent.sort();
}

const SHEET = {
  ...{ name: 'Chỉ số CCHC cấp xã', kind: 'reform-index', year: 2025, source: '4116/QĐ-UBND', total: 40 },
  areas: [
    {
      ...{ code: 'I', name: 'Chỉ đạo, thủ tục', most: 40 },
      criteria: [
        { code: '1.1', name: 'Kế hoạch CCHC', kind: 'scored', most: 20 },
        {
          ...{ code: '1.2', name: 'Giải quyết đúng hạn', kind: 'scored', most: 20 },
          computed: { index: 'ON_TIME', full: 90 },
        },
      ],
    },
  ],
};
const SHOWN = { text: 'Đối chiếu minh chứng', evidence: 'Kế hoạch 05/KH-UBND' };

it('January: programme, sheet and the year of evaluation stand', async () => {
  await year.until('2025-01-06T08:00:00+07:00');
  const planned = await Promise.all(
    (
      [
        ['reform', justice, 3],
        ['discipline', land, 9],
        ['duty', finance, 11],
      ] as const
    ).map(async ([kind, by, month]) => ({
      kind,
      month,
      unitId: (await me(by)).unitId,
      about: 'Theo kế hoạch',
    })),
  );
  await done(head, 'inspection-programmes/2025', { share: 10, source: '4116/QĐ-UBND', inspections: planned });
  await done(chairman, 'inspection-programmes/2025/approval', DOCUMENT);
  await done(head, 'scoring-sheets/CCHC-2025', SHEET);
  await done(head, 'evaluation-years/2025', {
    ...{ cadence: 'month', mayPass: 'no', capBase: 'good', capScope: 'office', source: '11/QĐ-UBND' },
  });
  for (const [name, by] of [
    ['justice', justice],
    ['land', land],
  ] as const) {
    const { personId, postId } = await me(by);
    const opened = await done(head, 'evaluation-years/2025/evaluations', { personId, postId });
    EVALUATIONS[name] = opened.evaluationId;
  }
});

const MONTHS: [month: number, end: string, reports: [on: string, sent: string[]] | null][] = [
  [1, '2025-01-24', null],
  [2, '2025-02-28', null],
  [3, '2025-03-31', ['2025-03-17', ['cchc-quarter-1', 'tthc-quarter-1']]],
  [4, '2025-04-29', null],
  [5, '2025-05-30', null],
  [6, '2025-06-30', ['2025-06-16', ['cchc-six-months', 'tthc-quarter-2']]],
  [7, '2025-07-31', null],
  [8, '2025-08-29', null],
  [9, '2025-09-30', ['2025-09-15', ['cchc-quarter-3', 'tthc-quarter-3']]],
  [10, '2025-10-31', null],
  [11, '2025-11-28', null],
  [12, '2025-12-31', ['2025-12-15', ['cchc-year', 'tthc-quarter-4', 'tthc-year']]],
];
it.each(MONTHS)(
  'month %i: its reports are sent, its officials scored',
  async (month, end, due) => {
    if (due) {
      await year.until(`${due[0]}T08:00:00+07:00`);
      expect(await sendReports()).toEqual(due[1]);
    }
    await year.until(`${end}T15:00:00+07:00`);
    for (const [name, by] of [
      ['justice', justice],
      ['land', land],
    ] as const)
      await scoreMonth(head, by, EVALUATIONS[name] ?? '', month);
    if (month === 3)
      await inspect({ head, chairman, finance }, 'reform', justice, '2025-03-31', '2025-04-15');
    if (month === 9)
      await inspect({ head, chairman, finance }, 'discipline', land, '2025-09-30', '2025-10-15');
    if (month === 11) await inspect({ head, chairman, finance }, 'duty', finance, '2025-11-28', '2025-12-15');
  },
  600_000,
);

it('R29, R30: nine reports were sent in time, whose figures add up', async () => {
  const all = await reports();
  expect(all.map(({ definition, status, late }) => [definition, status, late]).sort()).toEqual(
    [
      'cchc-quarter-1',
      'cchc-quarter-3',
      'cchc-six-months',
      'cchc-year',
      'tthc-quarter-1',
      'tthc-quarter-2',
      'tthc-quarter-3',
      'tthc-quarter-4',
      'tthc-year',
    ].map((definition) => [definition, 'sent', false]),
  );
  const total = async (definition: string) => {
    const { id } = all.find((one) => one.definition === definition) ?? { id: '' };
    return (await head.get<Report>(`/api/v1/reports/${id}`)).body.controlTotal ?? {};
  };
  const fresh = ({ receivedOnline = 0, receivedDirect = 0 }: Record<string, number>) =>
    receivedOnline + receivedDirect;
  const quarters = await Promise.all([1, 2, 3, 4].map((n) => total(`tthc-quarter-${n}`)));
  for (const counts of [...quarters, await total('tthc-year')]) {
    const { received, carriedOver = 0, settled = 0, open = 0 } = counts;
    expect(received).toBe(fresh(counts) + carriedOver);
    expect(received).toBe(settled + open);
    expect(settled).toBe(
      (counts.settledEarly ?? 0) + (counts.settledOnTime ?? 0) + (counts.settledLate ?? 0),
    );
  }
  // What one quarter leaves open the next begins with; the quarters together are the year.
  expect(quarters.slice(1).map(({ carriedOver }) => carriedOver)).toEqual(
    quarters.slice(0, 3).map(({ open }) => open),
  );
  const sum = quarters.reduce((all, counts) => all + fresh(counts), 0);
  expect(fresh(await total('tthc-year'))).toBe(sum);
  expect(sum).toBeGreaterThan(DOSSIERS * 0.9);
});

it('R31: three inspections are closed, and all that they required is remedied', async () => {
  await office.settled();
  const figures = await head.get<object>('/api/v1/inspections/figures?year=2025');
  expect(figures.body).toMatchObject({
    planned: 3,
    inspected: 3,
    required: 3,
    remedied: 3,
    remediedShare: 100,
    overdue: 0,
  });
});

it('R31: the year’s round comes to its index, its computed points out of the log', async () => {
  const opening = { sheet: 'CCHC-2025', unitId: LAW, from: '2025-01-01', to: '2025-12-31' };
  const at = `scoring-rounds/${(await done(head, 'scoring-rounds', opening)).roundId}`;
  await done(justice, `${at}/criteria/1.1/self-score`, { ...SHOWN, points: 20 });
  await done(head, `${at}/computation`);
  await done(justice, `${at}/advance`);
  await done(head, `${at}/criteria/1.1/appraisal`, { ...SHOWN, points: 19 });
  await done(head, `${at}/advance`);
  await done(justice, `${at}/advance`);
  await done(head, `${at}/advance`);
  await done(chairman, `${at}/advance`);
  // More than 90 in 100 were on time: 19 and 20 of 40.
  expect((await head.get(`/api/v1/${at}`)).body).toMatchObject({ stage: 'final', index: 97.5 });
});

it('R32: two officials’ twelve months come to grades, which the chairman decides', async () => {
  interface Proposed {
    items: { id: string; proposal: { grade: string | null; why: string } }[];
  }
  const { items } = (await chairman.get<Proposed>('/api/v1/evaluation-years/2025/proposals')).body;
  // Nghị định 90/2020: all of it done and in time, nothing beyond what was asked.
  expect(items.map(({ proposal }) => proposal.grade)).toEqual(['good', 'good']);
  await done(chairman, 'evaluation-years/2025/decisions', {
    ...{ ...DOCUMENT, minutes: 'Biên bản họp ngày 31/12/2025' },
    decisions: items.map(({ id, proposal }) => ({ evaluationId: id, grade: proposal.grade })),
  });
});

it('every document of the year opens, and reads the same where it is read again', async () => {
  const paths = [
    ...(await reports()).map(({ id, definition }): [string, string] => [definition, `reports/${id}/output?`]),
    ...[1, 2, 3, 4].map((n): [string, string] => [
      `handling-${n}`,
      `dossier-handling/output?year=2025&quarter=${n}&`,
    ]),
    ['handling', 'dossier-handling/output?year=2025&'] as [string, string],
    ['brief', 'plans/2025/brief?day=2025-12-31&'] as [string, string],
  ];
  for (const [name, path] of paths) {
    const file = async (format: string) =>
      Buffer.from((await chairman.bytes(`/api/v1/${path}format=${format}`)).bytes);
    const [xlsx, docx, pdf] = await Promise.all(['xlsx', 'docx', 'pdf'].map(file));
    const rows = await readRows(xlsx ?? Buffer.alloc(0));
    expect([name, rows.length > 2, pdf?.subarray(0, 5).toString(), docx?.subarray(0, 2).toString()]).toEqual([
      name,
      true,
      '%PDF-',
      'PK',
    ]);
    if (!process.env.YEAR_SUITE) continue;
    const own = rows
      .flat()
      .map((cell) => cell.trim())
      .filter(Boolean);
    const sheets = await openedByOfficeSuite(`${name}.xlsx`, xlsx ?? new Uint8Array());
    const read = await Promise.all(
      sheets.map(async ({ text }) =>
        (await readRows(Buffer.from(text)))
          .flat()
          .map((cell) => cell.trim())
          .filter(Boolean),
      ),
    );
    expect([name, read]).toEqual([name, expect.arrayContaining([own])]);
    expect([
      name,
      (await openedByOfficeSuite(`${name}.docx`, docx ?? new Uint8Array()))[0]?.text.length,
    ]).toEqual([name, expect.any(Number)]);
  }
}, 600_000);
