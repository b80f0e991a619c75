import type { RegisterFacts, RegisterKind } from '#client';
import { textOf } from '../ui/fields';
import { figure } from '../words/format';

type Language = 'vi' | 'en';
type Fact = RegisterKind['facts'][number];

/** What a form holds of the facts that a register asks for; the service says what of it is wrong. */
export function factsIn(kind: RegisterKind, fields: FormData): RegisterFacts {
  const facts: Record<string, string | number> = {};
  for (const { name, form } of kind.facts) {
    const text = textOf(fields, name);
    if (text !== '') facts[name] = form === 'count' ? Number(text) : text;
  }
  return facts;
}

/** A fact's value in words. */
export function factSaid({ choices }: Fact, value: string | number, language: Language): string {
  if (typeof value === 'number') return figure(value);
  return choices.find((one) => one.value === value)?.label[language] ?? value;
}

/** What an entry says beside its title, fact by fact. */
export const factsSaid = (kind: RegisterKind, facts: RegisterFacts, language: Language) =>
  kind.facts.flatMap((fact) => {
    const value = facts[fact.name];
    return value === undefined || fact.form === 'link'
      ? []
      : [{ name: fact.name, label: fact.label[language], said: factSaid(fact, value, language) }];
  });
