import type { Office } from '#organisation';
import { closeInspection, concludeInspection } from './concluding.js';
import { cancelInspection, hearUnit, recordInspection, withdrawFinding } from './inspecting.js';
import { FAULT, OPENED, RECORD, Story, code, office } from './inspection.story.js';

const types = (events: { type: string }[]) => events.map(({ type }) => type);

describe('is opened', () => {
  it('as the year’s approved programme has it, and not otherwise', () => {
    expect(types(new Story().open())).toEqual(['InspectionOpened']);
    for (const other of [{ unitId: 'money' }, { kind: 'reform' }, { itemId: 'another' }])
      expect(code(() => new Story().open({ ...OPENED, ...other } as typeof OPENED))).toBe(
        'inspection_invalid',
      );
  });
  it('without being planned on its day alone, so that the unit learns of it then', () => {
    const { itemId: _, ...unplanned } = OPENED;
    const open = (when: string) => new Story().open({ ...unplanned, itemId: undefined }, when);
    expect(code(() => open('2025-03-03T08:00'))).toBe('inspection_invalid');
    expect(open('2025-03-10T08:00')).toMatchObject([{ data: { unannounced: true, itemId: null } }]);
  });
  it('R3: by nobody of the unit that is inspected', () => {
    for (const own of [{ leaderPostId: 'justice' }, { memberPostIds: ['clerk'] }])
      expect(code(() => new Story().open(own))).toBe('inspects_own_unit');
  });
});

describe('what is found', () => {
  const recorded = () => {
    const story = new Story();
    story.open();
    story.act('finance', '2025-03-10T09:00', recordInspection, RECORD);
    return story;
  };
  it('is noted by the team alone, and a fault with its evidence (R31)', () => {
    const story = recorded();
    expect(code(() => story.find('justice', FAULT))).toBe('not_of_the_team');
    for (const kind of ['fault', 'nonconformity'])
      expect(code(() => story.find('finance', { kind, evidence: undefined }))).toBe(
        'finding_without_evidence',
      );
    expect(types(story.find('finance', { kind: 'strength', evidence: undefined }))).toEqual(['FindingNoted']);
  });
  it('is put to the unit, whose word counts for what stood then', () => {
    const story = recorded();
    const hear = (by: string) =>
      story.act(by, '2025-03-11T09:00', hearUnit, { agrees: 'no', text: 'Có người trực thay.' });
    expect(code(() => hear('clerk'))).toBe('not_the_inspected_unit');
    hear('justice');
    expect(story.state.opinion).toMatchObject({ agrees: false, by: 'p-justice' });
    story.find('finance', FAULT);
    expect(story.state.opinion).toBeNull();
  });
  it('is concluded with something required for each fault, not before the unit was heard', () => {
    const story = recorded();
    story.find('finance', FAULT);
    const findingId = story.state.findings[0]?.findingId ?? '';
    const conclude = (more: object) =>
      story.act('chairman', '2025-03-14T09:00', concludeInspection, {
        ...{ text: 'Đơn vị chấp hành chưa nghiêm giờ làm việc.', requirements: [] },
        ...more,
      });
    const required = { findingId, text: 'Phân công người trực.', dueDay: '2025-03-28' };
    expect(code(() => conclude({ requirements: [required] }))).toBe('unit_not_heard');
    expect(code(() => conclude({ unheard: 'Không có mặt.' }))).toBe('finding_unanswered');
    expect(
      code(() => conclude({ unheard: 'Vắng.', requirements: [{ ...required, dueDay: '2025-03-14' }] })),
    ).toBe('inspection_invalid');
    expect(
      code(() => conclude({ unheard: 'Vắng.', requirements: [required, { ...required, findingId: 'x' }] })),
    ).toBe('unknown_finding');
    const withdrawn = new Story();
    Object.assign(withdrawn, { state: story.state });
    withdrawn.act('finance', '2025-03-14T08:00', withdrawFinding, { reason: 'Ghi nhầm ngày.' }, findingId);
    expect(withdrawn.state.findings).toEqual([]);
    expect(types(conclude({ unheard: 'Vắng.', requirements: [required] }))).toEqual(['InspectionConcluded']);
  });
});

