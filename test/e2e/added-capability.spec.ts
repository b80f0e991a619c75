import { join } from 'node:path';
import { mb } from '../support/mb.js';
import { runningOffice, SETTINGS, type Client, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const ADDED = { NODE_OPTIONS: `--import=${join(process.cwd(), 'dist/test/support/notice-board/added.js')}` };

interface Notice {
  id: string;
  text: string;
  filed: boolean;
  up: boolean;
}

let office: RunningOffice;
let culture: Client;
beforeAll(async () => {
  office = await runningOffice({ env: ADDED });
  culture = await office.as('culture');
});
afterAll(() => office.close());

const notices = async () => (await culture.get<{ items: Notice[] }>('/api/v1/notices')).body.items;
const env = () => ({ ...SETTINGS, ...ADDED, DATABASE_URL: office.database.url });

it('a capability of one folder and one line works in every process of a house that knows nothing of it', async () => {
  // Its routes and its right.
  const notice = { text: 'Họp dân thôn Đông', until: '2025-01-10' };
  const admin = await office.as('admin');
  expect((await admin.post('/api/v1/notices', notice)).status).toBe(403);
  expect((await culture.post('/api/v1/notices', { ...notice, until: 'mai' })).status).toBe(400);
  expect((await culture.post('/api/v1/notices', notice)).status).toBe(201);
  // Its read model, and what it does by itself when something happened.
  await eventually(async () => (await notices()).some(({ filed }) => filed));
  expect(await notices()).toMatchObject([{ text: 'Họp dân thôn Đông', filed: true, up: true }]);
  // Whom it tells of what.
  const told = async () => (await culture.get<{ items: { text: string }[] }>('/api/v1/inbox')).body.items;
  await eventually(async () => (await told()).length > 0);
  expect((await told()).map(({ text }) => text)).toContain('Họp dân thôn Đông (đến 10/01/2025)');
  // Its due step, woken by the clock.
  await office.moveTo('2025-01-10T08:00:00+07:00');
  expect((await notices()).map(({ up }) => up)).toEqual([false]);
  // How the trail speaks of it.
  const { body } = await culture.get<{ items: { sentence: string }[] }>(
    `/api/v1/audit?subject=${(await notices())[0]?.id}`,
  );
  const said = body.items.map(({ sentence }) => sentence).join('\n');
  expect(said).toContain('đăng tin “Họp dân thôn Đông”');
  expect(said).toContain('Hệ thống (bảng tin) lưu tin');
  expect(said).toContain('gỡ tin');
});

it('its read model is built anew, and its right and routes stand in the table', async () => {
  const before = await notices();
  expect(await mb(['rebuild', 'notice'], env())).toMatchObject({ status: 0 });
  expect(await notices()).toEqual(before);
  const { out } = await mb(['rights'], env());
  expect(out).toMatch(/PostNotice/);
  expect(out).toMatch(/POST \/api\/v1\/notices/);
});
