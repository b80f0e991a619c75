import { demoForm, unitId } from '../../apps/runtime/src/index.js';
import type { Client } from './client.js';
import type { openDesk } from './desk.js';

/** A programme, an inspection that is under way, a note of the Fatherland Front. */
export async function inspectALittle(
  at: Awaited<ReturnType<typeof openDesk>>,
  oversight: Client,
): Promise<{ inspection: string; note: string }> {
  const unit = { unitId: unitId(demoForm.office, 'Công chức Tư pháp - Hộ tịch') };
  await at.head.post('/api/v1/inspection-programmes/2025', {
    share: 5,
    source: '4116/QĐ-UBND',
    inspections: [{ kind: 'discipline', ...unit, month: 3, about: 'Kỷ luật, kỷ cương' }],
  });
  const opened = await at.head.post<{ inspectionId: string }>('/api/v1/inspections', {
    ...{ kind: 'discipline', ...unit, leaderPostId: await at.postOf('head-of-office'), memberPostIds: [] },
    ...{ basis: '12/QĐ-UBND', about: ['Giờ làm việc'], from: '2025-01-02', to: '2025-01-03' },
  });
  const note = await oversight.post<{ noteId: string }>('/api/v1/oversight-notes', {
    ...{ overseer: 'fatherland-front', documentNumber: '14/MTTQ', documentDate: '2025-01-02' },
    text: 'Đề nghị bảo đảm người trực tại Bộ phận Một cửa.',
  });
  return { inspection: opened.body.inspectionId, note: note.body.noteId };
}
