import { Story, at, local } from './dossier.story.js';
import { takeDossierStep } from './lateness.js';
import { answerOwnSupplement, answerSupplement, requestSupplement } from './supplement.js';

const PAPER = { name: 'Bản sao', form: 'digitised' as const, fileId: '00000000-0000-7000-8000-000000000001' };
const FORM = { ...PAPER, name: 'Tờ khai' };
const asked = (...components: string[]) => {
  const story = new Story().receive('2025-03-03T08:00');
  story.act('desk', '2025-03-04T09:00', requestSupplement, {
    components,
    reason: 'Bản sao mờ, không đọc được',
    legalBasis: 'Điều 9',
  });
  return story;
};
const answer = (story: Story, when: string, components = [PAPER]) =>
  story.act('applicant', when, answerOwnSupplement, {
    components,
    personId: 'citizen',
    commitment: 'c',
  });

describe('a supplement that its applicant sends', () => {
  it('R14: starts the full time anew, with what was said in the vault, and the files among the papers', () => {
    const story = asked('Bản sao');
    const [sent] = answer(story, '2025-03-20T21:30');
    expect(sent).toMatchObject({
      type: 'SupplementAnswered',
      data: { channel: 'online', components: [PAPER], personId: 'citizen', commitment: 'c' },
    });
    expect(local(story.state.work?.due ?? undefined)).toBe('2025-03-27T17:00');
    expect(story.state).toMatchObject({ status: 'in_progress', work: { supplement: 'answered' } });
    expect(story.state.components.at(-1)).toEqual(PAPER);
  });

  it('is sent once, and after nobody has asked for it not at all', () => {
    const story = asked('Bản sao');
    answer(story, '2025-03-05T08:00');
    expect(() => answer(story, '2025-03-05T08:01')).toThrow('supplement_not_awaited');
    expect(() => answer(new Story().receive('2025-03-03T08:00'), '2025-03-05T08:00')).toThrow(
      'supplement_not_awaited',
    );
    expect(() => answer(new Story().submit('2025-03-03T08:00'), '2025-03-05T08:00')).toThrow(
      'supplement_not_awaited',
    );
  });

  it('after the desk has taken it in there is nothing to send', () => {
    const story = asked('Bản sao');
    story.act('desk', '2025-03-05T08:00', answerSupplement, { components: [{ ...PAPER, form: 'copy' }] });
    expect(() => answer(story, '2025-03-05T08:01')).toThrow('supplement_not_awaited');
  });

  it('R13: has all that was asked for, for it may be asked for once; no more than the procedure declares (R12)', () => {
    const story = asked('Bản sao', 'Tờ khai');
    expect(() => answer(story, '2025-03-05T08:00')).toThrow('components_missing');
    expect(() => answer(story, '2025-03-05T08:00', [])).toThrow('components_missing');
    expect(() => answer(story, '2025-03-05T08:00', [PAPER, FORM, { ...PAPER, name: 'Sổ hộ khẩu' }])).toThrow(
      'undeclared_component',
    );
    expect(answer(story, '2025-03-05T08:00', [PAPER, PAPER, FORM])).toHaveLength(1);
  });

  it('comes too late from the end of its time on, whether the dossier was closed yet or not', () => {
    const story = asked('Bản sao');
    const by = story.state.work?.answerBy ?? '';
    expect(local(by)).toBe('2025-04-03T17:00');
    const inTime = asked('Bản sao');
    expect(answer(inTime, '2025-04-03T16:59')).toHaveLength(1);
    expect(() => answer(story, '2025-04-03T17:01')).toThrow('supplement_too_late');
    story.act('worker', '2025-04-03T17:05', takeDossierStep, { step: 'dossier/unanswered' });
    expect(() => answer(story, '2025-04-03T17:06')).toThrow('supplement_not_awaited');
    expect(at('2025-04-03T17:00').toISOString()).toBe(by);
  });
});
