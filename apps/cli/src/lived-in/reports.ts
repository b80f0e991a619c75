import { at, derivedId, type Day } from '#kernel';
import {
  AcceptReport,
  Reports,
  ReturnReport,
  SendReport,
  WriteReportSection,
  reportSubject,
} from '#reporting';
import type { Type } from '@nestjs/common';
import { DEMO_OFFICE, type House, type People, type Runtime } from '../../../runtime/src/index.js';
import type { ScriptedAct } from '../simulation/acts.js';

const YEAR = 2025;
const REFORM = 'cchc-quarter-1';
const CONTROL = 'tthc-quarter-1';
/** Opened five days ago: somebody is at it. */
const UNDER_WAY = 'cchc-six-months';

/** What was written into the reports, by section. */
const WRITTEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [REFORM]: {
    I: 'UBND xã ban hành kế hoạch cải cách hành chính năm 2025 gồm 36 nhiệm vụ, giao từng nhiệm vụ cho một người chủ trì; họp giao ban tuần đều điểm nhiệm vụ đến hạn.',
    'II.2':
      'Niêm yết đủ danh mục thủ tục tại bộ phận Một cửa. Từ 24/03/2025 bố trí hai công chức nhận chứng thực buổi sáng theo phản ánh của người dân.',
    III: 'Đa số hồ sơ trả đúng hẹn. Một số hồ sơ trễ do chờ xác nhận của cơ quan ngoài xã; các trường hợp này đều có thư xin lỗi và hẹn lại.',
    IV: 'Tập trung số hóa kết quả giải quyết; rà soát văn bản quy phạm pháp luật của HĐND, UBND xã.',
  },
  [CONTROL]: {
    I: 'Không ban hành thêm thủ tục. Đã cập nhật danh mục thủ tục được công bố trong quý, niêm yết tại trụ sở và trên trang của xã.',
    III: 'Thời gian chờ chứng thực buổi sáng còn dài vào ngày đầu tuần.',
  },
  [UNDER_WAY]: {
    I: 'Dự thảo: sáu tháng đầu năm UBND xã tiếp tục thực hiện kế hoạch đã phê duyệt; còn nhiệm vụ quá hạn, đã nhắc người chủ trì.',
  },
};
const RETURNED = 'Mục III chưa nêu nguyên nhân và cách khắc phục thời gian chờ; đề nghị bổ sung.';
const MENDED =
  'Thời gian chờ chứng thực buổi sáng còn dài vào ngày đầu tuần vì chỉ có một công chức nhận; đã bố trí thêm một công chức từ 24/03/2025.';

/** The quarter's reports written, handed in, one of them returned first, and sent; the six months' begun. */
export function reportScript(
  runtime: Runtime,
  house: House,
  people: People,
  settle: () => Promise<unknown>,
): ScriptedAct[] {
  const reports = house.get(Reports);
  const acting = (username: string, ...name: string[]) => ({
    office: DEMO_OFFICE,
    actor: people(username),
    commandId: derivedId(DEMO_OFFICE, 'report', ...name),
  });
  const act = <C extends object>(
    [day, hour]: [Day, string],
    username: string,
    code: string,
    command: Type<C>,
    fields: C,
    part = '',
  ): ScriptedAct => ({
    at: at(day, hour),
    run: async () => {
      const envelope = acting(username, code, command.name, part, day);
      await runtime.commands.send(command, envelope, reportSubject(DEMO_OFFICE, code, YEAR), fields);
    },
  });
  const write = (day: Day, code: string): ScriptedAct[] =>
    Object.entries(WRITTEN[code] ?? {}).map(([section, text]) =>
      act([day, '08:30'], 'head-of-office', code, WriteReportSection, { section, text, basedOn: 0 }, section),
    );
  const submit = (day: Day, hour: string, code: string): ScriptedAct => ({
    at: at(day, hour),
    run: async () => {
      await settle(); // figures are counted once the read models have followed
      const envelope = acting('head-of-office', code, 'submit', day);
      await reports.submit(envelope, reportSubject(DEMO_OFFICE, code, YEAR), false);
    },
  });
  const giveBack: ScriptedAct = {
    at: at('2025-03-18', '08:00'),
    run: async () => {
      const command = Object.assign(new ReturnReport(), { reason: RETURNED });
      const id = reportSubject(DEMO_OFFICE, CONTROL, YEAR);
      await reports.giveBack(acting('chairman', CONTROL, 'return'), id, command);
    },
  };
  const out = (day: Day, code: string, recipients: string[]): ScriptedAct[] => [
    act([day, '14:00'], 'chairman', code, AcceptReport, {}),
    act([day, '15:30'], 'head-of-office', code, SendReport, { recipients, day }),
  ];
  return [
    ...write('2025-03-17', REFORM),
    submit('2025-03-17', '09:00', REFORM),
    ...out('2025-03-17', REFORM, ['Sở Nội vụ', 'Đảng ủy, HĐND xã', 'Lưu: VT']),
    ...write('2025-03-17', CONTROL),
    submit('2025-03-17', '10:00', CONTROL),
    giveBack,
    act(
      ['2025-03-18', '09:00'],
      'head-of-office',
      CONTROL,
      WriteReportSection,
      { section: 'III', text: MENDED, basedOn: 1 },
      'again',
    ),
    submit('2025-03-18', '09:30', CONTROL),
    ...out('2025-03-18', CONTROL, ['Văn phòng UBND thành phố', 'Lưu: VT']),
    ...write('2025-06-03', UNDER_WAY),
  ];
}
