import { addDays, dayOf, DayField, Id, OneOf, Text, type Committed, type Day, type Language } from '#kernel';
import { APPLICANT, guarded, type ActContext } from '#organisation';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { REGISTRATION, endingOn, goesOn } from './duties.js';
import { sharedTooLong } from './person.refusals.js';
import {
  MESSAGE_CHANNELS,
  MESSAGE_GROUPS,
  existing,
  groundOf,
  person,
  requireDuty,
  type MessageChannel,
  type MessageGroup,
  type PersonEvent,
  type RegisteredPerson,
} from './person.js';

/** How somebody wants to be told (kênh thông báo), and of what; over none: of what the law requires alone. */
export class ChooseChannels {
  @ApiProperty({
    description: 'Kênh theo thứ tự ưu tiên · channels in order of preference',
    enum: MESSAGE_CHANNELS,
    isArray: true,
    maxItems: MESSAGE_CHANNELS.length,
  })
  @IsArray()
  @ArrayMaxSize(MESSAGE_CHANNELS.length)
  @IsIn(MESSAGE_CHANNELS, { each: true })
  channels!: MessageChannel[];

  @ApiProperty({
    description:
      'Loại tin muốn nhận, ngoài những tin pháp luật bắt buộc · which messages, beside those that the law requires',
    enum: MESSAGE_GROUPS,
    isArray: true,
    maxItems: MESSAGE_GROUPS.length,
    required: false,
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MESSAGE_GROUPS.length)
  @IsIn(MESSAGE_GROUPS, { each: true })
  messages?: MessageGroup[];

  @OneOf({ description: 'Ngôn ngữ · language', values: ['vi', 'en'], optional: true })
  language?: Language;
}

/** What is written down of somebody who is registered (ghi một người); the facts themselves go to the vault. */
export class RegisterPerson {
  unitId!: string;
  /** What is known of them, by name. */
  names!: string[];
  commitment?: string | undefined;
  told?: ChooseChannels | undefined;
}

/** A person's first events: registered, and told in the way they asked for. Nothing where they were registered before. */
export function registerPerson(
  state: RegisteredPerson,
  { unitId, commitment, told }: RegisterPerson,
): PersonEvent[] {
  if (state.status !== 'none') return [];
  const committed: Committed = commitment === undefined ? {} : { commitment };
  const registered: PersonEvent = { type: 'PersonRegistered', data: { unitId, ...committed } };
  if (!told) return [registered];
  return [registered, ...changedChannels(person.evolve(state, registered, new Date(0)), told)];
}

/** Somebody who came along with an office that ended (R28): the unit there has the duty now. */
export class ArrivePerson {
  unitId!: string;
}

export const arrivePerson = (state: RegisteredPerson, { unitId }: ArrivePerson): PersonEvent[] =>
  registerPerson(state, { unitId, names: [] });

/** Takes over what an office that ended knew of somebody (R28): its facts to the vault, a duty for the heirs of its units. */
export class TakeOverPerson {
  fromOffice!: string;
  document!: string;
  unitIds!: string[];
  facts!: string[];
  commitment!: string;
}

export const takeOverPerson = ({ status }: RegisteredPerson, taken: TakeOverPerson): PersonEvent[] =>
  status === 'erased' ? [] : [{ type: 'PersonTakenOver', data: { ...taken } }];

/** Which facts were corrected (sửa dữ liệu): a version of their own, those before stay readable to whoever has the duty. */
export class CorrectPerson {
  names!: string[];
  commitment!: string;
}

export const correctPerson = guarded(
  dutiful,
  (_state, { names, commitment }: CorrectPerson, _context: ActContext): PersonEvent[] => [
    { type: 'PersonCorrected', data: { facts: names, commitment } },
  ],
);

/** For so many days data that somebody shares by hand may be used, where they name no last day. */
export const SHARED_FOR_DAYS = 90;
/** And for so many at most: who needs them longer shares them again, and says why. */
const SHARED_FOR_AT_MOST_DAYS = 366;

/** Gives another unit a duty in somebody's data, with the reason (R34). */
export class SharePerson {
  @Id({ description: 'Bộ phận · unit' })
  unitId!: string;

  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;

