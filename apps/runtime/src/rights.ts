import {
  OFFICIALS,
  official,
  right,
  rightsOf,
  worker,
  type HandledCommand,
  type Rights,
} from '#organisation';
import { planningCommands } from '#planning';

const STEERING = ['chairman', 'admin'] as const;
const desk = right('desk', ...OFFICIALS);
const holder = right('held', ...OFFICIALS);

/** The commands of every capability. */
export const handledCommands: readonly HandledCommand[] = [...planningCommands];

/**
 * Who may do what, over what (bảng phân quyền): one line an act. What has no line nobody may do. Oversight and
 * inspection read and are told; they do not act for the office. The administrator keeps accounts, posts and units, and
 * has no say in the work.
 */
export const RIGHTS: Rights = {
  ...rightsOf(handledCommands),

  OpenUnit: right('office', ...STEERING),
  EndUnit: right('office', ...STEERING), // R28
  SplitUnit: right('office', ...STEERING), // R28
  OpenPost: right('office', ...STEERING),
  EndPost: right('office', ...STEERING), // R28
  AppointPerson: right('office', ...STEERING),
  VacatePost: right('office', ...STEERING),
  NameSubstitute: right('office', ...STEERING),
  EndSubstitute: right('office', ...STEERING),
  NameAuthority: right('office', ...STEERING),
  EndAuthority: right('office', ...STEERING),
  EndOffice: right('office', ...STEERING), // R28
  GiveDelegation: official('own'), // R27
  RevokeDelegation: official('own'), // R27

  ReceiveDossier: desk, // R11, R19
  RefuseDossier: desk,
  HandOverStep: holder, // R20
  AcceptStep: official('own'), // R20
  DeclineStep: official('own'), // R20
  RequestSupplement: holder, // R12, R13
  AnswerSupplement: desk, // R14
  PauseDossier: holder, // R14
  ResumeDossier: holder, // R14
  ExtendDossier: holder,
  RejectDossier: holder,
  WithdrawDossier: desk,
  StopDossier: right('office', 'chairman', 'vice-chairman'),
  SignResult: right('office', 'chairman', 'vice-chairman'), // R18
  DigitiseResult: right('desk or held', ...OFFICIALS),
  PayFee: right('desk', ...OFFICIALS, 'worker'), // R23
  ExemptFee: desk, // R23
  ReturnResult: desk, // R18, R23
  GiveApology: right('desk or held', ...OFFICIALS), // R15, R17
  LogContact: right('desk or held', ...OFFICIALS),
  PrintRegister: desk, // R33
  NumberDocument: worker, // R33
  SubmitDossier: right('own', 'applicant'),
  RateDossier: right('own', 'applicant'), // R24
  PublishProcedures: right('office', 'office-of-record', 'admin', 'worker'), // R21
  RepealProcedure: right('office', 'office-of-record', 'admin'), // R22
  TakeDossierStep: worker, // R7, R16, R17
  RecomputeDue: worker, // R11
  TransferDossier: worker, // R28
  TakeOverDossier: worker, // R28
  ArrivePerson: worker, // R28

  ReceiveFeedback: right('office', ...OFFICIALS, 'applicant'),
  ClassifyFeedback: right('office', 'office-of-record'),
  AssignFeedback: right('office', 'office-of-record', 'chairman', 'vice-chairman'), // R25
  PassFeedbackOn: right('office', 'office-of-record'),
  ExtendFeedback: official('led'), // R25
  AnswerFeedback: official('led'), // R25, R26
  PublishFeedback: right('office', 'office-of-record'),
  ReopenFeedback: right('own', 'applicant'), // R25
  TakeFeedbackStep: worker, // R25
  PlanDialogue: right('office', 'office-of-record', 'chairman'),
  NoteQuestion: right('office', 'office-of-record'),
  HoldDialogue: right('office', 'office-of-record', 'chairman'),
  MakeCommitment: right('office', 'chairman', 'vice-chairman'),
  CancelDialogue: right('office', 'office-of-record', 'chairman'),

  RegisterPerson: right('own', ...OFFICIALS, 'applicant'), // R34
  CorrectPerson: right('own', ...OFFICIALS, 'applicant'), // R34
  SharePerson: right('own', ...OFFICIALS, 'worker'), // R34
  ChooseChannels: right('own', ...OFFICIALS, 'applicant'),
  RetainPerson: official('own'),
  ErasePerson: right('office', 'office-of-record', 'admin'),
  UploadFile: official('own'),
  KeepFile: official('own'), // R34

  SubscribeWebhook: right('office', 'admin'),
  EndWebhook: right('office', 'admin'),
  OpenAccount: right('office', 'admin'),
  EndAccount: right('office', 'admin'),
  LinkIdentity: right('office', 'admin'),
  IssueApiToken: right('office', 'admin'),
  RevokeApiToken: right('office', 'admin'),

  OpenOffice: worker,
  ReceiveOffice: worker, // R28
  RecordLastCheckpoint: worker, // R28
  MissCalendar: worker, // R11
};
