import type { Described } from '../support/described.js';
import type { Answer, Wire } from './exchange.js';
import type { Operation } from './operations.js';

const SLOWEST_MS = 10_000;

/** What is wrong with an answer, whatever was asked; undefined where nothing is. */
export function faultOf(
  { isPage = false }: Operation,
  { method, path, headers }: Wire,
  answer: Answer,
  described: Described,
): string | undefined {
  const { status, cut, ms } = answer;
  if (cut !== undefined) return isHeadTooLong(path, headers, cut) ? undefined : `no answer: ${cut}`;
  if (status >= 500) return `${status} ${codeIn(answer)} ${answer.text.slice(0, 300)}`;
  if (ms > SLOWEST_MS) return `${status} after ${Math.round(ms)} ms`;
  if (isPage && answer.type === 'text/html; charset=utf-8') return undefined;
  const body = bodyOf(answer);
  if (body === BROKEN) return `${status} is said to be ${answer.type}: ${answer.text.slice(0, 200)}`;
  const untold = status >= 400 ? untoldIn(answer, body) : undefined;
  if (untold !== undefined) return `${status} ${untold}: ${answer.text.slice(0, 300)}`;
  // What no route has taken in is described by none.
  if (status === 431 || status === 414) return undefined;
  return described.mismatch({ method, path, status, type: answer.type, body });
}

/** What is read of a request before its body. */
const LONGEST_HEAD = 16_384;

/** Whether a server that reads no more of a head has let go of the line while it was still being written to. */
const isHeadTooLong = (path: string, headers: Wire['headers'], cut: string): boolean =>
  /EPIPE|ECONNRESET/.test(cut) &&
  [path, ...Object.entries(headers).flat()].reduce((sum, one) => sum + one.length, 0) > LONGEST_HEAD;

const codeIn = ({ text }: Answer): string => /"code":"(\w+)"/.exec(text)?.[1] ?? '';

const BROKEN = Symbol('no JSON');

/** The answer's JSON, or its text. */
export function bodyOf({ type, text }: Answer): unknown {
  if (!/[/+]json/.test(type)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return BROKEN;
  }
}

/** What a refusal does not say (RFC 9457, and a code that clients go by). */
function untoldIn({ status, type }: Answer, body: unknown): string | undefined {
  if (!type.startsWith('application/problem+json')) return `as ${type}`;
  const { code, title, detail, ...problem } = body as Record<string, unknown>;
  if (typeof code !== 'string' || !/^[a-z][a-z0-9_]+$/.test(code)) return 'without a stable code';
  if (problem.status !== status) return 'says another status';
  if (typeof title !== 'string' || typeof detail !== 'string' || title === '') return 'says nothing';
  return /\{\w+\}|undefined|\[object/.test(`${title} ${detail}`) ? 'says something half' : undefined;
}
