import { assigned, types, type Story } from '../task/task.story.js';
import { carryTaskOver } from '../task/carry-over.js';
import { cancelTask } from '../task/steering.js';
import { allocateMoney, allowOverrun, withdrawAllocation } from './allocate.js';
import { MOST_BUDGET } from './allocate.js';
import { afterCounting, isAboutMoney, leftOf, NO_MONEY, sumsOf } from './money.js';
import { recordSpending, withdrawSpending } from './spend.js';

const by = { documentNumber: '12/QĐ-UBND', documentDate: '2025-01-06' };
const PRINTING = 'In ấn tài liệu tuyên truyền';
const allocate = (story: Story, amount: number, purpose = PRINTING) =>
  story.act('chairman', '2025-01-06T08:00', allocateMoney, { purpose, amount, ...by });
const lineOf = (story: Story, place = 0) => {
  const line = story.state.money[place];
  if (!line) throw new Error(`no line ${place}`);
  return line;
};
const bill = (story: Story, amount: number, documentNumber = 'HĐ-001') => ({
  lineId: lineOf(story).lineId,
  amount,
  day: '2025-02-10',
  documentNumber,
  text: 'In 500 tờ rơi',
});
const spend = (story: Story, amount: number, documentNumber?: string, actor = 'lead') =>
  story.act(actor, '2025-02-10T09:00', recordSpending, bill(story, amount, documentNumber));
/** A task with 2.000.000 ₫ on one line. */
const given = () => {
  const story = assigned('Quý I/2025');
  allocate(story, 2_000_000);
  return story;
};

describe('what a task is given', () => {
  it('what is for the same thing is one line, however its letters are', () => {
    const story = given();
    allocate(story, 500_000, 'in ấn TÀI LIỆU tuyên truyền ');
    allocate(story, 300_000, 'Thuê hội trường');
    expect(story.state.money.map(({ purpose }) => purpose)).toEqual([PRINTING, 'Thuê hội trường']);
    expect(sumsOf(story.state.money)).toEqual({ allocated: 2_800_000, allowed: 0, spent: 0 });
  });
  it('is never more than every reader of it can hold', () => {
    const story = given();
    expect(() => allocate(story, MOST_BUDGET - 1_999_999)).toThrow('budget_too_large');
    allocate(story, MOST_BUDGET - 2_000_000);
    expect(sumsOf(story.state.money).allocated).toBe(1_000_000_000_000);
  });
  it('is taken back with a reason, as far as it is not spent', () => {
    const story = given();
    allocate(story, 500_000);
    spend(story, 1_000_000);
    const [first, second] = lineOf(story).allocations.map(({ allocationId }) => allocationId);
    const reason = 'Điều chỉnh giảm dự toán';
    const back = (allocationId = '') =>
      story.act('chairman', '2025-03-03T08:00', withdrawAllocation, { allocationId, reason });
    expect(() => back(first)).toThrow('allocation_spent');
    expect(types(back(second))).toEqual(['AllocationWithdrawn']);
    expect(() => back(second)).toThrow('unknown_allocation');
    expect(sumsOf(story.state.money)).toEqual({ allocated: 2_000_000, allowed: 0, spent: 1_000_000 });
    expect(lineOf(story).allocations[1]?.withdrawn).toBe(reason);
  });
});

