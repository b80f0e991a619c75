import type { Bilingual } from '#kernel';

/** A general criterion (tiêu chí chung) with the points it comes to at most, in hundredths. */
export interface GeneralCriterion {
  code: string;
  name: Bilingual;
  most: number;
}

const criterion = (code: string, most: number, vi: string, en: string): GeneralCriterion => ({
  code,
  name: { vi, en },
  most,
});

/**
 * The ten of Nghị định 335/2025: 5 + 5, four of 2.5, four of 2.5. The points were read in the text; the wording is short for
 * it and can be held against it.
 */
export const GENERAL_CRITERIA: readonly GeneralCriterion[] = [
  criterion('A1', 500, 'Phẩm chất chính trị, đạo đức, văn hóa công vụ', 'Political and moral conduct'),
  criterion('A2', 500, 'Kỷ luật, kỷ cương trong thực thi công vụ', 'Discipline in office'),
  criterion('B1', 250, 'Năng lực chuyên môn, nghiệp vụ', 'Professional ability'),
  criterion('B2', 250, 'Đáp ứng yêu cầu nhiệm vụ được giao', 'Meeting what is asked'),
  criterion('B3', 250, 'Tinh thần trách nhiệm', 'Responsibility'),
  criterion('B4', 250, 'Thái độ phục vụ, phối hợp', 'Serving and working together'),
  criterion('C1', 250, 'Đổi mới, sáng tạo', 'New ways of working'),
  criterion('C2', 250, 'Dám nghĩ, dám làm', 'Daring to think and act'),
  criterion('C3', 250, 'Dám chịu trách nhiệm', 'Daring to answer for it'),
  criterion('C4', 250, 'Dám đổi mới vì lợi ích chung', 'Daring to change for the common good'),
];
