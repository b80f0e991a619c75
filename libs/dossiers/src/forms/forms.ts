import type { DueInstant } from '#deadline';
import type { Block, PrintedDocument } from '#documents';
import { isOf, type StoredEvent } from '#event-store';
import { formatDay, type Day } from '#kernel';
import type { Timing } from '#overdue';
import type { TimeLimit } from '../procedure/procedure.js';
import { dossier } from '../dossier/dossier.js';
import type { ShownDossier } from '../read/dossiers.queries.js';
import { rulesOf, type FormKind } from '../rules/one-stop-rules.js';
import { stintsOf } from './stints.js';
import {
  applicantFields,
  channelName,
  dayOrInstant,
  formOn,
  handedIn,
  hourAndDay,
  who,
  type FormFacts,
} from './form-facts.js';

const limitOf = ({ value, unit }: TimeLimit): string => {
  if (unit === 'same-day') return 'trong ngày làm việc';
  return unit === 'working-hours' ? `${value} giờ làm việc` : `${value} ngày làm việc`;
};

const procedure = ({ state }: FormFacts): Block => ({
  field: 'Thủ tục hành chính',
  value: state.work?.procedure.name ?? state.procedureCode,
});

const tellsOfAnother = ({ type }: StoredEvent): Error => new Error(`no form of its kind tells of ${type}`);

/** Form 1 (mẫu số 01): receipt and appointment. */
function receipt(facts: FormFacts): PrintedDocument {
  const { state, secret, event } = facts;
  if (!isOf(dossier, event) || event.type !== 'DossierReceived') throw tellsOfAnother(event);
  const { data } = event;
  const form = formOn('receipt', facts, [
    { text: 'Bộ phận Tiếp nhận và Trả kết quả đã tiếp nhận hồ sơ của:' },
    ...applicantFields(facts),
    procedure(facts),
    { text: 'Thành phần hồ sơ đã nộp:' },
    { list: state.components.map(handedIn) },
    { field: 'Thời hạn giải quyết', value: limitOf(data.procedure.time) },
    { field: 'Kênh tiếp nhận', value: channelName(data.channel) },
    { field: 'Tiếp nhận lúc', value: hourAndDay(facts.event.recordedAt) },
    { field: 'Hẹn trả kết quả', value: appointed(data) },
    { field: 'Nhận kết quả', value: channelName(data.returnBy) },
    { field: 'Phí, lệ phí', value: `${data.procedure.fee.toLocaleString('vi-VN')} đồng` },
    { field: 'Mã tra cứu', value: secret },
  ]);
  return { ...form, signature: { ...form.signature, authority: 'Người tiếp nhận hồ sơ' } };
}

/** The appointment; or, while it waits for a year's calendar, words for it: an instant is never guessed. */
const appointed = ({ due, awaits }: DueInstant): string =>
  due === null
    ? `theo thời hạn giải quyết nêu trên; ngày cụ thể được báo khi có lịch nghỉ và ngày làm việc năm ${awaits}`
    : hourAndDay(new Date(due));

const within = (days: number): string =>
  `${days} ngày kể từ ngày yêu cầu; nếu ngày cuối là ngày nghỉ thì đến hết ngày làm việc tiếp theo`;

/** Form 2 (mẫu số 02): what is missing, why, and by when (R12, R13). */
function supplement(facts: FormFacts): PrintedDocument {
  const { event } = facts;
  if (!isOf(dossier, event) || event.type !== 'SupplementRequested') throw tellsOfAnother(event);
  const { components, reason, legalBasis, answerBy } = event.data;
  const { clock } = rulesOf(facts.state, event.recordedAt);
  return formOn('supplement', facts, [
    { text: 'Hồ sơ của:' },
    ...applicantFields(facts),
    procedure(facts),
    { text: 'Đề nghị bổ sung, hoàn thiện các nội dung sau:' },
    { list: components },
    { field: 'Lý do', value: reason },
    { field: 'Căn cứ', value: legalBasis },
    {
      field: 'Thời hạn bổ sung',
      value: answerBy === null ? within(clock.supplementDays) : dayOrInstant(answerBy),
    },
    {
      text: 'Việc bổ sung chỉ được yêu cầu một lần. Thời hạn giải quyết được tính lại từ khi hồ sơ đầy đủ.',
      slanted: true,
    },
  ]);
}

/** Form 3 (mẫu số 03): reception refused, or the dossier rejected, with the reason. */
function refusal(facts: FormFacts): PrintedDocument {
  const { event } = facts;
  if (!isOf(dossier, event) || (event.type !== 'DossierRefused' && event.type !== 'DossierRejected'))
    throw tellsOfAnother(event);
  return formOn('refusal', facts, [
    { text: 'Hồ sơ của:' },
    ...applicantFields(facts),
    procedure(facts),
    {
      text:
        event.type === 'DossierRefused'
          ? 'Bộ phận Tiếp nhận và Trả kết quả không tiếp nhận hồ sơ này.'
          : 'Hồ sơ không đủ điều kiện giải quyết và được trả lại.',
    },
    { field: 'Lý do', value: event.data.reason },
  ]);
}

