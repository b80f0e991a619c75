import '../../runtime/src/production.js';
import 'reflect-metadata';
import { Command } from 'commander';

// Each verb brings only what it needs: a verifier on a small machine loads no web server.
const verb =
  <A extends unknown[]>(load: () => Promise<(...given: A) => Promise<void>>) =>
  async (...given: A) =>
    (await load())(...given);

const program = new Command('mb')
  .description('Minh Bạch: một lệnh, nhiều việc · one command, many verbs')
  .showHelpAfterError();

program
  .command('start')
  .description('Start PostgreSQL if needed, the API and a worker')
  .action(verb(async () => (await import('./start.js')).start));
program
  .command('migrate')
  .description('Bring the database’s schema up to date')
  .action(verb(async () => (await import('./with-runtime.js')).migrateOnly));
program
  .command('import-plan <file>')
  .description('Import a plan’s tasks (DOCX, XLSX or CSV, as the office has them)')
  .requiredOption('--plan <json>', 'the plan’s own facts')
  .option('--document <number>', 'number of the amending document, once the plan is approved')
  .option('--date <yyyy-MM-dd>', 'its date')
  .option('--dry-run', 'show each row beside what is read of it; write nothing')
  .action(verb(async () => (await import('./import-plan.js')).importPlanFile));
program
  .command('import-calendar <file>')
  .description('Import the office’s working days (CSV, XLSX or JSON); open deadlines that they touch move')
  .option('--document <number>', 'number of the decision, where the file names none')
  .option('--date <yyyy-MM-dd>', 'its date')
  .option('--dry-run', 'show what would be another; write nothing')
  .action(verb(async () => (await import('./import-calendar.js')).importCalendarFile));
program
  .command('import-log <file>')
  .description(
    'Load another system’s event log of past dossiers (CSV or XES, .gz too); loaded again, it changes nothing',
  )
  .requiredOption(
    '--mapping <json>',
    'which column is what; {} for the names that process mining tools write',
  )
  .option('--rejected <csv>', 'where rows that are not taken go, to be mended; beside the log otherwise')
  .option('--json', 'print one JSON object')
  .action(verb(async () => (await import('./import-log.js')).importLog));
program
  .command('rights')
  .description('Print who may do what, and who may come where')
  .action(verb(async () => (await import('./rights.js')).printRights));
program
  .command('simulate')
  .description('Run a year on a simulated clock')
  .option('--year <year>', 'the plan’s year', '2025')
  .option('--acts <none|typical|file>', 'what the officials do', 'typical')
  .option('--dossiers <n>', 'so many citizens’ dossiers over the year')
  .option('--merge <day>', 'hand the whole office to a successor on that day, e.g. 2025-07-01')
  .option('--json', 'print one JSON object')
  .option('--keep', 'keep the simulated office’s database')
  .action(verb(async () => (await import('./simulate.js')).simulate));
program
  .command('record-lived-in')
  .description('Live the demonstration’s first months once, and write them into the seeds')
  .action(verb(async () => (await import('./lived-in/record.js')).recordLivedIn));
program
  .command('rebuild [model]')
  .description('Build a read model anew beside the serving one and swap')
  .option('--all', 'all of them')
  .action(verb(async () => (await import('./rebuild.js')).rebuildReadModels));
program
  .command('recompute')
  .description('Compute open deadlines anew after the calendar changed')
  .requiredOption('--reason <text>', 'the decision that changed it')
  .action(verb(async () => (await import('./recompute.js')).recomputeDeadlines));
const several = (value: string, before: string[]) => [...before, value];
program
  .command('export-ledger <dir>')
  .description('Export each office’s ledger: checkpoint, tiles, entries, events')
  .action(verb(async () => (await import('./ledger/export.js')).exportLedgers));
program
  .command('verify [dir]')
  .description('Check exported ledgers, or with --live the database: 0 clean, 1 discrepancy, 2 can’t tell')
  .option('--live', 'the running database')
  .option(
    '--vault',
    'the vault of the running database and its readings, against what its log has sealed of them',
  )
  .option('--key <vkey>', 'a public key of the office; may be given again', several, [])
  .option('--witness <vkey>', 'a public key of a witness; may be given again', several, [])
  .option('--json', 'print one JSON object an office')
  .action(verb(async () => (await import('./ledger/verify.js')).verify));
