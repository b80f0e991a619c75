import type { Capability } from '#capability';
import { documentsCapability } from '#documents';
import { dossiersCapability } from '#dossiers';
import { evaluationCapability } from '#evaluation';
import { feedbackCapability } from '#feedback';
import { inspectionCapability } from '#inspection';
import { integrationCapability } from '#integration';
import { notificationCapability } from '#notification';
import { organisationCapability } from '#organisation';
import { personsCapability } from '#persons';
import { planningCapability } from '#planning';
import { registersCapability } from '#registers';
import { reportingCapability } from '#reporting';

/** What the house can do: one line a capability. */
export const capabilities: readonly Capability[] = [
  organisationCapability,
  planningCapability,
  dossiersCapability,
  documentsCapability,
  feedbackCapability,
  reportingCapability,
  inspectionCapability,
  evaluationCapability,
  registersCapability,
  personsCapability,
  notificationCapability,
  integrationCapability,
];
