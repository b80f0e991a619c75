import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unitId } from '../../apps/runtime/src/index.js';
import { LAND, openDesk } from '../support/desk.js';
import { mb } from '../support/mb.js';
import { SETTINGS, client, runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
let office: RunningOffice;
let scratch: string;
beforeAll(async () => {
  office = await runningOffice();
  scratch = await mkdtemp(join(tmpdir(), 'minh-bach-drill-'));
});
afterAll(async () => {
  await office.close();
  await rm(scratch, { recursive: true, force: true });
});

/** Dossiers, feedback, people whose data were corrected, and one who was erased. */
async function livedIn(): Promise<void> {
  const at = await openDesk(office);
  const { dossierId } = (await at.receive(LAND)).body;
  await at.act(at.desk, dossierId, 'contacts', { way: 'call', text: 'Bà Dân xin nhận sau.' });
  await at.sign(dossierId);
  await client(office.url).post(`/public/${OFFICE}/feedback`, { text: 'Đường thôn 3 ngập sau mưa.' });
  const register = async (name: string) => {
    const body = { unitId: unitId(OFFICE, 'Công chức Tư pháp - Hộ tịch'), name };
    return (await at.justice.post<{ personId: string }>('/api/v1/persons', body)).body.personId;
  };
  const [corrected, erased] = [await register('Lê Văn A'), await register('Phạm Thị B')];
  const phone = { phone: '0912345678' };
  expect((await at.justice.post(`/api/v1/persons/${corrected}/corrections`, phone)).status).toBe(201);
  const erasure = await at.head.post(`/api/v1/persons/${erased}/erasure`, { reason: 'Công dân yêu cầu' });
  expect(erasure.status).toBe(201);
  await office.seal();
}

it('in an office that is lived in, each attack is caught by the check that is for it', async () => {
  await livedIn();
  const { status, out } = await mb(['drill', '--json'], {
    ...SETTINGS,
    DATABASE_URL: office.database.url,
    DATA_DIR: scratch,
  });
  const { outcomes } = JSON.parse(out) as {
    outcomes: { attack: { en: string }; caughtBy: string | null; code: string | null }[];
  };
  const caught = Object.fromEntries(
    outcomes.map(({ attack, caughtBy, code }) => [attack.en, `${caughtBy}: ${code}`]),
  );
  expect(caught).toMatchObject({
    'edit an event’s data': 'verifier: event_differs',
    'delete an event in the middle': expect.stringMatching(/^verifier: /) as string,
    'exchange words in the vault': 'vault: vault_changed',
    'exchange a file': 'vault: vault_changed',
    'give a file to somebody else': 'vault: vault_changed',
    'destroy a key without an act': 'vault: vault_key_destroyed',
    'bring an erased person back': 'vault: vault_not_erased',
    'move the clock back': 'sealer: clock_went_back',
  });
  expect(outcomes.filter(({ caughtBy }) => caughtBy === null)).toEqual([]);
  expect(status).toBe(0);
}, 240_000);
