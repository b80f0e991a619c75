import type { StoredEvent } from '#event-store';
import type { Bilingual } from '#kernel';
import type { MessageGroup } from '#persons';

/** What every capability has announced. */
export const ANNOUNCERS = Symbol('announcers');
/** The ways out of the house that are set, by name. */
export const CHANNELS = Symbol('channels');

/** What a message says (mẫu thông báo): a subject for those who read one, and the text for everybody. */
export interface Template {
  subject: Bilingual;
  text: Bilingual;
  /** To citizens: one of the messages that they may do without, or one that the law requires. */
  group?: MessageGroup | 'required';
}

/** Somebody is to be told something because of an event. */
export interface Announcement {
  template: string;
  /** A citizen is reached where they asked to be; an official finds it in the service. */
  to: { citizen: string } | { official: string };
  /** Fills the template; shown to people as they are, and never somebody's data. */
  params: Readonly<Record<string, string>>;
  cause: StoredEvent;
}

/** A capability's say in who is told of what: its templates, and what its events come to. */
export interface Announcer {
  types: readonly string[];
  templates: Readonly<Record<string, Template>>;
  announce(office: string, events: StoredEvent[]): Promise<Announcement[]>;
}
