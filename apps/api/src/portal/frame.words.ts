/** What stands on every page. */
export const frameWords = {
  vi: {
    language: 'Tiếng Việt',
    service: 'Minh Bạch',
    portal: 'Trang dành cho công dân',
    skip: 'Đến nội dung chính',
    places: 'Các trang',
    refused: 'Chưa được',
    foot: 'Mỗi việc cơ quan làm với hồ sơ, phản ánh đều được ghi vào sổ cái có niêm phong: không ai sửa lại được mà không bị phát hiện. Trang này không dùng cookie.',
    names: {
      'ho-so': 'Tra cứu hồ sơ',
      'thu-tuc': 'Thủ tục',
      'phan-anh': 'Phản ánh, kiến nghị',
      'ke-hoach': 'Tiến độ kế hoạch',
    },
  },
  en: {
    language: 'English',
    service: 'Minh Bạch',
    portal: 'Pages for citizens',
    skip: 'To the content',
    places: 'Pages',
    refused: 'Not done',
    foot: 'Each act of the office on a dossier or feedback goes into a sealed ledger: nobody rewrites one unseen. These pages use no cookies.',
    names: {
      'ho-so': 'Look a dossier up',
      'thu-tuc': 'Procedures',
      'phan-anh': 'Feedback and petitions',
      'ke-hoach': 'Progress of the plan',
    },
  },
} as const;
