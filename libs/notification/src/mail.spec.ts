import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mailServer } from '../../../test/support/mail-server.js';
import { smtpMailer } from './mail.js';

const letters: string[] = [];
const server = mailServer(letters);
let url: string;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

it.each([
  ['van-thu@thieuvan.example.vn', /^From: van-thu@thieuvan\.example\.vn$/m],
  ['UBND xã <van-thu@thieuvan.example.vn>', /^From: =\?UTF-8\?.*\?= <van-thu@thieuvan\.example\.vn>$/m],
])('L: MAIL_FROM %s sends, and letters are called by its domain', async (from, header) => {
  letters.length = 0;
  const send = await smtpMailer(url, from);
  await send({ id: 'mot-thong-bao', to: 'nguoi-dan@example.vn', subject: 'Đã nhận', text: 'Hồ sơ đã nhận' });
  expect(letters[0]).toMatch(header);
  expect(letters[0]).toMatch(/^Message-ID: <mot-thong-bao@thieuvan\.example\.vn>$/m);
});
