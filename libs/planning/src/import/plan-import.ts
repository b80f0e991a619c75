import { LONGEST_NAME, MOST_PARTS, Refusal, invalidInput, isRecord, isTextOf, type Envelope } from '#kernel';
import type { Commands, Organisation } from '#organisation';
import { readTables, rowsRefused, type ReadFile } from '#sheet';
import { ImportPlan, importPlan } from '../plan/plan.commands.js';
import { planSubject, type DecidingDocument, type Plan } from '../plan/plan.js';
import type { Planning } from '../planning.service.js';
import { areasIn } from './areas-in.js';
import { noteOn, type CellNote } from './cell-notes.js';
import { findPlanTables, type PlanTable } from './find-head.js';
import { readPlanRows } from './plan-rows.js';
import { readPlan, type PlanFacts, type ReadPlan } from './read-plan.js';

/** What an import did, and what the office must settle before approval. */
export interface ImportReport {
  planId: string;
  version: number;
  position: number;
  tasks: number;
  /** False when the file said nothing new. */
  changed: boolean;
  notes: CellNote[];
}

/** What an import of the file would do, and what was read of each of its rows. */
export interface ImportTrial extends ReadPlan {
  file: ReadFile;
  tables: PlanTable[];
  /** So many changes to the plan; null where it would be refused. */
  changes: number | null;
  /** What the plan itself has against it. */
  refusal: Refusal | null;
}

/**
 * Takes in a plan's file (nhập kế hoạch): all of it or nothing, the same file twice changes nothing. A task that the
 * file no longer has stays, and is reported: a responsibility ends by a cancellation with its reason, never by silence.
 */
export class PlanImport {
  constructor(
    private readonly planning: Planning,
    private readonly commands: Commands,
    private readonly organisation: Organisation,
  ) {}

  /** Reads a file and says what its import would do (xem trước); nothing is written. Refuses a file that is no plan's. */
  async trial(
    { office: officeCode, actor }: Pick<Envelope, 'office' | 'actor'>,
    bytes: Buffer,
    given: PlanFacts,
    document: DecidingDocument | null,
  ): Promise<ImportTrial> {
    requireFacts(given);
    const office = await this.organisation.current(officeCode);
    const file = await readTables(bytes);
    const tables = findPlanTables(file);
    const facts = given.areas.length > 0 ? given : { ...given, areas: areasIn(tables) };
    const read = readPlan(readPlanRows(tables, facts.areas), facts, office, officeCode, document);
    const { state } = await this.planning.loadPlan(officeCode, planSubject(officeCode, facts.year));
    read.notes.push(...notInFile(state, read.content));
    const outcome =
      read.errors.length > 0
        ? { changes: null, refusal: null }
        : outcomeOf(() => importPlan(state, read.content, { actor, office }).length);
    return { ...read, file, tables, ...outcome };
  }

  async run(
    envelope: Envelope,
    file: Buffer,
    facts: PlanFacts,
    document: DecidingDocument | null,
  ): Promise<ImportReport> {
    const { content, errors, notes } = await this.trial(envelope, file, facts, document);
    if (errors.length > 0) throw rowsRefused({ count: errors.length, errors });
    const planId = planSubject(envelope.office, facts.year);
    const { version, position, written } = await this.commands.send(ImportPlan, envelope, planId, content);
    return { planId, version, position, tasks: content.tasks.length, changed: written > 0, notes };
  }
}

const notInFile = ({ tasks }: Plan, content: ImportPlan): CellNote[] =>
  [...tasks.values()]
    .filter(({ taskId }) => !content.tasks.some((task) => task.taskId === taskId))
    .map(({ number }) => noteOn(null, 'no', 'not_in_file', number));

function outcomeOf(decide: () => number): Pick<ImportTrial, 'changes' | 'refusal'> {
  try {
    return { changes: decide(), refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { changes: null, refusal: error };
    throw error;
  }
}

/** Refuses `invalid_input`, naming what is missing, mistyped, or more than can be kept. */
function requireFacts(facts: PlanFacts): void {
  const wrong = [
    ...(Number.isInteger(facts.year) && facts.year >= 2024 && facts.year <= 2100 ? [] : ['year']),
    ...(['title', 'issuer', 'superior'] as const).filter((key) => !isTextOf(facts[key], LONGEST_NAME)),
    ...(['basis', 'targets'] as const).filter((key) => !isListOf(facts[key], isOfPlainTexts)),
    ...(isListOf(facts.areas, isArea) ? [] : ['areas']),
    ...(isListOf(facts.recipients, (one) => isTextOf(one, LONGEST_NAME)) ? [] : ['recipients']),
    ...(isOfPlainTexts(facts.sameUnit) ? [] : ['sameUnit']),
  ];
  if (wrong.length > 0)
    throw invalidInput({
      errors: wrong.map((field) => ({ field: `plan.${field}`, message: 'missing, mistyped or too long' })),
    });
}

const isListOf = (list: unknown, fits: (one: unknown) => boolean): boolean =>
  Array.isArray(list) && list.length <= MOST_PARTS && list.every(fits);

const isOfPlainTexts = (value: unknown): boolean =>
  isRecord(value) &&
  Object.entries(value).every(
    ([key, one]) =>
      isTextOf(key, LONGEST_NAME) &&
      (one === null || Number.isFinite(one) || isTextOf(one, LONGEST_NAME * 4)),
  );

const isArea = (value: unknown): boolean =>
  isRecord(value) && isTextOf(value.code, 20, 1) && isTextOf(value.name, LONGEST_NAME);
