/** How an official is told (cách nhận thông báo). */
export const noticeWords = {
  vi: {
    title: 'Cách nhận thông báo',
    always:
      'Mọi thông báo luôn có trong hệ thống, không tắt được; ở đây chọn thêm cách khác. Việc quá hạn vẫn được ghi và báo cáo lên dù có chọn hay không.',
    none: 'Đơn vị chưa cài đặt thư điện tử hay tin nhắn.',
    deadlines: 'Nhắc hạn, quá hạn, báo cáo lên: báo ngay qua',
    work: 'Việc được giao, chuyển đến và việc khác: báo ngay qua',
    digest: 'Thư tổng hợp',
    daily: 'Mỗi ngày một thư, các thông báo chưa đọc',
    channels: { email: 'Thư điện tử', sms: 'Tin nhắn SMS' },
    email: 'Địa chỉ thư',
    phone: 'Số điện thoại',
    keep: 'Để trống nếu giữ như đã khai.',
    save: 'Lưu cách nhận',
    saved: 'Đã lưu; có hiệu lực ngay.',
  },
  en: {
    title: 'How you are told',
    always:
      'Every notice is in the service, which can’t be switched off; here you choose more ways. What is overdue is recorded and escalated whatever you choose.',
    none: 'Neither e-mail nor text messages are set up in this office.',
    deadlines: 'Times that run out: at once by',
    work: 'Work that is given to you, and all else: at once by',
    digest: 'Digest',
    daily: 'One letter a day, with the notices you have not read',
    channels: { email: 'E-mail', sms: 'Text message' },
    email: 'E-mail address',
    phone: 'Phone',
    keep: 'Leave it empty to keep what you gave.',
    save: 'Save',
    saved: 'Saved, and in force at once.',
  },
};
