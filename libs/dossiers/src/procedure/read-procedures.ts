import { invalidInput } from '#kernel';
import { POST_KINDS, type PostKind } from '#organisation/office';
import { fileUnreadable } from '#sheet';
import type { Component, Procedure, Step, TimeLimit } from './procedure.js';

/** What a catalogue file says of a procedure: plain names suffice for components and steps. */
interface Given {
  code?: unknown;
  name?: unknown;
  field?: unknown;
  time?: { value?: unknown; unit?: unknown };
  fee?: unknown;
  service?: unknown;
  components?: unknown;
  steps?: unknown;
  pausesFor?: unknown;
  pausedBy?: unknown;
  exemptions?: unknown;
  extensionDays?: unknown;
  legalBasis?: unknown;
}

const UNITS = ['same-day', 'working-hours', 'working-days'];
const SERVICES = ['full-online', 'partial', 'counter'];

/** Reads one procedure; names what is wrong by its place. Steps without shares share the time alike. */
export function readProcedure(
  value: unknown,
  index: number,
): { procedure: Procedure } | { error: { field: string; message: string } } {
  const no = (field: string, message: string) => ({
    error: { field: `procedures[${index}].${field}`, message },
  });
  if (typeof value !== 'object' || value === null) return no('', 'an object is expected');
  const {
    code,
    name,
    field,
    time,
    fee,
    service,
    components,
    steps,
    pausesFor = [],
    pausedBy = [],
    exemptions = [],
    extensionDays = 0,
    legalBasis = '',
  } = value as Given;
  if (typeof code !== 'string') return no('code', 'a text is expected');
  if (typeof name !== 'string') return no('name', 'a text is expected');
  if (typeof field !== 'string') return no('field', 'a text is expected');
  if (!isNumber(time?.value) || !UNITS.includes(String(time.unit)))
    return no('time', `value and unit: ${UNITS.join(', ')}`);
  if (!isNumber(fee)) return no('fee', 'đồng, a number');
  if (!SERVICES.includes(String(service))) return no('service', SERVICES.join(', '));
  const read = readComponents(components);
  if (!read) return no('components', 'names, or {name, reusable}');
  const readSteps_ = readSteps(steps);
  if (!readSteps_) return no('steps', 'names, or {name, share}');
  if (!isTexts(pausesFor)) return no('pausesFor', 'texts');
  if (!isTexts(exemptions)) return no('exemptions', 'texts');
  if (!isPostKinds(pausedBy)) return no('pausedBy', POST_KINDS.join(', '));
  if (!isNumber(extensionDays)) return no('extensionDays', 'working days');
  return {
    procedure: {
      code,
      name,
      field,
      time: time as TimeLimit,
      fee,
      service: service as Procedure['service'],
      components: read,
      steps: readSteps_,
      pausesFor,
      ...(pausedBy.length > 0 ? { pausedBy } : {}),
      ...(exemptions.length > 0 ? { exemptions } : {}),
      ...(extensionDays > 0 ? { extensionDays } : {}),
      legalBasis: String(legalBasis),
    },
  };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const isPostKinds = (value: unknown): value is PostKind[] =>
  isTexts(value) && value.every((one) => (POST_KINDS as readonly string[]).includes(one));

function readComponents(value: unknown): Component[] | undefined {
  if (isTexts(value))
    return value.map((name) => {
      const reusable = name.endsWith('*');
      return { name: reusable ? name.slice(0, -1).trimEnd() : name, reusable };
    });
  if (!Array.isArray(value)) return undefined;
  const read = value.map((one: { name?: unknown; reusable?: unknown }) => ({
    name: one.name,
    reusable: one.reusable === true,
  }));
  return read.every((one): one is Component => typeof one.name === 'string') ? read : undefined;
}

function readSteps(value: unknown): Step[] | undefined {
  if (isTexts(value)) return value.map((name) => ({ name, share: 1 / value.length }));
  if (!Array.isArray(value)) return undefined;
  const read = value.map(({ name, share, role }: { name?: unknown; share?: unknown; role?: unknown }) => ({
    name,
    share,
    ...(role === undefined ? {} : { role }),
  }));
  return read.every(
    (one): one is Step =>
      typeof one.name === 'string' &&
      typeof one.share === 'number' &&
      (one.role === undefined || isPostKinds([one.role])),
  )
    ? read
    : undefined;
}

/** Columns of a catalogue file, by what their headers may say. */
const COLUMNS: readonly (readonly [keyof Given | 'time.value' | 'time.unit', readonly string[]])[] = [
  ['code', ['mã', 'mã thủ tục', 'code']],
  ['name', ['tên', 'tên thủ tục', 'name']],
  ['field', ['lĩnh vực', 'field']],
  ['time.value', ['thời hạn', 'time']],
  ['time.unit', ['đơn vị thời hạn', 'unit']],
  ['fee', ['phí', 'lệ phí', 'fee']],
  ['service', ['mức độ dịch vụ', 'service']],
  ['components', ['thành phần', 'thành phần hồ sơ', 'components']],
  ['steps', ['các bước', 'bước', 'steps']],
  ['pausesFor', ['được tạm dừng vì', 'pausesfor']],
  ['pausedBy', ['ai được tạm dừng', 'pausedby']],
  ['exemptions', ['trường hợp miễn phí', 'exemptions']],
  ['extensionDays', ['thời hạn xác minh', 'extensiondays']],
  ['legalBasis', ['căn cứ', 'legalbasis']],
];
const LISTS: ReadonlySet<string> = new Set(['components', 'steps', 'pausesFor', 'pausedBy', 'exemptions']);
const NUMBERS: ReadonlySet<string> = new Set(['time.value', 'fee', 'extensionDays']);

/** What the rows of a catalogue file give, header first; lists are divided by `;`, and a component with a
 * `*` behind it is used again where it is held. Missing columns are left out. Refuses `file_unreadable`, and
 * `invalid_input` with row and column for what is no whole number: none is guessed. */
export function proceduresFromRows(rows: string[][]): unknown[] {
  const [header = [], ...lines] = rows;
  const places = COLUMNS.flatMap(([name, headers]) => {
    const place = header.findIndex((text) => headers.includes(text.trim().toLowerCase()));
    return place < 0 ? [] : [[name, place] as const];
  });
  if (lines.length === 0 || !places.some(([name]) => name === 'code'))
    throw fileUnreadable({
      why: 'không có cột mã thủ tục hoặc không có dòng nào · no column of codes, or no rows',
    });
  const errors: { row: number; column: string; value: string; message: string }[] = [];
  const procedures = lines.map((cells, line) => {
    const given: Record<string, unknown> = {};
    const time: Record<string, unknown> = {};
    for (const [name, place] of places) {
      const text = (cells[place] ?? '').trim();
      if (text === '' && name !== 'code') continue;
      const value = LISTS.has(name) ? splitList(text) : NUMBERS.has(name) ? wholeNumber(text) : text;
      if (value === undefined)
        errors.push({ row: line + 2, column: header[place] ?? '', value: text, message: NO_NUMBER });
      if (name.startsWith('time.')) time[name.slice(5)] = value;
      else given[name] = value;
    }
    return { ...given, time };
  });
  if (errors.length > 0) throw invalidInput({ errors });
  return procedures;
}

const NO_NUMBER = 'cần số nguyên, ví dụ 15 hoặc 50.000 · a whole number, such as 15 or 50.000';

/** A whole number, its thousands parted by dots or not. */
const wholeNumber = (text: string): number | undefined =>
  /^\d{1,12}$|^\d{1,3}(\.\d{3}){1,3}$/.test(text) ? Number(text.replaceAll('.', '')) : undefined;

const splitList = (text: string): string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
