import type { ReportForm, ReportingSystem } from '#integration';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The system that takes reports, as the environment sets it; throws with a sentence an operator understands. */
export function readReportingSystem(
  { REPORTING_URL, REPORTING_TOKEN, REPORTING_FORM }: NodeJS.ProcessEnv,
  seedsDir: string,
): ReportingSystem | null {
  if (REPORTING_URL === undefined) return null;
  if (!REPORTING_TOKEN) throw new Error('REPORTING_URL needs REPORTING_TOKEN beside it.');
  const form = readReportingForm(REPORTING_FORM ?? join(seedsDir, 'integration', 'reporting.json'));
  return { url: REPORTING_URL.replace(/\/$/, ''), token: REPORTING_TOKEN, form };
}

function readReportingForm(path: string): ReportForm {
  const read = JSON.parse(readFileSync(path, 'utf8')) as Partial<ReportForm>;
  const { version, reports, figures, service } = read;
  const texts = (table: object) =>
    Object.values(table).every((code) => typeof code === 'string' && code !== '');
  if (!version || !reports || !figures || !service || ![reports, figures, service].every(texts))
    throw new Error(
      `REPORTING_FORM ${path} needs "version", "reports", "figures" and "service" (our code: theirs).`,
    );
  return { version, reports, figures, service };
}
