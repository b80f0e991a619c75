import { handOverDossiers, numberForms, shareApplicants } from '#dossiers';
import { shareAuthors } from '#feedback';
import { syncProvince, tellSubscribers, type Province } from '#integration';
import { notify } from '#notification';
import { receiveOnOfficeEnd } from '#organisation';
import { assignCommitments, assignOnApproval, handOverOnOfficeEnd, handOverOnUnitEnd } from '#planning';
import type { Reaction } from '#projection';
import type { Runtime } from '../../runtime/src/index.js';

/** When this happened, do that: what all capabilities bring; `channels`: the ways out of the house. */
export function reactionsOf(
  { planning, queries, organisation, dossiers, feedback, personRecords, ...runtime }: Runtime,
  province: Province | null | undefined,
  channels: readonly string[],
): Reaction[] {
  const { commands, documents, webhooks, announcers, outbox, clock } = runtime;
  return [
    assignOnApproval(planning, commands),
    assignCommitments(commands),
    handOverOnUnitEnd(commands, queries),
    receiveOnOfficeEnd(organisation, commands),
    handOverOnOfficeEnd(planning, commands, queries, organisation),
    handOverDossiers(dossiers, commands, organisation, personRecords),
    shareApplicants(dossiers, personRecords, organisation),
    shareAuthors(feedback, personRecords),
    numberForms(documents),
    tellSubscribers(webhooks, outbox, clock),
    ...(province ? [syncProvince(province, dossiers, outbox, clock)] : []),
    notify(announcers, outbox, personRecords, channels, clock),
  ];
}
