import { kindOfFormat, type NumberKind } from './number-formats.js';
import type { Package } from './open-package.js';

/** A sheet that people see, and the part that holds its cells. */
export interface SheetPart {
  name: string;
  part: string;
}

/** The visible sheets of a workbook in their order, and whether its days are counted from 1904. */
export async function readSheetParts(pack: Package): Promise<{ sheets: SheetPart[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  await pack.read('xl/_rels/workbook.xml.rels', {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await pack.read('xl/workbook.xml', {
    open(element, { name = '', id = '', state = 'visible', date1904 }) {
      if (element === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const part = targets.get(id);
      if (element === 'sheet' && state === 'visible' && part !== undefined) sheets.push({ name, part });
    },
  });
  return { sheets, from1904 };
}

/** The texts that cells share, without the readings of characters (rPh) that stand beside some. */
export async function readSharedTexts(pack: Package): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let [inText, inReading] = [false, false];
  await pack.read('xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      if (name === 't') inText = true;
      if (name === 'rPh') inReading = true;
    },
    text(part) {
      if (inText && !inReading) text += part;
    },
    close(name) {
      if (name === 'si') texts.push(text);
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
    },
  });
  return texts;
}

/** What the numbers of cells of each style stand for. */
export async function readNumberKinds(pack: Package): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  await pack.read('xl/styles.xml', {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) kinds.push(kindOfFormat(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}
