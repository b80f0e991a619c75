import { acceptReport, sendReport } from './deciding.js';
import { readReport, recordReportReceipt } from './receipts.js';
import { Story, code } from './report.story.js';

const UPPER = 'Văn phòng UBND huyện';

/** The first quarter's report, sent on 16/03/2025 to the office above, the archive and a unit. */
function sent(): Story {
  const story = new Story();
  story.submit('2025-03-15T09:00');
  story.act('2025-03-16T08:00', acceptReport, {}, 'p-chairman');
  const command = { recipients: [UPPER, 'Lưu: VT'], unitIds: ['u'], day: '2025-03-16' };
  story.act(
    '2025-03-16T10:00',
    (state, fields: typeof command, context) => sendReport(state, fields, context, 12),
    command,
  );
  return story;
}

it('what was sent says for each recipient since when, and that nobody has it yet', () => {
  const nobodyYet = { sentOn: '2025-03-16', receivedOn: null, note: null, readBy: [] };
  expect(sent().state.sendings).toEqual([
    { name: UPPER, unitId: null, ...nobodyYet },
    { name: 'Lưu: VT', unitId: null, ...nobodyYet },
    { name: 'Văn phòng', unitId: 'u', ...nobodyYet },
  ]);
});

it('a receipt is of a recipient, between the day it was sent and today, and noted once', () => {
  const story = sent();
  const receipt = { recipient: UPPER, day: '2025-03-17', note: 'Văn bản đến số 112' };
  const note = (more: Partial<typeof receipt> = {}) =>
    story.act('2025-03-18T08:00', recordReportReceipt, { ...receipt, ...more });
  expect(note()).toEqual([{ type: 'ReportReceiptRecorded', data: receipt }]);
  expect(note()).toEqual([]);
  expect(story.state.sendings[0]).toMatchObject({ receivedOn: '2025-03-17', note: 'Văn bản đến số 112' });
  expect(code(() => note({ day: '2025-03-15' })).code).toBe('sending_invalid');
  expect(code(() => note({ day: '2025-03-19' })).code).toBe('sending_invalid');
  expect(code(() => note({ recipient: 'Ai đó' })).code).toBe('unknown_recipient');
});

it('whoever is of a unit that got it has opened it, once; nobody else is asked', () => {
  const story = sent();
  const open = (actor: string) => story.act('2025-03-18T08:00', readReport, {}, actor);
  expect(code(() => open('p-stranger')).code).toBe('report_not_for_you');
  expect(open('p-head')).toEqual([{ type: 'ReportRead', data: { personId: 'p-head', unitIds: ['u'] } }]);
  expect(code(() => open('p-head')).code).toBe('report_not_for_you');
  expect(story.state.sendings[2]?.readBy).toEqual([{ personId: 'p-head', at: '2025-03-18T01:00:00.000Z' }]);
});

it('nothing that was not sent is received or read', () => {
  const story = new Story();
  expect(code(() => story.act('2025-03-03T08:00', readReport, {})).code).toBe('report_state');
});
