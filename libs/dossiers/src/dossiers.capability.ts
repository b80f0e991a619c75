import type { Capability } from '#capability';
import { dossierCommands } from './dossiers.commands.js';
import { DossiersController } from './dossiers.controller.js';
import { dossiersSentences, dossiersWords } from './dossiers.sentences.js';
import { FormsController } from './forms.controller.js';
import { OpenDataController } from './open-data.controller.js';
import { ProceduresController } from './procedures.controller.js';
import { PublicController } from './public.controller.js';
import { componentProjection } from './read/component-projection.js';
import { dossierProjection } from './read/dossier-projection.js';
import { ReceptionController } from './reception.controller.js';
import { dossierAgendaTypes } from './dossier/dossier.events.js';
import {
  dossiersBodies,
  dossiersCosts,
  dossiersRoutes,
  dossiersOverseen,
  dossiersGuessed,
} from './dossiers.routes.js';
import { dossierUpcasts } from './dossier/dossier.upcasts.js';

/** Hồ sơ thủ tục hành chính · dossiers, procedures and forms. */
export const dossiersCapability: Capability = {
  name: 'dossiers',
  commands: dossierCommands,
  routes: dossiersRoutes,
  bodies: dossiersBodies,
  costs: dossiersCosts,
  overseen: dossiersOverseen,
  guessed: dossiersGuessed,
  controllers: [
    ReceptionController,
    DossiersController,
    FormsController,
    ProceduresController,
    PublicController,
    OpenDataController,
  ],
  readModels: [dossierProjection, componentProjection],
  upcasts: dossierUpcasts,
  agendaTypes: dossierAgendaTypes,
  sentences: dossiersSentences,
  words: dossiersWords,
  workers: {
    dossiers: { vi: 'hồ sơ', en: 'dossiers' },
    import: { vi: 'nạp dữ liệu cũ', en: 'import' },
  },
};
