import {
  DIGEST_NOTICE,
  NOTHING_CHOSEN,
  channelsOfNotice,
  groupOf,
  type NoticeChoice,
} from './notice-group.js';

describe('a notice to an official', () => {
  it.each([
    ['deadline_reminded', 'deadlines'],
    ['dossier_overdue', 'deadlines'],
    ['pause_escalated', 'deadlines'],
    ['apology_owed', 'deadlines'],
    ['task_silent', 'deadlines'],
    ['task_assigned', 'work'],
    ['dossier_offered', 'work'],
    ['supplement_sent', 'work'],
  ])('%s is of %s', (template, group) => expect(groupOf(template)).toBe(group));

  it('goes out as they chose for what it is about, and nowhere but in the service until they chose', () => {
    const choice: NoticeChoice = { ...NOTHING_CHOSEN, deadlines: ['email', 'sms'] };
    expect(channelsOfNotice('task_missed', choice)).toEqual(['email', 'sms']);
    expect(channelsOfNotice('task_assigned', choice)).toEqual([]);
    expect(channelsOfNotice('task_missed', NOTHING_CHOSEN)).toEqual([]);
  });

  it('of what is unread comes once a day by e-mail where they want that', () => {
    expect(channelsOfNotice(DIGEST_NOTICE, { ...NOTHING_CHOSEN, digest: true })).toEqual(['email']);
    expect(channelsOfNotice(DIGEST_NOTICE, { ...NOTHING_CHOSEN, work: ['sms'] })).toEqual([]);
  });
});
