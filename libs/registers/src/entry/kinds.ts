import type { Bilingual } from '#kernel';
import type { FactName } from './facts.js';

/** A register (sổ theo dõi) as it is kept: what it is called, what an entry must and may say, what tells entries apart. */
export interface RegisterKind {
  title: Bilingual;
  /** What the title of an entry says. */
  about: Bilingual;
  must: readonly FactName[];
  may: readonly FactName[];
  /** One of a few words by which its figures are told apart. */
  by: FactName | null;
  /** It is told who of the office took part. */
  attended?: true;
  /** Where in the plan it is asked for. */
  source: string;
}

/** The registers that are kept; another one is another line here. */
export const KINDS = {
  training: {
    title: { vi: 'Đào tạo, tập huấn', en: 'Training' },
    about: { vi: 'Lớp, chuyên đề tập huấn', en: 'What was taught' },
    must: ['participants', 'hours'],
    may: ['documentNumber', 'link'],
    by: null,
    attended: true,
    source: 'II.2.4, phụ lục IV.1, IV.3, VI.5',
  },
  publicity: {
    title: { vi: 'Tuyên truyền cải cách hành chính', en: 'Publicity' },
    about: { vi: 'Tin, bài, buổi tuyên truyền', en: 'What was published' },
    must: ['channel'],
    may: ['link', 'participants'],
    by: 'channel',
    source: 'II.2.7, phụ lục VII.5',
  },
  archive: {
    title: { vi: 'Chỉnh lý, số hóa tài liệu lưu trữ', en: 'Archives put in order' },
    about: { vi: 'Phông, khối tài liệu', en: 'Which archive' },
    must: ['measure', 'done', 'total'],
    may: ['documentNumber'],
    by: 'measure',
    source: 'phụ lục VI.6',
  },
  initiative: {
    title: { vi: 'Sáng kiến, cách làm mới', en: 'Initiatives' },
    about: { vi: 'Tên sáng kiến', en: 'Name of the initiative' },
    must: ['recognition'],
    may: ['documentNumber', 'link'],
    by: 'recognition',
    source: 'I.2, phụ lục VII.7',
  },
  guidance: {
    title: { vi: 'Hướng dẫn thủ tục qua điện thoại', en: 'Guidance by telephone' },
    about: { vi: 'Nội dung đã hướng dẫn', en: 'What was explained' },
    must: ['procedureCode', 'way'],
    may: [],
    by: 'way',
    source: 'phụ lục II.2',
  },
  simplification: {
    title: { vi: 'Kiến nghị đơn giản hóa thủ tục', en: 'Proposals to simplify' },
    about: { vi: 'Nội dung kiến nghị', en: 'What is proposed' },
    must: ['procedureCode', 'outcome'],
    may: ['documentNumber'],
    by: 'outcome',
    source: 'I.1, II.1',
  },
  posting: {
    title: { vi: 'Kiểm tra niêm yết thủ tục', en: 'Procedures posted up' },
    about: { vi: 'Nơi niêm yết, điều đã sửa', en: 'Where, and what was put right' },
    must: ['checked', 'lacking'],
    may: [],
    by: null,
    source: 'IV.2',
  },
  commendation: {
    title: { vi: 'Khen thưởng cải cách hành chính', en: 'Commendations' },
    about: { vi: 'Thành tích được khen', en: 'What is commended' },
    must: ['award', 'persons', 'documentNumber'],
    may: [],
    by: 'award',
    source: 'IV.6',
  },
} as const satisfies Record<string, RegisterKind>;

export type KindName = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS).filter((name): name is KindName => name in KINDS);

/** A register by its name. */
export const kindOf = (name: KindName): RegisterKind => KINDS[name];