describe('what is spent', () => {
  it('up to the last đồng of its line, and no đồng more', () => {
    const story = given();
    spend(story, 1_500_000);
    expect(() => spend(story, 500_001, 'HĐ-002')).toThrow('spending_over_allocation');
    spend(story, 500_000, 'HĐ-002');
    expect(leftOf(lineOf(story))).toBe(0);
    expect(() => spend(story, 1, 'HĐ-003')).toThrow('spending_over_allocation');
  });
  it('another line lends nothing', () => {
    const story = given();
    allocate(story, 9_000_000, 'Thuê hội trường');
    expect(() => spend(story, 2_000_001)).toThrow('spending_over_allocation');
  });
  it('beyond it where the over-run was decided, as far as it was', () => {
    const story = given();
    const reason = 'Giá giấy tăng, đã báo cáo Thường trực Đảng ủy';
    const { lineId } = lineOf(story);
    story.act('chairman', '2025-02-09T08:00', allowOverrun, { lineId, amount: 250_000, reason });
    spend(story, 2_250_000);
    expect(sumsOf(story.state.money)).toEqual({ allocated: 2_000_000, allowed: 250_000, spent: 2_250_000 });
    expect(() => spend(story, 1, 'HĐ-002')).toThrow('spending_over_allocation');
  });
  it('by one document once; taken back it may be recorded anew', () => {
    const story = given();
    spend(story, 400_000);
    expect(() => spend(story, 400_000)).toThrow('spending_recorded_already');
    const spendingId = lineOf(story).spendings[0]?.spendingId ?? '';
    const reason = 'Nhầm số tiền';
    story.act('lead', '2025-02-11T08:00', withdrawSpending, { spendingId, reason });
    expect(sumsOf(story.state.money).spent).toBe(0);
    spend(story, 400_000);
    expect(sumsOf(story.state.money).spent).toBe(400_000);
    expect(() => story.act('lead', '2025-02-11T08:00', withdrawSpending, { spendingId, reason })).toThrow(
      'unknown_spending',
    );
  });
  it('on a line that the task has, on a day that has come', () => {
    const story = given();
    const other = { ...bill(story, 1_000), lineId: 'none' };
    const ahead = { ...bill(story, 1_000), day: '2025-02-11' };
    expect(() => story.act('lead', '2025-02-10T09:00', recordSpending, other)).toThrow('unknown_budget_line');
    expect(() => story.act('lead', '2025-02-10T09:00', recordSpending, ahead)).toThrow('spending_day_ahead');
  });
  it.each(['lead', 'head', 'vice', 'chairman'])('R2: %s may say so', (actor) => {
    expect(types(spend(given(), 1_000, 'HĐ-009', actor))).toEqual(['SpendingRecorded']);
  });
  it('R2: somebody else may not', () => {
    expect(() => spend(given(), 1_000, 'HĐ-009', 'other')).toThrow('not_the_lead');
  });
  it('R38: who recorded it is kept', () => {
    const story = given();
    spend(story, 1_000);
    expect(lineOf(story).spendings[0]).toMatchObject({ by: 'p-lead', documentNumber: 'HĐ-001' });
  });
  it('after the task was cancelled too; not where it goes on elsewhere', () => {
    const cancelled = given();
    cancelled.act('head', '2025-02-01T08:00', cancelTask, { reason: 'Trùng nhiệm vụ' });
    expect(types(spend(cancelled, 1_000))).toContain('SpendingRecorded');
    const carried = given();
    const next = { year: 2026, planId: 'q', toTaskId: 'u' };
    carried.act('worker', '2025-02-01T08:00', carryTaskOver, next);
    expect(() => spend(carried, 1_000)).toThrow('money_elsewhere');
    expect(() => allocate(carried, 1_000)).toThrow('money_elsewhere');
  });
});

it('counting event by event comes to what the lines add up to', () => {
  const story = given();
  spend(story, 700_000);
  story.act('chairman', '2025-02-12T08:00', allowOverrun, {
    lineId: lineOf(story).lineId,
    amount: 100_000,
    reason: 'Bổ sung',
  });
  const spendingId = lineOf(story).spendings[0]?.spendingId ?? '';
  story.act('lead', '2025-02-13T08:00', withdrawSpending, { spendingId, reason: 'Sai chứng từ' });
  spend(story, 650_000, 'HĐ-002');
  const counted = story.events.filter(isAboutMoney).reduce(afterCounting, NO_MONEY);
  expect(counted).toEqual({ allocated: 2_000_000, allowed: 100_000, spent: 650_000 });
  expect(counted).toEqual(sumsOf(story.state.money));
});
