import { fill, languageOf } from '#kernel';
import type { MayBeDone } from './commands.js';

/** What may be done, as screens are told: each act with whether it may be done now, and if not, why and by which rule. */
export const actsAnswer = (acts: readonly MayBeDone[], acceptLanguage: string | undefined) => {
  const language = languageOf(acceptLanguage);
  return {
    items: acts.map(({ act, refusal }) => {
      if (!refusal) return { act, may: true, why: null };
      const { code, title, rule = null } = refusal.kind;
      return { act, may: false, why: { code, title: fill(title[language], refusal.values), rule } };
    }),
  };
};
