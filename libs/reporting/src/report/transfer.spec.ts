import { acceptReport, sendReport } from './deciding.js';
import { writeReportSection } from './drafting.js';
import type { Report } from './report.js';
import { Story, office } from './report.story.js';
import { carriedReport, takeOverReport, transferReport, type TransferReport } from './transfer.js';

describe('R28: an office that ends hands its reports over', () => {
  const succession = {
    successor: 'moi',
    successorName: 'UBND xã Mới',
    document: 'NQ',
    heirs: [],
    day: '2025-03-17',
  };
  const ended = { ...office, succession };
  const from = { office: 'cu', name: 'UBND xã Cũ' };
  const until = '2025-03-16T17:00:00.000Z';
  const leave = (story: Story, when = '2025-03-17T08:00') =>
    story.act(
      when,
      (state, command: TransferReport, context) =>
        transferReport(state, command, { ...context, office: ended }),
      { ended: until },
    );
  const arrive = (story: Story, was: Report['status'], when = '2025-03-17T09:00') => {
    const carried = carriedReport(story.state, { was, ended: until }, from);
    const there = new Story(false);
    const taken = there.act(when, takeOverReport, { fromOffice: 'cu', document: 'NQ', carried });
    return { there, taken };
  };

  it('one that is not out yet goes on there with its time, what was written, and whose it is', () => {
    const story = new Story();
    story.act('2025-03-03T08:00', writeReportSection, { section: 'I', text: 'Một.', basedOn: 0 });
    expect(leave(story)).toMatchObject([{ type: 'ReportTransferred', data: { was: 'draft' } }]);
    expect(story.step('2025-03-18T17:00', 'report/miss')).toEqual([]);
    const { there } = arrive(story, 'draft');
    expect(there.state).toMatchObject({
      status: 'draft',
      of: { ...from, until },
      postId: 'head',
      due: '2025-03-18T10:00:00.000Z',
      sections: { I: { text: 'Một.', version: 1 } },
    });
    expect(there.step('2025-03-18T17:00', 'report/miss')).toEqual(['ReportMissed']);
  });
  it('one that was missed is not missed twice: it is escalated there from its level on', () => {
    const story = new Story();
    story.step('2025-03-18T17:00', 'report/miss');
    story.step('2025-03-19T17:00', 'report/escalate:1');
    leave(story, '2025-03-20T08:00');
    const { there, taken } = arrive(story, 'draft', '2025-03-20T09:00');
    expect(taken).toMatchObject([{ data: { agenda: [{ alarms: [{ step: 'report/escalate:2' }] }] } }]);
    expect(there.step('2025-03-20T10:00', 'report/miss')).toEqual([]);
  });
  it('one that waits for a decision waits there; one that was sent stays', () => {
    const story = new Story();
    story.submit('2025-03-15T09:00');
    const sent = new Story();
    sent.submit('2025-03-15T09:00');
    sent.act('2025-03-16T08:00', acceptReport, {}, 'p-chairman');
    sent.act(
      '2025-03-16T10:00',
      (state, _none, context) => sendReport(state, { recipients: [], day: '2025-03-16' }, context, 1),
      {},
    );
    expect(leave(sent)).toEqual([]);
    leave(story);
    const { there } = arrive(story, 'submitted');
    there.act('2025-03-18T08:00', acceptReport, {}, 'p-chairman');
    expect(there.state.status).toBe('accepted');
  });
  it('what it reports is over with the office, though its period is not: nothing provisional is left of it', () => {
    const story = new Story();
    leave(story, '2025-03-07T08:00');
    const carried = carriedReport(story.state, { was: 'draft', ended: '2025-03-06T17:00:00.000Z' }, from);
    const there = new Story(false);
    there.act('2025-03-07T09:00', takeOverReport, { fromOffice: 'cu', document: 'NQ', carried });
    there.submit('2025-03-07T10:00');
    expect(there.state.submissions[0]?.cutOff.provisional).toBe(false);
  });
});
