/** What the pages of feedback say (phản ánh, kiến nghị). */
export const feedbackWords = {
  vi: {
    title: 'Gửi phản ánh, kiến nghị',
    intro:
      'Ai cũng gửi được, không cần tài khoản, không cần nêu tên. Cơ quan trả lời trong 15 ngày làm việc.',
    privacy:
      'Lời của ông/bà và thông tin liên hệ được mã hóa; chỉ người có nhiệm vụ đọc được, và mỗi lần đọc đều được ghi lại.',
    fields: {
      text: {
        label: 'Nội dung',
        hint: 'Việc gì, ở đâu, khi nào; ông/bà đề nghị gì',
        wrong: 'cần từ 10 đến 5.000 ký tự',
      },
      kind: { label: 'Về việc gì', wrong: 'chọn một trong danh sách' },
      about: { label: 'Mã hồ sơ liên quan (nếu có)', wrong: 'mã chỉ gồm chữ, số, dấu chấm, gạch ngang' },
      name: { label: 'Họ tên (không bắt buộc)', wrong: 'nhiều nhất 200 ký tự' },
      phone: { label: 'Số điện thoại (không bắt buộc)', wrong: 'nhiều nhất 30 ký tự' },
      email: { label: 'Thư điện tử (không bắt buộc)', wrong: 'nhiều nhất 200 ký tự' },
    },
    kinds: {
      '': 'Cơ quan tự phân loại',
      service: 'Việc phục vụ, giải quyết hồ sơ',
      conduct: 'Thái độ, hành vi của công chức',
      rules: 'Quy định, thủ tục',
      other: 'Việc khác',
    },
    send: 'Gửi phản ánh',
    sentBefore: 'Đã gửi rồi? Xem câu trả lời',
    answered: 'Phản ánh đã trả lời công khai',
    own: {
      title: 'Xem phản ánh của mình',
      intro: 'Nhập mã phản ánh và mã tra cứu đã nhận khi gửi.',
      fields: {
        code: { label: 'Mã phản ánh', wrong: 'cần nhập đủ mã đã nhận khi gửi' },
        secret: { label: 'Mã tra cứu', wrong: 'cần nhập mã tra cứu đã nhận khi gửi' },
      },
      find: 'Xem',
      yours: 'Phản ánh của ông/bà',
      due: 'Hạn trả lời',
      answer: 'Câu trả lời',
      done: 'Việc đã làm',
      late: 'Cơ quan trả lời trễ hạn',
      answeredBy: 'Cơ quan nhận phản ánh này đã kết thúc; cơ quan trả lời tiếp',
      proof: 'Xem các việc đã ghi về phản ánh này và kiểm chứng',
    },
    states: {
      received: ['Đã nhận', 'Phản ánh đang được phân loại và giao cho bộ phận trả lời.'],
      assigned: ['Đang trả lời', 'Đã giao cho một bộ phận trả lời.'],
      answered: [
        'Đã trả lời',
        'Câu trả lời ở dưới. Nếu chưa thỏa đáng, ông/bà có thể mở lại một lần trong 30 ngày.',
      ],
      published: ['Đã trả lời và công khai', 'Câu trả lời ở dưới, đã công khai không nêu tên ông/bà.'],
      passed_on: [
        'Đã chuyển cơ quan khác',
        'Việc này do cơ quan khác giải quyết; cơ quan đã chuyển và ghi lại lý do.',
      ],
      transferred: [
        'Đang chuyển sang cơ quan mới',
        'Cơ quan nhận phản ánh đã kết thúc; cơ quan kế thừa sẽ trả lời tiếp trong đúng thời hạn này.',
      ],
    },
    reopen: {
      title: 'Câu trả lời chưa thỏa đáng?',
      intro:
        'Ông/bà có thể mở lại một lần. Bộ phận được giao phải trả lời lại, không được lặp câu trả lời cũ.',
      fields: { text: { label: 'Vì sao chưa thỏa đáng', wrong: 'cần từ 10 đến 5.000 ký tự' } },
      send: 'Mở lại phản ánh',
    },
  },
  en: {
    title: 'Feedback and petitions',
    intro:
      'Everybody may write, without an account and without a name. The office answers within 15 working days.',
    privacy:
      'What you write and how to reach you is encrypted; only those with a duty read it, and each reading is logged.',
    fields: {
      text: {
        label: 'What you have to say',
        hint: 'What, where and when; and what you ask for',
        wrong: 'takes 10 to 5,000 characters',
      },
      kind: { label: 'What it is about', wrong: 'choose one of the list' },
      about: {
        label: 'Code of a dossier (if there is one)',
        wrong: 'has letters, digits, dots and hyphens only',
      },
      name: { label: 'Name (not needed)', wrong: 'at most 200 characters' },
      phone: { label: 'Phone (not needed)', wrong: 'at most 30 characters' },
      email: { label: 'E-mail (not needed)', wrong: 'at most 200 characters' },
    },
    kinds: {
      '': 'Let the office say',
      service: 'The service, a dossier',
      conduct: 'How an official behaved',
      rules: 'A rule, a procedure',
      other: 'Something else',
    },
    send: 'Send feedback',
    sentBefore: 'Sent before? See the answer',
    answered: 'Feedback answered in public',
    own: {
      title: 'See your feedback',
      intro: 'Enter the code and the secret that you were given when you sent it.',
      fields: {
        code: { label: 'Code', wrong: 'enter the whole code that you were given' },
        secret: { label: 'Secret', wrong: 'enter the secret that you were given' },
      },
      find: 'See',
      yours: 'Your feedback',
      due: 'To be answered by',
      answer: 'The answer',
      done: 'What was done',
      late: 'The office answered late',
      answeredBy: 'The office that took this in has ended; it is answered by',
      proof: 'See what is on record about it, and check it',
    },
    states: {
      received: ['Taken in', 'It is being given to the unit that will answer.'],
      assigned: ['Being answered', 'One unit has been given it to answer.'],
      answered: [
        'Answered',
        'The answer is below. If it does not do, you may reopen it once within 30 days.',
      ],
      published: ['Answered in public', 'The answer is below, and was published without your name.'],
      passed_on: [
        'Passed on',
        'Another body deals with this; the office passed it on, with the reason on record.',
      ],
      transferred: [
        'On its way to another office',
        'The office that took it in has ended; its successor answers within the same time.',
      ],
    },
    reopen: {
      title: 'The answer does not do?',
      intro: 'You may reopen it once. The unit must answer again, and may not repeat itself.',
      fields: { text: { label: 'Why it does not do', wrong: 'takes 10 to 5,000 characters' } },
      send: 'Reopen',
    },
  },
} as const;
