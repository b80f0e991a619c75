export const partWords = {
  vi: {
    correct: 'Hãy sửa các ô sau rồi gửi lại',
    wrong: 'chưa đúng',
    plain: {
      idempotency_key_reused: {
        title: 'Biểu mẫu này đã được gửi rồi, với nội dung khác',
        detail: 'Lần gửi trước vẫn giữ nguyên. Nếu muốn gửi thêm nội dung dưới đây, xin bấm gửi lần nữa.',
      },
      invalid_input: {
        title: 'Nội dung gửi lên chưa đúng',
        detail: 'Xin kiểm tra lại các ô rồi gửi lại.',
      },
      unavailable: {
        title: 'Hệ thống tạm thời chưa nhận được',
        detail:
          'Những gì ông/bà đã nhập vẫn còn ở dưới. Xin gửi lại sau ít giây; không có gì bị gửi hai lần.',
      },
    },
    lacks: (n: number) =>
      `Đang khắc phục sự cố: danh sách còn thiếu ${n} mục. Không có gì bị mất; hãy xem lại sau.`,
  },
  en: {
    correct: 'Please correct these and send again',
    wrong: 'is not right',
    plain: {
      idempotency_key_reused: {
        title: 'This form was sent before, and said something else',
        detail: 'What was sent then stands. If you want to send what is below as well, press send once more.',
      },
      invalid_input: {
        title: 'Something is not right',
        detail: 'Please look through the form and send again.',
      },
      unavailable: {
        title: 'The service can’t take this just now',
        detail: 'What you entered is still below. Please send again in a few seconds; nothing is sent twice.',
      },
    },
    lacks: (n: number) =>
      `Being mended: ${n} entries are missing from the list. Nothing is lost; please look again later.`,
  },
} as const;
