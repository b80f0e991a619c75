import { is } from '#kernel';

/** What an act's author is told. */
export const ACT_DONE = {
  version: is.version,
  position: is.position,
  /** True when the command had been recorded before. */
  repeated: is.flag,
  /** How many events this call wrote; none when it was repeated or changed nothing. */
  written: is.count,
};
export const ActDone = is.named('ActDone', ACT_DONE);
export type Appended = is.Of<typeof ActDone>;
