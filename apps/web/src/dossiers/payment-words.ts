/** What is said of a fee that is paid online (thanh toán trực tuyến). */
export const paymentWords = {
  vi: {
    owed: (dong: string, receipt: string, at: string) =>
      `Nộp thừa ${dong}, biên lai số ${receipt}, lúc ${at}: phải hoàn trả`,
    returned: (dong: string, document: string, at: string) =>
      `Đã hoàn trả ${dong} nộp thừa lúc ${at}, chứng từ ${document}`,
    receipt: (number: string) => `biên lai số ${number}`,
    payment: {
      begun: (at: string) =>
        `Người nộp bắt đầu thanh toán trực tuyến lúc ${at}, chờ cổng thanh toán xác nhận`,
      lapsed: (at: string) => `Lượt thanh toán trực tuyến lúc ${at} hết hạn, chưa được xác nhận`,
      failed: (at: string) => `Thanh toán trực tuyến không thành, lúc ${at}`,
      paid: (at: string) => `Đã nộp trực tuyến lúc ${at}`,
    },
  },
  en: {
    owed: (dong: string, receipt: string, at: string) =>
      `${dong} came besides, receipt ${receipt}, at ${at}: owed back`,
    returned: (dong: string, document: string, at: string) =>
      `${dong} was given back at ${at}, document ${document}`,
    receipt: (number: string) => `receipt ${number}`,
    payment: {
      begun: (at: string) =>
        `The applicant began to pay online at ${at}; the gateway has not confirmed it yet`,
      lapsed: (at: string) => `The payment online of ${at} ran out unconfirmed`,
      failed: (at: string) => `The payment online came to nothing, at ${at}`,
      paid: (at: string) => `Paid online at ${at}`,
    },
  },
};
