import { Coded, DayField, FileHash, Id, IdList, OneOf, Text, Whole, dayOf } from '#kernel';
import { guarded, hasRole, postsOf, type ActContext } from '#organisation/office';
import { isDeepStrictEqual } from 'node:util';
import type { EntryEvent, Facts, Said } from './entry.events.js';
import type { Entry } from './entry.js';
import {
  entryInvalid,
  entryWithdrawn,
  factMissing,
  factNotAsked,
  notYourEntry,
  unknownEntry,
} from './entry.refusals.js';
import { FACTS, FACT_NAMES, wordsOf, type FactName } from './facts.js';
import { KIND_NAMES, kindOf, type KindName } from './kinds.js';

/** What a decision on an entry looks at besides it: whether the task and the procedure that it names are there. */
export interface EntryContext extends Pick<ActContext, 'actor' | 'hand' | 'now' | 'office'> {
  named?: { task: boolean; procedure: boolean };
}

/** The most of anything that is counted in one entry. */
const MOST_COUNTED = 10_000_000;
const MOST_OFFICIALS = 500;
const count = (description: string) => Whole({ description, min: 0, max: MOST_COUNTED, optional: true });

/** What an entry says; which of the facts, its register tells. */
export class EntryFields {
  @DayField({ description: 'Ngày · day' })
  day!: string;

  @Text({ description: 'Nội dung · what it is', min: 3, max: 500 })
  title!: string;

  @Id({
    description: 'Bộ phận, nếu không phải của người ghi · the unit, where it is not the writer’s',
    optional: true,
  })
  unitId?: string;

  @Id({ description: 'Nhiệm vụ của kế hoạch · the task it belongs to', optional: true })
  taskId?: string;

  @IdList({
    description: 'Công chức của cơ quan đã tham gia · officials who took part',
    max: MOST_OFFICIALS,
    optional: true,
  })
  officials?: string[];

  @Text({ description: 'Ghi chú · note', max: 2000, optional: true })
  note?: string;

  @FileHash({ description: 'SHA-256 của tệp minh chứng · hash of what shows it', optional: true })
  evidence?: string;

  @count('Số người tham gia · participants')
  participants?: number;

  @count('Số giờ · hours')
  hours?: number;

  @OneOf({ description: 'Kênh · channel', values: wordsOf('channel'), optional: true })
  channel?: string;

