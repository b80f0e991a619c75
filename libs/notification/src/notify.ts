import type { StoredEvent } from '#event-store';
import { derivedId, type Clock } from '#kernel';
import { NEWS_MS, type Message, type Outbox } from '#outbox';
import type { PersonRecords, ToldAs } from '#persons';
import type { Reaction } from '#projection';
import type { Announcement, Announcer, Template } from './announcements.js';
import type { NoticeChoices } from './officials/notice-choices.js';
import { channelsOfNotice, type NoticeChoice } from './officials/notice-group.js';
import { channelsFor } from './wanted.js';

/** What a message carries; whoever delivers it fills the template in the recipient's language. */
export interface Notice {
  template: string;
  params: Readonly<Record<string, string>>;
  /** The event's subject, so that a page can lead there. */
  subject: string;
  /** It goes out of the house to an official, as they chose. */
  official?: true;
}

/**
 * Puts what is to be told into the outbox, one message a cause, template and recipient, however often it runs. A citizen
 * is reached over the first of their channels that can; those are tried in turn, not all at once.
 */
export function notify(
  announcers: readonly Announcer[],
  outbox: Outbox,
  persons: Pick<PersonRecords, 'toldAs'>,
  choices: Pick<NoticeChoices, 'of'>,
  open: readonly string[],
  clock: Clock,
): Reaction {
  const templates = Object.fromEntries(announcers.flatMap((one) => Object.entries(one.templates)));
  return {
    name: 'notify',
    types: [...new Set(announcers.flatMap(({ types }) => types))],
    startsAfter: (office) => outbox.beginningAt(office, new Date(clock.now().getTime() - NEWS_MS)),
    async react(events) {
      for (const [office, own] of Map.groupBy(events, (event) => event.office)) {
        const all = (await Promise.all(announcers.map((one) => announcedBy(one, office, own)))).flat();
        await outbox.put(office, all.flatMap(toOfficial), clock.now(), true);
        const officials = [...new Set(all.flatMap(({ to }) => ('official' in to ? [to.official] : [])))];
        const chosen = await choices.of(office, officials);
        const notices = all.flatMap((one) =>
          'official' in one.to ? outside(one, one.to.official, chosen.get(one.to.official), open) : [],
        );
        await outbox.put(office, notices, clock.now());
        const citizens = [...new Set(all.flatMap(({ to }) => ('citizen' in to ? [to.citizen] : [])))];
        const told = await persons.toldAs(office, citizens);
        const letters = all.flatMap((one) =>
          'citizen' in one.to ? toCitizen(one, one.to.citizen, told, templates, open) : [],
        );
        await outbox.put(office, letters, clock.now());
      }
    },
  };
}

async function announcedBy(announcer: Announcer, office: string, events: StoredEvent[]) {
  const types = new Set(announcer.types);
  const own = events.filter(({ type }) => types.has(type));
  return own.length === 0 ? [] : announcer.announce(office, own);
}

const messageOf = (one: Announcement, recipient: string): Omit<Message, 'channel'> => {
  const { template, params, cause } = one;
  const body: Notice = { template, params, subject: cause.subject };
  return { id: derivedId(cause.eventId, template, recipient), recipient, body, cause: cause.eventId };
};

const toOfficial = (one: Announcement): Message[] =>
  'official' in one.to ? [{ ...messageOf(one, one.to.official), channel: 'in-app' }] : [];

/** The same once more over each channel that the official chose for it. */
const outside = (
  one: Announcement,
  personId: string,
  choice: NoticeChoice | undefined,
  open: readonly string[],
): Message[] =>
  (choice ? channelsOfNotice(one.template, choice) : [])
    .filter((channel) => open.includes(channel))
    .map((channel) => {
      const { body, ...message } = messageOf(one, personId);
      return { ...message, id: derivedId(message.id, channel), body: { ...body, official: true }, channel };
    });

function toCitizen(
  one: Announcement,
  personId: string,
  told: ReadonlyMap<string, ToldAs>,
  templates: Readonly<Record<string, Template>>,
  open: readonly string[],
): Message[] {
  const as = told.get(personId);
  if (!as) return [];
  const [channel, ...fallbacks] = channelsFor(templates[one.template], as).filter((name) =>
    open.includes(name),
  );
  return channel === undefined ? [] : [{ ...messageOf(one, personId), channel, fallbacks }];
}
