import { derivedId, type Day } from '#kernel';
import { Planning, planSubject } from '#planning';
import { EnterInRegister } from '#registers';
import { DEMO_OFFICE, type People, type Runtime } from '../../../runtime/src/index.js';
import type { ScriptedAct } from '../simulation/acts.js';
import { scripting } from './acting.js';

const YEAR = 2025;
type Facts = Omit<EnterInRegister, 'day' | 'title' | 'kind' | 'taskId'>;

/** What was entered: on which day, by whom, in which register; some belong to the plan's task at an index. */
const ENTRIES: readonly (readonly [Day, string, EnterInRegister['kind'], string, Facts, number?])[] = [
  [
    '2025-01-17',
    'head-of-office',
    'training',
    'Quán triệt kế hoạch cải cách hành chính năm 2025',
    { participants: 28, hours: 4 },
    16,
  ],
  [
    '2025-03-14',
    'head-of-office',
    'training',
    'Tập huấn tiếp nhận hồ sơ trên cổng dịch vụ công',
    { participants: 14, hours: 8 },
    16,
  ],
  [
    '2025-04-11',
    'culture',
    'training',
    'Kỹ năng số cho tổ công nghệ số cộng đồng',
    { participants: 46, hours: 6 },
    16,
  ],
  [
    '2025-01-21',
    'culture',
    'publicity',
    'Nộp hồ sơ trực tuyến: nhanh, không phải chờ',
    { channel: 'radio' },
    28,
  ],
  [
    '2025-02-18',
    'culture',
    'publicity',
    'Hướng dẫn tra cứu hồ sơ bằng mã QR',
    { channel: 'social', link: 'https://thieuvan.example/tin/tra-cuu-ho-so' },
    28,
  ],
  [
    '2025-03-12',
    'culture',
    'publicity',
    'Kết quả cải cách hành chính quý I',
    { channel: 'website', link: 'https://thieuvan.example/tin/cchc-quy-1' },
    28,
  ],
  [
    '2025-04-22',
    'culture',
    'publicity',
    'Họp thôn Phú Ân: định danh điện tử mức 2',
    { channel: 'meeting', participants: 120 },
    28,
  ],
  [
    '2025-05-22',
    'culture',
    'publicity',
    'Hội thi tìm hiểu cải cách hành chính',
    { channel: 'meeting', participants: 85 },
    28,
  ],
  [
    '2025-03-28',
    'desk',
    'archive',
    'Hồ sơ hộ tịch 2015–2020',
    { measure: 'dossiers', done: 640, total: 1_850 },
    24,
  ],
  [
    '2025-05-27',
    'desk',
    'archive',
    'Hồ sơ hộ tịch 2015–2020',
    { measure: 'dossiers', done: 510, total: 1_850 },
    24,
  ],
  [
    '2025-02-26',
    'desk',
    'initiative',
    'Phát số thứ tự và nhắn tin khi đến lượt',
    { recognition: 'commune', documentNumber: '22/QĐ-UBND' },
  ],
  ['2025-05-08', 'justice', 'initiative', 'Trả kết quả khai sinh tại trạm y tế', { recognition: 'none' }],
  [
    '2025-02-11',
    'desk',
    'guidance',
    'Hỏi giấy tờ đăng ký lại khai sinh',
    { procedureCode: '1.004884', way: 'phone' },
  ],
  [
    '2025-03-05',
    'desk',
    'guidance',
    'Hỏi thời hạn đăng ký lại khai sinh',
    { procedureCode: '1.004884', way: 'hotline' },
  ],
  [
    '2025-05-14',
    'land',
    'guidance',
    'Hỏi bản đồ trích đo khi xác nhận nguồn gốc đất',
    { procedureCode: 'TV.DD.01', way: 'phone' },
  ],
  [
    '2025-03-19',
    'land',
    'simplification',
    'Bỏ yêu cầu nộp bản đồ trích đo khi đã có bản đồ địa chính số',
    { procedureCode: 'TV.DD.01', outcome: 'proposed' },
    3,
  ],
  [
    '2025-01-09',
    'desk',
    'posting',
    'Bộ phận Một cửa: thay hai thủ tục đã sửa đổi',
    { checked: 42, lacking: 2 },
  ],
  ['2025-04-09', 'desk', 'posting', 'Bộ phận Một cửa: niêm yết đủ', { checked: 43, lacking: 0 }],
  [
    '2025-04-18',
    'head-of-office',
    'commendation',
    'Bộ phận Một cửa trả hồ sơ sớm hẹn quý I',
    { award: 'certificate', persons: 2, documentNumber: '35/QĐ-UBND' },
  ],
];

/** What is counted in registers: training, publicity, archives, initiatives, guidance, postings, commendations. */
export async function registerScript(runtime: Runtime, people: People): Promise<ScriptedAct[]> {
  const act = scripting(runtime, people);
  const { state } = await runtime.get(Planning).loadPlan(DEMO_OFFICE, planSubject(DEMO_OFFICE, YEAR));
  const tasks = [...state.tasks.keys()];
  return ENTRIES.map(([day, by, kind, title, facts, task]) => {
    const taskId = task === undefined ? undefined : tasks[task];
    const name = `${day} ${title}`;
    const fields = { ...facts, kind, day, title, ...(taskId === undefined ? {} : { taskId }) };
    const subject = derivedId(DEMO_OFFICE, 'lived-in', 'entry', name);
    return act({ when: [day, '16:30'], by, command: EnterInRegister, subject, fields, name });
  });
}
