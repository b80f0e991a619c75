/** What a receipt says once something was taken in (biên nhận). */
export const receiptWords = {
  vi: {
    what: {
      dossier: [
        'Đã nhận hồ sơ',
        'Cơ quan kiểm tra hồ sơ rồi tiếp nhận, cấp mã hồ sơ và hẹn ngày trả kết quả; hoặc trả lời một lần, đầy đủ, còn thiếu gì.',
      ],
      feedback: [
        'Đã nhận phản ánh',
        'Phản ánh được giao cho một bộ phận trả lời. Câu trả lời phải nêu đã làm gì, ai làm, ngày nào.',
      ],
      supplement: [
        'Đã nhận bổ sung',
        'Cơ quan đã nhận đủ giấy tờ được yêu cầu. Thời hạn giải quyết tính lại từ đầu; mỗi hồ sơ chỉ được yêu cầu bổ sung một lần.',
      ],
      reopening: ['Đã mở lại phản ánh', 'Bộ phận được giao phải trả lời lại, khác câu trả lời trước.'],
    },
    keep: 'Xin ghi lại hai mã này, chụp màn hình hoặc in trang này',
    keepWhy:
      'Chỉ người có cả hai mã mới xem được. Trang này chỉ mở lại được trong một giờ; sau đó cơ quan không gửi lại mã tra cứu.',
    code: 'Mã',
    secret: 'Mã tra cứu',
    due: 'Hạn trả lời',
    newDue: 'Hẹn trả kết quả',
    files: 'Tệp đã nhận',
    lookUp: {
      dossier: 'Tra cứu hồ sơ',
      supplement: 'Tra cứu hồ sơ',
      feedback: 'Xem phản ánh',
      reopening: 'Xem phản ánh',
    },
    proof: 'Kiểm chứng những gì ông/bà đã gửi, không cần tin cơ quan',
    proofHow: 'Liên kết này chứa khóa riêng của ông/bà; xin lưu lại nếu muốn kiểm chứng về sau.',
    goneTitle: 'Biên nhận không mở được nữa',
    goneText:
      'Biên nhận chỉ xem lại được trong một giờ sau khi gửi. Điều đã gửi vẫn được giữ nguyên; dùng mã và mã tra cứu đã ghi để tra cứu.',
  },
  en: {
    what: {
      dossier: [
        'Your dossier was taken in',
        'The office looks through it and receives it, with a code and a day for the result; or tells you once, in full, what is missing.',
      ],
      feedback: [
        'Your feedback was taken in',
        'One unit will answer it. The answer must say what was done, by whom and when.',
      ],
      supplement: [
        'The supplement was taken in',
        'The office has all that it asked for. The time starts again from the beginning; a dossier may be asked for a supplement once only.',
      ],
      reopening: ['Your feedback was reopened', 'The unit must answer again, and otherwise than before.'],
    },
    keep: 'Please write these two down, take a picture, or print this page',
    keepWhy:
      'Only who has both can look it up. This page opens again for one hour only; after that the office does not send the secret again.',
    code: 'Code',
    secret: 'Secret',
    due: 'To be answered by',
    newDue: 'Result promised for',
    files: 'Files taken in',
    lookUp: {
      dossier: 'Look the dossier up',
      supplement: 'Look the dossier up',
      feedback: 'See the feedback',
      reopening: 'See the feedback',
    },
    proof: 'Check what you sent, without trusting the office',
    proofHow: 'This link holds a key of your own; keep it if you want to check later.',
    goneTitle: 'This receipt opens no more',
    goneText:
      'A receipt is shown for one hour after it was made. What you sent is kept as it was; look it up with the code and the secret that you wrote down.',
  },
} as const;
