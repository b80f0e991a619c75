import { DayField, OneOf, Page, QueryWhole, Text, type Day } from '#kernel';
import { IsOptional, IsUUID } from 'class-validator';

const STATUSES = [
  'submitted',
  'in_progress',
  'awaiting_supplement',
  'paused',
  'result_ready',
  'returned',
  'rejected',
  'withdrawn',
  'stopped',
  'refused',
  'open',
] as const;

/** What to list (danh sách hồ sơ). */
export class ListDossiers extends Page {
  @OneOf({ description: 'Trạng thái; open: đang giải quyết · status', values: STATUSES, optional: true })
  status?: (typeof STATUSES)[number];

  @Text({ description: 'Người giữ: me hoặc mã người · holder', max: 36, optional: true })
  holder?: string;

  @Text({ description: 'me: đang chờ tôi nhận · offered to me', max: 2, optional: true })
  offered?: string;

  @Text({ description: 'Mã thủ tục · procedure', max: 40, optional: true })
  procedure?: string;

  @OneOf({ description: 'Quá hạn · overdue', values: ['yes'], optional: true })
  overdue?: 'yes';

  @OneOf({
    description: 'Còn nợ lời xin lỗi · an apology is owed',
    values: ['owed', 'given'],
    optional: true,
  })
  apology?: 'owed' | 'given';

  @OneOf({
    description: 'Chưa bàn giao cho lưu trữ, đã xong · over, and not handed to the archive',
    values: ['lacking'],
    optional: true,
  })
  archive?: 'lacking';

  @IsOptional()
  @IsUUID()
  applicant?: string;

  @Text({ description: 'Mã hồ sơ · code', max: 60, optional: true })
  code?: string;

  /** With or without the office's own part before the day. */
  @Text({ description: 'Mã hồ sơ bắt đầu bằng · the code begins with', max: 60, optional: true })
  codeBegins?: string;

  @DayField({ description: 'Tiếp nhận từ ngày · received from', optional: true })
  receivedFrom?: Day;

  @DayField({ description: 'Tiếp nhận đến ngày · received to', optional: true })
  receivedTo?: Day;

  @QueryWhole({
    description: 'Chờ đến vị trí nhật ký · wait for a log position',
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    optional: true,
  })
  position?: number;
}

const WORKED_ON = new Set<ListDossiers['status']>(['open', 'in_progress', 'paused', 'awaiting_supplement']);

/** What is worked on is listed by what is due first; what was received, by the latest. */
export const isByDue = ({ status, receivedFrom, receivedTo, ...one }: ListDossiers): boolean =>
  status === undefined
    ? !one.archive &&
      !one.procedure &&
      !one.applicant &&
      !receivedFrom &&
      !receivedTo &&
      !one.code &&
      !one.codeBegins
    : WORKED_ON.has(status) && !receivedFrom && !receivedTo;

/** From a day to a day, both included. */
export class Period {
  @DayField({ description: 'Từ ngày · from' })
  from!: Day;

  @DayField({ description: 'Đến hết ngày · to' })
  to!: Day;
}

/** What happened to the dossiers of a period (số liệu), counted from the read model. */
export interface Figures {
  received: number;
  receivedOnline: number;
  settled: number;
  settledOnTime: number;
  settledLate: number;
  /** Null where nothing was settled: no data is neither 0% nor 100%. */
  onTimePercent: number | null;
  withdrawn: number;
  open: number;
  openOverdue: number;
  apologiesOwed: number;
  apologiesGiven: number;
  apologiesLate: number;
  supplements: number;
  digitised: number;
  paidOnline: number;
  rated: number;
  satisfiedPercent: number | null;
}
