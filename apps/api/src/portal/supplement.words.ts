/** What is said where a supplement is sent from home (bổ sung hồ sơ trực tuyến). */
export const supplementWords = {
  vi: {
    title: 'Gửi bổ sung',
    by: 'Gửi trước',
    reason: 'Vì sao',
    basis: 'Căn cứ',
    once: 'Gửi một lần, đủ các giấy tờ được yêu cầu. Từ khi nhận đủ, thời hạn giải quyết tính lại từ đầu. Quá hạn bổ sung, hồ sơ khép lại và được coi là đã rút.',
    papers: 'Giấy tờ được yêu cầu',
    fields: {
      text: { label: 'Lời nhắn cho cơ quan (không bắt buộc)', wrong: 'nhiều nhất 2.000 ký tự' },
    },
    send: 'Gửi bổ sung',
    atDesk: 'Cũng có thể mang giấy tờ đến Bộ phận Một cửa, cùng giấy tiếp nhận hồ sơ.',
  },
  en: {
    title: 'Send the supplement',
    by: 'To be sent by',
    reason: 'Why',
    basis: 'Legal basis',
    once: 'Send once, with all the papers that are asked for. From then on the time starts again from the beginning. If nothing comes in time, the dossier is closed as withdrawn.',
    papers: 'Papers asked for',
    fields: {
      text: { label: 'A word to the office (if you like)', wrong: 'at most 2,000 characters' },
    },
    send: 'Send the supplement',
    atDesk: 'You may also bring the papers to the one-stop desk, with your receipt.',
  },
} as const;
