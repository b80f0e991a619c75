import { derivedId } from '#kernel';
import { commandsOn, official, right, worker } from '#organisation';
import {
  AdvanceScoringRound,
  UnlockScoringRound,
  advanceScoringRound,
  unlockScoringRound,
} from './round/advancing.js';
import { CloseScoringRound, closeScoringRound } from './round/closing.js';
import { OpenScoringRound, openScoringRound } from './round/opening.js';
import type { RoundContext } from './round/round.guards.js';
import { scoringRound, type Round, type RoundEvent } from './round/round.js';
import * as scoring from './round/scoring.js';
import { IssueScoringSheet, bookRound, issueScoringSheet } from './sheet/sheet.acts.js';
import { scoringSheet, sheetSubject, type Sheet, type SheetEvent } from './sheet/sheet.js';

const registrars = right('office', 'office-of-record', 'chairman');
const appraisers = right('office', 'office-of-record', 'chairman', 'vice-chairman');

const onSheet = commandsOn<Sheet, SheetEvent, { part: string }>({
  aggregate: scoringSheet,
  contextOf: (act) => act,
});

const onRound = commandsOn<Round, RoundEvent, RoundContext>({
  aggregate: scoringRound,
  contextOf: (act) => act,
});

/** The acts on scoring sheets (bảng tiêu chí) and their rounds (kỳ chấm điểm). */
export const scoringCommands = [
  onSheet(IssueScoringSheet, registrars, issueScoringSheet),
  onRound(OpenScoringRound, registrars, openScoringRound, {
    looksAt: async ({ sheet: code }, { officeId }, load) => {
      const sheetId = sheetSubject(officeId, code);
      return { sheetId, sheet: await load(scoringSheet, sheetId) };
    },
    before: ({ sheet: code, unitId = null, from, to }, { officeId, subject, commandId }) => ({
      aggregate: scoringSheet,
      subject: sheetSubject(officeId, code),
      commandId: derivedId(commandId, 'booking'),
      body: { roundId: subject, unitId, from, to },
      decide: (sheet: Sheet) => bookRound(sheet, { roundId: subject, unitId, from, to }),
    }),
  }),
  onRound(scoring.SelfScoreCriterion, official('led'), scoring.selfScoreCriterion), // R31
  onRound(scoring.ComputeCriteria, registrars, scoring.computeCriteria),
  onRound(scoring.AppraiseCriterion, appraisers, scoring.appraiseCriterion), // R3, R31
  onRound(scoring.ExplainCriterion, official('led'), scoring.explainCriterion),
  onRound(AdvanceScoringRound, official('office'), advanceScoringRound),
  onRound(UnlockScoringRound, right('office', 'chairman'), unlockScoringRound),
  onRound(CloseScoringRound, worker, closeScoringRound), // R28
];
