import { newId } from '#kernel';
import { handledCommands } from '../../apps/runtime/src/index.js';
import type { Page, TaskItem } from '../support/answers.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
});
afterAll(() => office.close());

const LEADERS = ['chairman', 'vice-chairman'];
const HEADS = ['justice', 'finance', 'culture', 'land', 'police'];
const OFFICIALS = [...LEADERS, 'head-of-office', 'desk', ...HEADS];
const RECORD = ['head-of-office'];
const CHAIRMAN = ['chairman'];
const WORKER = ['worker'];
const ADMIN = ['admin'];
const STEERING = ['chairman', 'admin'];
const APPLICANT = ['applicant'];

/** Who may do what (bảng phân quyền), written down by hand: each act, and everybody whom it is open to. */
const OPEN_TO: Record<string, readonly string[]> = {
  AcknowledgeTask: OFFICIALS,
  ReportTaskProgress: OFFICIALS,
  SubmitDeliverable: OFFICIALS,
  AcceptDeliverable: OFFICIALS,
  ReturnDeliverable: OFFICIALS,
  AskExtension: OFFICIALS,
  DecideExtension: OFFICIALS,
  HandOverTask: OFFICIALS,
  RecordTrigger: OFFICIALS,
  RequestExtraReport: OFFICIALS,
  UrgeTask: OFFICIALS,
  CompleteTask: OFFICIALS,
  CancelTask: OFFICIALS,
  AssignTask: WORKER,
  AmendTask: WORKER,
  TakeStep: WORKER,
  RecomputeDeadlines: WORKER,
  SucceedLead: WORKER,
  FollowPart: WORKER,
  TransferTask: WORKER,
  ReceiveTask: WORKER,

  ImportPlan: RECORD,
  AddPlannedTask: ['head-of-office', 'chairman', 'worker'],
  AmendPlannedTask: RECORD,
  ConfirmLead: ['head-of-office', 'chairman'],
  DateObligation: RECORD,
  SubmitPlan: RECORD,
  ApprovePlan: CHAIRMAN,
  ReturnPlan: CHAIRMAN,
  ClosePlan: CHAIRMAN,
  TransferPlan: WORKER,
  ReceivePlan: WORKER,

  ReceiveDossier: OFFICIALS,
  SubmitDossier: APPLICANT,
  RefuseDossier: OFFICIALS,
  HandOverStep: OFFICIALS,
  AcceptStep: OFFICIALS,
  DeclineStep: OFFICIALS,
  RequestSupplement: OFFICIALS,
  AnswerSupplement: OFFICIALS,
  PauseDossier: OFFICIALS,
  ResumeDossier: OFFICIALS,
  ExtendDossier: OFFICIALS,
  RejectDossier: OFFICIALS,
  WithdrawDossier: OFFICIALS,
  StopDossier: LEADERS,
  SignResult: LEADERS,
  DigitiseResult: OFFICIALS,
  PayFee: [...OFFICIALS, 'worker'],
  ExemptFee: OFFICIALS,
  ReturnResult: OFFICIALS,
  GiveApology: OFFICIALS,
  LogContact: OFFICIALS,
  RateDossier: APPLICANT,
  TakeDossierStep: WORKER,
  RecomputeDue: WORKER,
  TransferDossier: WORKER,
  TakeOverDossier: WORKER,
  PublishProcedures: ['head-of-office', 'admin', 'worker'],
  RepealProcedure: ['head-of-office', 'admin'],

  NumberDocument: WORKER,
  PrintRegister: OFFICIALS,

  ReceiveFeedback: [...OFFICIALS, 'applicant'],
  ClassifyFeedback: RECORD,
  AssignFeedback: ['head-of-office', 'chairman', 'vice-chairman'],
  PassFeedbackOn: RECORD,
  ExtendFeedback: OFFICIALS,
  AnswerFeedback: OFFICIALS,
  PublishFeedback: RECORD,
  ReopenFeedback: APPLICANT,
  TakeFeedbackStep: WORKER,
  PlanDialogue: ['head-of-office', 'chairman'],
  NoteQuestion: RECORD,
  HoldDialogue: ['head-of-office', 'chairman'],
  MakeCommitment: LEADERS,
  CancelDialogue: ['head-of-office', 'chairman'],

  RegisterPerson: [...OFFICIALS, 'applicant'],
  ArrivePerson: WORKER,
  TakeOverPerson: WORKER,
  CorrectPerson: [...OFFICIALS, 'applicant'],
  SharePerson: [...OFFICIALS, 'worker'],
  EndDuty: WORKER,
  TellBreach: ADMIN,
  ChooseChannels: [...OFFICIALS, 'applicant'],
  KeepFile: OFFICIALS,
  UploadFile: OFFICIALS,
  AttachFile: OFFICIALS,
  ExpireFile: WORKER,
  RetainPerson: OFFICIALS,
  ErasePerson: ['head-of-office', 'admin'],
  EraseAgain: WORKER,

  SubscribeWebhook: ADMIN,
  EndWebhook: ADMIN,

  OpenOffice: WORKER,
  OpenUnit: STEERING,
  EndUnit: STEERING,
  SplitUnit: STEERING,
  OpenPost: STEERING,
  EndPost: STEERING,
  AppointPerson: STEERING,
  VacatePost: STEERING,
  NameSubstitute: STEERING,
  EndSubstitute: STEERING,
  NameAuthority: STEERING,
  EndAuthority: STEERING,
  EndOffice: STEERING,
  GiveDelegation: OFFICIALS,
  RevokeDelegation: OFFICIALS,
  ReceiveOffice: WORKER,
  RecordLastCheckpoint: WORKER,
  MissCalendar: WORKER,
  OpenAccount: ADMIN,
  EndAccount: ADMIN,
  LinkIdentity: ADMIN,
  IssueApiToken: ADMIN,
  RevokeApiToken: ADMIN,
  AskFactorRemoval: [...LEADERS, 'admin'],
  AgreeToFactorRemoval: LEADERS,
};

