/** What the look-up of a dossier says (tra cứu hồ sơ). */
export const lookUpWords = {
  vi: {
    title: 'Tra cứu hồ sơ',
    intro: 'Nhập mã hồ sơ và mã tra cứu ghi trên giấy tiếp nhận, hoặc quét mã QR trên giấy.',
    fields: {
      code: {
        label: 'Mã hồ sơ',
        hint: 'Ví dụ: 000.00.18.H56-250314-0007',
        wrong: 'cần nhập mã trên giấy tiếp nhận',
      },
      secret: {
        label: 'Mã tra cứu',
        hint: '12 chữ và số, viết hoa hay thường đều được',
        wrong: 'cần nhập mã tra cứu trên giấy tiếp nhận',
      },
    },
    find: 'Tra cứu',
    result: 'Hồ sơ của ông/bà',
    another: 'Tra cứu hồ sơ khác',
    facts: {
      code: 'Mã hồ sơ',
      step: 'Bước hiện tại',
      submittedAt: 'Nộp trực tuyến lúc',
      receivedAt: 'Tiếp nhận lúc',
      due: 'Hẹn trả kết quả',
      newDue: 'Hẹn lại',
      endedAt: 'Giải quyết xong lúc',
      returnedAt: 'Trả kết quả lúc',
    },
    states: {
      submitted: [
        'Đã nộp, chờ tiếp nhận',
        'Cơ quan đang kiểm tra hồ sơ. Khi tiếp nhận, cơ quan cấp mã hồ sơ và hẹn ngày trả kết quả.',
      ],
      refused: [
        'Không được tiếp nhận',
        'Cơ quan không tiếp nhận hồ sơ này và phải nêu lý do bằng văn bản. Ông/bà có thể nộp lại khi đủ giấy tờ.',
      ],
      in_progress: ['Đang giải quyết', 'Cơ quan đang giải quyết. Ông/bà chưa phải làm gì thêm.'],
      awaiting_supplement: [
        'Chờ ông/bà bổ sung',
        'Xin bổ sung giấy tờ nêu trong phiếu yêu cầu. Cơ quan chỉ được yêu cầu bổ sung một lần; khi đủ giấy tờ, thời hạn tính lại từ đầu.',
      ],
      paused: [
        'Tạm dừng',
        'Hồ sơ chờ một việc mà pháp luật cho phép chờ. Thời gian chờ không tính vào thời hạn giải quyết.',
      ],
      result_ready: [
        'Đã có kết quả',
        'Mời ông/bà nhận kết quả theo cách đã đăng ký. Khi đến nhận, xin mang theo giấy tiếp nhận.',
      ],
      returned: ['Đã trả kết quả', 'Kết quả đã được trả. Xin cho biết ông/bà được phục vụ thế nào.'],
      rejected: ['Không được giải quyết', 'Cơ quan không giải quyết được và phải nêu lý do bằng văn bản.'],
      withdrawn: ['Đã rút', 'Hồ sơ đã rút theo đề nghị của người nộp, hoặc do quá hạn bổ sung.'],
      stopped: ['Dừng giải quyết', 'Cơ quan dừng giải quyết theo quy định và phải nêu lý do.'],
      transferred: [
        'Đã chuyển cơ quan kế thừa',
        'Cơ quan kế thừa giải quyết tiếp hồ sơ này, thời hạn vẫn giữ nguyên.',
      ],
    },
    lateTitle: 'Hồ sơ trễ hẹn. Cơ quan xin lỗi ông/bà.',
    apologised: 'Cơ quan đã gửi lời xin lỗi và hẹn lại. Mỗi hồ sơ chỉ được hẹn lại một lần.',
    apologyOwed:
      'Cơ quan nợ ông/bà một lời xin lỗi bằng văn bản hoặc điện thoại, có lý do và ngày hẹn lại. Lần trễ hẹn này được ghi lại và không xóa được.',
    proof: {
      title: 'Có tin được không?',
      text: 'Từng việc với hồ sơ này được ghi vào sổ cái có niêm phong, ghi rồi không sửa lại được mà không bị phát hiện. Trang kiểm chứng liệt kê các việc đó; trình duyệt của ông/bà tự kiểm tra, không cần tin cơ quan.',
      link: 'Xem các việc đã ghi và kiểm chứng',
      own: 'Kiểm tra những gì chính ông/bà đã khai',
    },
    rating: {
      title: 'Đánh giá sự phục vụ',
      intro: 'Mỗi hồ sơ đánh giá một lần. Công chức giải quyết hồ sơ không xem được ai đã trả lời gì.',
      fields: {
        score: { label: 'Mức độ hài lòng', wrong: 'chọn từ 1 đến 5' },
        comment: { label: 'Ý kiến (không bắt buộc)', wrong: 'nhiều nhất 2.000 ký tự' },
      },
      scores: {
        5: '5 – Rất hài lòng',
        4: '4 – Hài lòng',
        3: '3 – Bình thường',
        2: '2 – Không hài lòng',
        1: '1 – Rất không hài lòng',
      },
      survey: 'Khảo sát: ông/bà hài lòng đến đâu? (không bắt buộc)',
      unanswered: 'Không trả lời',
      send: 'Gửi đánh giá',
      done: 'Cảm ơn ông/bà đã đánh giá',
      doneText: 'Đánh giá đã được ghi nhận.',
    },
    channels: {
      title: 'Cách báo tin',
      intro: 'Chọn cách cơ quan báo cho ông/bà khi hồ sơ có thay đổi. Không chọn gì nghĩa là không báo.',
      names: { zalo: 'Zalo', sms: 'Tin nhắn SMS', email: 'Thư điện tử' },
      send: 'Lưu lựa chọn',
      done: 'Đã lưu cách báo tin',
      doneText: 'Từ nay cơ quan báo tin cho ông/bà theo lựa chọn này.',
    },
  },
  en: {
    title: 'Look a dossier up',
    intro: 'Enter the code and the secret of your receipt, or scan the QR code on it.',
    fields: {
      code: {
        label: 'Code',
        hint: 'For example: 000.00.18.H56-250314-0007',
        wrong: 'enter the code of your receipt',
      },
      secret: {
        label: 'Secret',
        hint: '12 letters and digits, capital or small',
        wrong: 'enter the secret of your receipt',
      },
    },
    find: 'Look up',
    result: 'Your dossier',
    another: 'Look another one up',
    facts: {
      code: 'Code',
      step: 'Step it is at',
      submittedAt: 'Handed in online',
      receivedAt: 'Received',
      due: 'Result promised for',
      newDue: 'Promised anew for',
      endedAt: 'Settled',
      returnedAt: 'Result given',
    },
    states: {
      submitted: [
        'Handed in, waits for reception',
        'The office is looking through it. Once it is received, it gets a code and a day for the result.',
      ],
      refused: [
        'Not taken in',
        'The office did not take this in and owes you the reason in writing. You may hand it in again once the papers are complete.',
      ],
      in_progress: ['In progress', 'The office is working on it. There is nothing for you to do.'],
      awaiting_supplement: [
        'Waits for papers from you',
        'Please hand in the papers named in the request. The office may ask once only; when the papers are complete, the time starts again.',
      ],
      paused: ['Paused', 'It waits for something that the law lets it wait for. That time does not count.'],
      result_ready: [
        'The result is ready',
        'Please take it in the way you asked for. Bring the receipt along when you come.',
      ],
      returned: ['Result given', 'The result was given. Please say how you were served.'],
      rejected: ['Rejected', 'The office can’t grant this and owes you the reason in writing.'],
      withdrawn: [
        'Withdrawn',
        'It was withdrawn by its applicant, or papers that were asked for did not come in time.',
      ],
      stopped: ['Stopped', 'The office stopped as the law says and owes you the reason.'],
      transferred: [
        'Handed to the successor office',
        'The office that took over goes on with it; the time stays the same.',
      ],
    },
    lateTitle: 'This dossier is late. The office apologises.',
    apologised: 'The office has apologised and promised a new day. A dossier may be promised anew once only.',
    apologyOwed:
      'The office owes you an apology in writing or by telephone, with the reason and a new day. This lateness is on record and can’t be taken off it.',
    proof: {
      title: 'Can this be trusted?',
      text: 'Each act on this dossier goes into a sealed ledger, where nobody can change it unseen. The proof page lists them; your own browser checks them, without trusting the office.',
      link: 'See what is on record, and check it',
      own: 'Check what you yourself gave',
    },
    rating: {
      title: 'Rate the service',
      intro: 'Once for each dossier. Whoever worked on it is not told who rated.',
      fields: {
        score: { label: 'How satisfied are you?', wrong: 'choose from 1 to 5' },
        comment: { label: 'Comment (if you like)', wrong: 'at most 2,000 characters' },
      },
      scores: {
        5: '5 – very satisfied',
        4: '4 – satisfied',
        3: '3 – so so',
        2: '2 – not satisfied',
        1: '1 – not at all satisfied',
      },
      survey: 'Survey: how satisfied are you? (optional)',
      unanswered: 'No answer',
      send: 'Send the rating',
      done: 'Thank you for your rating',
      doneText: 'It has been noted.',
    },
    channels: {
      title: 'How you are told',
      intro: 'Choose how the office tells you of changes. Nothing chosen means not at all.',
      names: { zalo: 'Zalo', sms: 'Text message', email: 'E-mail' },
      send: 'Save',
      done: 'Saved how you are told',
      doneText: 'From now on the office tells you in this way.',
    },
  },
} as const;
