export const problemWords = {
  vi: { home: 'Về trang đầu', id: (id: string) => `Mã lỗi để báo cơ quan: ${id}` },
  en: { home: 'To the first page', id: (id: string) => `What to tell the office: ${id}` },
} as const;
