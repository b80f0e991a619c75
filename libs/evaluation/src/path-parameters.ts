import { notFound, pathParam } from '#kernel';
import { Param, ParseIntPipe } from '@nestjs/common';

const whole = () => new ParseIntPipe({ exceptionFactory: () => notFound() });

/** The year in a path; what is none is not found. */
export const Year = () => Param('year', whole());

/** A month or quarter in a path. */
export const PeriodNumber = () => Param('part', whole());

/** A sheet's code in a path. */
export const SheetCode = () => pathParam('code', 'Mã bảng tiêu chí · code of a sheet', { maxLength: 40 });

/** A criterion's code in a path. */
export const CriterionCode = () => pathParam('part', 'Mã tiêu chí · code of a criterion', { maxLength: 20 });
