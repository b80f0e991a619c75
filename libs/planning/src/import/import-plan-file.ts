import { DayField, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import type { DecidingDocument } from '../plan/plan.js';
import type { PlanFacts } from './read-plan.js';

/** A plan file (DOCX, XLSX or CSV) in base64, with the plan's own facts. */
export class ImportPlanFile {
  @Text({ description: 'Tệp DOCX, XLSX hoặc CSV, mã base64 · the file in base64', max: 3_000_000 })
  file!: string;

  @ApiProperty({
    description: 'Phần chung của kế hoạch · the plan’s own facts',
    type: 'object',
    additionalProperties: true,
  })
  @IsObject()
  plan!: PlanFacts;

  @Text({
    description: 'Số văn bản sửa đổi · number of the amending document (R10)',
    max: 50,
    optional: true,
  })
  documentNumber?: string;

  @DayField({ description: 'Ngày văn bản sửa đổi · its date (R10)', optional: true })
  documentDate?: string;
}

export const fileOf = ({ file }: ImportPlanFile): Buffer => Buffer.from(file, 'base64');

export const documentOf = ({ documentNumber, documentDate }: ImportPlanFile): DecidingDocument | null =>
  documentNumber !== undefined && documentDate !== undefined
    ? { number: documentNumber, date: documentDate }
    : null;
