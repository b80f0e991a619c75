import type { EventStore } from '#event-store';
import { actIdOf, idempotencyKeyOf, proofOf, type ActName, type SignedInRequest } from '#kernel';
import type { Secrets } from '#vault';

const MOST_OFFICES = 1_000;

/**
 * Names clients' acts by their keys (R35). The secret comes from the vault's master keys; a key that was first used under a
 * former master key is found again while that one is at hand.
 */
export class ActNames {
  readonly #secrets = new Map<string, Buffer[]>();

  constructor(
    private readonly secrets: Secrets,
    private readonly store: EventStore,
  ) {}

  /** Undefined where no key was sent; refuses `invalid_input` for what is no UUID. */
  nameOf(
    office: string,
    actor: string,
    { headers, body }: { headers: SignedInRequest['headers']; body?: unknown },
  ): ActName | Promise<ActName> | undefined {
    const key = idempotencyKeyOf(headers['idempotency-key']);
    if (key === undefined) return undefined;
    const [current = '', ...former] = this.#secretsOf(office).map((secret) =>
      actIdOf(secret, office, actor, key),
    );
    const proof = proofOf(key, body);
    if (former.length === 0) return { commandId: current, proof };
    return this.#firstUse(office, current, former).then((commandId) => ({ commandId, proof }));
  }

  async #firstUse(office: string, current: string, former: string[]): Promise<string> {
    const known = await this.store.knownCommands(office, former);
    return former.find((id) => known.has(id)) ?? current;
  }

  #secretsOf(office: string): Buffer[] {
    const known = this.#secrets.get(office);
    if (known) return known;
    if (this.#secrets.size >= MOST_OFFICES) this.#secrets.clear();
    const secrets = this.secrets.keysFor(`${office}/acts`);
    this.#secrets.set(office, secrets);
    return secrets;
  }
}
