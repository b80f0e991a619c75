import type { Page as Window } from 'playwright-core';
import type { Problem } from '../support/answers.js';
import { faultsOf, inBrowser, openWindows, pageOf, type Windows } from '../support/browser.js';
import { openDesk, type Receipt, type Whole } from '../support/desk.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

interface Preview {
  rows: { code: string; standing: string }[];
  errors: { cell: string; code: string }[];
}
interface Parcel {
  tracking: string;
  state: string;
  day: string;
}

const [FIRST, SECOND] = ['EB123456785VN', '7300012345'];
let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
let one: Receipt, other: Receipt;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
  [one, other] = [(await at.receive()).body, (await at.receive()).body];
  await office.settled();
});
afterAll(() => office.close());

const fileOf = (...rows: string[]) =>
  Buffer.from(['Mã hồ sơ;Mã vận đơn;Trạng thái;Ngày;Người nhận', ...rows].join('\n'));
const post = <T>(path: string, file: Buffer, by = at.desk) =>
  by.post<T & Problem>(`/api/v1/post/${path}`, { file: file.toString('base64') });
const parcelsOf = async ({ dossierId }: Receipt) =>
  (await at.desk.get<Whole & { parcels: Parcel[] }>(`/api/v1/dossiers/${dossierId}`)).body.parcels;
const good = () =>
  fileOf(`${one.code};${FIRST};Đã phát;02/01/2025;A`, `${other.code};${SECOND};Đang vận chuyển;02/01/2025;B`);

it('each bad cell is named, nothing of the file is written then, and only the desk may', async () => {
  const bad = fileOf(
    `${one.code};${FIRST};Đã phát;02/01/2025;A`,
    `000.00.18.H56-250102-9999;${SECOND};Đã phát;02/01/2025;B`,
    `${other.code};${SECOND};Đã phát;03/01/2025;C`,
  );
  const { body } = await post<Preview>('imports/preview', bad);
  expect(body.errors.map(({ cell, code }) => [cell, code])).toEqual([
    ['A3', 'unknown_dossier'],
    ['D4', 'post_day_invalid'],
  ]);
  expect((await post('imports', bad)).body.code).toBe('rows_refused');
  expect(await parcelsOf(one)).toEqual([]);
  expect((await post('imports', fileOf())).body.code).toBe('file_unreadable');
  expect((await post('imports', good(), at.chairman)).body.code).toBe('not_the_desk');
});

it('a good file is seen, goes in once, and is on the dossier and for the citizen', async () => {
  const seen = async () =>
    (await post<Preview>('imports/preview', good())).body.rows.map((row) => row.standing);
  expect(await seen()).toEqual(['new', 'new']);
  expect((await post('imports', good())).body).toMatchObject({ recorded: 2, same: 0 });
  expect(await seen()).toEqual(['same', 'same']);
  expect((await post('imports', good())).body).toMatchObject({ recorded: 0, same: 2 });
  expect(await parcelsOf(one)).toEqual([{ tracking: FIRST, state: 'delivered', day: '2025-01-02' }]);
  const { lookup } = other;
  const own = await client(office.url).post<{ parcels: Parcel[] }>(
    '/public/thieu-van/dossiers/lookup',
    lookup,
  );
  expect(own.body.parcels).toEqual([{ tracking: SECOND, state: 'in_transit', day: '2025-01-02' }]);
});

inBrowser('the post’s file, in a browser', () => {
  let windows: Windows;
  let page: Window;
  beforeAll(async () => {
    windows = await openWindows();
    page = await pageOf(windows, office, 'desk', '/app/dossiers/post');
  });
  afterAll(() => windows.close());

  it('is read, seen row by row and brought in; the dossier says where it is', async () => {
    const later = fileOf(`${other.code};${SECOND};Đã phát;02/01/2025;B`);
    const buffer = { name: 'buu-chinh.csv', mimeType: 'text/csv', buffer: later };
    await page.getByLabel('Tệp của bưu chính (CSV, XLSX)').setInputFiles(buffer);
    await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).press('Enter');
    await page.getByRole('cell', { name: 'Trạng thái mới', exact: true }).waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
    await page.getByRole('button', { name: 'Nhập tệp', exact: true }).press('Enter');
    await page.getByRole('status').getByText('Đã ghi trạng thái bưu gửi').waitFor();
    await page.goto(`${office.url}/app/dossiers/${other.dossierId}`);
    await page.getByText(`${SECOND} · 02/01/2025`).waitFor();
    expect(await faultsOf(page, windows)).toEqual([]);
  });
});
