import type { EventStore, LogPosition } from '#event-store';
import { Follower, MOST_WAITING } from './follower.js';

/** What is read of the log at once. */
const SLICE = 500;

/** Whether one place of the log's commit order comes behind another. */
export const isBehind = (one: LogPosition, other: LogPosition): boolean =>
  BigInt(one.transactionId) === BigInt(other.transactionId)
    ? one.position > other.position
    : BigInt(one.transactionId) > BigInt(other.transactionId);

/** Reads an office's log as it grows, once for all who follow it. */
export class OfficeChanges {
  readonly #followers = new Set<Follower>();
  #reading: Promise<void> | undefined;
  #again = false;

  private constructor(
    private readonly store: Pick<EventStore, 'changes'>,
    private readonly office: string,
    private place: LogPosition,
  ) {}

  static async open(store: Pick<EventStore, 'changes' | 'end'>, office: string): Promise<OfficeChanges> {
    return new OfficeChanges(store, office, await store.end(office));
  }

  get isFollowed(): boolean {
    return this.#followers.size > 0;
  }

  /** Up to where followers have been told. */
  get reached(): LogPosition {
    return this.place;
  }

  /** From now on, or from behind a place: what has happened since comes first, where it can be told one by one. */
  async follow(behind: LogPosition | undefined): Promise<Follower> {
    const follower = new Follower();
    const reached = this.place;
    this.#followers.add(follower);
    if (behind === undefined) return follower;
    try {
      const since = await this.store.changes(this.office, behind, MOST_WAITING + 1);
      if (since.length > MOST_WAITING) follower.miss();
      else follower.tellFirst(since.filter((change) => !isBehind(change, reached)));
      return follower;
    } catch (error) {
      this.leave(follower);
      throw error;
    }
  }

  leave(follower: Follower): void {
    this.#followers.delete(follower);
  }

  /** Tells followers what is new; who asks while it is read has it read once more. */
  wake(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#again && this.isFollowed) {
      this.#again = false;
      const changes = await this.store.changes(this.office, this.place, SLICE);
      const last = changes.at(-1);
      if (!last) continue;
      this.place = last;
      for (const follower of this.#followers) follower.tell(changes);
      if (changes.length === SLICE) this.#again = true;
    }
  }

  end(): void {
    for (const follower of this.#followers) follower.end();
    this.#followers.clear();
  }
}
