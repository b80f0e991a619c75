import type { AggregateStore, StoredEvent } from '#event-store';
import type { Clock } from '#kernel';
import { dialogue, type Dialogue } from './dialogue/dialogue.js';
import { feedback, type Feedback } from './feedback/feedback.js';

/** Feedback and dialogues as they stand. */
export class FeedbackRecords {
  constructor(
    private readonly aggregates: AggregateStore,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async load(office: string, id: string): Promise<{ state: Feedback; version: number }> {
    return this.aggregates.load(feedback, office, id);
  }

  /** A feedback's state once an act on it was answered with this version. */
  loadAfter(office: string, id: string, version: number): Promise<Feedback> {
    return this.aggregates.loadAfter(feedback, office, id, version);
  }

  async loadDialogue(office: string, id: string): Promise<{ state: Dialogue; version: number }> {
    return this.aggregates.load(dialogue, office, id);
  }

  /** The feedback that events belong to, as it is once those have happened. */
  behind(office: string, events: readonly StoredEvent[]): Promise<Map<string, Feedback>> {
    return this.aggregates.loadBehind(feedback, office, events);
  }

  warm(office: string, ids: string[]): Promise<void> {
    return this.aggregates.warm(feedback, office, ids);
  }

  /** The sessions of an office, by their ids, oldest first. */
  dialogues(office: string, after: string | undefined, limit: number): Promise<string[]> {
    return this.aggregates.streams(office, 'dialogue', after, limit);
  }
}
