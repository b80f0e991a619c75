import { Story, at, procedure, published, types } from './dossier.story.js';
import { withdrawDossier } from './ending.js';
import { beginPayment, confirmPayment, exemptFee, failPayment, payFee } from './fee.js';
import { paymentStanding } from './payments.js';
import { refundFee } from './refunds.js';

const FEE = 8_000;
const [FIRST, SECOND] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
const received = () => new Story().receive('2025-03-03T08:00');
const begin = (story: Story, when: string, paymentId = FIRST) =>
  story.act('applicant', when, beginPayment, { paymentId });
const confirm = (story: Story, when: string, over: object = {}) =>
  story.act('worker', when, confirmPayment, { paymentId: FIRST, amount: FEE, receipt: 'BL-1', ...over });
const fail = (story: Story, when: string, paymentId = FIRST) =>
  story.act('worker', when, failPayment, { paymentId });
const standing = (story: Story, when: string) =>
  story.state.work && paymentStanding(story.state.work, at(when));

describe('R23: a fee that its applicant pays online', () => {
  it('is paid once the gateway says so', () => {
    const story = received();
    expect(begin(story, '2025-03-03T09:00')).toEqual([
      { type: 'PaymentBegun', data: { paymentId: FIRST, amount: FEE } },
    ]);
    expect(standing(story, '2025-03-03T09:05')).toMatchObject({ state: 'begun' });
    expect(story.state.work?.settledFee).toBe(false);
    expect(confirm(story, '2025-03-03T09:06')).toEqual([
      { type: 'FeePaid', data: { paymentId: FIRST, amount: FEE, receipt: 'BL-1', method: 'online' } },
    ]);
    expect(story.state.work?.settledFee).toBe(true);
    expect(standing(story, '2025-03-03T09:07')).toEqual({
      state: 'paid',
      at: '2025-03-03T02:06:00.000Z',
      receipt: 'BL-1',
    });
  });

  it('is gone on with while it may be paid, and begun anew once its time is over or it came to nothing', () => {
    const story = received();
    begin(story, '2025-03-03T09:00');
    expect(begin(story, '2025-03-03T09:19', SECOND)).toEqual([]);
    expect(standing(story, '2025-03-03T09:20')).toMatchObject({ state: 'lapsed' });
    expect(types(begin(story, '2025-03-03T09:20', SECOND))).toEqual(['PaymentBegun']);
    expect(types(fail(story, '2025-03-03T09:21', SECOND))).toEqual(['PaymentFailed']);
    expect(fail(story, '2025-03-03T09:21', SECOND)).toEqual([]);
    expect(standing(story, '2025-03-03T09:22')).toMatchObject({ state: 'failed' });
    expect(types(begin(story, '2025-03-03T09:22', '00000000-0000-7000-8000-000000000003'))).toEqual([
      'PaymentBegun',
    ]);
  });

  it('told of late is paid all the same; paid late it is not, and another amount or payment is none', () => {
    const story = received();
    begin(story, '2025-03-03T09:00');
    expect(() => confirm(story, '2025-03-03T09:05', { amount: 7_000 })).toThrow('fee_wrong');
    expect(() => confirm(story, '2025-03-03T09:05', { paymentId: SECOND })).toThrow('payment_unknown');
    expect(() => fail(story, '2025-03-03T09:05', SECOND)).toThrow('payment_unknown');
    const late = { paidAt: '2025-03-03T09:21:00+07:00' };
    expect(() => confirm(story, '2025-03-03T10:00', late)).toThrow('payment_too_late');
    expect(story.state.work?.settledFee).toBe(false);
    const inTime = { paidAt: '2025-03-03T09:19:00+07:00' };
    expect(types(confirm(story, '2025-03-04T10:00', inTime))).toEqual(['FeePaid']);
  });

  it('is not taken a second time, whoever has settled it', () => {
    const paid = received();
    begin(paid, '2025-03-03T09:00');
    paid.act('desk', '2025-03-03T09:01', payFee, { amount: FEE, method: 'cash', receipt: 'BL-9' });
    expect(() =>
      paid.act('desk', '2025-03-03T09:02', payFee, { amount: FEE, method: 'cash', receipt: 'BL-10' }),
    ).toThrow('fee_settled');
    expect(() => fail(paid, '2025-03-03T09:02')).toThrow('fee_settled');
    expect(() => begin(paid, '2025-03-03T09:02')).toThrow('fee_settled');
    expect(standing(paid, '2025-03-03T09:03')).toBeNull();
    const waived = received();
    waived.act('desk', '2025-03-03T09:01', exemptFee, {});
    expect(() => begin(waived, '2025-03-03T09:02')).toThrow('fee_settled');
    const free = new Story(published(procedure({ fee: 0 }))).receive('2025-03-03T08:00');
    expect(() => begin(free, '2025-03-03T09:00')).toThrow('fee_settled');
    expect(() => begin(new Story().submit('2025-03-03T08:00'), '2025-03-03T09:00')).toThrow('dossier_state');
  });
});