describe('a remedy', () => {
  it('is reported by the unit, verified by another (R3), and then the inspection can close', () => {
    const story = new Story();
    const id = story.conclude();
    const close = () => story.act('chairman', '2025-04-01T09:00', closeInspection, {});
    expect(code(() => story.remedy('2025-03-20T09:00', id, 'finance'))).toBe('not_the_inspected_unit');
    expect(code(() => story.verify('finance', '2025-03-20T09:00', id))).toBe('unknown_requirement');
    expect(story.remedy('2025-03-28T17:00', id)).toMatchObject([{ data: { late: false } }]);
    for (const own of ['justice', 'clerk'])
      expect(code(() => story.verify(own, '2025-03-29T09:00', id))).toBe('own_remedy');
    expect(code(close)).toBe('remedies_open');
    expect(types(story.verify('finance', '2025-03-31T09:00', id))).toEqual(['RemedyVerified']);
    expect(types(close())).toEqual(['InspectionClosed']);
    expect(code(close)).toBe('inspection_state');
  });
});

describe('R3: nobody of the inspected unit decides what becomes of it, whatever other post they hold', () => {
  /** Who has a post in the law unit beside their own. */
  const alsoOfTheUnit = (postId: string): Office => ({
    ...office,
    holders: new Map([...office.holders, ['clerk', `p-${postId}`]]),
  });
  it('the team, who concludes, who closes and who calls it off', () => {
    const story = new Story();
    expect(code(() => new Story(alsoOfTheUnit('finance')).open())).toBe('inspects_own_unit');
    story.open();
    const own = (postId: string, act: (mine: Story) => unknown) => {
      const mine = new Story(alsoOfTheUnit(postId));
      mine.state = story.state;
      return code(() => act(mine));
    };
    expect(own('finance', (mine) => mine.act('finance', '2025-03-10T09:00', recordInspection, RECORD))).toBe(
      'inspects_own_unit',
    );
    const reason = { reason: 'Không cần nữa.' };
    expect(own('head', (mine) => mine.act('head', '2025-03-10T09:00', cancelInspection, reason))).toBe(
      'inspects_own_unit',
    );
    story.act('finance', '2025-03-10T09:00', recordInspection, RECORD);
    story.find('finance', FAULT);
    const [finding] = story.state.findings;
    expect(
      own('finance', (mine) =>
        mine.act('finance', '2025-03-11T09:00', withdrawFinding, reason, finding?.findingId),
      ),
    ).toBe('inspects_own_unit');
    const conclusion = { text: 'Đơn vị chấp hành nghiêm giờ làm việc.', requirements: [], unheard: 'Vắng.' };
    expect(own('vice', (mine) => mine.act('vice', '2025-03-14T09:00', concludeInspection, conclusion))).toBe(
      'inspects_own_unit',
    );
    const done = new Story();
    const id = done.conclude();
    done.remedy('2025-03-20T09:00', id);
    done.verify('finance', '2025-03-21T09:00', id);
    story.state = done.state;
    expect(own('head', (mine) => mine.act('head', '2025-03-22T09:00', closeInspection, {}))).toBe(
      'inspects_own_unit',
    );
    expect(types(done.act('head', '2025-03-22T09:00', closeInspection, {}))).toEqual(['InspectionClosed']);
  });
});

describe('R6, R7: what is not remedied in its time', () => {
  it('is reminded of, missed once, and escalated from the unit’s head upwards', () => {
    const story = new Story();
    story.conclude();
    expect(story.step('2025-03-25T07:30', 'remind')).toEqual(['RequirementReminded']);
    expect(story.step('2025-03-28T16:59', 'miss')).toEqual([]);
    expect(story.step('2025-03-28T17:00', 'miss')).toEqual(['RequirementMissed']);
    expect(story.step('2025-03-28T17:00', 'miss')).toEqual([]);
    expect(story.step('2025-03-31T17:00', 'escalate:1')).toEqual(['RequirementEscalated']);
    expect(story.state.requirements[0]).toMatchObject({ level: 1, atPostId: 'head' });
  });
  it('is recorded as missed before a remedy that comes late, whoever has seen it', () => {
    const story = new Story();
    const id = story.conclude();
    expect(types(story.remedy('2025-03-28T17:01', id))).toEqual(['RequirementMissed', 'RemedyReported']);
    expect(story.state.requirements[0]).toMatchObject({ late: true, status: 'remedied' });
  });
  it('goes on in its time where the remedy is not accepted', () => {
    const story = new Story();
    const id = story.conclude();
    story.remedy('2025-03-20T09:00', id);
    expect(story.step('2025-03-28T17:00', 'miss')).toEqual([]);
    story.reject('head', '2025-03-28T09:00', id);
    expect(story.step('2025-03-28T17:00', 'miss')).toEqual(['RequirementMissed']);
    story.remedy('2025-03-31T09:00', id);
    expect(story.reject('head', '2025-03-31T10:00', id)).toMatchObject([
      { data: { agenda: [{ alarms: [{ step: 'requirement/escalate:1' }] }] } },
    ]);
  });
});
