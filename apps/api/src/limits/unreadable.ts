import { refusal, type RefusalKind } from '#kernel';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { refusals } from '../metrics.js';
import { toldAs } from '../problem.filter.js';

const headersTooLarge = refusal(
  'headers_too_large',
  431,
  { vi: 'Phần đầu của yêu cầu quá lớn', en: 'The headers of the request are too large' },
  { vi: 'Bỏ bớt tiêu đề và cookie rồi gửi lại.', en: 'Leave out headers and cookies, and send again.' },
);
const tooSlow = refusal(
  'request_too_slow',
  408,
  { vi: 'Yêu cầu đến quá chậm', en: 'The request came too slowly' },
  { vi: 'Gửi lại khi đường truyền tốt hơn.', en: 'Send it again over a better line.' },
);
const unreadable = refusal(
  'request_unreadable',
  400,
  { vi: 'Không đọc được yêu cầu', en: 'The request can’t be read' },
  { vi: 'Gửi yêu cầu đúng dạng HTTP/1.1.', en: 'Send it as HTTP/1.1 asks for.' },
);

const KINDS: Readonly<Record<string, RefusalKind>> = {
  HPE_HEADER_OVERFLOW: headersTooLarge.kind,
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow.kind,
};

/** So long (ms) whoever sends on is listened to: a connection that is closed under them takes the answer with it. */
const LISTENED_FOR_MS = 5_000;
const told = new WeakSet<Socket>();

/**
 * Refuses what is no request yet (no HTTP, headers without measure, too slow) as all else is refused, as a problem, and hangs
 * up. Nobody knows which language it asked for.
 */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error);
  if (told.has(socket)) return;
  told.add(socket);
  socket.end(answerOf(KINDS[error.code ?? ''] ?? unreadable.kind));
  socket.resume();
  setTimeout(() => socket.destroy(), LISTENED_FOR_MS).unref();
}

function answerOf(kind: RefusalKind): string {
  const { code, status } = kind;
  refusals.inc({ code });
  const body = JSON.stringify(toldAs(kind, {}, 'vi', crypto.randomUUID()));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    'content-language: vi',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
