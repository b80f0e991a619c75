import type { CalendarDecision } from '#calendar';
import { DayField, QueryWhole, Text, type Day } from '#kernel';

export class OfYear {
  @QueryWhole({
    description: 'Năm, bỏ trống là năm nay · this year if absent',
    min: 1900,
    max: 2199,
    optional: true,
  })
  year?: number;
}

/** A file of working days, and the decision where the file itself names none. */
export class ImportCalendarFile {
  @Text({ description: 'Tệp CSV, XLSX hoặc JSON, mã base64 · the file in base64', max: 3_000_000 })
  file!: string;

  @Text({ description: 'Số quyết định · number of the decision', max: 50, optional: true })
  documentNumber?: string;

  @DayField({ description: 'Ngày quyết định · its date', optional: true })
  documentDate?: Day;
}

export const fileOf = ({ file }: ImportCalendarFile): Buffer => Buffer.from(file, 'base64');

export const decisionOf = ({ documentNumber, documentDate }: ImportCalendarFile): CalendarDecision | null =>
  documentNumber !== undefined && documentDate !== undefined
    ? { number: documentNumber, date: documentDate }
    : null;
