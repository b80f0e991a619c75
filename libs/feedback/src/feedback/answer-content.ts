import { createHash } from 'node:crypto';

/** Words of a text, without case, punctuation and repetition. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The same for texts that differ in case, spaces and punctuation alone. */
export const digestOfAnswer = (text: string): string =>
  createHash('sha256').update(wordsOf(text).join(' ')).digest('hex').slice(0, 32);

const FEWEST_WORDS = 12;
const FEWEST_DIFFERENT = 8;
/** Answers that say nothing but that somebody will (chung chung, né tránh). */
const EVASIVE = /^(đã|xin) (tiếp nhận|ghi nhận|cảm ơn)[^.]*\.?$/iu;

/** R26: why an answer has no content of its own; undefined where it has. `question` is what was asked. */
export function whyEmpty(text: string, done: string, question: string): string | undefined {
  const words = wordsOf(text);
  if (words.length < FEWEST_WORDS || new Set(words).size < FEWEST_DIFFERENT || EVASIVE.test(text.trim()))
    return 'quá ngắn hoặc chung chung · too short or too vague';
  if (new Set(wordsOf(done)).size < 4) return 'chưa nêu việc đã làm · it does not say what was done';
  const asked = new Set(wordsOf(question));
  const own = [...new Set(words)].filter((word) => !asked.has(word));
  if (own.length * 4 < new Set(words).size) return 'chép lại phản ánh · it repeats the feedback';
  return undefined;
}
