import { CONTROL_COLUMNS, DIGITISATION_COLUMNS, ListCounted, type ListedColumn } from '#dossiers';
import { OneOf, QueryWhole, Text, pathParam } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { STANDING_COLUMNS, type StandingColumn } from './figures/plan-table.js';
import { PROCEDURE_COLUMNS, type ProcedureColumn } from './figures/procedure-table.js';
import type { OutputFormat } from './print/output.js';

const FORMATS = ['csv', 'xlsx', 'docx', 'pdf'] as const;

export class OfYear {
  @QueryWhole({ description: 'Năm · year', min: 2020, max: 2100, optional: true })
  year?: number;
}

export class ReportFormat {
  @OneOf({ description: 'Định dạng · format', values: FORMATS, optional: true })
  format?: OutputFormat;
}

export class CountedBehind extends ListCounted {
  @QueryWhole({ description: 'Lần trình · submission', min: 1, max: 1_000, optional: true })
  submission?: number;
}

export class CountedTasksBehind {
  @Text({ description: 'Lĩnh vực của kế hoạch · area of the plan', max: 20, optional: true })
  area?: string;

  @QueryWhole({ description: 'Lần trình · submission', min: 1, max: 1_000, optional: true })
  submission?: number;
}

export class CountedProceduresBehind {
  @Text({ description: 'Lĩnh vực · field', max: 200, optional: true })
  field?: string;

  @QueryWhole({ description: 'Lần trình · submission', min: 1, max: 1_000, optional: true })
  submission?: number;
}

export class Submitted {
  @ApiProperty({
    description: 'Chốt tạm khi kỳ chưa hết · a provisional cut-off before the period is over',
    type: Boolean,
  })
  @IsBoolean()
  provisional!: boolean;
}

const COLUMNS: readonly ListedColumn[] = [...CONTROL_COLUMNS, ...DIGITISATION_COLUMNS];
export const isColumn = (name: string): name is ListedColumn => COLUMNS.some((one) => one === name);
export const Column = () =>
  pathParam('column', 'Cột của biểu II.06a, bảng số hóa · column of the table', { enum: [...COLUMNS] });

export const isProcedureColumn = (name: string): name is ProcedureColumn =>
  PROCEDURE_COLUMNS.some((one) => one === name);
export const ProcedureColumnInPath = () =>
  pathParam('column', 'Nhóm cột của biểu II.07b · columns of the table', { enum: PROCEDURE_COLUMNS });

export const isStandingColumn = (name: string): name is StandingColumn =>
  STANDING_COLUMNS.some((one) => one === name);
export const StandingColumnInPath = () =>
  pathParam('column', 'Cột của bảng tiến độ · column of the plan’s table', { enum: STANDING_COLUMNS });
