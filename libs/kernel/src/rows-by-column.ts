/** Of each column of some rows, what PostgreSQL calls its type. */
export type ColumnTypes<R> = { readonly [C in keyof R & string]: string };

/**
 * Rows as a table within a statement, their lists being its parameters from the given one on. PostgreSQL takes wide rows in
 * for a quarter less by lists than by JSON.
 */
export const rowsFrom = <R>(types: ColumnTypes<R>, first: number): string => {
  const entries = Object.entries<string>(types);
  const lists = entries.map(([, type], index) => `$${first + index}::${type}[]`);
  return `unnest(${lists.join(', ')}) as x(${entries.map(([name]) => `"${name}"`).join(', ')})`;
};

/** The parameters that `rowsFrom` asks for: a list for each column, in its order. */
export const rowsByColumn = <R>(types: ColumnTypes<R>, rows: readonly R[]): unknown[][] =>
  (Object.entries(types) as [keyof R, string][]).map(([name, type]) =>
    rows.map((row) => asParameter(row[name], type)),
  );

/** The driver would take an object of a list for a text of its own making. */
const asParameter = (value: unknown, type: string): unknown =>
  type === 'jsonb' && value !== null && value !== undefined ? JSON.stringify(value) : (value ?? null);
