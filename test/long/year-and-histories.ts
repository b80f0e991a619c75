import type { LongCheck } from './long-check.js';
import { runSpecs } from './run-specs.js';

const DOSSIERS = process.env.YEAR_DOSSIERS ?? '5000';
const RUNS = process.env.FIGURE_RUNS ?? '1000';

/** The year that CI lives with 300 dossiers, and each of its documents in LibreOffice. */
export const wholeYear: LongCheck = {
  name: 'whole-year',
  holds: `2025 with ${DOSSIERS} dossiers: every report, sheet and inspection; all documents open in LibreOffice`,
  run: async (note) => {
    if (!(await runSpecs(['test/e2e/whole-year'], { YEAR_DOSSIERS: DOSSIERS, YEAR_SUITE: '1' }, note)))
      throw new Error('not all of the year holds');
    return `${DOSSIERS} dossiers`;
  },
};

/** Figures of histories made at random, from read models, a rebuild and a count written apart. */
export const histories: LongCheck = {
  name: 'histories',
  holds: `${RUNS} random histories: figures as a recount of the log has them, before and after a rebuild`,
  run: async (note) => {
    const specs = ['reports-recount', 'service-recount', 'e2e/figures', 'e2e/indices'];
    if (!(await runSpecs(specs, { FIGURE_RUNS: RUNS }, note))) throw new Error('figures differ');
    return `${RUNS} histories for each of ${specs.length} sets of figures`;
  },
};