  @Coded({
    description: 'Đường dẫn · link',
    pattern: /^https?:\/\/[^\s"'<>\\]{3,}$/,
    max: 500,
    optional: true,
  })
  link?: string;

  @OneOf({ description: 'Đơn vị tính · measured in', values: wordsOf('measure'), optional: true })
  measure?: string;

  @count('Số đã làm · done')
  done?: number;

  @count('Tổng số phải làm · of the total')
  total?: number;

  @OneOf({ description: 'Mức công nhận · recognition', values: wordsOf('recognition'), optional: true })
  recognition?: string;

  @OneOf({ description: 'Hình thức hướng dẫn · how', values: wordsOf('way'), optional: true })
  way?: string;

  @Text({ description: 'Mã thủ tục · code of the procedure', max: 50, optional: true })
  procedureCode?: string;

  @OneOf({ description: 'Kết quả · outcome', values: wordsOf('outcome'), optional: true })
  outcome?: string;

  @count('Số thủ tục đã kiểm tra · procedures checked')
  checked?: number;

  @count('Số thủ tục niêm yết thiếu, cũ · lacking or outdated')
  lacking?: number;

  @OneOf({ description: 'Hình thức khen · award', values: wordsOf('award'), optional: true })
  award?: string;

  @count('Số người, tập thể được khen · persons and groups')
  persons?: number;

  @Text({ description: 'Số văn bản · number of the document', max: 50, optional: true })
  documentNumber?: string;
}

/** Enters something in a register (ghi sổ). */
export class EnterInRegister extends EntryFields {
  @OneOf({ description: 'Sổ · register', values: KIND_NAMES })
  kind!: KindName;
}

export function enterInRegister(
  state: Entry,
  { kind, ...fields }: EnterInRegister,
  context: EntryContext,
): EntryEvent[] {
  if (state.status !== 'none') return [];
  const said = { ...saidIn(kind, fields, context), ...attendedBy(kind, fields, context) };
  const data = { kind, ...said, by: context.hand };
  return [{ type: 'RegisterEntryMade', data }];
}

/** Whoever made it, the office of record or the leaders. */
function ofTheirs(state: Entry, { actor, hand, office }: EntryContext): Entry {
  if (state.status === 'none') throw unknownEntry();
  if (state.status === 'withdrawn') throw entryWithdrawn();
  const may =
    [actor, hand].includes(state.by) ||
    hasRole(office, actor, 'office-of-record', 'chairman', 'vice-chairman');
  if (!may) throw notYourEntry();
  return state;
}

/** Says anew what an entry says (sửa mục ghi sổ), with the reason. */
export class CorrectRegisterEntry extends EntryFields {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const correctRegisterEntry = guarded(
  ofTheirs,
  (state, { reason, ...fields }: CorrectRegisterEntry, context: EntryContext): EntryEvent[] => {
    const { kind, day, title, unitId, taskId, officials, facts, note, evidence } = state;
    const given = { ...fields, unitId: fields.unitId ?? unitId ?? undefined };
    const said = { ...saidIn(kind, given, context), ...attendedBy(kind, fields, context, officials) };
    const before = { day, title, unitId, taskId, facts, note, evidence };
    if (isDeepStrictEqual(said, { ...before, ...(officials ? { officials } : {}) })) return [];
    return [{ type: 'RegisterEntryCorrected', data: { kind, ...said, reason } }];
  },
);

/** Takes an entry back (hủy mục ghi sổ); it is counted no more. */
export class WithdrawRegisterEntry {
  @Text({ description: 'Lý do · reason', min: 3, max: 1000 })
  reason!: string;
}

export const withdrawRegisterEntry = guarded(
  ofTheirs,
  ({ kind, title }, { reason }: WithdrawRegisterEntry, _context: EntryContext): EntryEvent[] => [
    { type: 'RegisterEntryWithdrawn', data: { kind, title, reason } },
  ],
);

type Fields = Omit<EntryFields, 'unitId'> & { unitId?: string | undefined };

function saidIn(kind: KindName, fields: Fields, context: EntryContext): Said {
  const { actor, now, office, named = { task: false, procedure: false } } = context;
  const { day, title, taskId = null, note = null, evidence = null } = fields;
  if (day > dayOf(now)) throw entryInvalid({ why: 'ngày ở phía trước · the day lies ahead' });
  const unitId = fields.unitId ?? postsOf(office, actor)[0]?.unitId ?? null;
  if (unitId !== null && !office.units.has(unitId))
    throw entryInvalid({ why: 'không có bộ phận này · no such unit' });
  if (taskId !== null && !named.task) throw entryInvalid({ why: 'không có nhiệm vụ này · no such task' });
  if (fields.procedureCode !== undefined && !named.procedure)
    throw entryInvalid({ why: 'không có thủ tục này trong danh mục · no such procedure' });
  return { day, title, unitId, taskId, facts: factsOf(kind, fields), note, evidence };
}

/** Who of the office took part: people of it, or who were named before; no more than took part in all. */
function attendedBy(
  kind: KindName,
  { officials, participants = 0 }: Fields,
  { office }: EntryContext,
  before?: readonly string[],
): Pick<Said, 'officials'> {
  const named = officials ?? before;
  if (named === undefined) return {};
  if (!kindOf(kind).attended) throw factNotAsked({ fact: 'Công chức tham gia · officials who took part' });
  const known = new Set([...office.holders.values(), ...office.substitutes.values(), ...(before ?? [])]);
  if (named.some((one) => !known.has(one)))
    throw entryInvalid({ why: 'có người không thuộc cơ quan · somebody is not of the office' });
  if (named.length > participants)
    throw entryInvalid({ why: 'ghi tên nhiều hơn số người tham gia · more are named than took part' });
  return { officials: [...named].sort() };
}

/** What its register asks for is said, and nothing else. */
function factsOf(kind: KindName, fields: Fields): Facts {
  const { must, may } = kindOf(kind);
  const facts: Partial<Record<FactName, string | number>> = {};
  for (const name of FACT_NAMES) {
    const value = fields[name];
    if (value === undefined) {
      if (must.includes(name)) throw factMissing(called(name));
      continue;
    }
    if (!must.includes(name) && !may.includes(name)) throw factNotAsked(called(name));
    facts[name] = value;
  }
  const said = facts as Facts;
  requireSense(said);
  return said;
}

const called = (name: FactName) => ({ fact: `${FACTS[name].name.vi} · ${FACTS[name].name.en}` });

/** What is published where anybody can look it up says where. */
const LINKED: readonly unknown[] = ['social', 'website'];

function requireSense({ done = 0, total = 0, checked = 0, lacking = 0, ...facts }: Facts): void {
  if (done > total) throw entryInvalid({ why: 'số đã làm vượt tổng số · more is done than there is' });
  if (lacking > checked)
    throw entryInvalid({ why: 'số thiếu vượt số đã kiểm tra · more lack than were checked' });
  if (LINKED.includes(facts.channel) && facts.link === undefined) throw factMissing(called('link'));
  const isRecognised = facts.recognition !== undefined && facts.recognition !== 'none';
  if (isRecognised && facts.documentNumber === undefined) throw factMissing(called('documentNumber'));
}