/** Form 4 (mẫu số 04): the apology and the one new appointment (R15, R17); a draft while it is only owed. */
function apology(facts: FormFacts): PrintedDocument {
  const { event, state } = facts;
  const { work } = state;
  const given = isOf(dossier, event) && event.type === 'ApologyGiven' ? event.data : undefined;
  const due = given?.newDue ?? work?.reappointed ?? null;
  return formOn('apology', facts, [
    { text: 'Kính gửi:' },
    ...applicantFields(facts),
    procedure(facts),
    { field: 'Tiếp nhận lúc', value: work ? hourAndDay(new Date(work.receivedAt)) : '' },
    { field: 'Hẹn trả kết quả', value: work ? appointed(work) : '' },
    {
      text: 'Đến nay hồ sơ chưa có kết quả đúng hẹn. Chúng tôi thành thật xin lỗi ông/bà về sự chậm trễ này.',
    },
    { field: 'Lý do chậm', value: given?.reason ?? '..............................' },
    {
      field: 'Người chịu trách nhiệm',
      value: given ? (facts.names.get(given.responsible) ?? '') : work ? who(work.holder, facts) : '',
    },
    {
      field: 'Hẹn lại ngày trả kết quả',
      value: due === null ? '..............................' : hourAndDay(new Date(due)),
    },
    { text: 'Rất mong ông/bà thông cảm.' },
  ]);
}

const TIMING: Record<Timing, string> = {
  early: 'Trước hạn',
  'on time': 'Đúng hạn',
  late: 'Quá hạn',
  open: 'Đang giải quyết',
};

/** Form 5 (mẫu số 05): who had it when, and whether in time, step by step. */
function control(facts: FormFacts): PrintedDocument {
  const { work } = facts.state;
  return formOn('control', facts, [
    procedure(facts),
    { field: 'Tiếp nhận lúc', value: work ? hourAndDay(new Date(work.receivedAt)) : '' },
    { field: 'Hẹn trả kết quả', value: work ? appointed(work) : '' },
    {
      columns: [
        { name: 'Bước', share: 20 },
        { name: 'Người giữ', share: 28 },
        { name: 'Nhận', share: 17 },
        { name: 'Giao', share: 17 },
        { name: 'Kết quả', share: 18 },
      ],
      rows: stintsOf(facts.events, facts.now).map(({ step, holder, from, to, timing }) => [
        step,
        who(holder, facts),
        hourAndDay(from),
        to === null ? '' : hourAndDay(to),
        TIMING[timing],
      ]),
    },
  ]);
}

export const formOf: Record<Exclude<FormKind, 'register'>, (facts: FormFacts) => PrintedDocument> = {
  receipt,
  supplement,
  refusal,
  apology,
  control,
};

/** A line of the register, with whose dossier it is. */
export interface RegisterLine {
  row: ShownDossier;
  name: string;
}

/** Form 6 (mẫu số 06): the register of a period. */
export function registerForm(
  facts: Omit<FormFacts, 'state' | 'events' | 'applicant' | 'secret'>,
  { from, to }: { from: Day; to: Day },
  lines: RegisterLine[],
): PrintedDocument {
  const none = {
    status: 'none',
    procedureCode: '',
    applicantId: null,
    channel: 'counter',
    components: [],
    work: null,
  } as const;
  const instant = (at: Date | null) => (at === null ? '' : hourAndDay(at));
  const form = formOn(
    'register',
    { ...facts, state: none, events: [], applicant: {}, secret: '' },
    [
      {
        columns: [
          { name: 'TT', share: 5 },
          { name: 'Mã hồ sơ', share: 17 },
          { name: 'Họ tên, tổ chức', share: 16 },
          { name: 'Thủ tục', share: 20 },
          { name: 'Tiếp nhận', share: 14 },
          { name: 'Hẹn trả', share: 14 },
          { name: 'Trả kết quả', share: 14 },
        ],
        rows: lines.map(({ row, name }, i) => [
          String(i + 1),
          row.code ?? '',
          name,
          row.procedure_name ?? '',
          instant(row.received_at),
          instant(row.due),
          instant(row.returned_at),
        ]),
      },
      { text: `Tổng số: ${lines.length.toLocaleString('vi-VN')} hồ sơ.` },
    ],
    'A4',
  );
  return {
    ...form,
    landscape: true,
    subject: `Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`,
    recipients: ['Lưu: Bộ phận Một cửa'],
  };
}
