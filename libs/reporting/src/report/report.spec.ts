import type { ControlRow } from '#dossiers';
import { brokenIdentities, controlTotal } from '../figures/control-table.js';
import { acceptReport, returnReport, sendReport } from './deciding.js';
import { writeReportSection } from './drafting.js';
import { Story, code } from './report.story.js';

it('opens for its period, is answered for by whoever keeps the register, and is due at the close of its day', () => {
  const { state } = new Story();
  expect(state).toMatchObject({
    status: 'draft',
    period: { from: '2024-12-15', to: '2025-03-14' },
    due: '2025-03-18T10:00:00.000Z',
    postId: 'head',
  });
});

it('R36: two people on one section never overwrite each other; on two sections neither minds the other', () => {
  const story = new Story();
  const write = (section: string, text: string, basedOn: number) =>
    story.act('2025-03-03T08:00', writeReportSection, { section, text, basedOn });
  write('I', 'Bản thứ nhất.', 0);
  write('III', 'Khó khăn.', 0);
  expect(code(() => write('I', 'Bản của người khác.', 0))).toMatchObject({
    code: 'section_changed',
    rule: 'R36',
    values: { current: 1 },
  });
  write('I', 'Bản thứ hai.', 1);
  expect(story.state.sections).toEqual({
    I: { text: 'Bản thứ hai.', version: 2 },
    III: { text: 'Khó khăn.', version: 1 },
  });
  expect(code(() => write('VIII', 'x', 0)).code).toBe('unknown_section');
});

describe('R29: what was handed in never changes', () => {
  it('before the period is over only a provisional cut-off is taken, and it says so', () => {
    const story = new Story();
    expect(code(() => story.submit('2025-03-14T23:59'))).toMatchObject({
      code: 'period_not_over',
      rule: 'R29',
    });
    story.submit('2025-03-07T09:00', { provisional: true });
    expect(story.state.submissions[0]?.cutOff.provisional).toBe(true);
  });
  it('nothing is written to it, and handed in anew it stands beside what it was', () => {
    const story = new Story();
    story.act('2025-03-15T08:00', writeReportSection, { section: 'I', text: 'Một.', basedOn: 0 });
    story.submit('2025-03-15T09:00');
    const [first] = story.state.submissions;
    const write = () =>
      story.act('2025-03-15T10:00', writeReportSection, { section: 'I', text: 'Hai.', basedOn: 1 });
    expect(code(write).code).toBe('report_state');
    story.act('2025-03-16T08:00', returnReport, { reason: 'Thiếu nguyên nhân.' }, 'p-chairman');
    write();
    story.submit('2025-03-16T09:00', { figures: { control: [] } });
    expect(story.state.submissions).toEqual([first, expect.objectContaining({ submission: 2 })]);
    expect(first?.sections).toEqual({ I: { text: 'Một.', version: 1 } });
  });
  it('accepted and sent it is nobody’s to change', () => {
    const story = new Story();
    story.submit('2025-03-15T09:00');
    story.act('2025-03-16T08:00', acceptReport, {}, 'p-chairman');
    expect(code(() => story.act('2025-03-16T09:00', returnReport, { reason: 'Muộn' })).code).toBe(
      'report_state',
    );
    story.act(
      '2025-03-16T10:00',
      (state, _none, context) =>
        sendReport(state, { recipients: ['UBND huyện'], day: '2025-03-16' }, context, 12),
      {},
    );
    expect(story.state.sent).toMatchObject({ number: 12, day: '2025-03-16' });
  });
});

it('R3: nobody accepts a report that they handed in', () => {
  const story = new Story();
  story.submit('2025-03-15T09:00');
  expect(code(() => story.act('2025-03-16T08:00', acceptReport, {}))).toMatchObject({
    code: 'own_report',
    rule: 'R3',
  });
});

describe('R6, R7: a report that is late reminds, is missed once, and escalates', () => {
  it('three working days before, at the end of its time, and a level at a time', () => {
    const story = new Story();
    expect(story.step('2025-03-13T07:30', 'report/remind:3')).toEqual(['ReportReminded']);
    expect(story.step('2025-03-18T16:59', 'report/miss')).toEqual([]);
    expect(story.step('2025-03-18T17:00', 'report/miss')).toEqual(['ReportMissed']);
    expect(story.step('2025-03-18T17:00', 'report/miss')).toEqual([]);
    expect(story.step('2025-03-19T17:00', 'report/escalate:1')).toEqual(['ReportEscalated']);
    expect(story.state).toMatchObject({ level: 1, atPostId: 'chairman' });
  });
  it('handed in after its time it is recorded as missed first; handed in in time nothing is missed', () => {
    const story = new Story();
    expect(story.submit('2025-03-18T17:01').map(({ type }) => type)).toEqual([
      'ReportMissed',
      'ReportSubmitted',
    ]);
    expect(story.state.submissions[0]?.late).toBe(true);
    const other = new Story();
    other.submit('2025-03-18T17:00');
    expect(other.state).toMatchObject({ missed: false, submissions: [{ late: false }] });
    expect(other.step('2025-03-19T17:00', 'report/miss')).toEqual([]);
  });
  it('a return opens its time again; what was missed is not missed twice', () => {
    const story = new Story();
    story.submit('2025-03-18T09:00');
    story.act('2025-03-18T10:00', returnReport, { reason: 'Thiếu biểu.' }, 'p-chairman');
    expect(story.step('2025-03-18T17:00', 'report/miss')).toEqual(['ReportMissed']);
    story.submit('2025-03-19T09:00');
    story.act('2025-03-19T10:00', returnReport, { reason: 'Thiếu biểu.' }, 'p-chairman');
    expect(story.step('2025-03-19T11:00', 'report/miss')).toEqual([]);
    expect(story.step('2025-03-20T17:00', 'report/escalate:1')).toEqual(['ReportEscalated']);
  });
});

describe('R30: the identities of table II.06a', () => {
  const row: ControlRow = {
    field: 'Đất đai',
    received: 10,
    receivedOnline: 3,
    receivedDirect: 5,
    carriedOver: 2,
    settled: 6,
    settledEarly: 1,
    settledOnTime: 4,
    settledLate: 1,
    open: 4,
    openInTime: 3,
    openOverdue: 1,
  };
  it('hold in each row and in the total, or the report is refused by name', () => {
    expect(brokenIdentities([row, { ...row, field: 'Hộ tịch' }])).toEqual([]);
    expect(controlTotal([row, row])).toMatchObject({ received: 20, openOverdue: 2 });
    const broken = brokenIdentities([{ ...row, settledLate: 2 }]);
    expect(broken).toEqual([
      'Đất đai: settled ≠ settledEarly + settledOnTime + settledLate',
      'Tổng số: settled ≠ settledEarly + settledOnTime + settledLate',
    ]);
    const story = new Story();
    expect(code(() => story.submit('2025-03-15T09:00', { broken }))).toMatchObject({
      code: 'figures_broken',
      rule: 'R30',
    });
  });
});
