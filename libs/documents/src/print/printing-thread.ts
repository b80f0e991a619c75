import { move } from 'piscina';
import { toDocx } from './docx.js';
import { toPdf } from './pdf.js';
import { printable, type PrintedDocument } from './printed-document.js';

const printers = { pdf: toPdf, docx: toDocx };

export interface Printing {
  document: PrintedDocument;
  format: keyof typeof printers;
}

/** Prints one document; the bytes go back without being copied. */
export default async function print({ document, format }: Printing) {
  const bytes = Uint8Array.from(await printers[format](printable(document)));
  return move(bytes);
}
