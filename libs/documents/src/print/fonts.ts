import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
const file = (style: string): string => join(folder, style, `Tinos_${style}.ttf`);

/** Tinos: as wide as Times New Roman letter for letter, with all of Vietnamese; from a package, not from the machine. */
export const FONT = {
  normal: file('400Regular'),
  bold: file('700Bold'),
  italics: file('400Regular_Italic'),
  bolditalics: file('700Bold_Italic'),
};

export const FONT_FOLDER = folder;