const EVERYBODY = [...OFFICIALS, 'oversight', 'admin', 'worker', 'applicant'];

async function actorOf(username: string): Promise<string> {
  if (username === 'worker') return 'worker:test';
  if (username === 'applicant') return username;
  const { rows } = await office.database
    .owner()
    .query<{ person_id: string }>('select person_id from account where username = $1', [username]);
  return rows[0]!.person_id;
}

describe('every act, asked by everybody', () => {
  it('knows who may do it', () => {
    expect(handledCommands.map(({ name }) => name).toSorted()).toEqual(Object.keys(OPEN_TO).toSorted());
  });

  it.each(EVERYBODY)('%s is let through to what is open to them, and to nothing else', async (username) => {
    const actor = await actorOf(username);
    const let_in: string[] = [];
    for (const { name, command } of handledCommands) {
      const envelope = { office: 'thieu-van', actor, commandId: newId() };
      const refused = await office.runtime.commands.send(command, envelope, newId(), {}).then(
        () => '',
        (error: Error) => error.message,
      );
      if (refused !== 'not_open_to_role') let_in.push(name);
    }
    const open = Object.keys(OPEN_TO).filter((name) => OPEN_TO[name]?.includes(username));
    expect(let_in.toSorted()).toEqual(open.toSorted());
  });

  it('says of a task what each may do, and if not why', async () => {
    const tasks = (await (await office.as('justice')).get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1'))
      .body;
    const subject = tasks.items[0]!.id;
    const LED = [
      'AcknowledgeTask',
      'ReportTaskProgress',
      'SubmitDeliverable',
      'AskExtension',
      'CompleteTask',
    ];
    const BELOW = [
      'AcceptDeliverable',
      'ReturnDeliverable',
      'DecideExtension',
      'HandOverTask',
      'RequestExtraReport',
      'UrgeTask',
      'CancelTask',
    ];
    const from = (refused: string | null, ...names: string[]) => names.map((act) => [act, refused]);
    const ABOVE = [...LEADERS, ...RECORD];
    for (const username of OFFICIALS) {
      const envelope = { office: 'thieu-van', actor: await actorOf(username), commandId: newId() };
      const answers = await office.runtime.commands.mayBeDone('task', { envelope, subject });
      const leads = username === 'justice';
      const above = ABOVE.includes(username);
      const expected = [
        ...from(leads ? null : 'not_the_lead', ...LED),
        ...from(above ? null : 'not_above_the_lead', ...BELOW),
        ...from(leads || above ? null : 'not_above_the_lead', 'RecordTrigger'),
      ];
      const ofPeople = answers.flatMap(({ act, refusal }) =>
        OPEN_TO[act]?.includes('worker') ? [] : [[act, refusal?.message ?? null]],
      );
      expect([username, ofPeople.toSorted()]).toEqual([username, expected.toSorted()]);
    }
  });

  it.each(['task', 'dossier', 'feedback'])(
    'of a %s it speaks of the same acts whoever asks: those that a guard can speak for',
    async (kind) => {
      const spokenOf = async (username: string) => {
        const envelope = { office: 'thieu-van', actor: await actorOf(username), commandId: newId() };
        const answers = await office.runtime.commands.mayBeDone(kind, { envelope, subject: newId() });
        return answers.map(({ act }) => act).toSorted();
      };
      const [first = [], ...others] = await Promise.all(OFFICIALS.map(spokenOf));
      expect(first.length).toBeGreaterThan(3);
      for (const other of others) expect(other).toEqual(first);
    },
  );

  it('tells a screen the same over HTTP, with the rule', async () => {
    const justice = await office.as('justice');
    const { items } = (await justice.get<Page<TaskItem>>('/api/v1/tasks?lead=me&limit=1')).body;
    const acts = async (username: string) =>
      (
        await (
          await office.as(username)
        ).get<{
          items: { act: string; may: boolean; why: { code: string; title: string; rule: string } | null }[];
        }>(`/api/v1/tasks/${items[0]!.id}/acts`)
      ).body.items;
    const of = (all: Awaited<ReturnType<typeof acts>>, act: string) => all.find((one) => one.act === act);
    expect(of(await acts('justice'), 'ReportTaskProgress')).toEqual({
      act: 'ReportTaskProgress',
      may: true,
      why: null,
    });
    expect(of(await acts('justice'), 'AcceptDeliverable')).toMatchObject({
      may: false,
      why: { code: 'not_above_the_lead', rule: 'R3' },
    });
    expect(of(await acts('oversight'), 'UrgeTask')).toMatchObject({
      may: false,
      why: { code: 'not_open_to_role' },
    });
    expect((await acts('oversight')).map(({ act }) => act)).not.toContain('TakeStep');
  });
});
