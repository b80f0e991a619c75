import { documentsSentences } from '#documents';
import { dossiersSentences } from '#dossiers';
import { feedbackSentences } from '#feedback';
import { integrationSentences } from '#integration';
import type { Sentences } from '#ledger';
import { organisationSentences } from '#organisation';
import { personsSentences } from '#persons';
import { planningSentences } from '#planning';

/** What every event says in the trail, of all capabilities. */
export const sentences: Sentences = {
  ...organisationSentences,
  ...planningSentences,
  ...personsSentences,
  ...dossiersSentences,
  ...documentsSentences,
  ...feedbackSentences,
  ...integrationSentences,
  LedgerKeyRotated: { vi: 'thay khóa ký sổ cái', en: 'rotated the key of the ledger' },
};
