/** What is said of a year's catalogue of products. */
export const productWords = {
  vi: {
    title: (year: number) => `Danh mục sản phẩm, công việc năm ${year}`,
    what: '5 điểm là một sản phẩm quy đổi. Việc đã giao giữ hệ số lúc giao.',
    none: (year: number) => `Chưa ban hành danh mục năm ${year}.`,
    issued: (document: string, day: string, count: number) => `${document} ngày ${day}: ${count} sản phẩm`,
    products: 'Sản phẩm, công việc',
    code: 'Mã',
    name: 'Sản phẩm, công việc',
    group: 'Nhóm phức tạp',
    points: 'Điểm',
    units: 'Hệ số',
    act: { IssueProductCatalogue: 'Ban hành danh mục' },
    rows: 'Danh mục',
    rowsHint:
      'Mỗi dòng một sản phẩm: mã | tên | nhóm phức tạp 1–5 | điểm. Ví dụ: VB.01 | Dự thảo văn bản | 1 | 5. Bản mới thay cả danh mục cũ.',
  },
  en: {
    title: (year: number) => `Catalogue of products of ${year}`,
    what: 'Five points are one converted unit. What was assigned keeps the points it was assigned with.',
    none: (year: number) => `No catalogue of ${year} is issued yet.`,
    issued: (document: string, day: string, count: number) => `${document} of ${day}: ${count} products`,
    products: 'Products',
    code: 'Code',
    name: 'Product',
    group: 'Complexity',
    points: 'Points',
    units: 'Units',
    act: { IssueProductCatalogue: 'Issue the catalogue' },
    rows: 'Catalogue',
    rowsHint:
      'One product a line: code | name | complexity 1–5 | points. For instance: VB.01 | Draft of a document | 1 | 5. A new one replaces the whole.',
  },
};
