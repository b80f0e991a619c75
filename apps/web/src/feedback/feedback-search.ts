/** Which feedback is listed. */
export const LISTS = ['open', 'overdue', 'answered', 'published', 'passed_on', 'transferred', 'all'] as const;

/** What is looked for, as it stands in the address. */
export interface FeedbackSearch {
  status?: (typeof LISTS)[number];
  unit?: string;
}

const isList = (value: unknown): value is (typeof LISTS)[number] => LISTS.some((list) => list === value);

export const feedbackSearch = ({ status, unit }: Record<string, unknown>): FeedbackSearch => ({
  ...(isList(status) ? { status } : {}),
  ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
});
