import { derivedId, type Day } from '#kernel';
import { AllocateMoney, Planning, RecordSpending, planSubject } from '#planning';
import { DEMO_OFFICE, type People, type Runtime } from '../../../runtime/src/index.js';
import type { ScriptedAct } from '../simulation/acts.js';
import { scripting } from './acting.js';

const YEAR = 2025;

/** A line of the estimate: of the plan's task at an index, for what, how much; and what was spent of it on which day. */
interface Line {
  task: number;
  purpose: string;
  amount: number;
  spent: readonly (readonly [day: Day, amount: number, text: string])[];
}

const LINES: readonly Line[] = [
  {
    ...{ task: 0, purpose: 'Rà soát, in ấn văn bản', amount: 12_000_000 },
    spent: [['2025-03-20', 4_500_000, 'In tài liệu hội nghị rà soát văn bản quý I']],
  },
  {
    ...{ task: 4, purpose: 'Niêm yết, công khai thủ tục', amount: 18_000_000 },
    spent: [
      ['2025-02-14', 6_800_000, 'Làm mới bảng niêm yết tại bộ phận Một cửa'],
      ['2025-05-16', 3_200_000, 'In bộ thủ tục tại nhà văn hóa các thôn'],
    ],
  },
  {
    ...{ task: 8, purpose: 'Trang thiết bị bộ phận Một cửa', amount: 65_000_000 },
    spent: [
      ['2025-03-27', 28_900_000, 'Hai máy quét hai mặt'],
      ['2025-04-25', 31_400_000, 'Màn hình tra cứu, ghế ngồi chờ'],
    ],
  },
  {
    ...{ task: 16, purpose: 'Tập huấn chuyển đổi số', amount: 24_000_000 },
    spent: [['2025-04-11', 9_600_000, 'Thù lao giảng viên, tài liệu lớp tập huấn tháng 4']],
  },
  { ...{ task: 24, purpose: 'Chỉnh lý, số hóa tài liệu lưu trữ', amount: 80_000_000 }, spent: [] },
  {
    ...{ task: 28, purpose: 'Tuyên truyền cải cách hành chính', amount: 15_000_000 },
    spent: [
      ['2025-01-21', 3_000_000, 'Pa nô, tờ rơi dịch vụ công trực tuyến'],
      ['2025-03-12', 4_000_000, 'Chương trình phát thanh quý I'],
      ['2025-05-22', 4_500_000, 'Hội thi tìm hiểu cải cách hành chính'],
    ],
  },
];

/** The year's money: given in January by one decision, spent by its vouchers. */
export async function moneyScript(runtime: Runtime, people: People): Promise<ScriptedAct[]> {
  const act = scripting(runtime, people);
  const { state } = await runtime.get(Planning).loadPlan(DEMO_OFFICE, planSubject(DEMO_OFFICE, YEAR));
  const tasks = [...state.tasks.keys()];
  let vouchers = 0;
  return LINES.flatMap(({ task, purpose, amount, spent }) => {
    const subject = tasks[task] ?? '';
    const lineId = derivedId(subject, 'budget-line', purpose.toLowerCase());
    return [
      act({
        ...{ when: ['2025-01-13', '10:00'], by: 'chairman', command: AllocateMoney, subject, name: purpose },
        fields: { purpose, amount, documentNumber: '10/QĐ-UBND', documentDate: '2025-01-13' },
      }),
      ...spent.map(([day, of, text]) => {
        const documentNumber = `PC${String((vouchers += 1)).padStart(3, '0')}`;
        return act({
          ...{ when: [day, '15:30'], by: 'head-of-office', command: RecordSpending, subject, name: text },
          fields: { lineId, amount: of, day, documentNumber, text },
        });
      }),
    ];
  });
}
