export * from './announce/announce.js';
export { DOSSIER_STEP } from './dossier/agenda.js';
export * from './dossier/clock.js';
export * from './dossier/dossier.js';
export {
  PayFee,
  digitiseResult,
  exemptFee,
  payFee,
  rateDossier,
  rejectDossier,
  returnResult,
  signResult,
  stopDossier,
  withdrawDossier,
} from './dossier/ending.js';
export { pauseDossier, resumeDossier } from './dossier/interruptions.js';
export { answerSupplement, requestSupplement } from './dossier/supplement.js';
export { giveApology } from './dossier/lateness.js';
export { ReceiveDossier } from './dossier/reception.js';
export { acceptStep, handOverStep } from './dossier/steps.js';
export { dossierAgendaTypes } from './dossier/dossier.events.js';
export * from './dossiers.controller.js';
export * from './dossiers.policies.js';
export * from './dossiers.sentences.js';
export * from './dossiers.service.js';
export * from './forms.controller.js';
export * from './forms/forms.service.js';
export * from './forms/number-forms.js';
export * from './history/mapping.js';
export * from './history/past-dossier.js';
export * from './history/read-log.js';
export * from './open-data.controller.js';
export * from './procedure/procedure.js';
export * from './procedure/read-procedures.js';
export * from './procedures.controller.js';
export * from './public.controller.js';
export * from './read/component-projection.js';
export * from './read/dossier-projection.js';
export * from './read/dossier-filters.js';
export * from './read/dossiers.queries.js';
export * from './reception.controller.js';
export * from './receptions.service.js';
export * from './register/register.js';
