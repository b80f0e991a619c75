import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unpackWoff } from './unpack-woff.js';

const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

const TINOS_FOLDER = folderOf('@expo-google-fonts/tinos');
const EMOJI_FOLDER = folderOf('@expo-google-fonts/noto-emoji');
const UNIFONT_FOLDER = folderOf('@fontsource/unifont');
const tinos = (style: string): string => join(TINOS_FOLDER, style, `Tinos_${style}.ttf`);
/** One of these has no other styles. */
const only = (file: string) => ({ normal: file, bold: file, italics: file, bolditalics: file });

/** How the printer calls it, for it lies unpacked in no folder. */
export const UNIFONT = 'Unifont.ttf';
let unpacked: Buffer | undefined;
/** Large, and seldom needed: unpacked by the first text that asks for it. */
export const unifont = (): Buffer =>
  (unpacked ??= unpackWoff(join(UNIFONT_FOLDER, 'files/unifont-latin-400-normal.woff')));

/**
 * The fonts of a document, from packages, not from the machine. Tinos: as wide as Times New Roman letter for letter, with all of
 * Vietnamese. Where it lacks a sign: Noto Emoji has every emoji, Unifont all else of Unicode's first plane.
 */
export const FONTS = {
  Tinos: {
    normal: tinos('400Regular'),
    bold: tinos('700Bold'),
    italics: tinos('400Regular_Italic'),
    bolditalics: tinos('700Bold_Italic'),
  },
  Emoji: only(join(EMOJI_FOLDER, '400Regular/NotoEmoji_400Regular.ttf')),
  Unifont: only(UNIFONT),
};
export type FontName = keyof typeof FONTS;

/** Where those of them are that are read as they lie there. */
export const FONT_FOLDERS = [TINOS_FOLDER, EMOJI_FOLDER];

/** A piece of a text, and the font that has all of it. */
export interface Run {
  text: string;
  font: FontName;
}

/** In this order one is looked for that has a sign. */
const ORDER: readonly FontName[] = ['Tinos', 'Emoji', 'Unifont'];
const opened = new Map<FontName, Font>();

/** Whether a font shows a sign. */
export function hasSign(font: FontName, sign: string): boolean {
  const known = opened.get(font) ?? open(font);
  opened.set(font, known);
  return known.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
}

function open(font: FontName): Font {
  return create(font === 'Unifont' ? unifont() : readFileSync(FONTS[font].normal));
}

/** What nearly every text is made of; Tinos has it. */
const USUAL =
  /^[\u0300-\u036f\t\n\r\u0020-\u007e\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018-\u201e\u2026\u20ab]*$/;

/** Joins emoji or chooses how they look, and is nothing to be seen itself. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** A text in runs of one font each, no letter torn from its marks. */
export function runsOf(text: string): Run[] {
  if (USUAL.test(text)) return [{ text, font: 'Tinos' }];
  const runs: Run[] = [];
  for (const { segment } of letters.segment(text))
    for (const run of shown(segment)) {
      const last = runs.at(-1);
      if (last?.font === run.font) last.text += run.text;
      else runs.push(run);
    }
  return runs;
}

/** One letter with its marks in the first font that has all of it; in several where none has. */
function shown(letter: string): Run[] {
  const signs = Array.from(letter);
  const whole = ORDER.find((font) => signs.every((sign) => isWhiteSpace(sign) || hasSign(font, sign)));
  if (whole !== undefined && whole !== 'Unifont') return [{ text: letter, font: whole }];
  const seen = signs.filter((sign) => !UNSEEN.test(sign)); // Unifont draws them as boxes
  if (seen.length === 0) return [];
  if (whole) return [{ text: seen.join(''), font: whole }];
  return seen.map((text) => ({ text, font: ORDER.find((font) => hasSign(font, text)) ?? 'Unifont' }));
}

const isWhiteSpace = (sign: string): boolean => sign === '\n' || sign === '\r' || sign === '\t';
