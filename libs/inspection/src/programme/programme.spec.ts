import type { ActContext } from '#organisation/office';
import { code, office } from '../inspection/inspection.story.js';
import { amendInspectionProgramme, approveInspectionProgramme, planInspections } from './programme.acts.js';
import { programme, reached, type Programme, type ProgrammeEvent } from './programme.js';

const item = (unitId: string, month = 3) => ({ kind: 'reform' as const, unitId, month, about: 'Một cửa' });
const plan = (share: number, inspections: ReturnType<typeof item>[]) => ({
  share,
  source: '4116/QĐ-UBND',
  inspections,
});
const DOCUMENT = { documentNumber: '05/QĐ-UBND', documentDate: '2025-01-10' };

class Story {
  state: Programme = programme.initial;
  act<C>(
    decide: (
      state: Programme,
      command: C,
      context: Pick<ActContext, 'subject' | 'office' | 'part'>,
    ) => ProgrammeEvent[],
    command: C,
  ): ProgrammeEvent[] {
    const events = decide(this.state, command, { subject: 's', part: '2025', office });
    const at = new Date('2025-01-10T08:00:00+07:00');
    this.state = events.reduce((state, event) => programme.evolve(state, event, at), this.state);
    return events;
  }
}

it('is approved once it reaches the share of units that it has to, and not before', () => {
  const story = new Story();
  story.act(planInspections, plan(50, [item('law')]));
  expect(reached(story.state.inspections, office)).toEqual({ units: 1, of: 4 });
  expect(code(() => story.act(approveInspectionProgramme, DOCUMENT))).toBe('share_not_reached');
  story.act(planInspections, plan(50, [item('law'), item('law', 9), item('money')]));
  expect(story.act(approveInspectionProgramme, DOCUMENT)).toMatchObject([{ data: { units: 2, of: 4 } }]);
  expect(code(() => story.act(planInspections, plan(30, [item('law')])))).toBe('programme_state');
});

it('names units that stand, each inspection once', () => {
  const story = new Story();
  for (const inspections of [[], [item('gone')], [item('law'), item('law')]])
    expect(code(() => story.act(planInspections, plan(30, inspections)))).toBe('programme_invalid');
});

it('is changed by a document alone, to no smaller share', () => {
  const story = new Story();
  story.act(planInspections, plan(50, [item('law'), item('money')]));
  expect(code(() => story.act(amendInspectionProgramme, { ...DOCUMENT, inspections: [item('law')] }))).toBe(
    'programme_state',
  );
  story.act(approveInspectionProgramme, DOCUMENT);
  expect(code(() => story.act(amendInspectionProgramme, { ...DOCUMENT, inspections: [item('law')] }))).toBe(
    'share_not_reached',
  );
  const inspections = [item('law'), item('bureau')];
  story.act(amendInspectionProgramme, { ...DOCUMENT, documentNumber: '9/QĐ-UBND', inspections });
  expect(story.state).toMatchObject({ status: 'approved', decided: { documentNumber: '9/QĐ-UBND' } });
});
