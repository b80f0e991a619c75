/** What the first page says. */
export const homeWords = {
  vi: {
    title: 'Trang dành cho công dân',
    lookUp: 'Hồ sơ của ông/bà đến đâu?',
    more: 'Ông/bà cần gì?',
    links: {
      'phan-anh': [
        'Gửi phản ánh, kiến nghị',
        'Không cần tài khoản; cơ quan phải trả lời đã làm gì, ai làm, ngày nào',
      ],
      'thu-tuc': ['Thủ tục', 'Giấy tờ cần nộp, thời hạn, phí, căn cứ'],
      'ke-hoach': [
        'Tiến độ kế hoạch',
        'Cơ quan đã làm gì trong kế hoạch cải cách hành chính, việc nào quá hạn',
      ],
      'ket-qua': ['Kết quả giải quyết', 'Hồ sơ đã xong, đúng hẹn hay trễ hẹn'],
      'tra-loi': ['Phản ánh đã trả lời', 'Người dân hỏi gì, cơ quan đã làm gì'],
      'xin-loi': ['Các lần xin lỗi', 'Hồ sơ trễ hẹn mà cơ quan đã xin lỗi và hẹn lại'],
    },
    data: 'Dữ liệu mở',
    dataIntro: 'Ai cũng dùng lại được, không có dữ liệu cá nhân.',
    sets: {
      dossiers: 'Hồ sơ theo tháng và thủ tục',
      procedures: 'Danh mục thủ tục',
      'plan-progress': 'Tiến độ kế hoạch cải cách hành chính',
    },
    ledger: 'Điểm chốt đã ký của sổ cái',
  },
  en: {
    title: 'Pages for citizens',
    lookUp: 'Where is your dossier?',
    more: 'What do you need?',
    links: {
      'phan-anh': ['Send feedback', 'Without an account; the office must say what it did, who and when'],
      'thu-tuc': ['Procedures', 'Papers to hand in, time, fee, legal basis'],
      'ke-hoach': [
        'Progress of the plan',
        'What the office has done of its reform plan, and what is overdue',
      ],
      'ket-qua': ['Results', 'Dossiers that are settled, on time or late'],
      'tra-loi': ['Feedback answered', 'What people asked, and what the office did'],
      'xin-loi': ['Apologies', 'Late dossiers for which the office apologised and promised a new day'],
    },
    data: 'Open data',
    dataIntro: 'For everybody to use again; no personal data.',
    sets: {
      dossiers: 'Dossiers by month and procedure',
      procedures: 'Procedures',
      'plan-progress': 'Progress of the reform plan',
    },
    ledger: 'The ledger’s signed checkpoint',
  },
} as const;
