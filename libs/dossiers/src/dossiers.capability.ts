import { made, service, type Capability } from '#capability';
import { DocumentQueries, Documents } from '#documents';
import { AggregateStore, EventStore } from '#event-store';
import { CLOCK, POOL, PUBLIC_URL } from '#kernel';
import { PublishedLedger } from '#ledger';
import { Accounts, Commands, OfficeCalendars, Organisation, Strangers } from '#organisation';
import { Files, PersonRecords, Persons } from '#persons';
import { Lacking } from '#projection';
import { Secrets } from '#vault';
import { ArchiveController } from './archive/archive.controller.js';
import { ArchivePackages } from './archive/archive-packages.js';
import { AttachingController } from './attaching.controller.js';
import { dossierAnnouncer } from './announce/announce.js';
import { DOSSIER_STEP } from './dossier/agenda.js';
import { dossierCommands } from './dossiers.commands.js';
import { DossiersController } from './dossiers.controller.js';
import { dossierSteps, dossiersByCalendar, handOverDossiers } from './dossiers.policies.js';
import { dutiesInApplicants } from './duties.policies.js';
import { dossiersSentences, dossiersWords } from './dossiers.sentences.js';
import { Dossiers } from './dossiers.service.js';
import { Forms } from './forms/forms.service.js';
import { numberForms } from './forms/number-forms.js';
import { FormsController } from './forms.controller.js';
import { OpenDataController } from './open-data.controller.js';
import { OwnDossiers } from './own-dossiers.js';
import { PostController } from './post/post.controller.js';
import { PostImport } from './post/post-import.js';
import { ProceduresController } from './procedures.controller.js';
import { PublicController } from './public.controller.js';
import { componentProjection } from './read/component-projection.js';
import { ControlFigures } from './read/control-figures.js';
import { EndedDossiers } from './read/ended-counts.js';
import { HandledDossiers } from './read/handled-dossiers.js';
import { dossierHistoryProjection } from './read/dossier-history-projection.js';
import { dossierProjection } from './read/dossier-projection.js';
import { DossierQueries } from './read/dossiers.queries.js';
import { dossiersWaiting } from './read/waiting.js';
import { namesOfDossiers } from './read/names-of-dossiers.js';
import { ReceptionController } from './reception.controller.js';
import { Receptions } from './receptions.service.js';
import { SurveyController } from './survey.controller.js';
import { ServiceFigures } from './read/service-counts.js';
import { SurveyQueries } from './read/survey.queries.js';
import { SentPapers } from './sent-papers.js';
import { Submissions } from './submissions.js';
import { DossierWords } from './words.js';
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
    AttachingController,
    ArchiveController,
    PostController,
    FormsController,
    ProceduresController,
    PublicController,
    OpenDataController,
    SurveyController,
  ],
  services: [
    service(Dossiers, AggregateStore, CLOCK, OfficeCalendars),
    service(Receptions, Commands, Dossiers),
    service(DossierQueries, POOL, EventStore, Lacking, CLOCK),
    service(ControlFigures, POOL),
    service(EndedDossiers, POOL),
    service(ServiceFigures, POOL),
    service(HandledDossiers, POOL, EventStore, CLOCK),
    service(SurveyQueries, POOL),
    service(PublishedLedger, POOL),
    service(PostImport, Dossiers, DossierQueries, Commands),
  ],
  keyed: [
    service(DossierWords, EventStore, Dossiers, Persons),
    service(SentPapers, Files, Strangers),
    service(
      OwnDossiers,
      Commands,
      DossierQueries,
      DossierWords,
      Strangers,
      Secrets,
      Dossiers,
      SentPapers,
      PersonRecords,
      Organisation,
    ),
    service(Submissions, Commands, Dossiers, Organisation, Persons, Files, OwnDossiers, SentPapers),
    service(
      Forms,
      EventStore,
      Documents,
      DocumentQueries,
      DossierQueries,
      Dossiers,
      Organisation,
      Accounts,
      Persons,
      Files,
      Secrets,
      CLOCK,
      PUBLIC_URL,
    ),
    service(
      ArchivePackages,
      POOL,
      EventStore,
      PublishedLedger,
      Commands,
      Dossiers,
      Organisation,
      Accounts,
      Persons,
      Files,
      Forms,
      DossierWords,
      CLOCK,
      PUBLIC_URL,
    ),
  ],
  readModels: [dossierProjection, componentProjection, dossierHistoryProjection],
  upcasts: dossierUpcasts,
  reactions: [
    made(handOverDossiers, Dossiers, Commands, Organisation),
    made(dossiersByCalendar, AggregateStore, Commands),
    made(dutiesInApplicants, Dossiers, PersonRecords, Commands, Organisation),
    made(numberForms, Documents),
  ],
  agendaTypes: dossierAgendaTypes,
  steps: { [DOSSIER_STEP]: made(dossierSteps, Dossiers, Commands) },
  waiting: [made(dossiersWaiting, DossierQueries, Dossiers)],
  announcers: [made(dossierAnnouncer, Dossiers, Organisation)],
  names: { dossier: made(namesOfDossiers, POOL) },
  sentences: dossiersSentences,
  withheld: { DossierRated: ['score', 'comment', 'answers'] },
  words: dossiersWords,
  workers: {
    dossiers: { vi: 'hồ sơ', en: 'dossiers' },
    import: { vi: 'nạp dữ liệu cũ', en: 'import' },
  },
};
