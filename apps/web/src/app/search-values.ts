/** A year as it stands in an address; nothing for what is none. */
export const yearIn = (value: unknown): { year?: number } =>
  typeof value === 'number' && Number.isInteger(value) ? { year: value } : {};

/** A day (`yyyy-MM-dd`) on which something is looked at, as it stands in an address. */
export const onDayIn = (value: unknown): { on?: string } =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { on: value } : {};
