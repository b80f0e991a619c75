import type { Announcer, Template } from '#notification';

/** The templates of all capabilities, by name. */
export const templatesOf = (announcers: readonly Announcer[]): Readonly<Record<string, Template>> =>
  Object.assign({}, ...announcers.map(({ templates }) => templates)) as Record<string, Template>;