  @DayField({
    description: `Đến hết ngày · the last day, ${SHARED_FOR_DAYS} days from today if absent`,
    optional: true,
  })
  until?: Day;
}

export const sharePerson = guarded(
  dutiful,
  ({ duties }, shared: SharePerson, { now }: ActContext): PersonEvent[] => {
    const { unitId, reason } = shared;
    const until = lastDayOf(shared, dayOf(now));
    const given = duties.get(unitId);
    const has = given?.get(groundOf(shared));
    if (given?.get(REGISTRATION) === null || has === null || has === until) return [];
    return [{ type: 'PersonShared', data: { unitId, reason, until } }];
  },
);

function lastDayOf({ until }: SharePerson, today: Day): Day {
  const last = until ?? addDays(today, SHARED_FOR_DAYS);
  if (last < today || last > addDays(today, SHARED_FOR_AT_MOST_DAYS))
    throw sharedTooLong({ days: SHARED_FOR_AT_MOST_DAYS });
  return last;
}

/** One unit more has a duty that something gives, and why; whoever had one keeps it. */
export class AddDuty {
  unitId!: string;
  /** The dossier or feedback that gives the duty, and ends it. */
  subject!: string;
  reason!: string;
}

export function addDuty(
  { duties, status }: RegisteredPerson,
  { unitId, subject, reason }: AddDuty,
): PersonEvent[] {
  const given = duties.get(unitId);
  const has = given?.get(REGISTRATION) === null || given?.get(subject) === null;
  return has || status !== 'registered'
    ? []
    : [{ type: 'PersonShared', data: { unitId, reason, for: subject } }];
}

/** Duties end with what gave them (R34); they last until the end of a day. */
export class EndDuty {
  /** By which the duties that end are known. */
  grounds!: string[];
  reason!: string;
  until!: string;
}

export const endDuty = (
  { duties, status }: RegisteredPerson,
  { grounds, ...end }: EndDuty,
): PersonEvent[] => {
  const ending = grounds.filter((ground) => goesOn(duties, ground));
  return status !== 'registered' || ending.length === 0
    ? []
    : [{ type: 'DutyEnded', data: { grounds: ending, ...end } }];
};

/** The unit that answers for something about a person, and why; none where nobody does any more. */
export class MoveDuty {
  unitId!: string | null;
  /** By which the duties that it gives are known; the first is its id. */
  grounds!: string[];
  reason!: string;
  /** The last day of whoever answered for it before. */
  until!: Day;
}

/** R34: just the unit that answers for something has the duty it gives; whoever had it before, until a day. */
export function moveDuty(
  state: RegisteredPerson,
  { unitId, grounds, reason, until }: MoveDuty,
): PersonEvent[] {
  const { duties } = state;
  const [subject = ''] = grounds;
  const had = [...duties].filter(([, given]) => grounds.some((ground) => given.get(ground) === null));
  if (had.length === 1 && had[0]?.[0] === unitId) return [];
  const ended = endDuty(state, { grounds, reason: `${reason} ${subject}`, until });
  if (unitId === null) return ended;
  const without = { ...state, duties: endingOn(duties, grounds, until) };
  return [...ended, ...addDuty(without, { unitId, subject, reason })];
}

/** An official with a duty in the person chooses for them at the desk; the person themselves, for themselves. */
export const chooseChannels = guarded(
  dutiful,
  (state, told: ChooseChannels, _context: ActContext): PersonEvent[] => changedChannels(state, told),
);

/** Until when the law keeps a record, and which law. */
export class RetainPerson {
  @DayField({ description: 'Lưu đến hết ngày · until' })
  until!: string;

  @Text({ description: 'Căn cứ · because', min: 3, max: 500 })
  why!: string;
}

export const retainPerson = guarded(
  dutiful,
  (_state, { until, why }: RetainPerson, _context: ActContext): PersonEvent[] => [
    { type: 'PersonRetained', data: { until, why } },
  ],
);

/** Destroys what is known of somebody (xóa dữ liệu cá nhân). */
export class ErasePerson {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

/** Only who was registered: what belongs to an official's account is no citizen's record. */
export function erasePerson(state: RegisteredPerson, { reason }: ErasePerson): PersonEvent[] {
  if (state.status === 'erased') return [];
  existing(state);
  return [{ type: 'PersonErased', data: { reason } }];
}

/** Whoever was erased since a backup was made is erased in what was restored from it. */
export class EraseAgain {
  reason!: string;
}

export const eraseAgain = ({ status }: RegisteredPerson, { reason }: EraseAgain): PersonEvent[] =>
  status === 'registered' ? [{ type: 'PersonErased', data: { reason } }] : [];

/** Whoever acts has a duty in this person's data; the person has shown a secret of theirs, a worker acts under a rule. */
export function dutiful(state: RegisteredPerson, { actor, office, now }: ActContext): RegisteredPerson {
  const registered = existing(state);
  if (actor !== APPLICANT && !actor.startsWith('worker:')) requireDuty(registered, office, actor, dayOf(now));
  return registered;
}

/** None of the channels means what the law requires alone; the same again changes nothing. */
function changedChannels(
  { channels: had, messages: knew, language: spoke }: RegisteredPerson,
  { channels, messages, language = spoke }: ChooseChannels,
): PersonEvent[] {
  const chosen = [...new Set(channels)];
  const wanted = messages && MESSAGE_GROUPS.filter((group) => messages.includes(group));
  const same = chosen.join() === had.join() && language === spoke && (wanted ?? knew).join() === knew.join();
  const data = { channels: chosen, language, ...(wanted === undefined ? {} : { messages: wanted }) };
  return same ? [] : [{ type: 'ChannelsChosen', data }];
}
