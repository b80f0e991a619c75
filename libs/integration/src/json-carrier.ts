import { Undeliverable, type Carrier } from '#outbox';

const WAIT_MS = 15_000;

/** A system that takes messages as JSON, each under an id by which it knows a repetition. */
export interface JsonSystem {
  url: string;
  token: string;
  path: string;
  /** Who it is, in what operators read. */
  name: string;
}

/** Carries messages to such a system; what it refuses for good is not tried again. */
export const jsonCarrier = ({ url, token, path, name }: JsonSystem): Carrier => ({
  async carry({ id, body }) {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': id,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(WAIT_MS),
      redirect: 'error',
    });
    if (response.ok || response.status === 409) return; // 409: it has this one, or a later one
    if (response.status === 400 || response.status === 422)
      throw new Undeliverable(`${name} refused it (HTTP ${response.status})`);
    throw new Error(`${name} answered HTTP ${response.status}`);
  },
});
