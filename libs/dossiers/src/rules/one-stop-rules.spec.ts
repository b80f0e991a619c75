import { addDays } from '#kernel';
import { Story, all, local, procedure, published } from '../dossier/dossier.story.js';
import { recomputeDue } from '../dossier/recompute.js';
import { receiveDossier } from '../dossier/reception.js';
import { ONE_STOP_RULES, byItsRules, rulesOf, rulesOn } from './one-stop-rules.js';

describe('the rules of the one-stop mechanism', () => {
  it.each([
    [
      '2018-06-21',
      'Nghị định 61/2018/NĐ-CP, sửa đổi bởi Nghị định 107/2021/NĐ-CP',
      'Thông tư 01/2018/TT-VPCP',
    ],
    [
      '2025-06-30',
      'Nghị định 61/2018/NĐ-CP, sửa đổi bởi Nghị định 107/2021/NĐ-CP',
      'Thông tư 01/2018/TT-VPCP',
    ],
    ['2025-07-01', 'Nghị định 118/2025/NĐ-CP', 'Nghị định 118/2025/NĐ-CP'],
    ['2031-01-01', 'Nghị định 118/2025/NĐ-CP', 'Nghị định 118/2025/NĐ-CP'],
    [
      '2010-01-01',
      'Nghị định 61/2018/NĐ-CP, sửa đổi bởi Nghị định 107/2021/NĐ-CP',
      'Thông tư 01/2018/TT-VPCP',
    ],
  ])('of %s are those of %s', (day, mechanism, forms) =>
    expect(rulesOn(day).basis).toEqual({ mechanism, forms }),
  );

  it('follow one another without a day between', () => {
    for (const [index, { until }] of ONE_STOP_RULES.entries())
      expect(until === null ? undefined : addDays(until, 1)).toBe(ONE_STOP_RULES[index + 1]?.from);
  });
});

describe('R21: a dossier that was received before the rules changed', () => {
  /** Stricter rules from 01/07/2025 on: what comes after 10:00 is for the next day. */
  const [before, after] = ONE_STOP_RULES as [(typeof ONE_STOP_RULES)[0], (typeof ONE_STOP_RULES)[0]];
  const stricter = { ...after, clock: { ...after.clock, sameDayCutOff: '10:00' } };
  const rules = [before, stricter] as const;
  const sameDay = published(procedure({ time: { value: 0, unit: 'same-day' } }));
  const received = (when: string) => {
    const story = new Story(sameDay);
    const given = { ...story.context('desk', when), code: 'A-1', catalogue: sameDay };
    const command = {
      procedureCode: '1.004884',
      channel: 'counter' as const,
      components: all,
      applicantId: 'c',
    };
    story.act('worker', when, () => byItsRules(receiveDossier, [...rules])(story.state, command, given), {});
    return story;
  };

  it('keeps its own, also when it is computed anew; one received after goes by the new', () => {
    const [old, young] = [received('2025-06-30T11:00'), received('2025-07-01T11:00')];
    expect(local(old.state.work?.due ?? undefined)).toBe('2025-06-30T17:00');
    expect(local(young.state.work?.due ?? undefined)).toBe('2025-07-02T17:00');
    const again = byItsRules(recomputeDue, [...rules]);
    for (const story of [old, young])
      expect(again(story.state, { reason: 'x' }, story.context('worker', '2025-06-30T12:00'))).toEqual([]);
    expect(rulesOf(old.state, new Date('2025-09-01T00:00:00Z')).basis.forms).toBe('Thông tư 01/2018/TT-VPCP');
    expect(rulesOf(young.state, new Date('2025-09-01T00:00:00Z')).basis.forms).toBe(
      'Nghị định 118/2025/NĐ-CP',
    );
  });
});
