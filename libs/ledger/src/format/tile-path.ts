import { FormatError } from './format-error.js';

/** A tile of hashes, or the entries it was made of (C2SP tlog-tiles). */
export interface TileName {
  level: number | 'entries';
  number: number;
  /** 1 to 256; 256 is a full tile. */
  width: number;
}

/** `tile/0/x001/x234/067`, `tile/entries/000.p/12`. */
export function tilePath({ level, number, width }: TileName): string {
  const digits = String(number);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, index) => (index < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === 256 ? '' : `.p/${width}`}`;
}

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads such a path; refuses `bad_tile_path` unless it is the only way to write it. */
export function parseTilePath(path: string): TileName {
  const [, level = '', groups = '', width] = PATH.exec(path) ?? [];
  const name: TileName = {
    level: level === 'entries' ? level : Number(level),
    number: Number(groups.replace(/[x/]/g, '')),
    width: width === undefined ? 256 : Number(width),
  };
  if (
    level === '' ||
    (name.level !== 'entries' && name.level > 63) ||
    name.width > 256 ||
    tilePath(name) !== path
  )
    throw new FormatError('bad_tile_path', `"${path.slice(0, 80)}" is no tile path`);
  return name;
}
