import {
  OFFICIALS,
  official,
  organisationCommands,
  right,
  rightsOf,
  worker,
  type HandledCommand,
  type Rights,
} from '#organisation';
import { documentCommands } from '#documents';
import { dossierCommands } from '#dossiers';
import { dialogueCommands } from '#feedback';
import { integrationCommands } from '#integration';
import { planningCommands } from '#planning';

/** The commands of every capability. */
export const handledCommands: readonly HandledCommand[] = [
  ...planningCommands,
  ...dossierCommands,
  ...documentCommands,
  ...dialogueCommands,
  ...organisationCommands,
  ...integrationCommands,
];

/**
 * Who may do what, over what (bảng phân quyền): one line an act. What has no line nobody may do. Oversight and
 * inspection read and are told; they do not act for the office. The administrator keeps accounts, posts and units, and
 * has no say in the work.
 */
export const RIGHTS: Rights = {
  ...rightsOf(handledCommands),

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

  RegisterPerson: right('own', ...OFFICIALS, 'applicant'), // R34
  CorrectPerson: right('own', ...OFFICIALS, 'applicant'), // R34
  SharePerson: right('own', ...OFFICIALS, 'worker'), // R34
  ChooseChannels: right('own', ...OFFICIALS, 'applicant'),
  RetainPerson: official('own'),
  ErasePerson: right('office', 'office-of-record', 'admin'),
  UploadFile: official('own'),
  KeepFile: official('own'), // R34
};
