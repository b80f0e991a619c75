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
  for (const capability of capabilities) add(merged, kind(capability) ?? {}, capability);
  return merged;
}

/** The same of tables to which several may bring lines, none of which may stand twice. */
export function mergedTables<T>(
  kind: (capability: Capability) => Readonly<Record<string, Readonly<Record<string, T>>>> | undefined,
): Record<string, Record<string, T>> {
  const merged: Record<string, Record<string, T>> = {};
  for (const capability of capabilities)
    for (const [name, lines] of Object.entries(kind(capability) ?? {}))
      add((merged[name] ??= {}), lines, capability, `${name}.`);
  return merged;
}

function add<T>(
  table: Record<string, T>,
  lines: Readonly<Record<string, T>>,
  by: Capability,
  within = '',
): void {
  const twice = Object.keys(lines).find((line) => line in table);
  if (twice !== undefined) throw new Error(`${within}${twice} is brought twice, at last by ${by.name}`);
  Object.assign(table, lines);
}
