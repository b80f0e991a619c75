import { derivedId, type Envelope } from '#kernel';
import { openOffice, type OpenOffice, type Post, type Role } from '#organisation';
import { ApprovePlan, approvePlan, confirmLead, planSubject, submitPlan, type PlanFacts } from '#planning';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Runtime } from './runtime.js';

export const DEMO_START = new Date('2025-01-02T08:00:00+07:00');

interface DemoPost {
  username: string;
  name: string;
  title: string;
  unit: string;
  above: string | null;
  roles: Role[];
}

const POSTS: DemoPost[] = [
  {
    username: 'chairman',
    name: 'Lê Văn Minh',
    title: 'Chủ tịch UBND xã',
    unit: 'Chủ tịch UBND xã',
    above: 'superior',
    roles: ['chairman'],
  },
  {
    username: 'vice-chairman',
    name: 'Nguyễn Thị Bạch',
    title: 'Phó Chủ tịch UBND xã',
    unit: 'Phó Chủ tịch UBND xã',
    above: 'chairman',
    roles: ['vice-chairman'],
  },
  {
    username: 'head-of-office',
    name: 'Trần Văn Khai',
    title: 'Phụ trách Văn phòng UBND xã',
    unit: 'Văn phòng UBND xã',
    above: 'vice-chairman',
    roles: ['office-of-record'],
  },
  {
    username: 'desk',
    name: 'Phạm Thị Một',
    title: 'Công chức Văn phòng - Thống kê',
    unit: 'Công chức Văn phòng - Thống kê',
    above: 'head-of-office',
    roles: ['official'],
  },
  {
    username: 'justice',
    name: 'Hoàng Văn Luật',
    title: 'Công chức Tư pháp - Hộ tịch',
    unit: 'Công chức Tư pháp - Hộ tịch',
    above: 'head-of-office',
    roles: ['official'],
  },
  {
    username: 'finance',
    name: 'Đỗ Thị Ngân',
    title: 'Công chức Tài chính - Kế toán',
    unit: 'Công chức Tài chính - Kế toán',
    above: 'head-of-office',
    roles: ['official'],
  },
  {
    username: 'culture',
    name: 'Vũ Văn Hóa',
    title: 'Công chức Văn hóa - Xã hội',
    unit: 'Công chức Văn hóa - Xã hội',
    above: 'head-of-office',
    roles: ['official'],
  },
  {
    username: 'land',
    name: 'Bùi Thị Địa',
    title: 'Công chức Địa chính, đại diện công chức chuyên môn',
    unit: 'Công chức chuyên môn',
    above: 'head-of-office',
    roles: ['official'],
  },
  {
    username: 'police',
    name: 'Ngô Văn An',
    title: 'Trưởng Công an xã',
    unit: 'Công an xã',
    above: 'vice-chairman',
    roles: ['official'],
  },
  {
    username: 'oversight',
    name: 'Đặng Thị Giám',
    title: 'Chủ tịch Ủy ban MTTQ xã',
    unit: 'Ủy ban Mặt trận Tổ quốc xã',
    above: null,
    roles: ['oversight'],
  },
  {
    username: 'admin',
    name: 'Quản trị hệ thống',
    title: 'Quản trị hệ thống',
    unit: 'Văn phòng UBND xã',
    above: null,
    roles: ['admin'],
  },
];

/** Units of the plan that another unit's post answers for. */
const HEADED_BY: Record<string, string> = {
  'UBND xã': 'chairman',
  'Bộ phận Tiếp nhận và Trả kết quả': 'desk',
  'Đài truyền thanh': 'culture',
  'Tổ công nghệ số cộng đồng': 'culture',
};

export const demoUsernames = POSTS.map(({ username }) => username);

/**
 * Founds the demonstration office: its organisation, accounts and the plan approved by its own people, all as
 * ordinary acts in the trail. Run again it changes nothing.
 */
export async function foundDemoOffice(
  runtime: Runtime,
  seedsDir: string,
  password: string | undefined,
): Promise<void> {
  const { office, organisation, imports, planning } = runtime;
  const facts = JSON.parse(
    await readFile(join(seedsDir, 'thieu-van-2025-plan.json'), 'utf8'),
  ) as PlanFacts & { units: string[] };
  await organisation.act(by(office, 'worker:founding', 'open'), { name: 'OpenOffice' }, (state) =>
    openOffice(state, organisationOf(office, facts)),
  );
  if (password !== undefined) {
    for (const { username, name } of POSTS)
      await runtime.accounts.put(office, personId(office, username), username, name, password);
  }
  const clerk = (step: string) => by(office, personId(office, 'head-of-office'), step);
  const planId = planSubject(office, facts.year);
  if (['approved', 'closed'].includes((await planning.loadPlan(office, planId)).state.status)) return;
  const file = await readFile(join(seedsDir, 'thieu-van-2025-tasks.csv'));
  await imports.run(clerk('import'), file, facts, null);
  const { state } = await planning.loadPlan(office, planId);
  for (const task of state.tasks.values()) {
    if (!task.leadToConfirm) continue;
    const command = { leadUnitId: task.leadUnitId };
    await planning.onPlan(
      clerk(`lead ${task.number}`),
      planId,
      command,
      (plan, c, context) => confirmLead(plan, task.taskId, c, context),
      'ConfirmLead',
    );
  }
  await planning.onPlan(
    clerk('submit'),
    planId,
    {},
    (plan, _c, context) => submitPlan(plan, context),
    'SubmitPlan',
  );
  const approval = Object.assign(new ApprovePlan(), {
    documentNumber: '01/KH-UBND',
    documentDate: '2025-01-02',
  });
  await planning.onPlan(by(office, personId(office, 'chairman'), 'approve'), planId, approval, approvePlan);
}

export const personId = (office: string, username: string): string => derivedId(office, 'person', username);

function by(office: string, actor: string, step: string): Envelope {
  return { office, actor, commandId: derivedId(office, 'founding', step) };
}

function organisationOf(office: string, facts: PlanFacts & { units: string[] }): OpenOffice {
  const post = (username: string) => derivedId(office, 'post', username);
  const unit = (name: string) => derivedId(office, 'unit', name);
  const headOf = (name: string) =>
    POSTS.find((p) => p.unit === name && p.username !== 'admin')?.username ?? HEADED_BY[name] ?? 'chairman';
  const superior: Post = {
    postId: post('superior'),
    title: facts.superior,
    unitId: unit(facts.superior),
    above: null,
    roles: [],
    external: true,
  };
  return {
    name: facts.issuer,
    superior: facts.superior,
    units: [
      ...facts.units.map((name) => ({ unitId: unit(name), name, headPostId: post(headOf(name)) })),
      { unitId: unit(facts.superior), name: facts.superior, headPostId: superior.postId },
    ],
    posts: [
      superior,
      ...POSTS.map(({ username, title, unit: name, above, roles }) => ({
        postId: post(username),
        title,
        unitId: unit(name),
        above: above === null ? null : post(above),
        roles,
        external: false,
      })),
    ],
    appointments: POSTS.map(({ username }) => ({
      postId: post(username),
      personId: personId(office, username),
    })),
  };
}
