import { answersTo } from './answers.js';
import { QUESTIONNAIRES, questionnaireOn } from './questionnaire.js';
import { satisfactionOf } from './satisfaction.js';

const asked = questionnaireOn('2025-03-10');

describe('what is asked', () => {
  it('are questions about both of what has a target', () => {
    expect(asked.questions.map(({ key, about }) => [key, about])).toEqual([
      ['access', 'service'],
      ['officials', 'service'],
      ['steps', 'procedures'],
      ['result', 'procedures'],
      ['opinions', 'service'],
    ]);
  });
  it('each questionnaire begins after the one before it', () => {
    const begins = QUESTIONNAIRES.map(({ from }) => from);
    expect(begins).toEqual(begins.toSorted());
  });
});

describe('answers', () => {
  it('to what is asked, each once', () => {
    expect(answersTo(asked, [{ question: 'steps', score: 5 }])).toEqual({ steps: 5 });
    expect(() => answersTo(asked, [{ question: 'weather', score: 5 }])).toThrow('survey_answer_invalid');
    const twice = [1, 5].map((score) => ({ question: 'steps', score }));
    expect(() => answersTo(asked, twice)).toThrow('survey_answer_invalid');
  });
});

describe('satisfied is who answers 4 and more on the whole', () => {
  it.each([
    [
      'the service alone',
      { access: 5, officials: 4, steps: 3, result: 4 },
      { service: true, procedures: false },
    ],
    ['the procedures alone', { access: 2, officials: 5, result: 4 }, { service: false, procedures: true }],
  ])('%s', (_what, answers, expected) => {
    expect(satisfactionOf(5, answers)).toEqual(expected);
  });
  it('what nobody answered about goes by the whole', () => {
    expect(satisfactionOf(4, null)).toEqual({ service: true, procedures: true });
    expect(satisfactionOf(3, { steps: 5 })).toEqual({ service: false, procedures: true });
  });
});
