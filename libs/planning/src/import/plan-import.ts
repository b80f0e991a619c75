import { LONGEST_NAME, MOST_PARTS, invalidInput, isRecord, isTextOf, type Envelope } from '#kernel';
import type { Commands, Organisation } from '#organisation';
import { ImportPlan } from '../plan/plan.commands.js';
import { planSubject, type DecidingDocument } from '../plan/plan.js';
import type { Planning } from '../planning.service.js';
import { rowsRefused } from './import.refusals.js';
import { readPlan, type CellNote, type PlanFacts } from './read-plan.js';
import { readRows } from '#sheet';

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

  async run(
    envelope: Envelope,
    file: Buffer,
    facts: PlanFacts,
    document: DecidingDocument | null,
  ): Promise<ImportReport> {
    requireFacts(facts);
    const office = await this.organisation.current(envelope.office);
    const { content, errors, notes } = readPlan(
      await readRows(file),
      facts,
      office,
      envelope.office,
      document,
    );
    if (errors.length > 0) throw rowsRefused({ count: errors.length, errors });
    const planId = planSubject(envelope.office, facts.year);
    const { state } = await this.planning.loadPlan(envelope.office, planId);
    for (const { taskId, number } of state.tasks.values())
      if (!content.tasks.some((task) => task.taskId === taskId))
        notes.push({ row: 0, column: 'no', code: 'not_in_file', value: number });
    const { version, position, written } = await this.commands.send(ImportPlan, envelope, planId, content);
    return { planId, version, position, tasks: content.tasks.length, changed: written > 0, notes };
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
