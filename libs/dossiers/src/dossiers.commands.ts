import type { Outcome } from '#event-store';
import { dayOf, derivedId } from '#kernel';
import {
  OFFICIALS,
  brought,
  commandsOn,
  guarded,
  official,
  right,
  worker,
  type ActContext,
  type Brought,
  type LoadState,
} from '#organisation';
import { addDuty, person } from '#persons';
import * as archive from './archive/archive.acts.js';
import * as post from './post/post.acts.js';
import { dossier, type Dossier } from './dossier/dossier.js';
import type { DossierEvent } from './dossier/dossier.events.js';
import * as ending from './dossier/ending.js';
import { dutyHandedOver } from './dossier/handed-duty.js';
import * as fee from './dossier/fee.js';
import type { DossierContext } from './dossier/guards.js';
import * as interruptions from './dossier/interruptions.js';
import * as lateness from './dossier/lateness.js';
import * as reception from './dossier/reception.js';
import { RecomputeDue, recomputeDue } from './dossier/recompute.js';
import * as refunds from './dossier/refunds.js';
import * as steps from './dossier/steps.js';
import * as supplement from './dossier/supplement.js';
import * as transfer from './dossier/transfer.js';
import {
  catalogue,
  catalogueSubject,
  repealProcedure,
  type Catalogue,
  type CatalogueEvent,
} from './procedure/procedure.js';
import { PublishProcedures, RepealProcedure, publishProcedures } from './procedure/procedure.commands.js';
import { byItsRules, rulesOn } from './rules/one-stop-rules.js';
import {
  dossierCode,
  enter,
  register,
  registerSubject,
  type Register,
  type RegisterEvent,
} from './register/register.js';

/** The dossier that an act brings into being. */
export const dossierOf = (commandId: string): string => derivedId(commandId, 'dossier');

/** Each dossier goes by the rules that it was received under; until it is known which those are, by today's. */
const onDossier = commandsOn<Dossier, DossierEvent, DossierContext>({
  aggregate: dossier,
  contextOf: (act) => ({ ...act, dossierId: act.subject, settings: rulesOn(dayOf(act.now)).clock }),
  by: byItsRules,
  after: lateness.seeingLateness,
});

const desk = official('desk');
const holder = official('held');
const deskOrHolder = official('desk or held');
const leaders = right('office', 'chairman', 'vice-chairman');
const applicant = right('own', 'applicant');

const withCatalogue = async (_fields: object, { officeId }: ActContext, load: LoadState) => ({
  catalogue: await load(catalogue, catalogueSubject(officeId)),
});

/** R19: the day's register gives the next number, and its entry goes in with the dossier or not at all. */
const entering = (_fields: object, { officeId, subject, commandId, now, office }: ActContext) => ({
  aggregate: register,
  subject: registerSubject(officeId, dayOf(now)),
  commandId: derivedId(commandId, 'number'),
  body: { name: 'Register', dossierId: subject },
  decide: (state: Register) =>
    enter(state, subject, (number) => dossierCode(office.agencyCode, dayOf(now), number)),
});

/** The code under which a dossier was entered just now; one that is in the register already was received before. */
const enteredAs = (entered?: Outcome<Register, RegisterEvent>): string => entered?.events[0]?.data.code ?? '';

interface Receiving extends DossierContext {
  catalogue: Catalogue;
  before?: Outcome<Register, RegisterEvent>;
}

const receive = Object.assign(
  (state: Dossier, command: reception.ReceiveDossier, act: Receiving) =>
    reception.receiveDossier(state, command, { ...act, code: enteredAs(act.before) }),
  { guard: reception.receivable },
);

/** R34: whoever a dossier is handed over to has a duty in its applicant from that moment on. */
const givingDuty = (
  { state, events }: Outcome<Dossier, DossierEvent>,
  { subject, office }: ActContext,
): Brought[] =>
  events.flatMap((event) => {
    if (event.type !== 'StepHandedOver' || state.applicantId === null) return [];
    const duty = dutyHandedOver(state, event, subject, office);
    if (!duty) return [];
    return [
      brought(person, state.applicantId, { part: 'duty', rule: 'R34' }, (known) => addDuty(known, duty)),
    ];
  });

