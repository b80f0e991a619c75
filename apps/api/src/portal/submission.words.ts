/** What the page to hand a dossier in says (nộp hồ sơ trực tuyến). */
export const submissionWords = {
  vi: {
    title: (procedure: string) => `Nộp trực tuyến: ${procedure}`,
    counterOnly: 'Thủ tục này chỉ nộp trực tiếp hoặc qua bưu điện. Xin mang giấy tờ đến Bộ phận Một cửa.',
    intro: 'Khai tại đây để cơ quan kiểm tra trước, không phải xếp hàng khai lại.',
    papers: 'Giấy tờ',
    papersNote:
      'Chụp hoặc chọn tệp cho từng giấy tờ. Giấy tờ nào chưa gửi ở đây thì mang đến Bộ phận Một cửa hoặc gửi qua bưu điện; thời hạn giải quyết tính từ khi cơ quan tiếp nhận đủ.',
    applicant: 'Người nộp',
    fields: {
      name: { label: 'Họ và tên, hoặc tên tổ chức', wrong: 'cần nhập, nhiều nhất 200 ký tự' },
      identityNumber: { label: 'Số định danh cá nhân hoặc mã số thuế', wrong: 'nhiều nhất 30 ký tự' },
      bornOn: {
        label: 'Ngày sinh',
        hint: 'Ngày/tháng/năm, ví dụ 05/09/1987',
        wrong: 'chưa đúng dạng ngày/tháng/năm',
      },
      phone: { label: 'Số điện thoại', wrong: 'nhiều nhất 30 ký tự' },
      email: { label: 'Thư điện tử', wrong: 'nhiều nhất 200 ký tự' },
      address: { label: 'Địa chỉ', wrong: 'nhiều nhất 500 ký tự' },
    },
    told: 'Báo tin cho tôi qua',
    channels: { zalo: 'Zalo', sms: 'Tin nhắn SMS', email: 'Thư điện tử' },
    privacy:
      'Thông tin được mã hóa, chỉ dùng để giải quyết hồ sơ; chỉ người có nhiệm vụ đọc được, và mỗi lần đọc đều được ghi lại.',
    send: 'Nộp hồ sơ',
    back: 'Xem lại thủ tục',
    offer: 'Nộp trực tuyến',
  },
  en: {
    title: (procedure: string) => `Hand in online: ${procedure}`,
    counterOnly:
      'This procedure is handed in at the desk or by post only. Please bring the papers to the one-stop desk.',
    intro: 'Say here what the office needs to know; it looks through it before you come.',
    papers: 'Papers',
    papersNote:
      'Take a picture or choose a file for each paper. What you don’t send here, bring to the one-stop desk or send by post; the time counts from when all of them were received.',
    applicant: 'Applicant',
    fields: {
      name: { label: 'Name, of a person or an organisation', wrong: 'is needed, at most 200 characters' },
      identityNumber: { label: 'Identity number or tax code', wrong: 'at most 30 characters' },
      bornOn: {
        label: 'Day of birth',
        hint: 'Day/month/year, for example 05/09/1987',
        wrong: 'is no day/month/year',
      },
      phone: { label: 'Phone', wrong: 'at most 30 characters' },
      email: { label: 'E-mail', wrong: 'at most 200 characters' },
      address: { label: 'Address', wrong: 'at most 500 characters' },
    },
    told: 'Tell me by',
    channels: { zalo: 'Zalo', sms: 'Text message', email: 'E-mail' },
    privacy:
      'This is encrypted and used for the dossier alone; only those with a duty read it, and each reading is logged.',
    send: 'Hand in',
    back: 'Look at the procedure again',
    offer: 'Hand in online',
  },
} as const;
