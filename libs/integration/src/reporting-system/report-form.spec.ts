import { inForm, type ReportForm, type SentReport } from './report-form.js';

const form: ReportForm = {
  version: '1',
  reports: { 'tthc-quarter-1': 'QI' },
  figures: { 'control.received': 'II.06a.3', 'digitisation.papersRate': 'SH.5' },
  service: {},
};
const row = {
  field: 'Đất đai',
  received: 3,
  receivedOnline: 1,
  receivedDirect: 2,
  carriedOver: 0,
  settled: 0,
  settledEarly: 0,
  settledOnTime: 0,
  settledLate: 0,
  open: 3,
  openInTime: 3,
  openOverdue: 0,
};
const sent: SentReport = {
  definition: 'tthc-quarter-1',
  year: 2025,
  period: { from: '2024-12-15', to: '2025-03-14' },
  office: 'thieu-van',
  number: 7,
  symbol: 'BC-UBND',
  day: '2025-03-17',
  submission: {
    cutOff: { instant: '2025-03-14T17:00:00.000Z', position: 9, provisional: false },
    figures: { control: [row], digitisation: [] },
  },
};

it('names each figure by the code of the system that takes it, each row and the sum; leaves out what that has no code for', () => {
  expect(inForm(form, sent, [])).toMatchObject({
    report: 'QI',
    document: { number: 7 },
    cutOff: { instant: '2025-03-15T00:00:00.000+07:00', provisional: false },
    figures: [
      { code: 'II.06a.3', row: 'Đất đai', value: 3 },
      { code: 'II.06a.3', row: null, value: 3 },
      { code: 'SH.5', row: null, value: null },
    ],
    indices: [],
  });
});

it('a report that the system has no code for is not told', () => {
  expect(inForm(form, { ...sent, definition: 'cchc-year' }, [])).toBeNull();
});
