import { Dossiers, RateDossier } from '#dossiers';
import { at, derivedId, type Day } from '#kernel';
import { APPLICANT } from '#organisation';
import { DEMO_OFFICE, type Runtime } from '../../../runtime/src/index.js';
import type { ScriptedAct } from '../simulation/acts.js';

/** The evenings on which those who were served meanwhile answer. */
const EVENINGS: readonly Day[] = ['2025-01-23', '2025-02-27', '2025-03-28', '2025-04-28', '2025-05-29'];
/** One in three answers. */
const ANSWERING = 3;
const QUESTIONS = ['access', 'officials', 'steps', 'result', 'opinions'] as const;

/** What somebody says: most are satisfied, one in seventeen is not with the waiting and the result. */
const answersOf = (n: number) => {
  const isSatisfied = n % 17 !== 0;
  const answers = QUESTIONS.map((question, nth) => ({
    question,
    score: !isSatisfied && (question === 'access' || question === 'result') ? 2 : (n + nth) % 4 === 0 ? 4 : 5,
  }));
  return { score: isSatisfied ? 5 : 3, answers };
};

/** What was answered to the survey, each about a dossier that was returned, without a word that would be somebody's data. */
export const ratingScript = (runtime: Runtime, dossiers: number): ScriptedAct[] =>
  EVENINGS.map((day) => ({
    at: at(day, '20:30'),
    run: async () => {
      for (let n = 1; n < dossiers; n += ANSWERING) {
        const id = derivedId(DEMO_OFFICE, 'simulated', n);
        const { state } = await runtime.get(Dossiers).load(DEMO_OFFICE, id);
        if (state.status !== 'returned' || state.work?.rated !== false) continue;
        const envelope = { office: DEMO_OFFICE, actor: APPLICANT, commandId: derivedId(id, 'rated') };
        await runtime.commands.send(RateDossier, envelope, id, answersOf(n));
      }
    },
  }));
