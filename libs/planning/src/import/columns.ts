/** What a column of a plan's appendix (phụ lục nhiệm vụ) tells. */
export const COLUMNS = [
  'section',
  'no',
  'title',
  'deliverables',
  'lead_units',
  'coordinators',
  'deadline_text',
  'funding',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Without these a row is no task; the area may stand in rows of its own, and not every plan names helpers or money. */
export const NEEDED: readonly Column[] = ['no', 'title', 'deliverables', 'lead_units', 'deadline_text'];

/** How the columns are called to people. */
export const CALLED: Record<Column, string> = {
  section: 'Lĩnh vực',
  no: 'TT',
  title: 'Nội dung',
  deliverables: 'Sản phẩm',
  lead_units: 'Chủ trì',
  coordinators: 'Phối hợp',
  deadline_text: 'Thời gian',
  funding: 'Kinh phí',
};

/** Words without case, marks and signs: headings are typed with and without them. */
export const foldWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');

/** What a heading is made of: it holds at least one of what names it, and nothing that is neither that nor about it. */
interface Heading {
  names: readonly string[];
  about: readonly string[];
}

const BODIES = 'don vi|bo phan|co quan|phong|ban|ca nhan|can bo|cong chuc|to chuc|nguoi|cac|va'.split('|');
const heading = (names: string, about: readonly string[]): Heading => ({ names: names.split('|'), about });

const HEADINGS: Record<Column, Heading> = {
  section: heading('section|linh vuc', ['ma', 'cai cach']),
  no: heading('no|tt|stt|so tt|so thu tu', []),
  title: heading(
    'title|noi dung|nhiem vu|cong viec|hoat dong|giai phap',
    'ten|nhom|cac|va|cu the|chu yeu|trong tam|thuc hien|trien khai|cai cach hanh chinh|cchc'.split('|'),
  ),
  deliverables: heading(
    'deliverables|san pham|ket qua|dau ra',
    'du kien|hoan thanh|dat duoc|can dat|phai dat|chu yeu|cu the|thuc hien|va'.split('|'),
  ),
  lead_units: heading(
    'lead units|chu tri|phu trach|chiu trach nhiem|trach nhiem|dau moi|phan cong|don vi thuc hien|bo phan thuc hien|' +
      'co quan thuc hien|nguoi thuc hien|ca nhan thuc hien|to chuc thuc hien',
    [...BODIES, 'tham muu', 'chinh', 'thuc hien'],
  ),
  coordinators: heading('coordinators|phoi hop', [...BODIES, 'thuc hien']),
  deadline_text: heading(
    'deadline text|thoi gian|thoi han|thoi diem|tien do|han|ngay hoan thanh',
    'du kien|thuc hien|hoan thanh|trien khai|trinh|ban hanh|bao cao|va'.split('|'),
  ),
  funding: heading('kinh phi|du toan', 'nguon|du kien|thuc hien|bao dam|trieu dong|dong'.split('|')),
};

const LONGEST_HEADING = 12;

/** The column that a heading names; undefined where it names none, or could name two. */
export function columnCalled(text: string): Column | undefined {
  const words = foldWords(text.replace(/\([^()]*\)/g, ' '));
  if (words.length === 0 || words.length > LONGEST_HEADING) return undefined;
  const called = COLUMNS.filter((column) => isMadeOf(words, HEADINGS[column]));
  return called.length === 1 ? called[0] : undefined;
}

function isMadeOf(words: string[], { names, about }: Heading, named = false): boolean {
  if (words.length === 0) return named;
  const after = (phrase: string): string[] | undefined => {
    const parts = phrase.split(' ');
    return parts.every((part, index) => part === words[index]) ? words.slice(parts.length) : undefined;
  };
  const goesOn = (phrases: readonly string[], with_: boolean) =>
    phrases.some((phrase) => {
      const rest = after(phrase);
      return rest !== undefined && isMadeOf(rest, { names, about }, with_);
    });
  return goesOn(names, true) || goesOn(about, named);
}
