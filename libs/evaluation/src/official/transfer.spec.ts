import { OfficialStory, at, code, office, opened } from './official.story.js';
import { officialEvaluation, type OfficialEvaluation } from './official.js';
import type { OfficialEvent } from './official.events.js';
import { bringScoresAlong, carriedEvaluation, takeOverEvaluation, transferEvaluation } from './transfer.js';

const succession = {
  ...{ successor: 'moi', successorName: 'UBND xã Mới', document: 'NQ 1686', heirs: [] },
  day: '2026-03-01',
};
const fold = (state: OfficialEvaluation, events: OfficialEvent[]) =>
  events.reduce((sum, event) => officialEvaluation.evolve(sum, event, at('2026-03-01T08:00')), state);

/** Two months of the clerk: all done, 97.00; half done in February. */
function twoMonths(): OfficialStory {
  const story = new OfficialStory(opened(2026));
  story.settle(story.assign(1));
  story.score(1);
  story.settle(story.assign(2), { done: 5 });
  story.score(2);
  return story;
}
const leave = (story: OfficialStory) =>
  story.act(
    'head',
    '2026-03-01T08:00',
    (state, command: object, context) =>
      transferEvaluation(state, command, { ...context, office: { ...office, succession } }),
    {},
  );
/** The same year in the office that takes it over, to be read. */
function arrived(story: OfficialStory): OfficialEvaluation {
  const carried = carriedEvaluation(story.state, 'cu', { name: 'UBND xã Cũ' }, succession);
  const command = { fromOffice: 'cu', document: 'NQ 1686', carried };
  return fold(officialEvaluation.initial, takeOverEvaluation(officialEvaluation.initial, command));
}

describe('R28: an office that ends hands its officials’ months on', () => {
  it('each year is closed there with its scores, and can be read where it went', () => {
    const story = twoMonths();
    const scores = [
      { period: 1, score: 97 },
      { period: 2, score: story.state.periods[2]?.scored?.score },
    ];
    expect(leave(story)).toEqual([
      {
        type: 'EvaluationHandedOn',
        data: {
          ...{ toOffice: 'UBND xã Mới', successor: 'moi', documentNumber: 'NQ 1686' },
          ...{ documentDate: '2026-03-01', scores },
        },
      },
    ]);
    expect(leave(story)).toEqual([]);
    const there = arrived(story);
    expect(there).toMatchObject({ status: 'handed-on', of: { office: 'cu', name: 'UBND xã Cũ' } });
    const read = new OfficialStory(opened(2026));
    read.state = there;
    expect(code(() => read.assign(3))).toBe('evaluation_closed');
  });

  it('its months count towards the year there, but those that were followed there already', () => {
    const story = twoMonths();
    leave(story);
    const former = arrived(story);
    const own = new OfficialStory(opened(2026), 'clerk', 'justice');
    own.assign(2);
    const bring = (state: OfficialEvaluation) => bringScoresAlong(state, { former: 'x' }, { former });
    const brought = bring(own.state);
    expect(brought).toEqual([
      {
        type: 'ScoresReceived',
        data: {
          ...{ fromOffice: 'UBND xã Cũ', documentNumber: 'NQ 1686', documentDate: '2026-03-01' },
          evidence: { text: 'NQ 1686', file: null },
          scores: [{ period: 1, score: 97 }],
        },
      },
    ]);
    expect(bring(fold(own.state, brought))).toEqual([]);
    expect(bring(officialEvaluation.initial)).toEqual([]);
  });

  it('under rules without points nothing is counted along; an office that goes on hands nothing on', () => {
    const year = opened(2025);
    const shares = new OfficialStory(year);
    const former = { ...arrived(twoMonths()), year: 2025 };
    expect(bringScoresAlong(shares.state, { former: 'x' }, { former })).toEqual([]);
    expect(shares.act('head', '2026-03-01T08:00', transferEvaluation, {})).toEqual([]);
  });
});
