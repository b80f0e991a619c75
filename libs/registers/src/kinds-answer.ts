import { FACTS, type FactForm, type FactName } from './entry/facts.js';
import { KIND_NAMES, kindOf } from './entry/kinds.js';

/** The registers as the API tells them: what each asks for, in which order. */
export const kindsAnswer = () => ({
  items: KIND_NAMES.map((kind) => {
    const { title, about, source, by, attended = false, must, may } = kindOf(kind);
    return {
      kind,
      title,
      about,
      source,
      by,
      attended,
      facts: [...must.map((name) => fact(name, true)), ...may.map((name) => fact(name, false))],
    };
  }),
});

function fact(name: FactName, required: boolean) {
  const { name: label, form, choices = {} }: FactForm = FACTS[name];
  const words = Object.entries(choices).map(([value, called]) => ({ value, label: called }));
  return { name, label, form, required, choices: words };
}
