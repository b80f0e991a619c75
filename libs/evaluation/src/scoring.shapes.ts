import { ACT_DONE } from '#event-store';
import { is } from '#kernel';
import { ROUND_STANDINGS } from './round/round.js';
import { CRITERION_KINDS, SHEET_KINDS } from './sheet/sheet.js';

const evidence = is.object({ text: is.prose, file: is.orNull(is.fileHash) });
const given = is.orNull(
  is.object({
    points: is.figure,
    text: is.prose,
    evidence: is.orNull(evidence),
    by: is.id,
    at: is.instant,
  }),
);
const CRITERION = {
  code: is.code,
  name: is.prose,
  kind: is.oneOf(CRITERION_KINDS),
  most: is.figure,
  computed: is.orNull(is.object({ index: is.code, full: is.percent })),
};

export const ScoringSheet = is.named('ScoringSheet', {
  id: is.id,
  version: is.version,
  code: is.code,
  edition: is.count,
  name: is.line,
  kind: is.oneOf(SHEET_KINDS),
  year: is.year,
  source: is.line,
  total: is.figure,
  areas: is.list(
    is.object({ code: is.code, name: is.line, most: is.figure, criteria: is.list(is.object(CRITERION)) }),
  ),
  rounds: is.list(is.object({ roundId: is.id, unitId: is.orNull(is.id), from: is.day, to: is.day }), 500),
});

export const ScoringSheetPage = is.page(
  is.named('ScoringSheetListed', {
    id: is.id,
    code: is.code,
    edition: is.count,
    name: is.line,
    kind: is.oneOf(SHEET_KINDS),
    year: is.year,
  }),
);

const ROUND = {
  id: is.id,
  version: is.version,
  sheetId: is.id,
  edition: is.count,
  name: is.line,
  unitId: is.orNull(is.id),
  from: is.day,
  to: is.day,
  stage: is.oneOf(ROUND_STANDINGS),
  /** How many of the criteria have points, as “7/16”. */
  criteria: is.count,
  scored: is.count,
  /** What the points so far come to, of 100. */
  index: is.figure,
};
export const ScoringRoundPage = is.page(
  is.named('ScoringRoundListed', {
    id: is.id,
    sheetId: is.id,
    name: is.line,
    unitId: is.orNull(is.id),
    from: is.day,
    to: is.day,
    stage: is.oneOf(ROUND_STANDINGS),
    /** Null until it is final. */
    index: is.orNull(is.figure),
  }),
);

export const ScoringRound = is.named('ScoringRound', {
  ...ROUND,
  unlocked: is.orNull(is.prose),
  /** The document by which its office ended before it was final (R28). */
  closedBy: is.orNull(is.line),
  areas: is.list(
    is.object({
      code: is.code,
      name: is.line,
      most: is.figure,
      criteria: is.list(
        is.object({
          ...CRITERION,
          /** What it counts with now; null while it has none. */
          value: is.orNull(is.figure),
          self: given,
          log: is.orNull(
            is.object({
              index: is.code,
              part: is.count,
              whole: is.count,
              percent: is.orNull(is.figure),
              /** Entries of a register, no share of anything: `part` is how many. */
              counted: is.maybe(is.oneOf(['entries'])),
              points: is.orNull(is.figure),
              at: is.instant,
            }),
          ),
          appraisal: given,
          explanation: is.orNull(
            is.object({ text: is.prose, evidence: is.orNull(evidence), by: is.id, at: is.instant }),
          ),
          second: given,
          council: given,
        }),
      ),
    }),
  ),
});

export const ScoringRoundOpened = is.named('ScoringRoundOpened', { ...ACT_DONE, roundId: is.id });
