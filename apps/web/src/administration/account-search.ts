/** Whose account is looked at. */
export interface AccountSearch {
  person?: string;
}

export const accountSearch = ({ person }: Record<string, unknown>): AccountSearch =>
  typeof person === 'string' && person !== '' ? { person } : {};
