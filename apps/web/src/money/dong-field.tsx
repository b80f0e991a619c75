import { TextField } from '../ui/field';
import { useWords } from '../words/language';
import { words } from './words';

/** `1250000`, `1.250.000` and `1 250 000` are one amount; anything else is none, which the service refuses by name. */
export function readDong(typed: string): number {
  const text = typed.replace(/\s*(₫|đ|đồng)$/u, '');
  return /^(\d+|\d{1,3}([. ]\d{3})+)$/.test(text) ? Number(text.replace(/[. ]/g, '')) : Number.NaN;
}

/** An amount of money, typed with or without dots. */
export function DongField({ name = 'amount' }: { name?: string }) {
  const text = useWords(words);
  return (
    <TextField
      label={text.amount}
      hint={text.amountHint}
      name={name}
      required
      inputMode="numeric"
      maxLength={20}
      autoComplete="off"
    />
  );
}
