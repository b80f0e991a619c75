import { invalidInput } from '#kernel';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** As large as a file may be that an official hands in. */
export const MOST_OF_A_FILE = 10_485_760;
/** All of a form's files together; over a bad line they come within the five minutes that a request may take. */
export const MOST_AT_ONCE = 31_457_280;
export const MOST_FILES = 10;

const MOST_OF_A_FIELD = 20_000;
const MOST_FIELDS = 100;
/** Fields and files, and what is neither: it costs to look for each. */
const MOST_PARTS = 2 * MOST_FIELDS;
/** A field may be named for a paper of a procedure, in any script. */
const LONGEST_FIELD_NAME = 2_000;

/** All that is held in memory of forms that are coming in, in this process. */
const MOST_HELD = 268_435_456;
let heldOfAll = 0;

/** A file as a form sends it, by which of its fields. */
export interface SentFile {
  field: string;
  name: string;
  bytes: Buffer;
}

/** Why a form's files are not all there. */
export type Lacking = 'file_too_large' | 'too_many_files' | 'all_too_large' | 'busy';

/** What came of a form: what is written in it, its files, and what is wrong with them. */
export interface Multipart {
  /** By name, of a name that came several times each. A map: a stranger may call a field as every object calls something of its own. */
  fields: Map<string, string[]>;
  files: SentFile[];
  lacking: Lacking | undefined;
  /** The file that is too large. */
  which: string | undefined;
  /** Lets go of the memory that the files are counted for. */
  release(): void;
}

/** Too much came: the rest is not looked at any more. */
class Enough extends Error {}

/**
 * Reads a form with files as it comes, and no further than its limits: what was written in it by then is there all the
 * same, so that the form is shown again with it. Refuses `invalid_input` for what is no such form.
 */
export async function readMultipart(headers: IncomingHttpHeaders, body: IncomingMessage): Promise<Multipart> {
  const read: Multipart = {
    fields: new Map(),
    files: [],
    lacking: undefined,
    which: undefined,
    release: () => undefined,
  };
  let held = 0;
  read.release = () => {
    heldOfAll -= held;
    held = 0;
  };
  let came = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      came += chunk.length;
      const whole = came > MOST_AT_ONCE;
      const busy = heldOfAll + chunk.length > MOST_HELD;
      if (whole || busy) {
        read.lacking ??= whole ? 'all_too_large' : 'busy';
        return next(new Enough());
      }
      held += chunk.length;
      heldOfAll += chunk.length;
      next(null, chunk);
    },
  });
  body.once('close', () => counting.destroy(new Error('the form was cut off')));
  try {
    // The request itself goes on: whoever is refused reads why.
    body.pipe(counting);
    await pipeline(
      counting,
      formReader(headers, read, () => counting.destroy(new Error('too many parts'))),
    );
  } catch (error) {
    if (error instanceof Enough) return { ...read, files: [] };
    read.release();
    throw invalidInput({ errors: [{ field: 'body', message: 'multipart/form-data' }] });
  } finally {
    body.unpipe(counting);
  }
  return read;
}

function formReader(headers: IncomingHttpHeaders, read: Multipart, stop: () => void): BusboyInstance {
  const form = new Busboy({
    headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
    limits: {
      fieldNameSize: LONGEST_FIELD_NAME,
      fieldSize: MOST_OF_A_FIELD,
      fields: MOST_FIELDS,
      fileSize: MOST_OF_A_FILE,
      // One for each field, also where nothing was chosen in it.
      files: MOST_FIELDS,
      parts: MOST_PARTS,
      headerPairs: 20,
    },
    isPartAFile: (_field, _type, name) => name !== undefined,
  });
  form.on('field', (name, value) => {
    read.fields.set(name, [...(read.fields.get(name) ?? []), value]);
  });
  form.on('file', (field, stream, name: string | undefined) => takeFile(read, field, stream, name ?? ''));
  form.on('filesLimit', () => {
    read.lacking ??= 'too_many_files';
  });
  for (const tooMany of ['fieldsLimit', 'partsLimit'] as const) form.on(tooMany, stop);
  return form;
}

/** A field for a file that was left empty sends one without a name and without a byte. */
function takeFile(read: Multipart, field: string, stream: BusboyFileStream, name: string): void {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('error', () => undefined); // what was cut off is told by the form
  stream.on('end', () => {
    const bytes = Buffer.concat(chunks);
    if (name === '' && bytes.length === 0) return;
    if (stream.truncated) {
      read.lacking ??= 'file_too_large';
      read.which ??= name;
    } else if (read.files.length === MOST_FILES) read.lacking ??= 'too_many_files';
    else read.files.push({ field, name, bytes });
  });
}
