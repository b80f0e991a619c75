/** The acts on a report, and what their forms say. */
export const actWords = {
  vi: {
    recipients: 'Nơi nhận',
    act: {
      SubmitReport: 'Trình báo cáo',
      AcceptReport: 'Duyệt báo cáo',
      SendReport: 'Gửi báo cáo',
      ReturnReport: 'Trả lại báo cáo',
      WriteReportSection: 'Viết báo cáo',
    },
    submitWhat: 'Số liệu được chốt và giữ nguyên từ khi trình.',
    submitProvisional: (to: string) =>
      `Kỳ báo cáo đến hết ngày ${to} chưa kết thúc. Trình bây giờ là chốt tạm: số liệu dừng ở lúc này, việc phát sinh sau nằm ở báo cáo kỳ sau.`,
    unwritten: (sections: string) => `Mục chưa viết: ${sections}.`,
    acceptWhat: 'Duyệt để văn thư cấp số và gửi đi. Người trình không tự duyệt.',
    recipientsHint: 'Mỗi nơi nhận một dòng',
    unitsToo: 'Bộ phận trong đơn vị',
    signedOn: 'Ngày ký',
  },
  en: {
    recipients: 'Recipients',
    act: {
      SubmitReport: 'Submit the report',
      AcceptReport: 'Accept the report',
      SendReport: 'Send the report',
      ReturnReport: 'Return the report',
      WriteReportSection: 'Write the report',
    },
    submitWhat: 'The figures are frozen and stay as they are from then on.',
    submitProvisional: (to: string) =>
      `The period up to ${to} is not over. Submitted now, the cut-off is provisional: the figures end at this moment, and what comes later stands in the next report.`,
    unwritten: (sections: string) => `Sections not written: ${sections}.`,
    acceptWhat: 'Once accepted it gets its number and is sent. Nobody accepts what they submitted.',
    recipientsHint: 'One recipient a line',
    unitsToo: 'Units of the office',
    signedOn: 'Day of signature',
  },
};
