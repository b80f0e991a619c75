import { fill, languageOf, is } from '#kernel';
import type { MayBeDone } from './commands.js';

/** Acts on something, each with whether it may be done now; if not, by which refusal and under which rule. */
export const Acts = is.named('Acts', {
  items: is.list(
    is.object({
      act: is.code,
      may: is.flag,
      why: is.orNull(is.object({ code: is.code, title: is.line, rule: is.orNull(is.code) })),
    }),
  ),
});

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
