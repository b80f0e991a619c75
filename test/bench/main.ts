import 'reflect-metadata';
import { sqlState } from '#event-store';
import { benchAppend } from './append.js';
import { benchAuthorisation } from './authorisation.js';
import { benchDeadlines } from './deadlines.js';
import { benchDossierLists } from './dossiers.js';
import { benchEvaluation } from './evaluation.js';
import { benchIdle } from './idle.js';
import { benchLedger } from './ledger.js';
import { benchLogs } from './logs.js';
import { benchPages } from './pages.js';
import { benchProjection } from './projection.js';
import { benchReports } from './reports.js';
import { benchPeakOfCountry, benchService } from './service.js';
import { benchTrail } from './trail.js';

// `npm run bench`: every figure measured here and now, ratios against baselines of the same run.
// `npm run bench -- projection 1000000`: one part alone, at its size or another; `--json` for a program that reads it.
// Emmett’s own pool may lose an idle connection when its measurement’s server stops.
process.on('uncaughtException', (error) => {
  if (sqlState(error) !== '57P01') throw error;
});

/** What is measured, in turn; a part may be asked for at other sizes than its own. */
const PARTS: Record<string, (...sizes: number[]) => Promise<object>> = {
  append: benchAppend,
  /** Start, commands, the lists’ lag, the desk. */
  service: benchService,
  /** The country’s peak held for so many seconds. */
  peak: (seconds = 30) => benchPeakOfCountry(seconds),
  authorisation: benchAuthorisation,
  projection: (events = 1_000_000) => benchProjection(events),
  deadlines: (open = 1_000_000, due = 5_000) => benchDeadlines(open, due),
  dossiers: (rows = 1_000_000) => benchDossierLists(rows),
  /** Sealing, the tree’s share of the log, proofs, verification. */
  ledger: (events = 1_000_000, leaves = 10_000_000) => benchLedger(events, leaves),
  /** Another system's log of past dossiers: so many events, and a file of so many megabytes. */
  logs: (events = 1_000_000, megabytes = 1_000) => benchLogs(events, megabytes),
  trail: (events = 10_000_000) => benchTrail(events),
  /** A year’s classification of so many officials. */
  evaluation: (officials = 200) => benchEvaluation(officials),
  /** A quarter’s table over so many dossiers; pages of indices over a year’s. */
  reports: (dossiers = 1_000_000, ofYear = 10_000) => benchReports(dossiers, ofYear),
  /** How heavy the pages are, and how soon they answer; lists of so many rows. */
  pages: (rows = 20_000) => benchPages(rows),
  /** What so many offices cost in which nothing happens. */
  idle: (offices = 3_321) => benchIdle(offices),
};

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
const asked = words.filter((word) => !/^\d+$/.test(word));
const unknown = asked.find((name) => !(name in PARTS));
if (unknown !== undefined) {
  process.stderr.write(`there is no part “${unknown}”: ${Object.keys(PARTS).join(', ')}\n`);
  process.exit(2);
}
const result: Record<string, object> = {};
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  result[name] = await measure(...(asked.length > 0 ? sizes : []));
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
else for (const [name, figures] of Object.entries(result)) tell(name, figures);
process.exit(0);

function tell(name: string, figures: object): void {
  const nested = Object.entries(figures).filter(([, value]) => typeof value === 'object' && value !== null);
  const plain = Object.entries(figures).filter((entry) => !nested.includes(entry));
  const line = plain.map(([what, value]) => `${what} ${String(value).replace('.', ',')}`).join(' · ');
  if (plain.length > 0) process.stdout.write(`${name.padEnd(20)} ${line}\n`);
  for (const [what, more] of nested) tell(`${name} ${what}`, more as object);
}
