/** What a field of a form holds, without the blanks around it; empty where there is no such field. */
export function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A password as it was typed, blanks and all. */
export function secretOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

/** The field as a member of a body; nothing where it was left empty. */
export function given<N extends string>(fields: FormData, name: N): { [K in N]?: string } {
  const value = textOf(fields, name);
  const body: { [K in N]?: string } = {};
  if (value !== '') body[name] = value;
  return body;
}

/** Which of a few values a field holds; the first where it holds none of them. */
export const oneOf = <const V extends string>(
  fields: FormData,
  name: string,
  values: readonly [V, ...V[]],
): V => values.find((value) => value === textOf(fields, name)) ?? values[0];

/** What goes along with an act: what it is on, and the name it was given when its form opened. */
export const under = (id: string, key: string) =>
  ({ path: { id }, headers: { 'Idempotency-Key': key }, throwOnError: true }) as const;

/** The same for an act that is on nothing that has a name yet. */
export const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key }, throwOnError: true }) as const;

/** All that was ticked under a name. */
export const ticked = (fields: FormData, name: string): string[] =>
  fields.getAll(name).filter((value) => typeof value === 'string');

/** What a field holds line by line, empty ones left out. */
export const linesOf = (fields: FormData, name: string): string[] =>
  textOf(fields, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
