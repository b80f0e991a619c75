/** Without what is mistaken for something else when it is read aloud or copied by hand: 0 and O, 1, l and I. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const OF = 5;

/** A password that nobody guesses (99 bits) and anybody can type: `k7mwq-…`, four groups of five. */
export function firstPassword(): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: OF }, () => LETTERS[below(LETTERS.length)]).join(''),
  );
  return groups.join('-');
}

/** A whole number below `most`, each as likely as any other. */
function below(most: number): number {
  const limit = 256 - (256 % most);
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= limit);
  return (byte[0] ?? 0) % most;
}
