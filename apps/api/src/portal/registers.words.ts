import { lookUpWords } from './look-up.words.js';

/** What the registers that are open to everybody say (công khai). */
export const registerWords = {
  vi: {
    results: {
      title: 'Kết quả giải quyết',
      intro: 'Các hồ sơ giải quyết xong gần đây, mới nhất trước. Không có dữ liệu cá nhân.',
      columns: ['Mã hồ sơ', 'Thủ tục', 'Kết quả', 'Xong lúc'],
      none: 'Chưa có hồ sơ nào giải quyết xong.',
      late: 'trễ hẹn',
      onTime: 'đúng hẹn',
    },
    apologies: {
      title: 'Các lần xin lỗi',
      intro: 'Với mỗi hồ sơ trễ hẹn, cơ quan phải xin lỗi và hẹn lại ngày trả kết quả, một lần.',
      columns: ['Mã hồ sơ', 'Thủ tục', 'Xin lỗi lúc', 'Hẹn lại'],
      none: 'Chưa có lần xin lỗi nào.',
    },
    answers: {
      title: 'Phản ánh đã trả lời',
      intro: 'Phản ánh, kiến nghị và câu trả lời đã công khai, mới nhất trước. Không nêu tên người gửi.',
      none: 'Chưa có câu trả lời nào được công khai.',
      done: 'Việc đã làm',
      by: 'Bộ phận trả lời',
      at: 'Trả lời lúc',
      late: 'trả lời trễ hạn',
      untitled: 'Phản ánh',
    },
    states: lookUpWords.vi.states,
  },
  en: {
    results: {
      title: 'Results',
      intro: 'Dossiers settled of late, the newest first. No personal data.',
      columns: ['Code', 'Procedure', 'Result', 'Settled'],
      none: 'Nothing has been settled yet.',
      late: 'late',
      onTime: 'on time',
    },
    apologies: {
      title: 'Apologies',
      intro: 'For each dossier that is late the office must apologise and promise a new day, once.',
      columns: ['Code', 'Procedure', 'Apologised', 'New day'],
      none: 'There has been no apology yet.',
    },
    answers: {
      title: 'Feedback answered',
      intro: 'Feedback and the answers that were published, the newest first. Whoever wrote is not named.',
      none: 'No answer has been published yet.',
      done: 'What was done',
      by: 'Answered by',
      at: 'Answered',
      late: 'answered late',
      untitled: 'Feedback',
    },
    states: lookUpWords.en.states,
  },
} as const;
