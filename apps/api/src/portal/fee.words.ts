/** What is said of a fee, and where it is paid online (phí, lệ phí). */
export const feeWords = {
  vi: {
    title: 'Phí, lệ phí',
    amount: 'Mức thu',
    paidAt: 'Nộp lúc',
    receipt: 'Biên lai số',
    paid: 'Đã nộp trực tuyến.',
    settled: 'Đã nộp, hoặc được miễn.',
    standing: {
      begun: (at: string) =>
        `Lượt thanh toán bắt đầu lúc ${at} đang chờ cổng thanh toán xác nhận. Nếu chưa trả tiền, xin bấm tiếp tục; cùng một lượt không bị trừ hai lần.`,
      lapsed: (at: string) =>
        `Lượt thanh toán bắt đầu lúc ${at} đã hết hạn mà cổng thanh toán chưa xác nhận. Nếu tiền đã bị trừ, xin chờ xác nhận hoặc hỏi Bộ phận Một cửa trước khi trả lại.`,
      failed: (at: string) =>
        `Thanh toán không thành, cổng thanh toán báo lúc ${at}. Chưa thu khoản nào; xin thử lại.`,
    },
    pay: 'Nộp trực tuyến',
    goOn: 'Tiếp tục thanh toán',
    again: 'Thử lại',
    orAtDesk: 'Cũng có thể nộp tại Bộ phận Một cửa.',
    atDesk: 'Xin nộp tại Bộ phận Một cửa.',
    toGateway: {
      title: 'Chuyển sang cổng thanh toán',
      text: (minutes: number) =>
        `Ông/bà trả tiền trên trang của cổng thanh toán, trong ${minutes} phút. Xong rồi cổng đưa ông/bà quay lại đây.`,
      link: 'Đến cổng thanh toán',
    },
    back: {
      paid: 'Đã nộp phí, lệ phí',
      failed: 'Thanh toán không thành',
      begun: 'Đang chờ xác nhận',
      lapsed: 'Lượt thanh toán đã hết hạn',
      settled: 'Phí, lệ phí đã nộp',
      look: 'Xem lại',
      lookUp: 'Tra cứu hồ sơ',
    },
  },
  en: {
    title: 'Fee',
    amount: 'Amount',
    paidAt: 'Paid at',
    receipt: 'Receipt',
    paid: 'Paid online.',
    settled: 'Paid, or waived.',
    standing: {
      begun: (at: string) =>
        `The payment that was begun at ${at} waits for the gateway to confirm it. If you have not paid, go on with it; one payment is never taken twice.`,
      lapsed: (at: string) =>
        `The time for the payment that was begun at ${at} is over, and the gateway has not confirmed it. If money was taken, wait for that or ask at the one-stop desk before you pay again.`,
      failed: (at: string) =>
        `The payment came to nothing, as the gateway told at ${at}. Nothing was taken; please try again.`,
    },
    pay: 'Pay online',
    goOn: 'Go on with the payment',
    again: 'Try again',
    orAtDesk: 'You may also pay at the one-stop desk.',
    atDesk: 'Please pay at the one-stop desk.',
    toGateway: {
      title: 'On to the payment gateway',
      text: (minutes: number) =>
        `You pay on the gateway’s own page, within ${minutes} minutes. It leads you back here afterwards.`,
      link: 'Go to the gateway',
    },
    back: {
      paid: 'The fee is paid',
      failed: 'The payment came to nothing',
      begun: 'Waiting for confirmation',
      lapsed: 'The time for the payment is over',
      settled: 'The fee is settled',
      look: 'Look again',
      lookUp: 'Look the dossier up',
    },
  },
} as const;
