import { createContext, useContext } from 'react';
import type { Problem } from '../app/problem';

/** What was refused of the form around, for its fields to say what is wrong with them. */
export const FormProblem = createContext<Problem | undefined>(undefined);

export function useWrong(name: string | undefined): string | undefined {
  const problem = useContext(FormProblem);
  return name === undefined ? undefined : problem?.errors?.find(({ field }) => field === name)?.message;
}
