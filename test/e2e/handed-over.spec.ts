import { inOffice } from '#kernel';
import { contextOf } from '#vault';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkVault,
  demoForm,
  foundAccounts,
  foundOffice,
  peopleOf,
  unitId,
} from '../../apps/runtime/src/index.js';
import { successorForm, withPeople } from '../../apps/cli/src/simulation/merge.js';
import type { Entry, Page, Problem, Written } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { agreeToTakeOver, succession } from '../support/succession.js';
import { mb } from '../support/mb.js';
import {
  PASSWORD,
  SETTINGS,
  client,
  runningOffice,
  type Client,
  type RunningOffice,
} from '../support/running-office.js';

const [FROM, TO] = [demoForm.office, successorForm.office];
let office: RunningOffice;
let scratch: string;
beforeAll(async () => {
  office = await runningOffice();
  scratch = await mkdtemp(join(tmpdir(), 'minh-bach-handed-over-'));
  const form = withPeople(successorForm, await peopleOf(office.runtime, demoForm));
  await foundAccounts(office.runtime, form, await foundOffice(office.runtime, form), () => PASSWORD);
});
afterAll(async () => {
  await office.close();
  await rm(scratch, { recursive: true, force: true });
});

const there = async (username: string): Promise<Client> => {
  const { body } = await client(office.url).post<{ token: string }>(`/api/v1/offices/${TO}/sessions`, {
    username,
    password: PASSWORD,
  });
  return client(office.url, body.token);
};
const handOver = async () => {
  const env = { ...SETTINGS, DATABASE_URL: office.database.url, DATA_DIR: scratch };
  return (await mb(['hand-over-vault', FROM, TO], env)).out;
};
const check = async () => {
  await office.seal();
  const { runtime, vault } = office;
  return checkVault({ ...runtime, vault }, TO);
};
const committed = async (subject: string) =>
  (
    await office.database
      .owner()
      .query<{ type: string; version: number }>(
        `select type, version from event where office = $1 and subject = $2 and data ? 'commitment'`,
        [TO, subject],
      )
  ).rows;

it('R28: nothing is handed over before the successor’s head has agreed to it, by the same document', async () => {
  const chairman = await office.as('chairman');
  const end = () => chairman.post<Problem>('/api/v1/organisation/succession', succession);
  expect((await end()).body).toMatchObject({ code: 'take_over_not_agreed', rule: 'R28' });
  expect(await agreeToTakeOver(chairman)).toBe(422); // not for the successor
  expect(await agreeToTakeOver(await there('vice-chairman'))).toBe(403);
  const head = await there('chairman');
  expect(await agreeToTakeOver(head, 'Nghị quyết khác')).toBe(201);
  expect((await end()).body.code).toBe('take_over_not_agreed');
  expect(await agreeToTakeOver(head)).toBe(201);
  await office.settled();
  const { items } = (await head.get<Page<Entry>>('/api/v1/audit?type=TakeOverAgreed&order=desc')).body;
  expect(items[0]?.sentence).toContain(
    `đồng ý tiếp nhận toàn bộ ${demoForm.name} theo ${succession.document}`,
  );
});

it('R28: what comes along with the people of an ended office is committed to there, readable by the heirs, and erased with them', async () => {
  const at = await openDesk(office);
  const { dossierId } = (await at.receive({ ...LAND, applicant: { name: 'Trần Thị Dân', phone: '0912' } }))
    .body;
  const registered = await at.justice.post<Written & { personId: string }>('/api/v1/persons', {
    unitId: unitId(FROM, 'Công chức Tư pháp - Hộ tịch'),
    name: 'Lê Văn A',
    phone: '0901',
  });
  const { personId } = registered.body;
  await at.justice.post(`/api/v1/persons/${personId}/corrections`, { phone: '0902' });
  await office.settled();
  const chairman = await office.as('chairman');
  expect((await chairman.post('/api/v1/organisation/succession', succession)).status).toBe(201);
  await office.settled();
  await office.settled();

  // The desk there writes of the applicant before their data have come.
  const [desk, justice] = [await there('desk'), await there('justice')];
  const contact = { way: 'call', text: 'Bà Dân hỏi nơi nhận kết quả.' };
  expect((await desk.post(`/api/v1/dossiers/${dossierId}/contacts`, contact)).status).toBe(201);
  const { applicantId } = (await desk.get<{ applicantId: string }>(`/api/v1/dossiers/${dossierId}`)).body;
  const { checked } = await check();

  expect(await handOver()).toContain('2 người');
  expect(await handOver()).toContain('0 người');
  expect(await check()).toMatchObject({ checked: checked + 2, findings: [] });
  expect((await committed(personId)).map(({ type }) => type)).toEqual(['PersonTakenOver']);

  const read = (by: Client, id: string) =>
    by.get<Problem & Record<string, string>>(`/api/v1/persons/${id}?purpose=Giải quyết hồ sơ`);
  expect((await read(justice, personId)).body).toMatchObject({ name: 'Lê Văn A', phone: '0902' });
  expect((await read(desk, applicantId)).body).toMatchObject({ name: 'Trần Thị Dân', phone: '0912' });
  expect((await read(await there('culture'), personId)).body.code).toBe('no_duty');
  const { items } = (await justice.get<Page<Entry>>(`/api/v1/audit?subject=${personId}`)).body;
  expect(items[0]?.sentence).toContain('tiếp nhận dữ liệu của một công dân từ UBND xã Thiệu Vân');

  const [{ version } = { version: 0 }] = await committed(personId);
  const context = contextOf(TO, personId, 'name', version);
  const other = Buffer.from('Kẻ Giả Mạo');
  const sealed = await inOffice(TO, () => office.vault.sealFor(TO, personId, other, context));
  await office.database
    .owner()
    .query('update vault.fact set ciphertext = $1 where office = $2 and person_id = $3 and name = $4', [
      sealed,
      TO,
      personId,
      'name',
    ]);
  expect((await check()).findings).toMatchObject([{ code: 'vault_changed', stream: personId, version }]);

  const head = await there('head-of-office');
  expect((await head.post(`/api/v1/persons/${personId}/erasure`, { reason: 'Yêu cầu' })).status).toBe(201);
  expect(await handOver()).toContain('0 người');
  expect((await read(justice, personId)).body.code).toBe('person_erased');
  expect((await check()).findings).toEqual([]);
});
