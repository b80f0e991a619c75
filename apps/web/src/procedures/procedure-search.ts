export const STANDINGS = ['in_force', 'to_come', 'over'] as const;
export type ProcedureStanding = (typeof STANDINGS)[number];

/** What of the catalogue is looked for, and which procedure is looked at. */
export interface ProcedureSearch {
  find?: string;
  standing?: ProcedureStanding;
  code?: string;
}

const given = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

export const procedureSearch = ({ find, standing, code }: Record<string, unknown>): ProcedureSearch => {
  const known = STANDINGS.find((one) => one === standing);
  return {
    ...(given(find) ? { find } : {}),
    ...(known ? { standing: known } : {}),
    // A code such as 1.004884 reads as a number in an address.
    ...(given(code) || typeof code === 'number' ? { code: String(code) } : {}),
  };
};
