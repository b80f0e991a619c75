import type { Problem, Written } from './answers.js';
import type { Client } from './client.js';

interface Inspection {
  findings: { findingId: string }[];
  requirements: { requirementId: string }[];
}

type Done = Written & Problem & { evaluationId: string; inspectionId: string; roundId: string };
/** An act that has to be taken. */
export async function done(by: Client, path: string, body: object = {}): Promise<Done> {
  const answer = await by.post<Done>(`/api/v1/${path}`, body);
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
/** Who somebody is, and their first post. */
export const me = async (by: Client) => {
  const { id, posts } = (
    await by.get<{ id: string; posts: { postId: string; unitId: string }[] }>('/api/v1/sessions/me')
  ).body;
  return { personId: id, postId: posts[0]?.postId ?? '', unitId: posts[0]?.unitId ?? '' };
};
/** One inspection of the programme from its opening to its end: a fault, required to be mended, mended, looked at. */
export async function inspect(
  { head, chairman, finance }: Record<'head' | 'chairman' | 'finance', Client>,
  kind: string,
  by: Client,
  day: string,
  dueDay: string,
): Promise<void> {
  const { unitId: inspected } = await me(by);
  const programme = await head.get<{ inspections: { itemId: string; kind: string; unitId: string }[] }>(
    '/api/v1/inspection-programmes/2025',
  );
  const item = programme.body.inspections.find((one) => one.kind === kind && one.unitId === inspected);
  const { inspectionId: id } = await done(head, 'inspections', {
    ...{ itemId: item?.itemId, kind, unitId: inspected, leaderPostId: (await me(head)).postId },
    ...{ memberPostIds: by === finance ? [] : [(await me(finance)).postId], basis: '12/QĐ-UBND' },
    ...{ about: ['Giải quyết thủ tục'], from: day, to: day },
  });
  const at = `inspections/${id}`;
  const present = ['Trưởng đoàn', 'Đại diện bộ phận'];
  await done(head, `${at}/record`, { day, place: 'Trụ sở UBND xã', present, text: 'Đoàn kiểm tra hồ sơ.' });
  const evidence = `Biên bản ngày ${day}`;
  await done(head, `${at}/findings`, { kind: 'fault', text: 'Thiếu phiếu kiểm soát.', evidence });
  await done(by, `${at}/opinion`, { agrees: 'yes', text: 'Nhất trí.' });
  const { findings } = (await head.get<Inspection>(`/api/v1/${at}`)).body;
  const requirements = [{ findingId: findings[0]?.findingId, text: 'Bổ sung phiếu.', dueDay }];
  await done(chairman, `${at}/conclusion`, {
    text: 'Hồ sơ còn thiếu phiếu kiểm soát quá trình giải quyết.',
    requirements,
  });
  const { requirements: required } = (await head.get<Inspection>(`/api/v1/${at}`)).body;
  const on = `${at}/requirements/${required[0]?.requirementId}`;
  await done(by, `${on}/remedy`, { text: 'Đã bổ sung.', evidence: 'Phiếu kèm hồ sơ' });
  await done(head, `${on}/verification`);
  await done(chairman, `${at}/closure`);
}

/** A month of an official's: what was assigned and done, what they say of it themselves, and what those above them do. */
export async function scoreMonth(
  head: Client,
  by: Client,
  evaluationId: string,
  month: number,
): Promise<void> {
  const of = `evaluations/${evaluationId}`;
  const product = { period: month, name: 'Giải quyết hồ sơ', quantity: 1, planned: 'yes' };
  await done(head, `${of}/products`, product);
  const { products } = (
    await head.get<{ products: { itemId: string; settled: object | null }[] }>(`/api/v1/${of}`)
  ).body;
  const settled = { from: 'hand', done: 1, evidence: `Sổ theo dõi tháng ${month}` };
  for (const { itemId } of products.filter((one) => one.settled === null))
    await done(head, `${of}/products/${itemId}/settlement`, settled);
  const at = `${of}/periods/${month}`;
  await done(by, `${at}/self-score`, { general: [], text: `Việc của tháng ${month} đã xong.` });
  await done(head, `${at}/score`, { general: [], evidence: `Biên bản họp tháng ${month}` });
}
