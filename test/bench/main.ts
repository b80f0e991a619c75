import 'reflect-metadata';
import { sqlState } from '#event-store';
import { benchAppend } from './append.js';
import { benchAuthorisation } from './authorisation.js';
import { benchDeadlines } from './deadlines.js';
import { benchDossierLists } from './dossiers.js';
import { benchIdle } from './idle.js';
import { benchLedger } from './ledger.js';
import { benchProjection } from './projection.js';
import { benchPeakOfCountry, benchService } from './service.js';
import { benchTrail } from './trail.js';

// `npm run bench`: every figure measured here and now, ratios against baselines of the same run.
// `npm run bench -- --peak 300`: the country's peak alone, for so many seconds.
// `npm run bench -- ledger`: sealing, the tree's share of the log, proofs and verification, alone.
// `npm run bench -- idle 3321`: what so many offices cost in which nothing happens, alone.
// Emmett’s own pool may lose an idle connection when its measurement’s server stops.
process.on('uncaughtException', (error) => {
  if (sqlState(error) !== '57P01') throw error;
});
const TRAIL = 10_000_000;
const [SEALED, LEAVES] = [1_000_000, 10_000_000];
const json = process.argv.includes('--json');
const note = (text: string) => process.stderr.write(`${text}\n`);

const peakSeconds = Number(process.argv[process.argv.indexOf('--peak') + 1]);
if (process.argv.includes('--peak')) {
  process.stdout.write(`${JSON.stringify({ peak: await benchPeakOfCountry(peakSeconds || 300) })}\n`);
  process.exit(0);
}
if (process.argv.includes('trail')) {
  const events = Number(process.argv[process.argv.indexOf('trail') + 1]);
  process.stdout.write(`${JSON.stringify({ trail: await benchTrail(events || TRAIL) })}\n`);
  process.exit(0);
}
if (process.argv[2] === 'idle') {
  process.stdout.write(`${JSON.stringify({ idle: await benchIdle(Number(process.argv[3]) || 3_321) })}\n`);
  process.exit(0);
}
if (process.argv[2] === 'ledger') {
  const [events, leaves] = [Number(process.argv[3]) || SEALED, Number(process.argv[4]) || LEAVES];
  process.stdout.write(`${JSON.stringify({ ledger: await benchLedger(events, leaves) })}\n`);
  process.exit(0);
}
note('append …');
const append = await benchAppend();
note('service: start, commands, lag …');
const { command, lagP99Ms, start, desk } = await benchService();
note('the country’s peak, half a minute …');
const peak = await benchPeakOfCountry(30);
note('authorisation: with and without …');
const authorisation = await benchAuthorisation();
note('projection over 1,000,000 events …');
const projection = { ...(await benchProjection(1_000_000)), lagP99Ms };
note('1,000,000 open deadlines …');
const deadlines = await benchDeadlines(1_000_000, 5_000);
note('1,000,000 dossiers …');
const dossiers = { ...desk, ...(await benchDossierLists(1_000_000)) };
note('ledger: 1,000,000 events, 10,000,000 leaves …');
const ledger = await benchLedger(SEALED, LEAVES);
note('trail: 10,000,000 events …');
const trail = await benchTrail(TRAIL);
note('3,321 offices, idle …');
const idle = await benchIdle(3_321);
const result = {
  append,
  command,
  peak,
  authorisation,
  projection,
  deadlines,
  dossiers,
  start,
  ledger,
  trail,
  idle,
};
if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
else
  for (const [name, figures] of Object.entries(result))
    process.stdout.write(
      `${name.padEnd(12)} ${Object.entries(figures)
        .map(([k, v]) => `${k} ${String(v).replace('.', ',')}`)
        .join(' · ')}\n`,
    );
process.exit(0);
