import { demoForm, unitId } from '../../apps/runtime/src/index.js';
import type { openDesk } from './desk.js';

type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A year of evaluation with somebody in it, graded and appealed against; a sheet and a round on it. */
export async function evaluateALittle(
  at: Desk,
): Promise<{ evaluation: string; round: string; unit: string }> {
  const own = await at.justice.get<{ id: string }>('/api/v1/sessions/me');
  const document = { documentNumber: '11/QĐ-UBND', documentDate: '2025-01-02' };
  for (const year of [2025, 2026])
    await at.head.post(`/api/v1/evaluation-years/${year}`, {
      ...{ cadence: 'month', mayPass: 'no', capBase: 'good', capScope: 'office', source: '11/QĐ-UBND' },
    });
  const evaluated = await at.head.post<{ evaluationId: string }>(
    '/api/v1/evaluation-years/2025/evaluations',
    {
      ...{ personId: own.body.id, postId: await at.postOf('justice') },
    },
  );
  const evaluation = evaluated.body.evaluationId;
  const product = { period: 1, name: 'Rà soát văn bản', quantity: 1, planned: 'yes' };
  await at.head.post(`/api/v1/evaluations/${evaluation}/products`, product);
  const unit = unitId(demoForm.office, 'Công chức Tư pháp - Hộ tịch');
  await at.head.post('/api/v1/evaluation-years/2025/unit-grades', {
    ...document,
    unitId: unit,
    grade: 'good',
  });
  await at.chairman.post('/api/v1/evaluation-years/2025/decisions', {
    ...{ ...document, minutes: 'Biên bản họp', partyOpinion: 'Nhất trí' },
    decisions: [{ evaluationId: evaluation, grade: 'good', reason: 'Chuyển công tác trong năm' }],
  });
  const appeal = { text: 'Đề nghị xem lại kết quả xếp loại.' };
  await at.justice.post(`/api/v1/evaluation-years/2025/grades/${own.body.id}/appeal`, appeal);
  const products = [{ code: 'VB', name: 'Dự thảo văn bản', group: 1, points: 5 }];
  await at.head.post('/api/v1/product-catalogues/2025', { ...document, products });
  const criteria = [{ code: '1.1', name: 'Kế hoạch CCHC', kind: 'scored', most: 10 }];
  await at.head.post('/api/v1/scoring-sheets/CCHC-2025', {
    ...{ name: 'Chỉ số CCHC', kind: 'reform-index', year: 2025, source: '4116/QĐ-UBND', total: 10 },
    areas: [{ code: 'I', name: 'Chỉ đạo điều hành', most: 10, criteria }],
  });
  const round = await at.head.post<{ roundId: string }>('/api/v1/scoring-rounds', {
    ...{ sheet: 'CCHC-2025', from: '2025-01-01', to: '2025-12-31' },
  });
  const { roundId } = round.body;
  const scored = { points: 8, text: 'Đã ban hành', evidence: 'Kế hoạch 05/KH-UBND' };
  await at.head.post(`/api/v1/scoring-rounds/${roundId}/criteria/1.1/self-score`, scored);
  return { evaluation, round: roundId, unit };
}
