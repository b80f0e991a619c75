import { allStreams, type AggregateStore, type Appended } from '#event-store';
import { Refusal, derivedId, type Clock, type Envelope } from '#kernel';
import type { Commands } from '#organisation';
import { Undeliverable, type Carrier, type Message, type Outbox } from '#outbox';
import type { Reaction } from '#projection';
import type { Secrets } from '#vault';
import { Webhook } from 'standardwebhooks';
import { cloudEventOf } from './cloud-event.js';
import { PrivateAddress, sendSafely } from './post-safely.js';
import {
  EndWebhook,
  SubscribeWebhook,
  subscriberUnwilling,
  subscription,
  unknownEventType,
  type Subscription,
} from './subscription.js';

const WAIT_MS = 10_000;
const READ_AT_ONCE = 200;

/** Whether subscribers may listen within this network. */
export const WEBHOOKS_WITHIN = Symbol('webhooks within');

/** Systems that are told of events, and how: CloudEvents 1.0, signed by Standard Webhooks. */
export class Webhooks {
  readonly #ended = new Set<string>();

  constructor(
    private readonly aggregates: Pick<AggregateStore, 'load' | 'streams'>,
    private readonly commands: Commands,
    /** The types that the trail knows. */
    private readonly types: ReadonlySet<string>,
    private readonly allowPrivate: boolean,
  ) {}

  /**
   * Subscribes; refuses `unknown_event_type`, and `subscriber_unwilling` where nobody there wants to be told (CloudEvents
   * webhooks, 4). Nobody is asked for whoever may not subscribe.
   */
  async subscribe(
    envelope: Envelope,
    command: SubscribeWebhook,
    origin: string,
  ): Promise<Appended & { id: string }> {
    const id = derivedId(envelope.commandId, 'webhook');
    await this.commands.requireRight(SubscribeWebhook, envelope, id);
    const stranger = command.types.find((type) => !this.types.has(type));
    if (command.types.length === 0 || stranger !== undefined)
      throw unknownEventType({ type: stranger ?? '-' });
    requireNoCredentials(command.url);
    await this.#shakeHands(command.url, origin);
    return { ...(await this.commands.send(SubscribeWebhook, envelope, id, command)), id };
  }

  end(envelope: Envelope, id: string, command: EndWebhook): Promise<Appended> {
    return this.commands.send(EndWebhook, envelope, id, command);
  }

  async load(office: string, id: string): Promise<Subscription> {
    return (await this.aggregates.load(subscription, office, id)).state;
  }

  /** All that are told, however many have ended: what ended stays so, and is asked for once. */
  async active(office: string): Promise<(Subscription & { id: string })[]> {
    const active: (Subscription & { id: string })[] = [];
    for await (const ids of allStreams(this.aggregates, office, 'webhook', READ_AT_ONCE)) {
      const living = ids.filter((id) => !this.#ended.has(id));
      const read = await Promise.all(living.map(async (id) => ({ id, ...(await this.load(office, id)) })));
      for (const one of read)
        if (one.status === 'active') active.push(one);
        else if (one.status === 'ended') this.#ended.add(one.id);
    }
    return active;
  }

  async #shakeHands(url: string, origin: string): Promise<void> {
    try {
      const { status, headers } = await sendSafely({
        method: 'OPTIONS',
        url,
        headers: { 'webhook-request-origin': origin },
        allowPrivate: this.allowPrivate,
        timeoutMs: WAIT_MS,
      });
      const allowed = String(headers['webhook-allowed-origin'] ?? '');
      if (status < 300 && (allowed === '*' || allowed === origin)) return;
      throw subscriberUnwilling({ why: `HTTP ${status}` });
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw subscriberUnwilling({
        why:
          error instanceof PrivateAddress
            ? 'địa chỉ nội bộ · a private address'
            : 'không kết nối được · unreachable',
      });
    }
  }
}

/** The secret of a subscription, `whsec_…`, as Standard Webhooks has it. */
export const webhookSecret = (key: Buffer): string => `whsec_${key.toString('base64')}`;

const contextOf = (office: string, id: string): string => `${office}/webhook/${id}`;

/** The keys a subscription's messages are signed with: one for each master key at hand, the current one first. */
export const webhookKeys = (secrets: Secrets, office: string, id: string): Buffer[] =>
  secrets.keysFor(contextOf(office, id));

/** Puts what subscribers want to know into the outbox, one message an event and subscriber. */
export function tellSubscribers(webhooks: Webhooks, outbox: Outbox, clock: Clock): Reaction {
  return {
    name: 'tell_subscribers',
    startsAfter: (office) => outbox.beginningAt(office, clock.now()),
    async react(events) {
      for (const [office, own] of Map.groupBy(events, (event) => event.office)) {
        const subscribers = await webhooks.active(office);
        if (subscribers.length === 0) continue;
        const messages = subscribers.flatMap(({ id, types }) =>
          own
            .filter(({ type }) => types.has(type))
            .map((event): Message => ({
              id: derivedId(event.eventId, 'webhook', id),
              channel: 'webhook',
              recipient: id,
              body: cloudEventOf(event),
              cause: event.eventId,
            })),
        );
        await outbox.put(office, messages, clock.now());
      }
    },
  };
}

/** Carries CloudEvents to subscribers. The signature's time is the real one, whatever clock the office lives by. */
export const webhookCarrier = (webhooks: Webhooks, secrets: Secrets, allowPrivate: boolean): Carrier => ({
  async carry({ office, id, recipient, body }) {
    const { status, url } = await webhooks.load(office, recipient);
    if (status !== 'active') throw new Undeliverable('the subscription has ended');
    const text = JSON.stringify(body);
    const now = new Date();
    const signature = webhookKeys(secrets, office, recipient)
      .map((key) => new Webhook(webhookSecret(key)).sign(id, now, text))
      .join(' ');
    const answer = await sendSafely({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
        'webhook-signature': signature,
      },
      body: text,
      allowPrivate,
      timeoutMs: WAIT_MS,
    });
    if (answer.status === 410) throw new Undeliverable('the subscriber is gone (410)');
    if (answer.status < 200 || answer.status > 299)
      throw new Error(`the subscriber answered HTTP ${answer.status}`);
  },
});

/** The address goes into the log for good: a name and a password in it would stay readable by every official. */
function requireNoCredentials(url: string): void {
  const { username = '', password = '' } = URL.parse(url) ?? {};
  if (username !== '' || password !== '')
    throw subscriberUnwilling({
      why: 'không ghi tên, mật khẩu trong địa chỉ · no name or password in it',
    });
}
