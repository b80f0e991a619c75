import { useState } from 'react';
import { useLanguage } from '../words/language';
import { problemOf, type Problem } from './problem';

/** Does what a button asks for, and keeps what was wrong with it until it is tried again. */
export function useAttempt(): {
  problem: Problem | undefined;
  attempt(act: () => Promise<unknown>): Promise<void>;
} {
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  return {
    problem,
    async attempt(act) {
      setProblem(undefined);
      try {
        await act();
      } catch (refused) {
        setProblem(problemOf(refused, language));
      }
    },
  };
}
