import { refusal } from '#kernel';

export const unknownBudgetLine = refusal(
  'unknown_budget_line',
  422,
  { vi: 'Nhiệm vụ không có dòng dự toán này', en: 'The task has no such line in its estimate' },
  { vi: 'Chọn một dòng dự toán của nhiệm vụ.', en: 'Choose one of the task’s lines.' },
);
export const unknownAllocation = refusal(
  'unknown_allocation',
  422,
  { vi: 'Không có khoản giao dự toán này, hoặc đã thu hồi', en: 'There is no such allocation any more' },
  { vi: 'Tải lại rồi chọn một khoản còn hiệu lực.', en: 'Load it again and choose one that stands.' },
);
export const unknownSpending = refusal(
  'unknown_spending',
  422,
  { vi: 'Không có khoản chi này, hoặc đã hủy ghi nhận', en: 'There is no such spending any more' },
  { vi: 'Tải lại rồi chọn một khoản còn hiệu lực.', en: 'Load it again and choose one that stands.' },
);
export const spendingOverAllocation = refusal(
  'spending_over_allocation',
  409,
  {
    vi: 'Vượt dự toán: dòng "{purpose}" chỉ còn {left}',
    en: 'Over the allocation: {left} is left on the line "{purpose}"',
  },
  {
    vi: 'Giảm số tiền, hoặc trình Chủ tịch quyết định chi vượt rồi ghi nhận lại.',
    en: 'Lower the amount, or have the chairman decide on the over-run and record it again.',
  },
);
export const allocationSpent = refusal(
  'allocation_spent',
  409,
  {
    vi: 'Không thu hồi được: dòng "{purpose}" chỉ còn {left} chưa chi',
    en: 'It can’t be withdrawn: only {left} of the line "{purpose}" is not spent',
  },
  {
    vi: 'Giao lại dự toán theo văn bản mới trước, rồi thu hồi khoản cũ.',
    en: 'Allocate by the new document first, then withdraw the old one.',
  },
);
export const spendingRecordedAlready = refusal(
  'spending_recorded_already',
  409,
  {
    vi: 'Chứng từ {documentNumber} cùng ngày, cùng số tiền đã được ghi nhận trên dòng này',
    en: 'Document {documentNumber} of that day and amount is on this line already',
  },
  {
    vi: 'Xem lại các khoản chi của nhiệm vụ; nếu là khoản khác thì ghi đúng số chứng từ của nó.',
    en: 'Look at the task’s spending; if it is another payment, give the number of its own document.',
  },
);
export const spendingDayAhead = refusal(
  'spending_day_ahead',
  422,
  { vi: 'Ngày chi ở phía trước', en: 'The day of the spending lies ahead' },
  { vi: 'Ghi nhận khi đã chi, theo ngày trên chứng từ.', en: 'Record it once it is paid, by its document.' },
);
export const budgetTooLarge = refusal(
  'budget_too_large',
  422,
  {
    vi: 'Tổng dự toán của một nhiệm vụ không quá {most}',
    en: 'A task is given no more than {most} in all',
  },
  { vi: 'Kiểm tra lại số tiền.', en: 'Check the amount.' },
);
export const tooManyEntries = refusal(
  'too_many_money_entries',
  409,
  {
    vi: 'Nhiệm vụ đã có {most} khoản kinh phí được ghi nhận',
    en: 'The task has {most} entries of money already',
  },
  { vi: 'Gộp các khoản nhỏ theo bảng kê.', en: 'Put small payments together by a list.' },
);
export const moneyElsewhere = refusal(
  'money_elsewhere',
  409,
  {
    vi: 'Kinh phí của nhiệm vụ này không ghi nhận ở đây nữa',
    en: 'The money of this task is not recorded here any more',
  },
  {
    vi: 'Ghi nhận ở nhiệm vụ đi tiếp: đơn vị kế thừa, hoặc kế hoạch năm sau.',
    en: 'Record it where the task goes on: in the successor office, or in next year’s plan.',
  },
);
