import { refusal, withoutEnding } from '#kernel';

export const passwordWeak = refusal(
  'password_weak',
  422,
  { vi: 'Mật khẩu không an toàn', en: 'This password is not safe' },
  {
    vi: 'Chọn mật khẩu khác, từ {least} ký tự, không phổ biến, không chứa tên đăng nhập: {why}.',
    en: 'Choose another of at least {least} characters, not a common one, without the username: {why}.',
  },
);

export const passwordToChange = refusal(
  'password_to_change',
  403,
  {
    vi: 'Mật khẩu ban đầu do người khác đặt, phải đổi trước khi làm việc',
    en: 'The first password was chosen by somebody else and must be changed first',
  },
  {
    vi: 'Đổi mật khẩu ở /api/v1/sessions/me/password rồi làm tiếp.',
    en: 'Change it at /api/v1/sessions/me/password and go on.',
  },
);
export const passwordUnchanged = refusal(
  'password_unchanged',
  422,
  { vi: 'Mật khẩu mới trùng mật khẩu hiện tại', en: 'The new password is the present one' },
  { vi: 'Chọn mật khẩu khác.', en: 'Choose another.' },
);

const PASSWORD_LEAST = 12;

let known: Promise<ReadonlySet<string>> | undefined;

/** Passwords found again and again in breaches, some 30,000; read when first needed. */
const breached = (): Promise<ReadonlySet<string>> =>
  (known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  ));

/** Refuses `password_weak`: too short, known from breaches, or the username in another coat. No other rules of form. */
export async function requireSafePassword(password: string, username: string): Promise<void> {
  const no = (why: string) => passwordWeak({ why, least: PASSWORD_LEAST });
  if ([...password].length < PASSWORD_LEAST) throw no('quá ngắn · too short');
  const plain = password.normalize('NFKC').toLowerCase();
  if (plain.includes(username.toLowerCase())) throw no('chứa tên đăng nhập · it holds the username');
  if (new Set(plain).size < 5) throw no('quá đơn điệu · too few different characters');
  if (/^\d+$/.test(plain)) throw no('chỉ gồm chữ số · digits alone');
  const bare = withoutEnding(plain, /[\d\s!@#$%^&*._-]/);
  const common = await breached();
  if (common.has(plain) || common.has(bare))
    throw no('có trong danh sách mật khẩu đã lộ · it is on a list of breached passwords');
}
