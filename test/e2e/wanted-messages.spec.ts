import type { AddressInfo } from 'node:net';
import type { Page } from '../support/answers.js';
import { BIRTH, WHO, openDesk, type Receipt } from '../support/desk.js';
import { decoded, mailServer } from '../support/mail-server.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';
import { eventually } from '../support/stand-in.js';

const letters: string[] = [];
const smtp = mailServer(letters);
let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const SMTP_URL = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  office = await runningOffice({ apis: 1, env: { SMTP_URL } });
  at = await openDesk(office);
});
afterAll(async () => {
  await office.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

const receive = async () =>
  (await at.receive({ ...BIRTH, applicant: { ...WHO, email: 'dan@example.vn' } })).body;
/** Said to the other API than the one that works on the dossier; a worker tells of it. */
const choose = ({ code, lookup }: Receipt, channels: string[], messages: string[]) =>
  client(office.urls[1] ?? '').post('/public/thieu-van/channels', {
    ...{ code, channels, messages },
    secret: lookup.secret,
  });
const told = (code: string) => letters.map(decoded).filter((text) => text.includes(code));
const withdraw = ({ dossierId }: Receipt) =>
  at.act(at.desk, dossierId, 'withdrawal', { reason: 'Đổi ý, xin rút hồ sơ.' });
const allSent = async () => {
  await office.settled();
  await eventually(
    async () =>
      (await at.head.get<Page<object>>('/api/v1/deliveries?state=waiting&channel=email')).body.items
        .length === 0,
  );
};

describe('what an applicant is told of', () => {
  it('is what they want, as soon as they have said so to whichever process', async () => {
    const [all, few] = [await receive(), await receive()];
    await eventually(() => told(all.code).length + told(few.code).length === 2);
    expect((await choose(all, ['email'], ['progress'])).status).toBe(200);
    expect((await choose(few, ['email'], ['result', 'fee'])).status).toBe(200);
    for (const one of [few, all]) await withdraw(one);
    await eventually(() => told(all.code).length === 2);
    await allSent();
    expect(told(few.code)).toHaveLength(1);
  });

  it('is what the law requires, whatever else they left out, and nothing where they want no message at all', async () => {
    const [few, none] = [await receive(), await receive()];
    await eventually(() => told(few.code).length + told(none.code).length === 2);
    expect((await choose(few, ['email'], [])).status).toBe(200);
    expect((await choose(none, [], ['progress', 'result', 'fee'])).status).toBe(200);
    for (const { dossierId } of [none, few])
      await at.act(at.desk, dossierId, 'supplement-requests', {
        components: [BIRTH.components[1]?.name],
        reason: 'Bản sao mờ, không đọc được',
        legalBasis: 'Điều 17 Nghị định 61/2018/NĐ-CP',
      });
    await eventually(() => told(few.code).some((text) => text.includes('Hạn bổ sung')));
    for (const one of [none, few]) await withdraw(one);
    await allSent();
    expect([told(few.code).length, told(none.code).length]).toEqual([2, 1]);
  });
});
