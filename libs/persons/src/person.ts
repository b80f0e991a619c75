import type { Aggregate } from '#event-store';
import type { Committed, Day, Language } from '#kernel';
import { postsOf, standsAbove, type Office } from '#organisation';
import { noDuty, personEnded, personThere } from './person.refusals.js';

export type PersonEvent =
  | { type: 'PersonRegistered'; data: { unitId: string } & Committed }
  | { type: 'PersonCorrected'; data: { facts: string[] } & Committed }
  | { type: 'FileKept'; data: { fileId: string } & Committed }
  | { type: 'PersonShared'; data: { unitId: string; reason: string } }
  | { type: 'PersonRetained'; data: { until: Day; why: string } }
  | { type: 'PersonErased'; data: { reason: string } }
  | { type: 'ChannelsChosen'; data: { channels: MessageChannel[]; language: Language } };

/** Ways in which somebody may be told of what becomes of their dossiers (kênh thông báo). */
export const MESSAGE_CHANNELS = ['email', 'sms', 'zalo'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** How somebody wants to be told, in order of preference and in which language. */
export interface Told {
  channels: readonly MessageChannel[];
  language?: Language;
}

/** What the trail knows of a person (công dân, tổ chức): which units have a duty in their data, never the data. */
export interface RegisteredPerson {
  status: 'none' | 'registered' | 'erased';
  units: ReadonlySet<string>;
  /** In order of preference. Who gave an e-mail address is written to; whatever else is asked for. */
  channels: readonly MessageChannel[];
  language: Language;
}

export const person: Aggregate<RegisteredPerson, PersonEvent> = {
  kind: 'person',
  initial: { status: 'none', units: new Set(), channels: ['email'], language: 'vi' },
  evolve(state, { type, data }) {
    switch (type) {
      case 'PersonRegistered':
        return { ...state, status: 'registered', units: new Set([data.unitId]) };
      case 'PersonShared':
        return { ...state, units: new Set(state.units).add(data.unitId) };
      case 'PersonErased':
        return { ...state, status: 'erased' };
      case 'ChannelsChosen':
        return { ...state, ...data };
      case 'PersonCorrected':
      case 'FileKept':
      case 'PersonRetained':
        return state;
    }
  },
};

/** R34: who acts in a unit that has a duty in the person's data, or stands above it in the tree. */
export function requireDuty(state: RegisteredPerson, office: Office, personId: string): void {
  const own = postsOf(office, personId);
  const has = [...state.units].some(
    (unitId) =>
      own.some((post) => post.unitId === unitId) ||
      [office.units.get(unitId)?.headPostId].some(
        (head) => head && (own.some(({ postId }) => postId === head) || standsAbove(office, personId, head)),
      ),
  );
  if (!has) throw noDuty();
}

export function registerPerson(
  state: RegisteredPerson,
  unitId: string,
  committed: Committed = {},
): PersonEvent[] {
  if (state.status === 'erased') throw personEnded();
  if (state.status === 'registered') throw personThere();
  return [{ type: 'PersonRegistered', data: { unitId, ...committed } }];
}

/** A person's first events: registered, and told in the way they asked for. Nothing where they were registered before. */
export function beginPerson(
  state: RegisteredPerson,
  unitId: string,
  committed: Committed,
  told?: Told,
): PersonEvent[] {
  if (state.status !== 'none') return [];
  const [registered] = registerPerson(state, unitId, committed);
  if (!registered || !told) return registered ? [registered] : [];
  const begun = person.evolve(state, registered, new Date(0));
  return [registered, ...chooseChannels(begun, told.channels, told.language)];
}

export function existing(state: RegisteredPerson): RegisteredPerson {
  if (state.status !== 'registered') throw personEnded();
  return state;
}

/** Says over which channels a person wants to be told, none of them meaning not at all; the same again changes nothing. */
export function chooseChannels(
  state: RegisteredPerson,
  channels: readonly MessageChannel[],
  language: Language | undefined,
): PersonEvent[] {
  const { channels: had, language: spoke } = existing(state);
  const chosen = [...new Set(channels)];
  const same = chosen.join() === had.join() && (language ?? spoke) === spoke;
  return same ? [] : [{ type: 'ChannelsChosen', data: { channels: chosen, language: language ?? spoke } }];
}
