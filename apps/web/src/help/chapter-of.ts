/** Which chapter is about the screen at a path; the first of these that the path begins with. */
const CHAPTER_OF: readonly (readonly [path: string, chapter: string])[] = [
  ['/decisions', 'can-quyet-dinh'],
  ['/reception', 'tiep-nhan'],
  ['/dossiers', 'ho-so'],
  ['/feedback', 'phan-anh'],
  ['/survey', 'phan-anh'],
  ['/tasks', 'nhiem-vu'],
  ['/plan', 'ke-hoach'],
  ['/reports', 'bao-cao'],
  ['/indices', 'bao-cao'],
  ['/inspections', 'kiem-tra'],
  ['/evaluation', 'danh-gia'],
  ['/registers', 'so-theo-doi'],
  ['/trail', 'nhat-ky'],
  ['/organisation', 'bo-may'],
  ['/administration', 'quan-tri'],
  ['/me', 'tai-khoan'],
];

/** The chapter of the manual about the screen at a path. */
export const chapterOf = (path: string): string =>
  CHAPTER_OF.find(([begins]) => path.startsWith(begins))?.[1] ?? 'viec-cua-toi';
