/** Work that a worker sets out for by itself from time to time, in each office where there may be some. */
export interface Errand {
  /** By which it is known where it failed. */
  name: string;
  /** What it is about, in the list of what failed. */
  subject: string;
  everyMs: number;
  /** Under which name its own failures of single things are parked: it sets out as soon as one of them is due again. */
  parkedAs?: string;
  /** Where there may be something to do. */
  offices(): Promise<readonly string[]>;
  /** Ends early, with nothing failed, where the worker is asked to go. */
  run(office: string, ending: AbortSignal): Promise<unknown>;
}
