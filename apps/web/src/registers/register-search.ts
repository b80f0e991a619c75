import { yearIn } from '../app/search-values';

/** Which register, of which year, of which task. */
export interface RegisterSearch {
  kind?: string;
  year?: number;
  task?: string;
}

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export function registerSearch({ kind, year, task }: Record<string, unknown>): RegisterSearch {
  const [ofKind, ofTask] = [textIn(kind), textIn(task)];
  return {
    ...yearIn(year),
    ...(ofKind === undefined ? {} : { kind: ofKind }),
    ...(ofTask === undefined ? {} : { task: ofTask }),
  };
}
