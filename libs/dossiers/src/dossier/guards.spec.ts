import { Story, procedure, published } from './dossier.story.js';
import type { Dossier } from './dossier.js';
import * as ending from './ending.js';
import * as fee from './fee.js';
import type { DossierContext } from './guards.js';
import { extendDossier } from './interruptions.js';
import { receivable } from './reception.js';
import { handOverStep } from './steps.js';
import { requestSupplement } from './supplement.js';

type Guard = (state: Dossier, context: DossierContext) => unknown;

/** The refusal that says why not, before any form is filled in; nothing where it may be done. */
function whyNot(story: Story, actor: string, when: string, guard: Guard): string | undefined {
  try {
    guard(story.state, story.context(actor, when));
    return undefined;
  } catch (refusal) {
    return refusal instanceof Error ? refusal.message : String(refusal);
  }
}

const NOON = '2025-03-03T11:00';
const received = (over = {}) => new Story(published(procedure(over))).receive('2025-03-03T08:00');

describe('what may be done is known without its form', () => {
  it('R18, R23: a result is returned once it is signed, paid for and digitised', () => {
    const story = received();
    const why = () => whyNot(story, 'desk', NOON, ending.returnResult.guard);
    expect(why()).toContain('result_not_signed');
    story.act('chairman', NOON, ending.signResult, { number: '12/TB' });
    expect(why()).toContain('fee_unpaid');
    story.act('desk', NOON, fee.payFee, { amount: 8_000, method: 'cash', receipt: 'BL-1' });
    expect(why()).toContain('not_digitised');
    story.act('desk', NOON, ending.digitiseResult, { reason: 'Kết quả là bản giấy có dấu nổi' });
    expect(why()).toBeUndefined();
  });
  it('R23: a fee is taken once', () => {
    const story = received();
    const why = () => whyNot(story, 'desk', NOON, fee.payFee.guard);
    expect(why()).toBeUndefined();
    story.act('desk', NOON, fee.payFee, { amount: 8_000, method: 'cash', receipt: 'BL-1' });
    expect(why()).toContain('fee_settled');
  });
  it('R13: a supplement is asked for once', () => {
    const story = received();
    const why = () => whyNot(story, 'desk', NOON, requestSupplement.guard);
    expect(why()).toBeUndefined();
    const asked = { components: ['Bản sao'], reason: 'Bản sao bị mờ', legalBasis: 'Nghị định 61' };
    story.act('desk', NOON, requestSupplement, asked);
    story.state = { ...story.state, status: 'in_progress' };
    expect(why()).toContain('second_supplement');
  });
  it('R20: what was handed over is not handed over again', () => {
    const story = received();
    const why = () => whyNot(story, 'desk', NOON, handOverStep.guard);
    expect(why()).toBeUndefined();
    story.act('desk', NOON, handOverStep, { toPostId: 'justice' });
    expect(why()).toContain('hand_over_waiting');
  });
  it('time is added where the procedure has some to add', () => {
    const why = (over: object) => whyNot(received(over), 'desk', NOON, extendDossier.guard);
    expect(why({})).toContain('extension_not_allowed');
    expect(why({ extensionDays: 5 })).toBeUndefined();
  });
  it('R19: what came in online is received once, at the desk', () => {
    const story = new Story().submit('2025-03-03T08:00');
    expect(whyNot(story, 'justice', NOON, receivable)).toContain('not_the_desk');
    expect(whyNot(story, 'desk', NOON, receivable)).toBeUndefined();
    story.receive(NOON);
    expect(whyNot(story, 'desk', NOON, receivable)).toContain('already_received');
  });
});
