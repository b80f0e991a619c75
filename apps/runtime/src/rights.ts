import type { Right, Rights } from '#organisation';

/** Those who carry out the plan. */
export const OFFICIALS = ['chairman', 'vice-chairman', 'office-of-record', 'official'] as const;
const STEERING = ['chairman', 'admin'] as const;

const right = (scope: Right['scope'], ...by: Right['by']): Right => ({ by, scope });
const official = (scope: Right['scope']): Right => right(scope, ...OFFICIALS);
const desk = right('desk', ...OFFICIALS);
const holder = right('held', ...OFFICIALS);
const worker = right('office', 'worker');

/**
 * Who may do what, over what (bảng phân quyền): one line an act. What has no line nobody may do. Oversight and
 * inspection read and are told; they do not act for the office. The administrator keeps accounts, posts and units, and
 * has no say in the work.
 */
export const RIGHTS: Rights = {
  AcknowledgeTask: official('led'),
  ReportTaskProgress: official('led'), // R2
  SubmitDeliverable: official('led'), // R2
  AcceptDeliverable: official('below'), // R3
  ReturnDeliverable: official('below'), // R3
  AskExtension: official('led'), // R5
  DecideExtension: official('below'), // R5
  HandOverTask: official('below'), // R1
  RecordTrigger: official('led or below'), // R9
  RequestExtraReport: official('below'),
  UrgeTask: official('below'),
  CompleteTask: official('led'), // R4
  CancelTask: official('below'),

  ImportPlan: right('office', 'office-of-record'),
  AddPlannedTask: right('office', 'office-of-record', 'chairman', 'worker'), // R10
  AmendPlannedTask: right('office', 'office-of-record'), // R10
  ConfirmLead: right('office', 'office-of-record', 'chairman'), // R1
  DateObligation: right('office', 'office-of-record'),
  SubmitPlan: right('office', 'office-of-record'),
  ApprovePlan: right('office', 'chairman'),
  ReturnPlan: right('office', 'chairman'),
  ClosePlan: right('office', 'chairman'),

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

  AssignTask: worker, // R1
  AmendTask: worker, // R10
  TakeStep: worker, // R6, R7, R8
  RecomputeDeadlines: worker, // R11
  SucceedLead: worker, // R28
  FollowPart: worker, // R28
  TransferPlan: worker, // R28
  ReceivePlan: worker, // R28
  TransferTask: worker, // R28
  ReceiveTask: worker, // R28
  OpenOffice: worker,
  ReceiveOffice: worker, // R28
  RecordLastCheckpoint: worker, // R28
  MissCalendar: worker, // R11
};
