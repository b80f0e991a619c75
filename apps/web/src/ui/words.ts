export const words = {
  vi: {
    sending: 'Đang gửi…',
    cancel: 'Thôi',
    look: 'Xem',
    more: 'Xem thêm',
    acts: 'Làm gì tiếp',
    noActs: 'Bạn không có việc gì phải làm ở đây.',
    notNow: 'Chưa làm được',
    byRule: (rule: string) => `quy tắc ${rule}`,
    done: 'Đã ghi nhận.',
  },
  en: {
    sending: 'Sending…',
    cancel: 'Cancel',
    look: 'Look',
    more: 'Show more',
    acts: 'What can be done',
    noActs: 'There is nothing for you to do here.',
    notNow: 'Not possible now',
    byRule: (rule: string) => `rule ${rule}`,
    done: 'Recorded.',
  },
};
