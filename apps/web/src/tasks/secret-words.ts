/** Secret work items, and the acts on them. */
export const secretWords = {
  vi: {
    secret: 'Bí mật nhà nước',
    kept: 'Nội dung, kết quả, ghi chú, tệp giữ ngoài hệ thống theo Luật Bảo vệ bí mật nhà nước.',
    act: {
      AcknowledgeTask: 'Tiếp nhận',
      ReportSecretProgress: 'Báo cáo tiến độ',
      CompleteTask: 'Báo hoàn thành',
      CancelSecretWork: 'Hủy việc mật',
    },
  },
  en: {
    secret: 'State secret',
    kept: 'What it says, its result, notes and files are kept outside by the law on state secrets.',
    act: {
      AcknowledgeTask: 'Acknowledge',
      ReportSecretProgress: 'Report progress',
      CompleteTask: 'Complete',
      CancelSecretWork: 'Cancel it',
    },
  },
};
