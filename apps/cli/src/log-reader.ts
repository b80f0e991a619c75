import { readLog, type LogMapping } from '#dossiers/history';
import { Refusal } from '#kernel/plain';
import { once } from 'node:events';
import type { Told } from './read-log-apart.js';

// A process of its own that reads a log and tells its dossiers, a line of JSON each: it holds none of the service, and its
// memory does not grow with the file.
const [path = '', mapping = ''] = process.argv.slice(2);

const tell = (told: Told): boolean => process.stdout.write(`${JSON.stringify(told)}\n`);

try {
  const log = await readLog(path, JSON.parse(mapping) as LogMapping, {
    read: (bytes) => tell({ read: bytes }),
    rejected: (row) => tell({ rejected: row }),
  });
  tell({ events: log.events });
  for await (const dossier of log.dossiers) if (!tell({ dossier })) await once(process.stdout, 'drain');
  const { events, repeated, rejected } = log;
  tell({ counted: { events, repeated, rejected } });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  tell({ refused: { kind: error.kind, values: error.values } });
}
