/** Which unit or post is looked at, as the office stood at the end of which day. */
export interface OrganisationSearch {
  on?: string;
  unit?: string;
  post?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const given = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const organisationSearch = ({ on, unit, post }: Record<string, unknown>): OrganisationSearch => ({
  ...(given(on) && DAY.test(on) ? { on } : {}),
  ...(given(unit) ? { unit } : {}),
  ...(given(post) ? { post } : {}),
});
