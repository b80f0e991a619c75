export const PASSWORD = 'mat-khau-thu-nghiem';

/** Whoever speaks with a running office, as themselves or as nobody. */
export interface Client {
  get<T>(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: T }>;
  post<T>(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: T }>;
  delete(path: string): Promise<{ status: number }>;
  /** What is no JSON. */
  bytes(path: string): Promise<{ status: number; type: string | null; bytes: Uint8Array }>;
}

/** An answer of the API as it came. */
export interface Answered {
  method: string;
  path: string;
  status: number;
  type: string;
  body: unknown;
}

const watchers = new Set<(answer: Answered) => void>();
/** Shows every answer to a JSON request from now on. */
export const watchAnswers = (watcher: (answer: Answered) => void): void => {
  watchers.add(watcher);
};

export async function signIn(url: string, username: string): Promise<string> {
  const { status, body } = await client(url).post<{ token: string }>('/api/v1/sessions', {
    username,
    password: PASSWORD,
  });
  if (status !== 201) throw new Error(`${username} can't sign in: ${status} ${JSON.stringify(body)}`);
  return body.token;
}

export function client(url: string, token?: string): Client {
  const call = async <T>(method: string, path: string, body: unknown, headers: Record<string, string>) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : {
            body:
              body instanceof Uint8Array
                ? new Uint8Array(body)
                : typeof body === 'string'
                  ? body
                  : JSON.stringify(body),
          }),
    });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const json = type.includes('json') && !text.includes('\n{');
    const said = (json ? JSON.parse(text) : text) as T;
    for (const watcher of watchers) watcher({ method, path, status: response.status, type, body: said });
    return { status: response.status, headers: response.headers, body: said };
  };
  return {
    get: (path, headers = {}) => call('GET', path, undefined, headers),
    post: (path, body, headers = {}) => call('POST', path, body, headers),
    delete: (path) => call('DELETE', path, undefined, {}),
    async bytes(path) {
      const response = await fetch(url + path, {
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, type: response.headers.get('content-type'), bytes };
    },
  };
}