/** The acts on dossiers (hồ sơ): who may, and what decides. */
const onDossiers = [
  onDossier(
    reception.ReceiveDossier, // R11, R19
    desk,
    receive,
    {
      looksAt: withCatalogue,
      before: entering,
      begins: (_command, { subject, commandId }) => subject === dossierOf(commandId),
      digestOf: ({ applicantId, ...command }) => ({ name: 'ReceiveDossier', command, applicantId }),
    },
  ),
  onDossier(reception.SubmitDossier, applicant, reception.submitDossier, {
    looksAt: withCatalogue,
    begins: (_command, { subject, commandId }) => subject === dossierOf(commandId),
    digestOf: ({ procedureCode, components }) => ({
      name: 'SubmitDossier',
      command: { procedureCode, components },
    }),
  }),
  onDossier(reception.RefuseDossier, desk, reception.refuseDossier),
  onDossier(steps.HandOverStep, holder, steps.handOverStep, { brings: givingDuty }), // R20, R34
  onDossier(steps.AcceptStep, official('own'), steps.acceptStep), // R20
  onDossier(steps.DeclineStep, official('own'), steps.declineStep), // R20
  onDossier(supplement.RequestSupplement, holder, supplement.requestSupplement), // R12, R13
  onDossier(supplement.AnswerSupplement, desk, supplement.answerSupplement), // R14
  onDossier(supplement.AnswerOwnSupplement, applicant, supplement.answerOwnSupplement), // R13, R14
  onDossier(interruptions.PauseDossier, holder, interruptions.pauseDossier), // R14
  onDossier(interruptions.ResumeDossier, holder, interruptions.resumeDossier), // R14
  onDossier(interruptions.ExtendDossier, holder, interruptions.extendDossier),
  onDossier(ending.RejectDossier, holder, ending.rejectDossier),
  onDossier(ending.WithdrawDossier, desk, ending.withdrawDossier),
  onDossier(ending.StopDossier, leaders, ending.stopDossier),
  onDossier(ending.SignResult, leaders, ending.signResult), // R18
  onDossier(ending.DigitiseResult, deskOrHolder, ending.digitiseResult),
  onDossier(fee.PayFee, right('desk', ...OFFICIALS, 'worker'), fee.payFee), // R23
  onDossier(fee.ExemptFee, desk, fee.exemptFee), // R23
  onDossier(fee.BeginPayment, applicant, fee.beginPayment), // R23
  onDossier(fee.ConfirmPayment, worker, fee.confirmPayment), // R23
  onDossier(fee.FailPayment, worker, fee.failPayment), // R23
  onDossier(refunds.RefundFee, desk, refunds.refundFee), // R23
  onDossier(ending.ReturnResult, desk, ending.returnResult), // R18, R23
  onDossier(archive.MakeArchivePackage, deskOrHolder, archive.makeArchivePackage, {
    digestOf: () => ({ name: 'MakeArchivePackage' }),
  }),
  onDossier(archive.HandOverToArchive, deskOrHolder, archive.handOverToArchive),
  onDossier(post.RecordPost, desk, post.recordPost),
  onDossier(lateness.GiveApology, deskOrHolder, lateness.giveApology), // R15, R17
  onDossier(ending.LogContact, deskOrHolder, ending.logContact),
  onDossier(ending.RateDossier, applicant, ending.rateDossier), // R24
  onDossier(lateness.TakeDossierStep, worker, lateness.takeDossierStep), // R7, R16, R17
  onDossier(RecomputeDue, worker, recomputeDue), // R11
  onDossier(transfer.TransferDossier, worker, transfer.transferDossier), // R28
  onDossier(transfer.TakeOverDossier, worker, transfer.takeOverDossier), // R28
];

const onCatalogue = commandsOn<Catalogue, CatalogueEvent, ActContext>({
  aggregate: catalogue,
  contextOf: (act) => act,
});

/** The acts on the catalogue of procedures (danh mục thủ tục hành chính). */
const onCatalogues = [
  onCatalogue(
    PublishProcedures, // R21
    right('office', 'office-of-record', 'admin', 'worker'),
    guarded((state: Catalogue, _: ActContext) => state, publishProcedures),
  ),
  onCatalogue(
    RepealProcedure, // R22
    right('office', 'office-of-record', 'admin'),
    repealProcedure,
    { digestOf: (command, { part: code }) => ({ name: 'RepealProcedure', command: { code, ...command } }) },
  ),
];

export const dossierCommands = [...onDossiers, ...onCatalogues];
