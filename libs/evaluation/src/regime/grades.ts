/** The four grades of a year (mức xếp loại): xuất sắc, tốt, hoàn thành, không hoàn thành; the best first. */
export const GRADES = ['excellent', 'good', 'completed', 'not-completed'] as const;
export type Grade = (typeof GRADES)[number];

/** Whether a grade is above another. */
export const isAbove = (grade: Grade, other: Grade): boolean => GRADES.indexOf(grade) < GRADES.indexOf(other);
