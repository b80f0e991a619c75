export const words = {
  vi: {
    sendings: 'Nơi nhận',
    sentOn: (day: string) => `gửi ngày ${day}`,
    receivedOn: (day: string) => `Đã nhận ngày ${day}`,
    notReceived: 'Chưa xác nhận',
    read: 'Đã đọc',
    unread: 'Chưa ai đọc',
    noteReceipt: 'Ghi nhận đã nhận',
    receiptDay: 'Ngày nhận',
    receiptNote: 'Số văn bản đến, ghi chú',
  },
  en: {
    sendings: 'Recipients',
    sentOn: (day: string) => `sent on ${day}`,
    receivedOn: (day: string) => `Received on ${day}`,
    notReceived: 'Not confirmed',
    read: 'Read',
    unread: 'Nobody has read it',
    noteReceipt: 'Note the receipt',
    receiptDay: 'Day of the receipt',
    receiptNote: 'Number there, note',
  },
};
