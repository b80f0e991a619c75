import { withoutEnding } from '#kernel';

/** Case, spacing, composition (NFC/NFD), a leading dash or number of a list and a final dot mean nothing; nor does another form of a letter (Ⅳ, ３). */
export const normalisePhrase = (text: string): string =>
  withoutEnding(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/^[\s–—•+*-]+/, '')
      .replace(/^(?:\d{1,2}|[a-zđ])[.)] /u, ''),
    /[\s.;,]/,
  );

/** What is written in two ways, as one of them. */
const SAME: Record<string, string> = {
  hàng: 'hằng',
  mỗi: 'hằng',
  từng: 'hằng',
  kì: 'kỳ',
  qúy: 'quý',
  quí: 'quý',
  sáu: '6',
  chín: '9',
  '–': '-',
  '—': '-',
  tới: 'đến',
  '&': 'và',
};

interface Token {
  word: string;
  from: number;
}

/** The words, numbers and signs of a phrase, read one after the other; what does not fit is read again from where it began. */
export class WordsOfPhrase {
  readonly #text: string;
  readonly #tokens: Token[];
  #at = 0;

  constructor(text: string) {
    this.#text = normalisePhrase(text);
    this.#tokens = [...this.#text.matchAll(/\d+|[\p{L}\p{M}]+|\S/gu)].map(({ 0: word, index }) => ({
      word: SAME[word] ?? word,
      from: index,
    }));
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** Whether these words (set apart by spaces) come next. */
  isNext(words: string): boolean {
    return words.split(' ').every((word, index) => this.#tokens[this.#at + index]?.word === word);
  }

  /** Whether these words come next; then they are read. */
  take(words: string): boolean {
    if (!this.isNext(words)) return false;
    this.#at += words.split(' ').length;
    return true;
  }

  takeAny(...choices: string[]): boolean {
    return choices.some((words) => this.take(words));
  }

  /** Reads any number of these, in any order. */
  skip(...choices: string[]): void {
    while (this.takeAny(...choices));
  }

  /** The next word, where it has this form. */
  word(form: RegExp): string | undefined {
    const word = this.#tokens[this.#at]?.word;
    if (word === undefined || !form.test(word)) return undefined;
    this.#at += 1;
    return word;
  }

  /** Everything that is left, as it stands in the phrase; undefined where nothing is. */
  rest(): string | undefined {
    const next = this.#tokens[this.#at];
    this.#at = this.#tokens.length;
    return next && this.#text.slice(next.from);
  }

  /** What a rule reads; where it reads nothing, it was never there. */
  attempt<T>(rule: () => T | undefined): T | undefined {
    const before = this.#at;
    const read = rule();
    if (read === undefined) this.#at = before;
    return read;
  }

  /** The first of these rules that reads the phrase to its end. */
  whole<T>(rules: readonly (() => T | undefined)[]): T | undefined {
    for (const rule of rules) {
      const read = this.attempt(() => {
        const one = rule();
        return one !== undefined && this.atEnd ? one : undefined;
      });
      if (read !== undefined) return read;
    }
    return undefined;
  }
}
