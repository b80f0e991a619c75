import { Story, at, types } from './dossier.story.js';
import { dossier } from './dossier.js';
import { withdrawDossier } from './ending.js';
import { confirmPayment, beginPayment } from './fee.js';
import { refundFee } from './refunds.js';
import { carriedDossier, takeOverDossier, transferDossier, type TransferDossier } from './transfer.js';

const PAYMENT = '00000000-0000-7000-8000-000000000001';
const succession = {
  ...{ successor: 'moi', successorName: 'UBND xã Mới', document: 'NQ', day: '2025-03-04' },
  heirs: [{ unitId: 'u-desk', heirUnitId: 'u-desk', heirPostId: 'desk' }],
};
const ended = (story: Story) => ({ ...story.context('worker', '2025-03-04T08:00').office, succession });
const leave = (story: Story) =>
  story.act(
    'worker',
    '2025-03-04T08:00',
    (state, command: TransferDossier, context) =>
      transferDossier(state, command, { ...context, office: ended(story) }),
    {},
  );

/** Withdrawn, and its fee paid too late: that is owed back. */
function owing(): Story {
  const story = new Story().receive('2025-03-03T08:00');
  story.act('applicant', '2025-03-03T09:00', beginPayment, { paymentId: PAYMENT });
  story.act('desk', '2025-03-03T09:01', withdrawDossier, {});
  const paid = { paymentId: PAYMENT, amount: 8_000, receipt: 'BL-1' };
  story.act('worker', '2025-03-03T09:02', confirmPayment, paid);
  return story;
}

describe('R28: a dossier as its office ends', () => {
  it('that is over stays; one that owes money back goes along, and stays counted where it ended', () => {
    const over = new Story().receive('2025-03-03T08:00');
    over.act('desk', '2025-03-03T09:01', withdrawDossier, {});
    expect(leave(over)).toEqual([]);
    const story = owing();
    expect(leave(story)).toMatchObject([{ type: 'DossierTransferred', data: { was: 'withdrawn' } }]);
    expect(story.state).toMatchObject({ status: 'withdrawn', toOffice: 'moi' });
    expect(leave(story)).toEqual([]);
  });

  it('the money is given back at the desk of the successor', () => {
    const story = owing();
    leave(story);
    const from = { was: story.state.status, from: 'cu' };
    const carried = carriedDossier(story.state, from, ended(story));
    const there = new Story();
    if (carried)
      there.act('worker', '2025-03-04T08:05', takeOverDossier, { fromOffice: 'cu', document: 'NQ', carried });
    expect(there.state).toMatchObject({ status: 'withdrawn', of: 'cu' });
    expect(there.state).not.toHaveProperty('toOffice');
    const refundId = there.state.work?.refunds?.[0]?.refundId ?? '';
    const back = { refundId, document: 'PC-07' };
    expect(types(there.act('desk', '2025-03-05T08:00', refundFee, back))).toEqual(['FeeRefunded']);
  });

  it('an old log says where it went', () => {
    const went = { toOffice: 'moi', document: 'NQ', was: 'in_progress', agenda: [] } as const;
    const event = { type: 'DossierTransferred', data: went } as const;
    const running = new Story().receive('2025-03-03T08:00').state;
    expect(
      dossier.evolve(running, { ...event, data: { ...went, agenda: [] } }, at('2025-03-04T08:00')),
    ).toMatchObject({ status: 'transferred', toOffice: 'moi' });
  });
});
