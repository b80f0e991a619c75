import { writeFile } from 'node:fs/promises';
import { documentAlone } from './alone.js';

// Writes the API's description to the file it is given.
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('where to?');
await writeFile(file, JSON.stringify(await documentAlone(), null, 2));
