import { setTimeout as sleep } from 'node:timers/promises';
import { glance, type Glance } from './glance.js';
import type { Office } from './office.js';

/** One kill: what was done since the one before, and what was under way as it fell. */
export interface Kill {
  day: string;
  victim: string;
  done: { acts: number; steps: number; read: boolean };
  underWay: { acts: Record<string, number> } & Omit<Glance, 'read' | 'steps'>;
}

export type Victims = Record<string, () => unknown>;

const ACTS = 3;
const LOOK_MS = 60;
/** A kill falls within so long after there was work enough, while more of it is under way. */
const WITHIN_MS = 500;
const PATIENCE_MS = 180_000;

/** Kills one of the victims, once enough was done since the last kill and while something is under way. */
export class Killer {
  readonly kills: Kill[] = [];
  #since: { acts: number; glance: Glance | undefined } = { acts: 0, glance: undefined };

  constructor(
    private readonly databaseUrl: string,
    private readonly office: Office,
    private readonly victims: Victims,
  ) {}

  /** Answers false where no work was done for three minutes: a finding of its own. `more` brings work about. */
  async kill(more: () => void): Promise<boolean> {
    for (const until = Date.now() + PATIENCE_MS; !(await this.#worked());) {
      if (Date.now() > until) return false;
      if (this.office.people.idle) more();
      await sleep(LOOK_MS);
    }
    await sleep(Math.random() * WITHIN_MS);
    if (this.office.people.idle) more();
    const seen = await glance(this.databaseUrl);
    const names = Object.keys(this.victims);
    const victim = names[Math.floor(Math.random() * names.length)] ?? '';
    const acts = Object.fromEntries([...this.office.people.underWay].filter(([, n]) => n > 0));
    await this.victims[victim]?.();
    const { read = 0, steps = 0, ...left } = seen ?? {};
    const before = this.#since;
    this.kills.push({
      day: this.office.now.toISOString().slice(0, 10),
      victim,
      done: {
        acts: this.office.people.acknowledged.length - before.acts,
        steps: steps - (before.glance?.steps ?? 0),
        read: read > (before.glance?.read ?? 0),
      },
      underWay: { acts, ...(left as Omit<Glance, 'read' | 'steps'>) },
    });
    this.#since = { acts: this.office.people.acknowledged.length, glance: seen ?? before.glance };
    return true;
  }

  async #worked(): Promise<boolean> {
    const { acts, glance: before } = this.#since;
    if (this.office.people.acknowledged.length < acts + ACTS) return false;
    const now = await glance(this.databaseUrl);
    return now !== undefined && now.read > (before?.read ?? 0) && now.steps > (before?.steps ?? 0);
  }
}