describe('R23: money that comes where no fee is to be paid any more', () => {
  const owed = (story: Story) => story.state.work?.refunds ?? [];
  const CASH = { amount: FEE, method: 'cash', receipt: 'BL-9' } as const;
  const twice = () => {
    const story = received();
    begin(story, '2025-03-03T09:00');
    story.act('desk', '2025-03-03T09:01', payFee, CASH);
    expect(confirm(story, '2025-03-03T09:02')).toMatchObject([
      { type: 'RefundOwed', data: { amount: FEE, receipt: 'BL-1', paymentId: FIRST } },
    ]);
    return story;
  };

  it('is owed back, once however often it is told of, and settles nothing anew', () => {
    const story = twice();
    expect(confirm(story, '2025-03-03T09:03')).toEqual([]);
    expect(confirm(story, '2025-03-03T09:03', { receipt: 'BL-1 sao' })).toEqual([]);
    expect(owed(story)).toMatchObject([{ receipt: 'BL-1', at: '2025-03-03T02:02:00.000Z', returned: null }]);
    expect(story.state.work?.paid).toMatchObject({ method: 'cash', receipt: 'BL-9' });
    const elsewhere = { amount: FEE, method: 'online', receipt: 'BL-2' } as const;
    const told = { ...story.context('worker', '2025-03-03T09:04'), actor: 'worker:payments' };
    expect(types(payFee(story.state, elsewhere, told))).toEqual(['RefundOwed']);
  });

  it('is none where the payment that has settled the fee is told of again', () => {
    const story = received();
    begin(story, '2025-03-03T09:00');
    confirm(story, '2025-03-03T09:01');
    expect(confirm(story, '2025-03-03T09:02')).toEqual([]);
    expect(owed(story)).toEqual([]);
  });

  it('is owed back for a dossier that is over, too', () => {
    const over = received();
    begin(over, '2025-03-03T09:00');
    over.act('desk', '2025-03-03T09:01', withdrawDossier, {});
    expect(types(confirm(over, '2025-03-03T09:02'))).toEqual(['RefundOwed']);
    expect(over.state.status).toBe('withdrawn');
  });

  it('is given back at the desk, once, by a document', () => {
    const story = twice();
    const { refundId = '' } = owed(story)[0] ?? {};
    const back = { refundId, document: 'PC-07' };
    expect(() => story.act('holder', '2025-03-04T08:00', refundFee, back)).toThrow('not_the_desk');
    expect(() => story.act('desk', '2025-03-04T08:00', refundFee, { ...back, refundId: SECOND })).toThrow(
      'refund_not_owed',
    );
    expect(story.act('desk', '2025-03-04T08:00', refundFee, back)).toEqual([
      { type: 'FeeRefunded', data: { refundId, amount: FEE, receipt: 'BL-1', document: 'PC-07' } },
    ]);
    expect(owed(story)).toMatchObject([{ returned: { document: 'PC-07' } }]);
    expect(() => story.act('desk', '2025-03-04T08:01', refundFee, back)).toThrow('refund_not_owed');
    expect(confirm(story, '2025-03-04T08:02')).toEqual([]);
  });
});
