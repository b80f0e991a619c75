import { AggregateStore } from '#event-store';
import {
  ApproveInspectionProgramme,
  ConcludeInspection,
  HearUnit,
  NoteFinding,
  OpenInspection,
  PlanInspections,
  RecordInspection,
  programme,
  programmeSubject,
} from '#inspection';
import { at, derivedId, type Day } from '#kernel';
import { postsOf } from '#organisation';
import type { Type } from '@nestjs/common';
import { DEMO_OFFICE, type House, type People, type Runtime } from '../../../runtime/src/index.js';
import type { ScriptedAct } from '../simulation/acts.js';

const YEAR = 2025;
const FAULT = 'Ba hồ sơ không có phiếu kiểm soát quá trình giải quyết.';
const GOOD = 'Sổ theo dõi, niêm yết thủ tục đầy đủ; hồ sơ lưu đúng thứ tự.';

/** The year's programme, and its first inspection: a fault that its unit is to remedy by the end of June. */
export async function inspectionScript(
  runtime: Runtime,
  house: House,
  people: People,
): Promise<ScriptedAct[]> {
  const state = await runtime.organisation.current(DEMO_OFFICE);
  const placeOf = (username: string) => {
    const [post] = postsOf(state, people(username));
    if (!post) throw new Error(`${username} holds no post`);
    return post;
  };
  const unit = placeOf('justice').unitId;
  const inspectionId = derivedId(DEMO_OFFICE, 'inspection', 'first');
  const ofYear = programmeSubject(DEMO_OFFICE, YEAR);
  const act = <C extends object>(
    [day, hour]: [Day, string],
    username: string,
    command: Type<C>,
    subject: string,
    fields: C,
    { name = command.name, more }: { name?: string; more?: () => Promise<Partial<C>> } = {},
  ): ScriptedAct => ({
    at: at(day, hour),
    run: async () => {
      const envelope = {
        office: DEMO_OFFICE,
        actor: people(username),
        commandId: derivedId(DEMO_OFFICE, 'inspection', name),
      };
      const part = subject === ofYear ? String(YEAR) : undefined;
      await runtime.commands.send(command, envelope, subject, { ...fields, ...(await more?.()) }, part);
    },
  });
  const itemOfProgramme = async (): Promise<{ itemId: string }> => {
    const planned = await house.get(AggregateStore).load(programme, DEMO_OFFICE, ofYear);
    return { itemId: planned.state.inspections.find(({ unitId }) => unitId === unit)?.itemId ?? '' };
  };
  return [
    act(['2025-01-15', '14:00'], 'head-of-office', PlanInspections, ofYear, {
      share: 30,
      source: 'Kế hoạch 05/KH-UBND ngày 02/01/2025',
      inspections: [
        { kind: 'reform', unitId: unit, month: 4, about: 'Giải quyết thủ tục hành chính' },
        { kind: 'discipline', unitId: placeOf('culture').unitId, month: 9, about: 'Kỷ luật, kỷ cương' },
        { kind: 'reform', unitId: placeOf('land').unitId, month: 10, about: 'Giải quyết thủ tục hành chính' },
        { kind: 'duty', unitId: placeOf('finance').unitId, month: 11, about: 'Thực hiện chế độ công vụ' },
        { kind: 'quality', unitId: placeOf('desk').unitId, month: 6, about: 'Đánh giá nội bộ ISO 9001' },
      ],
    }),
    act(['2025-01-17', '09:00'], 'chairman', ApproveInspectionProgramme, ofYear, {
      documentNumber: '12/QĐ-UBND',
      documentDate: '2025-01-17',
    }),
    act(
      ['2025-04-14', '08:00'],
      'head-of-office',
      OpenInspection,
      inspectionId,
      {
        kind: 'reform',
        unitId: unit,
        leaderPostId: placeOf('head-of-office').postId,
        memberPostIds: [placeOf('finance').postId],
        basis: 'Quyết định 31/QĐ-UBND ngày 10/04/2025',
        from: '2025-04-14',
        to: '2025-04-16',
        about: ['Tiếp nhận, giải quyết, trả kết quả', 'Niêm yết thủ tục', 'Lưu hồ sơ'],
      },
      { more: itemOfProgramme },
    ),
    act(['2025-04-15', '15:00'], 'finance', RecordInspection, inspectionId, {
      day: '2025-04-15',
      place: 'Bộ phận Một cửa, UBND xã Thiệu Vân',
      present: ['Trưởng đoàn', 'Công chức Tài chính - Kế toán', 'Công chức Tư pháp - Hộ tịch'],
      text: 'Đoàn kiểm tra 20 hồ sơ đã trả trong quý I, đối chiếu sổ tiếp nhận, phiếu kiểm soát và kết quả.',
    }),
    act(['2025-04-15', '15:30'], 'finance', NoteFinding, inspectionId, {
      kind: 'fault',
      text: FAULT,
      basis: 'Nghị định 61/2018/NĐ-CP',
      evidence: 'Hồ sơ số 04, 09 và 17 trong biên bản ngày 15/04/2025',
    }),
    act(
      ['2025-04-15', '15:40'],
      'finance',
      NoteFinding,
      inspectionId,
      { kind: 'strength', text: GOOD, evidence: 'Biên bản ngày 15/04/2025' },
      { name: 'good' },
    ),
    act(['2025-04-16', '09:00'], 'justice', HearUnit, inspectionId, {
      agrees: 'yes',
      text: 'Bộ phận nhất trí, sẽ bổ sung phiếu và rà lại toàn bộ hồ sơ quý I.',
    }),
    act(['2025-04-22', '10:00'], 'chairman', ConcludeInspection, inspectionId, {
      text: 'Việc tiếp nhận, trả kết quả cơ bản đúng quy định; còn hồ sơ thiếu phiếu kiểm soát.',
      requirements: [
        {
          findingId: derivedId(inspectionId, 'finding', FAULT),
          text: 'Bổ sung phiếu kiểm soát, rà lại hồ sơ quý I và báo cáo kết quả.',
          dueDay: '2025-06-30',
        },
      ],
    }),
  ];
}
