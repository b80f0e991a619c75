import type { EventStore, LogPosition } from '#event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import { Follower, MOST_WAITING } from './follower.js';

/** What is read of the log at once. */
const SLICE = 500;
/** How soon (ms) it is looked again whether the lists have come as far. */
const LOOK_EVERY_MS = 100;

/** The log as it is followed, and how far what is made of it has come. */
export interface FollowedLog extends Pick<EventStore, 'changes' | 'end'> {
  /** Whether every read model of an office that has not stopped holds all up to a place. */
  areListedUpTo(office: string, place: LogPosition): Promise<boolean>;
}

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
  /** Followers were not told yet that the lists have come up to where they have been told. */
  #unlisted = false;
  #isLooking = false;

  private constructor(
    private readonly log: FollowedLog,
    private readonly office: string,
    private place: LogPosition,
  ) {}

  static async open(log: FollowedLog, office: string): Promise<OfficeChanges> {
    return new OfficeChanges(log, office, await log.end(office));
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
    // What it shows by now may be from before the lists had followed.
    this.#unlisted = true;
    this.#tellWhenListed();
    if (behind === undefined) return follower;
    try {
      const since = await this.log.changes(this.office, behind, MOST_WAITING + 1);
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
    this.#tellWhenListed();
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #read(): Promise<void> {
    while (this.#again && this.isFollowed) {
      this.#again = false;
      const changes = await this.log.changes(this.office, this.place, SLICE);
      const last = changes.at(-1);
      if (!last) continue;
      this.place = last;
      for (const follower of this.#followers) follower.tell(changes);
      this.#unlisted = true;
      this.#tellWhenListed();
      if (changes.length === SLICE) this.#again = true;
    }
  }

  #tellWhenListed(): void {
    if (!this.#unlisted || this.#isLooking) return;
    this.#isLooking = true;
    // What fails is tried again with the next look at the log.
    this.#lookAtLists()
      .catch(() => undefined)
      .finally(() => (this.#isLooking = false));
  }

  async #lookAtLists(): Promise<void> {
    while (this.#unlisted && this.isFollowed) {
      const { place } = this;
      if (await this.log.areListedUpTo(this.office, place)) {
        for (const follower of this.#followers) follower.tell([{ listedUpTo: place }]);
        this.#unlisted = place !== this.place;
      }
      if (this.#unlisted) await sleep(LOOK_EVERY_MS);
    }
  }

  end(): void {
    for (const follower of this.#followers) follower.end();
    this.#followers.clear();
  }
}
