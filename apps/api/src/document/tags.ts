import type { OpenAPIObject } from '@nestjs/swagger';

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  accounts: 'Tài khoản, định danh, mã truy cập · accounts, identities, tokens of systems',
  audit: 'Nhật ký trách nhiệm · the trail',
  calendar: 'Lịch làm việc · working days',
  changes: 'Thay đổi trực tiếp · what changes, as it changes',
  demo: 'Đồng hồ trình diễn · the demonstration’s clock',
  dialogues: 'Đối thoại · dialogues with citizens and businesses',
  documents: 'Biểu mẫu · forms',
  doctor: 'Khám hệ thống, việc treo · what is broken, missing, waiting',
  dossiers: 'Hồ sơ thủ tục hành chính · dossiers',
  feedback: 'Phản ánh, kiến nghị · feedback and petitions',
  files: 'Tệp đính kèm · files',
  integration: 'Kết nối hệ thống khác · other systems',
  ledger: 'Sổ cái chống sửa · the ledger that shows every rewriting',
  notifications: 'Thông báo · notifications',
  organisation: 'Tổ chức, vị trí, người · units, posts, people',
  persons: 'Dữ liệu cá nhân · personal data',
  plans: 'Kế hoạch cải cách hành chính · yearly plans',
  procedures: 'Danh mục thủ tục · procedures',
  public: 'Công khai, không cần tài khoản · for everybody, without an account',
  sessions: 'Phiên đăng nhập · sessions',
  tasks: 'Nhiệm vụ · tasks',
};

/** The tags in use, with what each is about. */
export function tagsOf({ paths }: OpenAPIObject): { name: string; description: string }[] {
  const used = Object.values(paths).flatMap(({ get, post, delete: remove }) =>
    [get, post, remove].flatMap((operation) => operation?.tags ?? []),
  );
  return [...new Set(used)].sort().map((name) => ({ name, description: DESCRIPTIONS[name] ?? name }));
}
