import { POST_KINDS, type PostKind } from '#organisation/office';
import type { Component, Procedure, Step, TimeLimit } from './procedure.js';

/** What a catalogue file says of a procedure: plain names suffice for components and steps. */
export interface Given {
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

const TEXT = 'cần ghi · a text is expected';
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
  if (typeof value !== 'object' || value === null) return no('', 'cần một thủ tục · an object is expected');
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
  if (typeof code !== 'string') return no('code', TEXT);
  if (typeof name !== 'string') return no('name', TEXT);
  if (typeof field !== 'string') return no('field', TEXT);
  if (!isNumber(time?.value) || !UNITS.includes(String(time.unit)))
    return no('time', `cần số và đơn vị · a value and a unit: ${UNITS.join(', ')}`);
  if (!isNumber(fee)) return no('fee', 'cần số tiền, đồng; không thu thì ghi 0 · đồng, a number');
  if (!SERVICES.includes(String(service))) return no('service', `một trong · one of: ${SERVICES.join(', ')}`);
  const read = readComponents(components);
  if (!read) return no('components', 'cần tên các thành phần hồ sơ · names, or {name, reusable}');
  const readSteps_ = readSteps(steps);
  if (!readSteps_) return no('steps', 'cần tên các bước · names, or {name, share}');
  if (!isTexts(pausesFor)) return no('pausesFor', 'cần danh sách · texts');
  if (!isTexts(exemptions)) return no('exemptions', 'cần danh sách · texts');
  if (!isPostKinds(pausedBy)) return no('pausedBy', `trong số · of these: ${POST_KINDS.join(', ')}`);
  if (!isNumber(extensionDays)) return no('extensionDays', 'cần số ngày làm việc · working days');
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