program
  .command('new-keys')
  .description('Print new keys for LEDGER_KEY and VAULT_KEY')
  .action(verb(async () => (await import('./ledger/new-keys.js')).newKeys));
program
  .command('rotate-ledger-key')
  .description('A new key for the ledger, vouched for by the old one in the log')
  .requiredOption('--as <username>', 'who does it', 'admin')
  .action(verb(async () => (await import('./ledger/rotate-key.js')).rotateLedgerKey));
program
  .command('found-office <json>')
  .description('Found an office: its units, posts, people and their first passwords')
  .action(verb(async () => (await import('./found-office.js')).foundOfficeFrom));
program
  .command('found-offices <file>')
  .description(
    'Found many offices from a table (CSV or XLSX: office, name, superior, agencyCode, holders by post); run again, it founds what is missing',
  )
  .requiredOption('--form <json>', 'the posts and units of each, like seeds/offices/thieu-van.json')
  .action(verb(async () => (await import('./found-offices.js')).foundOfficesFrom));
program
  .command('first-password <office> <username>')
  .description('Make and print the first password of somebody who has none yet')
  .action(verb(async () => (await import('./first-password.js')).makeFirstPassword));
program
  .command('hand-over-vault <from> <to>')
  .description('Give the successor of an ended office the data of its people')
  .action(verb(async () => (await import('./hand-over-vault.js')).handOverVault));
program
  .command('rewrap-vault')
  .description('Put everything in the vault under the current master key')
  .action(verb(async () => (await import('./rewrap-vault.js')).rewrapVault));
program
  .command('backup <dir>')
  .description('Write a backup into an empty folder while the service runs')
  .action(verb(async () => (await import('./backup/backup.js')).backup));
program
  .command('restore <dir>')
  .description('Restore a backup into an empty database; its root must be the one that was signed')
  .option('--verify', 'check every restored event against the ledger')
  .option('--size <n>', 'only the first n events of the ledger')
  .option('--until <instant>', 'only what was sealed by then')
  .option(
    '--erased <file>',
    'a list of destroyed keys, kept outside the backup; may be given again',
    several,
    [],
  )
  .option('--key <vkey>', 'a public key of the office; may be given again', several, [])
  .action(verb(async () => (await import('./backup/restore.js')).restore));
program
  .command('erased')
  .description('List those whose keys were destroyed, to be kept outside the backups')
  .action(verb(async () => (await import('./erased.js')).listErased));
program
  .command('drill')
  .description('Attack copies of the database and show which check catches what')
  .option('--json', 'print one JSON object')
  .action(verb(async () => (await import('./ledger/drill/drill.js')).drill));
program
  .command('witness <url>')
  .description('Watch a published ledger, e.g. http://localhost:3000/ledger/thieu-van, and cosign it')
  .requiredOption('--log-key <vkey>', 'a public key of the office; may be given again', several, [])
  .option('--key <file>', 'the witness’s own key; made at first use', 'witness.key')
  .option('--remember <file>', 'what it has seen', 'witness.json')
  .option('--name <name>', 'the witness’s name, for a new key', 'witness.minh-bach.localhost')
  .option('--every <seconds>', 'go on watching')
  .action(verb(async () => (await import('./ledger/witness.js')).witness));
program
  .command('retry [subject]')
  .description('Have work that failed tried again at once; doctor shows what there is')
  .option('--office <id>', 'of this office alone')
  .option('--worker <name>', 'of this worker alone, e.g. read/dossier')
  .action(verb(async () => (await import('./retry.js')).retryParked));
program
  .command('confirm-clock')
  .description('The database’s clock jumped and is right: go by it from now on')
  .action(verb(async () => (await import('./confirm-clock.js')).confirmClock));
program
  .command('doctor')
  .description('Settings, versions, connections, lag, parked work, free disk')
  .option('--office <id>', 'of this office alone; else of the worst 20')
  .action(verb(async () => (await import('./doctor.js')).doctor));

try {
  await program.parseAsync();
  // Said outright: the embedded PostgreSQL's exit hook would end with 0. `start` stays, and never comes to this.
  if (process.exitCode) process.exit();
} catch (error) {
  const { Refusal, fill } = await import('#kernel');
  if (error instanceof Refusal) {
    const { title, advice, code } = error.kind;
    process.stderr.write(`${title.vi} · ${title.en} (${code})\n${fill(advice.vi, error.values)}\n`);
  } else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
