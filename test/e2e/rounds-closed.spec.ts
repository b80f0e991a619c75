import { demoForm, foundAccounts, foundOffice, peopleOf } from '../../apps/runtime/src/index.js';
import { successorForm, withPeople } from '../../apps/cli/src/simulation/merge.js';
import type { Entry, Page } from '../support/answers.js';
import { openDesk } from '../support/desk.js';
import { evaluateALittle } from '../support/evaluated.js';
import { PASSWORD, client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { agreeToTakeOver, succession } from '../support/succession.js';

let office: RunningOffice;
beforeAll(async () => {
  office = await runningOffice();
  const form = withPeople(successorForm, await peopleOf(office.runtime, demoForm));
  await foundAccounts(office.runtime, form, await foundOffice(office.runtime, form), () => PASSWORD);
});
afterAll(() => office.close());

interface Listed {
  id: string;
  stage: string;
}

it('R28: a scoring round that is open as its office ends is closed by that, in sight, with its points kept', async () => {
  const at = await openDesk(office);
  const { round } = await evaluateALittle(at);
  await office.settled();
  const rounds = async (status: string) =>
    (await at.head.get<Page<Listed>>(`/api/v1/scoring-rounds?status=${status}`)).body.items;
  expect(await rounds('open')).toMatchObject([{ id: round, stage: 'self' }]);

  const { body: session } = await client(office.url).post<{ token: string }>(
    `/api/v1/offices/${successorForm.office}/sessions`,
    { username: 'chairman', password: PASSWORD },
  );
  expect(await agreeToTakeOver(client(office.url, session.token))).toBe(201);
  expect((await at.chairman.post('/api/v1/organisation/succession', succession)).status).toBe(201);
  await office.settled();
  await office.settled();

  expect(await rounds('open')).toEqual([]);
  expect(await rounds('all')).toMatchObject([{ id: round, stage: 'closed' }]);
  const { body } = await at.head.get(`/api/v1/scoring-rounds/${round}`);
  expect(body).toMatchObject({ stage: 'closed', closedBy: succession.document, scored: 1 });
  const { items } = (await at.head.get<Page<Entry>>(`/api/v1/audit?subject=${round}&order=desc`)).body;
  expect(items[0]?.sentence).toContain(
    `đóng kỳ chấm điểm đang ở bước tự chấm: đơn vị kết thúc theo ${succession.document}`,
  );
});
