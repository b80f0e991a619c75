/** A check that takes too long, or needs too much, for `npm test`. */
export interface LongCheck {
  /** By which `--only` asks for it. */
  name: string;
  /** What holds when it passes. */
  holds: string;
  /** Answers what was looked at, in a few words; throws what is wrong. `note` says how far it is. */
  run(note: (text: string) => void): Promise<string>;
}
