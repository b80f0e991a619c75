import type { Capability } from '#capability';
import { capabilities } from './capabilities.js';

/** What all capabilities bring of one kind. */
export const allOf = <T>(kind: (capability: Capability) => readonly T[] | undefined): T[] =>
  capabilities.flatMap((capability) => kind(capability) ?? []);

/** What all capabilities bring of one kind, by names of which none may stand twice. */
export function mergedOf<T>(
  kind: (capability: Capability) => Readonly<Record<string, T>> | undefined,
): Record<string, T> {
  const merged: Record<string, T> = {};
  for (const capability of capabilities)
    for (const [name, one] of Object.entries(kind(capability) ?? {})) {
      if (name in merged) throw new Error(`${name} is brought twice, at last by ${capability.name}`);
      merged[name] = one;
    }
  return merged;
}
