import { randomUUID } from 'node:crypto';

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Somebody at the office's doors, or nobody known. */
export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Under a key of its own, unless one is given; what is a text already is sent as it is. */
  post(path: string, body: unknown, key?: string, headers?: Record<string, string>): Promise<Answer>;
  upload(path: string, bytes: string, key?: string): Promise<Answer>;
}

/** A client of its own; `always` goes with each of its requests. */
export function caller(url: string, always: Record<string, string> = {}): Caller {
  const call = async (method: string, path: string, more: Record<string, string>, body?: string) => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...always, ...more },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      headers: answer.headers,
      body: (isJson ? JSON.parse(text) : { text }) as Answer['body'],
    };
  };
  const sending = (type: string, key: string) => ({ 'content-type': type, 'idempotency-key': key });
  return {
    get: (path, headers = {}) => call('GET', path, headers),
    post: (path, body, key = randomUUID(), headers = {}) =>
      call(
        'POST',
        path,
        { ...sending('application/json', key), ...headers },
        typeof body === 'string' ? body : JSON.stringify(body),
      ),
    upload: (path, bytes, key = randomUUID()) =>
      call('POST', path, sending('application/octet-stream', key), bytes),
  };
}
