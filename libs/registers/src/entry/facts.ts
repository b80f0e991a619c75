import type { Bilingual } from '#kernel';

/** A word of a closed list, and what it is called. */
export type Choices = Readonly<Record<string, Bilingual>>;

/** What an entry may say beside its title and its day: a number, one of a few words, a link, a procedure, a document. */
export interface FactForm {
  name: Bilingual;
  form: 'count' | 'choice' | 'link' | 'procedure' | 'document';
  choices?: Choices;
}

const channel: Choices = {
  radio: { vi: 'Đài truyền thanh', en: 'Radio station' },
  social: { vi: 'Mạng xã hội (Zalo, Facebook)', en: 'Social pages' },
  website: { vi: 'Trang thông tin điện tử', en: 'Website' },
  meeting: { vi: 'Hội nghị, họp thôn', en: 'Meeting' },
  print: { vi: 'Pa nô, tờ rơi, niêm yết', en: 'Posters and leaflets' },
};
const measure: Choices = {
  metres: { vi: 'Mét giá', en: 'Shelf metres' },
  dossiers: { vi: 'Hồ sơ', en: 'Files' },
  pages: { vi: 'Trang', en: 'Pages' },
};
const recognition: Choices = {
  none: { vi: 'Chưa công nhận', en: 'Not recognised yet' },
  commune: { vi: 'Công nhận cấp xã', en: 'Recognised by the commune' },
  superior: { vi: 'Công nhận cấp trên trực tiếp', en: 'Recognised by the superior' },
  province: { vi: 'Công nhận cấp tỉnh', en: 'Recognised by the province' },
};
const way: Choices = {
  hotline: { vi: 'Tổng đài', en: 'Call centre' },
  phone: { vi: 'Điện thoại của bộ phận', en: 'The unit’s telephone' },
  message: { vi: 'Tin nhắn', en: 'Message' },
};
const outcome: Choices = {
  proposed: { vi: 'Đã kiến nghị', en: 'Proposed' },
  accepted: { vi: 'Được tiếp thu', en: 'Taken up' },
  declined: { vi: 'Không được tiếp thu', en: 'Not taken up' },
};
const award: Choices = {
  certificate: { vi: 'Giấy khen', en: 'Certificate' },
  merit: { vi: 'Bằng khen', en: 'Certificate of merit' },
  title: { vi: 'Danh hiệu thi đua', en: 'Title' },
};

const count = (vi: string, en: string) => ({ name: { vi, en }, form: 'count' }) as const;
const choice = (vi: string, en: string, choices: Choices) =>
  ({ name: { vi, en }, form: 'choice', choices }) as const;

/** All facts that any register asks for, by name. */
export const FACTS = {
  participants: count('Số người tham gia', 'Participants'),
  hours: count('Số giờ', 'Hours'),
  channel: choice('Kênh', 'Channel', channel),
  link: { name: { vi: 'Đường dẫn', en: 'Link' }, form: 'link' },
  measure: choice('Đơn vị tính', 'Measured in', measure),
  done: count('Số đã làm', 'Done'),
  total: count('Tổng số phải làm', 'Of the total'),
  recognition: choice('Mức công nhận', 'Recognition', recognition),
  way: choice('Hình thức', 'How', way),
  procedureCode: { name: { vi: 'Thủ tục hành chính', en: 'Procedure' }, form: 'procedure' },
  outcome: choice('Kết quả', 'Outcome', outcome),
  checked: count('Số thủ tục đã kiểm tra', 'Procedures checked'),
  lacking: count('Số thủ tục niêm yết thiếu, cũ', 'Lacking or outdated'),
  award: choice('Hình thức khen', 'Award', award),
  persons: count('Số người, tập thể được khen', 'Persons and groups'),
  documentNumber: { name: { vi: 'Số văn bản', en: 'Number of the document' }, form: 'document' },
} as const satisfies Record<string, FactForm>;

export type FactName = keyof typeof FACTS;
/** Those that are numbers. */
export type CountName = {
  [N in FactName]: (typeof FACTS)[N]['form'] extends 'count' ? N : never;
}[FactName];
export const FACT_NAMES = Object.keys(FACTS).filter((name): name is FactName => name in FACTS);

/** What is added up over entries. */
export const SUMMED = ['participants', 'hours', 'done', 'checked', 'lacking', 'persons'] as const;

/** The words of a fact that is one of a few. */
export const wordsOf = (name: 'channel' | 'measure' | 'recognition' | 'way' | 'outcome' | 'award') =>
  Object.keys(FACTS[name].choices);
