import { dueOf, keepingSaid, type Saying } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { dayOf, derivedId, rememberedId } from '#kernel';
import { AFTER, type Timed } from '#overdue';
import type { Grade } from '../regime/grades.js';
import type {
  Decided,
  HandlingScored,
  UnitDecided,
  UnitScores,
  YearEvent,
  YearSettings,
} from './year.events.js';

/** An appeal against a grade (kiến nghị về kết quả xếp loại); `dueDay` is the day its time is counted from. */
export interface Appeal extends Timed {
  personId: string;
  text: string;
  at: string;
  decision: { upheld: boolean; text: string; by: string; late: boolean; at: string } | null;
}

/** A grade that is in force, with what replaced what. */
export interface InForce extends Decided {
  documentNumber: string;
  documentDate: string;
  replaced: { was: Grade; reason: string } | null;
}

/** A unit as grades of its head are held against it. */
export interface HeadedUnit {
  unitId: string;
  name: string;
}

/** A year of classification (kỳ xếp loại năm) as its events leave it; nothing in it that JSON could not hold. */
export interface EvaluationYear extends Saying {
  /** The office whose year it was, where that has ended, with who headed which unit there, by post. */
  of: { office: string; name: string; heads: Readonly<Record<string, HeadedUnit>> } | null;
  /** The office that it went to, where this one has ended. */
  toOffice: string | null;
  settings: YearSettings | null;
  /** By unit; the office's own grade under `OFFICE`. */
  unitGrades: Readonly<Record<string, Grade>>;
  /** By unit: what a hand entered, and the decision with its working where it was computed. */
  unitScores: Readonly<Record<string, UnitScores & { at: string }>>;
  unitsDecided: Readonly<Record<string, UnitDecided>>;
  /** What a hand entered of how dossiers were handled, the last of each index, quarter and unit. */
  handling: readonly (HandlingScored & { unitId: string })[];
  grades: Readonly<Record<string, InForce>>;
  appeals: Readonly<Record<string, Appeal>>;
}

export const OFFICE = 'office';

export const evaluationYear: Aggregate<EvaluationYear, YearEvent> = {
  kind: 'evaluation-year',
  initial: {
    of: null,
    toOffice: null,
    settings: null,
    unitGrades: {},
    unitScores: {},
    unitsDecided: {},
    handling: [],
    grades: {},
    appeals: {},
  },
  evolve: keepingSaid(changed),
};

/** The stream of a year. */
export const yearSubject = (office: string, year: number): string =>
  rememberedId(office, 'evaluation-year', year);

export const appealOccurrence = (yearId: string, personId: string): string =>
  derivedId(yearId, 'appeal', personId);

function changed(state: EvaluationYear, { type, data }: YearEvent, at: Date): EvaluationYear {
  const appeal = (how: (one: Appeal) => Appeal): EvaluationYear => {
    const known = 'personId' in data ? state.appeals[data.personId] : undefined;
    return known ? { ...state, appeals: { ...state.appeals, [known.personId]: how(known) } } : state;
  };
  switch (type) {
    case 'EvaluationYearOpened':
      return { ...state, settings: data };
    case 'UnitGradeRecorded':
      return { ...state, unitGrades: { ...state.unitGrades, [data.unitId ?? OFFICE]: data.grade } };
    case 'HandlingScored': {
      const { unitId, quarter, index } = data;
      const others = state.handling.filter(
        (one) => one.unitId !== unitId || one.quarter !== quarter || one.index !== index,
      );
      return { ...state, handling: [...others, data] };
    }
    case 'UnitScored': {
      const { unitId, ...entered } = data;
      const own = { ...entered, at: at.toISOString() };
      return { ...state, unitScores: { ...state.unitScores, [unitId]: own } };
    }
    case 'UnitGraded': {
      const { unitId, year: _, ...decided } = data;
      return {
        ...state,
        unitGrades: { ...state.unitGrades, [unitId]: decided.grade },
        unitsDecided: { ...state.unitsDecided, [unitId]: decided },
      };
    }
    case 'GradesDecided': {
      const { documentNumber, documentDate } = data;
      const decided = data.decided.map((one): [string, InForce] => [
        one.personId,
        { ...one, documentNumber, documentDate, replaced: null },
      ]);
      return { ...state, grades: { ...state.grades, ...Object.fromEntries(decided) } };
    }
    case 'GradeReplaced': {
      const { personId, was, grade, reason, documentNumber, documentDate } = data;
      const known = state.grades[personId];
      if (!known) return state;
      const now = { ...known, grade, documentNumber, documentDate, replaced: { was, reason } };
      return { ...state, grades: { ...state.grades, [personId]: now } };
    }
    case 'GradeAppealed': {
      const { personId, text, agenda } = data;
      const made: Appeal = {
        ...{ personId, text, ...dueOf(data), at: at.toISOString() },
        dueDay: dayOf(at),
        occurrenceId: agenda[0]?.occurrenceId ?? '',
        ...{ reminded: false, missed: false, level: 0, atPostId: null, decision: null },
      };
      return { ...state, appeals: { ...state.appeals, [personId]: made } };
    }
    case 'AppealDecided': {
      const { upheld, text, by, late } = data;
      return appeal((one) => ({ ...one, decision: { upheld, text, by, late, at: at.toISOString() } }));
    }
    case 'AppealReminded':
      return appeal(AFTER.Reminded);
    case 'AppealMissed':
      return appeal(AFTER.Missed);
    case 'AppealEscalated':
      return appeal((one) => AFTER.Escalated(one, data));
    case 'AppealDueSet':
      return appeal((one) => AFTER.DueSet(one, data));
    case 'EvaluationYearTransferred':
      return { ...state, toOffice: data.toOffice };
    case 'EvaluationYearTakenOver':
      return { ...data.taken };
  }
}
