import { connect } from 'node:net';
import type { Problem } from '../support/answers.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';

interface Answer {
  status: number;
  type: string;
  body: Problem & { title: string; detail: string };
}

let office: RunningOffice;
let token: string;
beforeAll(async () => {
  office = await runningOffice();
  token = await office.tokenOf('head-of-office');
});
afterAll(() => office.close());

const MB = 1_000_000;

/** Sends all of it before a word is read, as browsers do; fails where the connection breaks before the answer is there. */
function sendWhole(path: string, headers: Record<string, string>, megabytes: number, chunked: boolean) {
  const { hostname, port } = new URL(office.url);
  const part = Buffer.alloc(MB, ' ');
  const framed = chunked
    ? Buffer.concat([Buffer.from(`${MB.toString(16)}\r\n`), part, Buffer.from('\r\n')])
    : part;
  return new Promise<Answer>((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let sent = -1;
    const sendOn = (broken?: Error | null) => {
      if (broken) return reject(broken);
      sent += 1;
      if (sent < megabytes) return void socket.write(framed, sendOn);
      if (chunked) socket.write('0\r\n\r\n');
      let text = '';
      socket.on('data', (some) => {
        text += some.toString();
        const answer = answerIn(text);
        if (answer) socket.destroy();
        if (answer) resolve(answer);
      });
    };
    socket.on('error', reject).on('close', () => reject(new Error('closed without an answer')));
    const size = chunked ? 'transfer-encoding: chunked' : `content-length: ${megabytes * MB}`;
    const all = Object.entries({ host: hostname, ...headers }).map(([name, value]) => `${name}: ${value}`);
    socket.write([`POST ${path} HTTP/1.1`, ...all, size, '', ''].join('\r\n'), sendOn);
  });
}

function answerIn(text: string): Answer | undefined {
  const [head = '', body] = text.split('\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? NaN);
  if (body === undefined || Buffer.byteLength(body) < length) return undefined;
  return {
    status: Number(head.split(' ')[1]),
    type: /content-type: ([^;\r]+)/i.exec(head)?.[1] ?? '',
    body: JSON.parse(body) as Answer['body'],
  };
}

const JSON_BODY = { 'content-type': 'application/json' };
const BYTES = { 'content-type': 'application/octet-stream' };
const ROUTES: [string, Record<string, string>][] = [
  ['/api/v1/sessions', JSON_BODY],
  ['/api/v1/dossiers', JSON_BODY],
  ['/api/v1/plans/imports', JSON_BODY],
  ['/public/thieu-van/feedback', JSON_BODY],
  ['/public/thieu-van/payments', JSON_BODY],
  ['/ledger/thieu-van/cosignatures', { 'content-type': 'text/plain' }],
  ['/api/v1/files?name=anh.jpg', BYTES],
  ['/nowhere', JSON_BODY],
];

describe.each([
  ['of a length that is told', false],
  ['in chunks', true],
])('a body beyond the limit, %s', (_name, chunked) => {
  it.each(ROUTES)(
    'to %s: who sends all of it before reading reads why it is refused',
    async (path, headers) => {
      for (const megabytes of [11, 30]) {
        const sent = { ...headers, authorization: `Bearer ${token}`, 'accept-language': 'vi' };
        const { status, type, body } = await sendWhole(path, sent, megabytes, chunked);
        expect([status, type, body.code]).toEqual([413, 'application/problem+json', 'too_large']);
        expect(body.title).toBe('Nội dung gửi lên quá lớn');
        expect(body.detail).toMatch(
          /^Ở đây nhận nhiều nhất \d+ kB: rút gọn nội dung hoặc giảm dung lượng tệp/,
        );
      }
    },
  );
});

it('says so in English to whoever wants that', async () => {
  const { body } = await sendWhole('/api/v1/sessions', { ...JSON_BODY, 'accept-language': 'en' }, 11, false);
  expect([body.title, body.detail]).toEqual([
    'The request is too large',
    'At most 16 kB are taken here: shorten it, or make the file smaller, and send again.',
  ]);
});

it('what never ends is hung up on', async () => {
  await expect(sendWhole('/api/v1/sessions', JSON_BODY, 200, true)).rejects.toThrow();
});
