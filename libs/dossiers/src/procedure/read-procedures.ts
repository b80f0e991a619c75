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
    legalBasis = '',
  } = value as Given;
  if (typeof code !== 'string') return no('code', 'a text is expected');
  if (typeof name !== 'string') return no('name', 'a text is expected');
  if (typeof field !== 'string') return no('field', 'a text is expected');
  if (typeof time?.value !== 'number' || !UNITS.includes(String(time.unit)))
    return no('time', `value and unit: ${UNITS.join(', ')}`);
  if (typeof fee !== 'number') return no('fee', 'đồng, a number');
  if (!SERVICES.includes(String(service))) return no('service', SERVICES.join(', '));
  const read = readComponents(components);
  if (!read) return no('components', 'names, or {name, reusable}');
  const readSteps_ = readSteps(steps);
  if (!readSteps_) return no('steps', 'names, or {name, share}');
  if (!isTexts(pausesFor)) return no('pausesFor', 'texts');
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
      legalBasis: String(legalBasis),
    },
  };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function readComponents(value: unknown): Component[] | undefined {
  if (isTexts(value)) return value.map((name) => ({ name, reusable: false }));
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
  const read = value.map((one: { name?: unknown; share?: unknown }) => ({
    name: one.name,
    share: one.share,
  }));
  return read.every((one): one is Step => typeof one.name === 'string' && typeof one.share === 'number')
    ? read
    : undefined;
}
