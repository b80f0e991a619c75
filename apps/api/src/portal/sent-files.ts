import type { Paper } from '#dossiers';
import { refusal, unavailable, type Refusal } from '#kernel';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { MOST_AT_ONCE, MOST_FILES, MOST_OF_A_FILE, type Multipart, type SentFile } from './multipart.js';

const MB = 1_048_576;
export const MOST = { file: MOST_OF_A_FILE / MB, all: MOST_AT_ONCE / MB, files: MOST_FILES };

const fileTooLarge = refusal(
  'file_too_large',
  413,
  { vi: 'Có tệp quá lớn', en: 'A file is too large' },
  {
    vi: 'Tệp “{name}” lớn hơn {most} MB. Xin chụp lại ở cỡ nhỏ hơn, hoặc gửi bản PDF gọn hơn; các ô đã điền vẫn còn, chỉ cần chọn lại tệp.',
    en: '“{name}” is larger than {most} MB. Please take a smaller picture or send a smaller PDF; what you filled in is still there, only the files must be chosen again.',
  },
);
const filesTooMany = refusal(
  'files_too_many',
  413,
  { vi: 'Quá nhiều tệp', en: 'Too many files' },
  {
    vi: 'Mỗi lần gửi nhiều nhất {most} tệp. Xin gộp các trang vào một tệp PDF, hoặc bỏ bớt; các ô đã điền vẫn còn, chỉ cần chọn lại tệp.',
    en: 'At most {most} files can be sent at once. Please put pages together in one PDF or leave some out; what you filled in is still there, only the files must be chosen again.',
  },
);
const filesTooLarge = refusal(
  'files_too_large',
  413,
  { vi: 'Các tệp cộng lại quá lớn', en: 'The files are too large together' },
  {
    vi: 'Tất cả các tệp nhiều nhất {most} MB. Xin chụp lại ở cỡ nhỏ hơn hoặc bỏ bớt; các ô đã điền vẫn còn, chỉ cần chọn lại tệp.',
    en: 'All files together may have {most} MB. Please take smaller pictures or leave some out; what you filled in is still there, only the files must be chosen again.',
  },
);

/** What came of the files of a form. */
export type Sent = Omit<Multipart, 'fields'>;

const SENT = new WeakMap<object, Sent>();

/** Keeps a form's files with its request. */
export const noteSent = (request: FastifyRequest, sent: Sent): void => {
  SENT.set(request.raw, sent);
};

/** They are not held any more once it is answered. */
export const letGoOfSent = (request: FastifyRequest): void => SENT.get(request.raw)?.release();

/** What tells a form with these files from the same one with others (R35). */
export const whatCameOf = ({ files, lacking }: Sent): { sent?: string } => {
  if (files.length === 0 && lacking === undefined) return {};
  const hash = createHash('sha256').update(lacking ?? '');
  for (const { field, name, bytes } of files)
    hash.update(`\n${field}\n${name}\n`).update(createHash('sha256').update(bytes).digest());
  return { sent: hash.digest('hex') };
};

/** The field in which papers of a component are sent. */
export const paperField = (component: string): string => `${OF_PAPER}${component}`;
const OF_PAPER = 'paper:';

/** The papers that a form sent, each of the component whose field it stood in; refuses what is more than may be sent. */
export function papersIn(request: FastifyRequest): Paper[] {
  const sent = SENT.get(request.raw);
  if (!sent) return [];
  requireAll(sent);
  return sent.files.flatMap((file) =>
    file.field.startsWith(OF_PAPER) ? [paperOf(file.field.slice(OF_PAPER.length), file)] : [],
  );
}

function requireAll({ lacking, which }: Sent): void {
  if (lacking === undefined) return;
  if (lacking === 'busy') throw unavailable(new Error('too many files are coming in'));
  throw REFUSED[lacking](which);
}

const REFUSED: Readonly<Record<Exclude<Sent['lacking'], 'busy' | undefined>, (name?: string) => Refusal>> = {
  file_too_large: (name = '') => fileTooLarge({ name, most: MOST.file }),
  too_many_files: () => filesTooMany({ most: MOST.files }),
  all_too_large: () => filesTooLarge({ most: MOST.all }),
};

/** So much of a name is enough to know a file by; they travel in an address. */
const SHOWN_OF_A_NAME = 40;

/** The files that were taken in, by their names. */
export const filesNamed = (papers: readonly Paper[]): string[] =>
  papers.map(({ name }) => (name.length > SHOWN_OF_A_NAME ? `${name.slice(0, SHOWN_OF_A_NAME)}…` : name));

// eslint-disable-next-line no-control-regex
const NOT_IN_A_NAME = /[\u0000-\u001f\u007f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]/g;

/** A phone names its pictures as it likes: what no name may hold is taken out of it, for nobody there can rename them. */
const paperOf = (component: string, { name, bytes }: SentFile): Paper => ({
  component,
  name: name
    .normalize('NFC')
    .replace(NOT_IN_A_NAME, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^\./, '')
    .replace(/(?<![. ])[. ]+$/, '')
    .slice(-200),
  bytes,
});
