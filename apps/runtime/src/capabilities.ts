import type { Capability } from '#capability';
import { documentsCapability } from '#documents';
import { dossiersCapability } from '#dossiers';
import { feedbackCapability } from '#feedback';
import { integrationCapability } from '#integration';
import { notificationCapability } from '#notification';
import { organisationCapability } from '#organisation';
import { personsCapability } from '#persons';
import { planningCapability } from '#planning';

/** What the house can do: one line a capability. */
export const capabilities: readonly Capability[] = [
  organisationCapability,
  planningCapability,
  dossiersCapability,
  documentsCapability,
  feedbackCapability,
  personsCapability,
  notificationCapability,
  integrationCapability,
];

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
