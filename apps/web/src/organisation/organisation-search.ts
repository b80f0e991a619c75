import { onDayIn } from '../app/search-values';

/** Which unit or post is looked at, as the office stood at the end of which day. */
export interface OrganisationSearch {
  on?: string;
  unit?: string;
  post?: string;
}

const given = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const organisationSearch = ({ on, unit, post }: Record<string, unknown>): OrganisationSearch => ({
  ...onDayIn(on),
  ...(given(unit) ? { unit } : {}),
  ...(given(post) ? { post } : {}),
});
