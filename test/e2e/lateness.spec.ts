import type { Problem, Written } from '../support/answers.js';
import { LAND, openDesk, type Receipt } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let people: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  people = await openDesk(office);
});
afterAll(() => office.close());

/** Does something a second after a dossier's due instant, while no sweep may look at it. */
async function justAfterItsDue(
  { dossierId, due }: Receipt,
  act: () => Promise<{ status: number; body: Written & Problem }>,
): Promise<void> {
  const hand = await office.database.owner().connect();
  await hand.query('begin');
  await hand.query('select from rm_agenda.occurrence where subject = $1 for update', [dossierId]);
  const admin = await office.as('admin');
  const to = new Date(new Date(due).getTime() + 1_000).toISOString();
  expect((await admin.post('/api/v1/demo/clock', { to })).status).toBe(200);
  const { status, body } = await act();
  await hand.query('rollback');
  hand.release();
  expect([status, body.code]).toEqual([201, undefined]);
}

const landAccepts = async (): Promise<Receipt> => {
  const { body } = await people.receive(LAND);
  const land = await office.as('land');
  await people.act(people.desk, body.dossierId, 'hand-overs', { toPostId: await people.postOf('land') });
  await people.act(land, body.dossierId, 'acceptances');
  return body;
};

const shown = async (id: string) => {
  await office.settled();
  const { late, apology } = await people.whole(id);
  return { late, apology };
};

describe('F3, R16, R17: what is late is so by its times, whoever comes before the sweep', () => {
  it('a dossier rejected a second after its due', async () => {
    const receipt = await landAccepts();
    const land = await office.as('land');
    await justAfterItsDue(receipt, () =>
      people.act(land, receipt.dossierId, 'rejection', {
        reason: 'Thửa đất đang có tranh chấp, chưa đủ điều kiện xác nhận.',
      }),
    );
    expect(await shown(receipt.dossierId)).toEqual({ late: true, apology: 'owed' });
  });

  it('a dossier asked for a supplement a second after its due', async () => {
    const receipt = await landAccepts();
    const land = await office.as('land');
    await justAfterItsDue(receipt, () =>
      people.act(land, receipt.dossierId, 'supplement-requests', {
        components: ['Bản đồ trích đo'],
        reason: 'Bản trích đo mờ, không đọc được số thửa.',
        legalBasis: 'Nghị định 101/2024',
      }),
    );
    expect(await shown(receipt.dossierId)).toEqual({ late: true, apology: 'owed' });
  });
});
