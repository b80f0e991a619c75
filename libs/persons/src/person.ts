import type { Aggregate } from '#event-store';
import type { Committed, Day, Language } from '#kernel';
import { postsOf, standsAbove, type Office } from '#organisation';
import { REGISTRATION, endingOn, givenTo, unitsOn, type Duties } from './duties.js';
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
  /**
   * `for`: the dossier or feedback that gives the duty and ends it; `until`: the last day of what somebody shared by hand, absent
   * in events from before it had one.
   */
  | { type: 'PersonShared'; data: { unitId: string; reason: string; for?: string; until?: Day } }
  | { type: 'DutyEnded'; data: { grounds: string[]; reason: string; until: Day } }
  | { type: 'PersonRetained'; data: { until: Day; why: string } }
  | { type: 'PersonErased'; data: { reason: string } }
  /** `messages`: which of those that may be done without; absent where nothing was said of them. */
  | {
      type: 'ChannelsChosen';
      data: { channels: MessageChannel[]; language: Language; messages?: MessageGroup[] };
    };

/** Ways in which somebody may be told of what becomes of their dossiers (kênh thông báo). */
export const MESSAGE_CHANNELS = ['email', 'sms', 'zalo'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/** Messages that somebody may do without (loại tin tùy chọn); what the law requires they are told in any case. */
export const MESSAGE_GROUPS = ['progress', 'result', 'fee'] as const;
export type MessageGroup = (typeof MESSAGE_GROUPS)[number];

/** How somebody wants to be told, and of what. */
export type ToldAs = Pick<RegisteredPerson, 'channels' | 'messages'>;

/** What the trail knows of a person (công dân, tổ chức): which units have a duty in their data, never the data. */
export interface RegisteredPerson {
  status: 'none' | 'registered' | 'erased';
  duties: Duties;
  /** In order of preference. Who gave an e-mail address is written to; whatever else is asked for. */
  channels: readonly MessageChannel[];
  messages: readonly MessageGroup[];
  language: Language;
}

export const person: Aggregate<RegisteredPerson, PersonEvent> = {
  kind: 'person',
  initial: {
    status: 'none',
    duties: new Map(),
    channels: ['email'],
    messages: MESSAGE_GROUPS,
    language: 'vi',
  },
  evolve(state, { type, data }) {
    switch (type) {
      case 'PersonRegistered':
        return { ...state, status: 'registered', duties: givenTo(state.duties, data.unitId, REGISTRATION) };
      case 'PersonShared':
        return { ...state, duties: givenTo(state.duties, data.unitId, groundOf(data), data.until) };
      case 'DutyEnded':
        return { ...state, duties: endingOn(state.duties, data.grounds, data.until) };
      case 'PersonTakenOver':
        return {
          ...state,
          status: 'registered',
          duties: data.unitIds.reduce((all, unitId) => givenTo(all, unitId, REGISTRATION), state.duties),
        };
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

/** What gives a duty: the dossier or feedback; in events from before the reason, which named it; else the reason somebody gave. */
export const groundOf = ({ for: subject, reason }: { for?: string; reason: string }): string =>
  subject ?? reason;

/** R34: who acts on this day in a unit that has a duty in the person's data, or stands above it in the tree. */
export function requireDuty(state: RegisteredPerson, office: Office, personId: string, today: Day): void {
  const own = postsOf(office, personId);
  const has = unitsOn(state.duties, today).some(
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
