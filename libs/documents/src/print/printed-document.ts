import { PLAIN, eachText, type Day } from '#kernel';

/** A document as it is to be printed (Nghị định 30/2020/NĐ-CP, Appendix I), whatever it is printed to. */
export interface PrintedDocument {
  paper: 'A4' | 'A5';
  landscape?: boolean;
  /** The body above, where it is named, and the one that issues it. */
  issuer: { above: string; name: string };
  /** The number as it stands in the book; null for a draft. */
  number: number | null;
  symbol: string;
  place: string;
  day: Day;
  title: string;
  subject?: string;
  body: Block[];
  /** Nơi nhận. */
  recipients: string[];
  signature: { authority?: string; role: string; name: string };
  /** Where the public finds what the document is about. */
  link?: { url: string; caption: string };
  madeAt: Date;
}

export type Block =
  | { text: string; strong?: boolean; slanted?: boolean }
  | { field: string; value: string }
  | { list: string[] }
  | { columns: { name: string; share: number }[]; rows: string[][] };

/** A document as any reader opens it: what was kept before such signs were refused has `?` in their place. */
export const printable = (document: PrintedDocument): PrintedDocument =>
  eachText(document, (text) =>
    PLAIN.test(text) ? text : Array.from(text, (sign) => (PLAIN.test(sign) ? sign : '?')).join(''),
  );

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Margins in millimetres, within what the decree allows on A4; half a sheet takes the narrow ones. */
export const marginsOf = (paper: 'A4' | 'A5') =>
  paper === 'A4'
    ? { top: 20, right: 15, bottom: 20, left: 30 }
    : { top: 12, right: 12, bottom: 12, left: 18 };

/** Points: 13 on A4; on half a sheet what keeps a form on one page. */
export const sizeOf = (paper: 'A4' | 'A5'): number => (paper === 'A4' ? 13 : 10.5);

/** What keeps the national title on one line. */
export const nationSize = (paper: 'A4' | 'A5'): number => sizeOf(paper) - (paper === 'A4' ? 1 : 2);

/** `Số: 05/TNHS-UBND`: numbers below ten get a zero in front; a draft leaves the place free. */
export const numberLine = ({ number, symbol }: Pick<PrintedDocument, 'number' | 'symbol'>): string =>
  `Số: ${number === null ? '.....' : String(number).padStart(2, '0')}/${symbol}`;

/** `Thiệu Vân, ngày 02 tháng 01 năm 2025`: days below ten, January and February get a zero in front. */
export function placeAndDay({ place, day }: Pick<PrintedDocument, 'place' | 'day'>): string {
  const [year, month = '', date] = day.split('-');
  const shown = Number(month) < 3 ? month : String(Number(month));
  return `${place}, ngày ${date} tháng ${shown} năm ${year}`;
}

/** In capitals, as titles are; Vietnamese letters too. */
export const capitals = (text: string): string => text.normalize('NFC').toLocaleUpperCase('vi');

/** How wide the code of a link is printed, in mm: a long one has more dots, and each must be large enough for a phone. */
export const linkSideMm = ({ url }: { url: string }): number => (url.length > 120 ? 34 : 25.4);
