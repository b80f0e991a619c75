/** What the page of the plan's progress says (tiến độ kế hoạch cải cách hành chính). */
export const planWords = {
  vi: {
    title: (year: number) => `Tiến độ kế hoạch năm ${year}`,
    none: (year: number) => `Kế hoạch cải cách hành chính năm ${year} chưa được phê duyệt.`,
    standing: (day: string) => `Tính đến hết ngày ${day}, theo số liệu ghi trong sổ, không ai nhập tay.`,
    all: 'Cả kế hoạch',
    byArea: 'Theo lĩnh vực',
    byUnit: 'Theo bộ phận chủ trì',
    counts: (tasks: string, completed: string, running: string) =>
      `${tasks} nhiệm vụ: ${completed} hoàn thành, ${running} đang thực hiện`,
    late: (n: string) => `${n} quá hạn`,
    nothingLate: 'không có việc quá hạn',
    silent: (n: string) => `${n} lâu chưa báo cáo`,
    percent: (n: string) => `tiến độ trung bình ${n}%`,
  },
  en: {
    title: (year: number) => `Progress of the plan of ${year}`,
    none: (year: number) => `The plan of ${year} has not been approved yet.`,
    standing: (day: string) =>
      `At the end of ${day}, counted from what is on record; nobody enters it by hand.`,
    all: 'The whole plan',
    byArea: 'By area',
    byUnit: 'By accountable unit',
    counts: (tasks: string, completed: string, running: string) =>
      `${tasks} tasks: ${completed} completed, ${running} running`,
    late: (n: string) => `${n} overdue`,
    nothingLate: 'nothing overdue',
    silent: (n: string) => `${n} without a report for long`,
    percent: (n: string) => `${n}% on average`,
  },
} as const;
