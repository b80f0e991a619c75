import { unitNamed, type Office } from '#organisation';

/** The units that a cell names, each by its id, and the names that nobody has. */
export interface ReadUnits {
  unitIds: string[];
  unknown: string[];
}

/** Units are told apart by `;` or lines; by commas and "và" only where each part is a unit and the whole is none. */
export function readUnits(
  cell: string,
  office: Office,
  sameUnit: Readonly<Record<string, string>>,
): ReadUnits {
  const idOf = (name: string): string | undefined =>
    (unitNamed(office, name) ?? unitNamed(office, sameUnit[name] ?? '') ?? alike(name, office, sameUnit))
      ?.unitId;
  const unitIds: string[] = [];
  const unknown: string[] = [];
  for (const name of split(cell, /[;\n]/)) {
    const whole = idOf(name);
    const parts = whole === undefined ? split(name, /,|\svà\s/u).map(idOf) : [whole];
    const known = parts.filter((id) => id !== undefined);
    if (known.length === parts.length) unitIds.push(...known);
    else unknown.push(name);
  }
  return { unitIds: [...new Set(unitIds)], unknown };
}

const split = (text: string, at: RegExp): string[] =>
  text
    .split(at)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The one unit whose name, or another name of it, differs only in case, spaces and dashes. */
function alike(name: string, office: Office, sameUnit: Readonly<Record<string, string>>) {
  const wanted = plain(name);
  const others = Object.entries(sameUnit).filter(([other]) => plain(other) === wanted);
  const units = new Set([
    ...[...office.units.values()].filter((unit) => plain(unit.name) === wanted),
    ...others.flatMap(([, own]) => unitNamed(office, own) ?? []),
  ]);
  const [only, another] = units;
  return another === undefined ? only : undefined;
}

const plain = (name: string): string =>
  name.normalize('NFC').toLowerCase().replace(/[–—]/gu, '-').replace(/\s+/g, '');
