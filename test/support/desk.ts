import type { Problem, Written } from './answers.js';
import { client, type Client, type RunningOffice } from './running-office.js';

export interface Receipt extends Written {
  dossierId: string;
  code: string;
  due: string;
  lookup: { code: string; secret: string };
}
export interface Item {
  id: string;
  code: string;
  status: string;
  overdue: boolean;
  late: boolean;
  apology: string;
  due: string;
}
export interface Whole extends Item {
  applicantId: string;
  holder: { personId: string };
  remainingWorkingMinutes: number | null;
  version: number;
}

export const BIRTH = {
  procedureCode: '1.004884',
  channel: 'counter' as const,
  components: [
    { name: 'Tờ khai đăng ký lại khai sinh', form: 'original' as const },
    { name: 'Bản sao giấy tờ có thông tin khai sinh', form: 'copy' as const },
  ],
};
export const LAND = {
  procedureCode: 'TV.DD.01',
  channel: 'counter' as const,
  components: ['Đơn đề nghị xác nhận', 'Bản đồ trích đo', 'Giấy tờ về quyền sử dụng đất'].map((name) => ({
    name,
    form: 'original' as const,
  })),
};
export const WHO = { name: 'Trần Thị Dân', phone: '0912345678' };

/** The one-stop desk of a running office, and those who work on its dossiers. */
export async function openDesk(office: Pick<RunningOffice, 'as' | 'url'>) {
  const [desk, justice, chairman, culture, head] = (await Promise.all(
    ['desk', 'justice', 'chairman', 'culture', 'head-of-office'].map((name) => office.as(name)),
  )) as [Client, Client, Client, Client, Client];
  const people = { desk, justice, chairman, culture, head };
  const receive = async (body: object = BIRTH, headers: Record<string, string> = {}) =>
    people.desk.post<Receipt & Problem>('/api/v1/dossiers', { applicant: WHO, ...body }, headers);
  const act = (by: Client, id: string, what: string, body: object = {}) =>
    by.post<Written & Problem>(`/api/v1/dossiers/${id}/${what}`, body);
  const whole = async (id: string) => (await people.desk.get<Whole>(`/api/v1/dossiers/${id}`)).body;
  const postOf = async (username: string) =>
    (await (await office.as(username)).get<{ posts: { postId: string }[] }>('/api/v1/sessions/me')).body
      .posts[0]!.postId;
  const lookUp = (code: string, secret: string) =>
    client(office.url).post<Problem & { status: string; step: string; late: boolean }>(
      '/public/thieu-van/dossiers/lookup',
      { code, secret },
    );
  const sign = (id: string) => act(people.chairman, id, 'signature', { number: '12/TB-UBND' });
  return { ...people, receive, act, whole, postOf, lookUp, sign };
}
