import type { Client } from './client.js';

/** Money of a task, given and spent, and an entry of a register that belongs to it; the entry's id. */
export async function countALittle(head: Client, lead: Client, taskId: string): Promise<string> {
  const document = { documentNumber: '07/QĐ-UBND', documentDate: '2025-01-02' };
  const given = { purpose: 'In ấn tài liệu', amount: 2_000_000, ...document };
  await head.post(`/api/v1/tasks/${taskId}/allocations`, given);
  const money = await lead.get<{ lines: { lineId: string }[] }>(`/api/v1/tasks/${taskId}/money`);
  await lead.post(`/api/v1/tasks/${taskId}/spendings`, {
    ...{ lineId: money.body.lines[0]?.lineId, amount: 1_250_000, day: '2025-01-02' },
    ...{ documentNumber: 'HĐ-001', text: 'In 500 tờ rơi' },
  });
  const entered = await lead.post<{ entryId: string }>('/api/v1/registers', {
    ...{ kind: 'training', day: '2025-01-02', title: 'Tập huấn dịch vụ công', participants: 32, hours: 4 },
    taskId,
  });
  return entered.body.entryId;
}
