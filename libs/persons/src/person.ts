import type { Aggregate } from '#event-store';
import type { Committed, Day, Language } from '#kernel';
import { postsOf, standsAbove, type Office } from '#organisation';
import { noDuty, personEnded } from './person.refusals.js';

export type PersonEvent =
  | { type: 'PersonRegistered'; data: { unitId: string } & Committed }
  /** Came along with an office that ended (R28), with the facts that were known of them there. */
  | {
      type: 'PersonTakenOver';
      data: { fromOffice: string; document: string; unitIds: string[]; facts: string[] } & Committed;
    }
  | { type: 'PersonCorrected'; data: { facts: string[] } & Committed }
  | { type: 'FileKept'; data: { fileId: string } & Committed }
  | { type: 'PersonShared'; data: { unitId: string; reason: string } }
  | { type: 'PersonRetained'; data: { until: Day; why: string } }
  | { type: 'PersonErased'; data: { reason: string } }
  | { type: 'ChannelsChosen'; data: { channels: MessageChannel[]; language: Language } };

/** Ways in which somebody may be told of what becomes of their dossiers (kênh thông báo). */
export const MESSAGE_CHANNELS = ['email', 'sms', 'zalo'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

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
      case 'PersonTakenOver':
        return { ...state, status: 'registered', units: new Set([...state.units, ...data.unitIds]) };
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

/** A person who is registered and was not erased; refuses `unknown_person`. */
export function existing(state: RegisteredPerson): RegisteredPerson {
  if (state.status !== 'registered') throw personEnded();
  return state;
}
