import { pathParam } from '#kernel';

/** A month or quarter in a path; whether it is one of the year's, its evaluation says. */
export const PeriodNumber = () => pathParam('part', 'Kỳ · period', { maxLength: 2 });

/** A sheet's code in a path. */
export const SheetCode = () => pathParam('code', 'Mã bảng tiêu chí · code of a sheet', { maxLength: 40 });

/** A criterion's code in a path. */
export const CriterionCode = () => pathParam('part', 'Mã tiêu chí · code of a criterion', { maxLength: 20 });
