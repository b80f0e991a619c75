import { Coded, DayField } from '#kernel';

/** The document that decides (văn bản): number and date. */
export class OfDocument {
  @Coded({
    description: 'Số, ký hiệu văn bản · number of the document',
    pattern: /^\d{1,6}\/[\p{L}\d-]{1,40}$/u,
    max: 50,
  })
  documentNumber!: string;

  @DayField({ description: 'Ngày văn bản · its date' })
  documentDate!: string;
}
