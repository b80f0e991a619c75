import type { Package } from './open-package.js';

/** How a level of a list is numbered (17.9.6). */
interface Level {
  start: number;
  format: string;
  text: string;
}

interface List {
  /** Lists of one definition count on from each other, unless one begins anew. */
  counts: string;
  levels: ReadonlyMap<number, Level>;
}

/** The lists of a document by their ids. */
export async function readListLevels(pack: Package): Promise<Map<string, List>> {
  const definitions = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels = new Map<number, Level>();
  let level: Level = { start: 1, format: 'decimal', text: '' };
  let id = '';
  let definition = '';
  await pack.read('word/numbering.xml', {
    open(name, { val = '', abstractNumId = '', numId = '', ilvl = '0' }) {
      if (name === 'abstractNum') definitions.set(abstractNumId, (levels = new Map<number, Level>()));
      if (name === 'lvl')
        levels.set(Number(ilvl), (level = { start: 1, format: 'decimal', text: `%${Number(ilvl) + 1}` }));
      if (name === 'start') level.start = Number(val);
      if (name === 'numFmt') level.format = val;
      if (name === 'lvlText') level.text = val;
      if (name === 'num') [id, level, levels] = [numId, { ...level }, new Map<number, Level>()];
      if (name === 'abstractNumId') {
        definition = val;
        lists.set(id, { counts: `definition ${val}`, levels: definitions.get(val) ?? levels });
      }
      if (name === 'startOverride')
        lists.set(id, { counts: `list ${id}`, levels: definitions.get(definition) ?? levels });
    },
  });
  return lists;
}

/** The numbers that a program puts before the paragraphs of its lists, counted as they come. */
export class ListNumbers {
  readonly #counts = new Map<string, number[]>();

  constructor(private readonly lists: ReadonlyMap<string, List>) {}

  /** The number of the next paragraph of a list; empty for a bullet. */
  next(listId: string, level: number): string {
    const list = this.lists.get(listId);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const before = this.#counts.get(list.counts) ?? [];
    const counts = [...before.slice(0, level)];
    for (let at = counts.length; at < level; at += 1) counts.push(list.levels.get(at)?.start ?? 1);
    counts.push(before[level] === undefined ? own.start : before[level] + 1);
    this.#counts.set(list.counts, counts);
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      return inFormat(counts[at] ?? 1, list.levels.get(at)?.format ?? 'decimal');
    });
  }
}

function inFormat(count: number, format: string): string {
  if (format === 'upperRoman') return roman(count);
  if (format === 'lowerRoman') return roman(count).toLowerCase();
  if (format === 'upperLetter') return letter(count);
  if (format === 'lowerLetter') return letter(count).toLowerCase();
  return String(count);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  const step = ROMAN.find(([value]) => value <= count);
  return step ? step[1] + roman(count - step[0]) : '';
}

/** A to Z, then AA, BB (17.18.59). */
const letter = (count: number): string =>
  String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
