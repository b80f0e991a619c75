import { at, code, office } from '../official/official.story.js';
import { advanceScoringRound } from './advancing.js';
import { closeScoringRound } from './closing.js';
import { scoringRound, type Round, type Stage } from './round.js';

const now = at('2025-07-01T00:05');
const round = (stage: Stage): Round => ({
  ...scoringRound.initial,
  ...{
    stage,
    sheet: {
      name: 'Chỉ số CCHC',
      kind: 'reform-index',
      year: 2025,
      source: '4116/QĐ-UBND',
      total: 100,
      areas: [],
    },
  },
  ...{ sheetId: 's', edition: 1, from: '2025-01-01', to: '2025-12-31' },
});
const context = { subject: 'round', part: '', actor: 'p-head', hand: 'p-head', now, officeId: 'o' };
const succession = {
  ...{ successor: 'moi', successorName: 'UBND xã Mới', document: 'Nghị quyết 1686', heirs: [] },
  day: '2025-07-01',
};
const close = (state: Round, where: typeof office = { ...office, succession }) =>
  closeScoringRound(state, {}, { ...context, office: where });

describe('R28: the rounds of an office that ends', () => {
  it('are closed where they stand, by its document, and nothing is done with them any more', () => {
    const open = round('appraisal');
    const events = close(open);
    expect(events).toEqual([
      {
        type: 'ScoringRoundClosed',
        data: { was: 'appraisal', toOffice: 'moi', document: 'Nghị quyết 1686' },
      },
    ]);
    const closed = events.reduce((state, event) => scoringRound.evolve(state, event, now), open);
    expect(closed).toEqual({ ...open, stage: 'closed', closedBy: 'Nghị quyết 1686' });
    expect(code(() => advanceScoringRound(closed, {}, { ...context, office }))).toBe('scoring_round_closed');
    expect(close(closed)).toEqual([]);
  });
  it('stay as they are where they were final, were never opened, or the office goes on', () => {
    expect(close(round('final'))).toEqual([]);
    expect(close(scoringRound.initial)).toEqual([]);
    expect(close(round('council'), office)).toEqual([]);
  });
});
