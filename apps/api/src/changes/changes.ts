import { LogListener, type LogPosition } from '#event-store';
import { refusal } from '#kernel';
import type { Follower } from './follower.js';
import { OfficeChanges, type FollowedLog } from './office-changes.js';

export const tooManyFollow = refusal(
  'too_many_streams',
  429,
  { vi: 'Mở quá nhiều luồng theo dõi', en: 'Too many streams of changes are open' },
  {
    vi: 'Mỗi người mở nhiều nhất {most} luồng: đóng bớt cửa sổ, hoặc dùng chung một luồng.',
    en: 'Each person may have {most} open: close some windows, or share one stream.',
  },
);

const MOST_EACH = 10;
const MOST_IN_ALL = 5_000;
/** What a lost notification leaves untold is found by then. */
const LOOK_EVERY_MS = 5_000;

/** What changes in the offices that somebody follows (luồng thay đổi): each log is read once, however many follow it. */
export class Changes {
  readonly #offices = new Map<string, Promise<OfficeChanges>>();
  readonly #held = new Map<string, number>();
  #inAll = 0;
  #listener: LogListener | undefined;
  #looking: NodeJS.Timeout | undefined;

  constructor(
    private readonly log: FollowedLog,
    private readonly databaseUrl: string,
  ) {}

  /** Follows an office's changes from now on, or from behind a place. Refuses `too_many_streams`. */
  async follow(
    office: string,
    personId: string,
    behind?: LogPosition,
  ): Promise<{ follower: Follower; reached: LogPosition; leave: () => void }> {
    const held = this.#held.get(personId) ?? 0;
    if (held >= MOST_EACH || this.#inAll >= MOST_IN_ALL) throw tooManyFollow({ most: MOST_EACH });
    this.#count(personId, 1);
    try {
      await this.#listen();
      const changes = await this.#of(office);
      const { reached } = changes;
      const follower = await changes.follow(behind);
      let follows = true;
      const leave = () => {
        if (!follows) return;
        follows = false;
        changes.leave(follower);
        follower.end();
        this.#count(personId, -1);
        if (!changes.isFollowed) this.#offices.delete(office);
      };
      return { follower, reached, leave };
    } catch (error) {
      this.#count(personId, -1);
      throw error;
    }
  }

  /** Ends all streams: nothing is waited for by a service that closes. */
  async close(): Promise<void> {
    clearInterval(this.#looking);
    await this.#listener?.stop();
    for (const changes of this.#offices.values()) (await changes).end();
  }

  #of(office: string): Promise<OfficeChanges> {
    const known = this.#offices.get(office);
    if (known) return known;
    const opening = OfficeChanges.open(this.log, office);
    this.#offices.set(office, opening);
    opening.catch(() => this.#offices.delete(office));
    return opening;
  }

  async #listen(): Promise<void> {
    if (this.#listener) return;
    this.#listener = new LogListener(
      { connectionString: this.databaseUrl },
      ['event_log'],
      (_channel, office) => this.#wake(office === '' ? undefined : office),
    );
    this.#looking = setInterval(() => this.#wake(), LOOK_EVERY_MS).unref();
    // Without it the looks find all, a moment later; it mends itself.
    await this.#listener.start().catch(() => undefined);
  }

  #wake(only?: string): void {
    for (const [office, opening] of this.#offices)
      if (only === undefined || only === office)
        void opening.then((changes) => changes.wake()).catch(() => undefined);
  }

  #count(personId: string, by: 1 | -1): void {
    const count = (this.#held.get(personId) ?? 0) + by;
    if (count === 0) this.#held.delete(personId);
    else this.#held.set(personId, count);
    this.#inAll += by;
  }
}
