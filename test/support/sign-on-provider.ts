import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real OpenID provider on this machine, at which anybody signs in by their name. */
export interface SignOnProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** How its next identity tokens lie; null: they don’t. */
  lie: Lie | null;
  close(): Promise<void>;
}

/** What an identity token says that it should not, or by what it is signed. */
export interface Lie {
  claims?: Record<string, unknown>;
  signedBy?: 'another key' | 'nobody';
}

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;

/** An identity token that says something else, whoever it is signed by. */
function lying(token: string, { claims, signedBy }: Lie, own: KeyObject): string {
  const [header, payload] = token.split('.');
  const alg = signedBy === 'nobody' ? { alg: 'none' } : {};
  const said = `${encoded({ ...decoded(header), ...alg })}.${encoded({ ...decoded(payload), ...claims })}`;
  if (signedBy === 'nobody') return `${said}.`;
  const key = signedBy === 'another key' ? keyPair() : own;
  return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`;
}

export async function signOnProvider(returnUrl: string): Promise<SignOnProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['minh-bach', 'bi-mat-cua-minh-bach-0123456789'];
  const key = keyPair();
  console.warn = console.info = () => undefined; // it warns that it is for development, which it is
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [returnUrl],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: ['khoa-cookie'] },
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'khoa-ky', alg: 'RS256', use: 'sig' }] },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
  });
  const given: SignOnProvider = {
    issuer,
    clientId,
    clientSecret,
    lie: null,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (given.lie && context.path === '/token' && body?.id_token)
      context.body = { ...body, id_token: lying(body.id_token, given.lie, key) };
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return given;
}

/** A browser without a screen: follows redirects, keeps cookies by host. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  /** `led`: somebody on the way may lead a redirect elsewhere. */
  constructor(private readonly led: (target: string) => string = (target) => target) {}

  async go(url: string, init: RequestInit = {}): Promise<{ url: string; status: number; text: string }> {
    for (let target = url, request = init; ;) {
      const { host } = new URL(target);
      const jar = this.#jars.get(host) ?? new Map<string, string>();
      this.#jars.set(host, jar);
      const response = await fetch(target, {
        ...request,
        redirect: 'manual',
        headers: {
          ...(request.headers as Record<string, string> | undefined),
          cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '),
        },
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const next = response.headers.get('location');
      if (next === null) return { url: target, status: response.status, text: await response.text() };
      target = this.led(new URL(next, target).href);
      request = {};
    }
  }

  cookie(url: string, name: string): string | undefined {
    return this.#jars.get(new URL(url).host)?.get(name);
  }

  /** Signs in at the provider's page by name, and consents. */
  async signOn(start: string, name: string): Promise<{ url: string; status: number; text: string }> {
    let page = await this.go(start);
    while (page.text.includes('name="prompt"')) {
      const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const prompt = /name="prompt" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      page = await this.go(new URL(action, page.url).href, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ prompt, login: name, password: 'x' }).toString(),
      });
    }
    return page;
  }
}
