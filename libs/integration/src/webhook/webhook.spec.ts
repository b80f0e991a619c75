import type { StoredEvent } from '#event-store';
import { cloudEventOf } from './cloud-event.js';
import { PrivateAddress, isPrivate, sendSafely } from './post-safely.js';
import { endWebhook, subscribeWebhook, subscription, type SubscriptionEvent } from './subscription.js';

describe('an address that strangers must not be led to', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::FFFF:127.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
  ])('%s', (address) => expect(isPrivate(address)).toBe(true));
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2606:4700::1111', '::FFFF:8.8.8.8'])(
    'not %s',
    (address) => expect(isPrivate(address)).toBe(false),
  );
  it.each(['http://example.com/', 'https://127.0.0.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/'])(
    'nothing is sent to %s',
    async (url) => {
      const sent = sendSafely({ method: 'POST', url, headers: {}, allowPrivate: false, timeoutMs: 1_000 });
      await expect(sent).rejects.toThrow(PrivateAddress);
    },
  );
});

describe('a subscription', () => {
  const url = 'https://nhan.example.com/su-kien';
  const after = (events: SubscriptionEvent[], state = subscription.initial) =>
    events.reduce((one, event) => subscription.evolve(one, event, new Date(0)), state);
  const active = after(subscribeWebhook(subscription.initial, { url, types: ['TaskAssigned'] }));
  it('names each type once; taken out again it is nothing new', () => {
    const twice = { url, types: ['TaskAssigned', 'TaskAssigned', 'DeadlineMissed'] };
    expect(subscribeWebhook(subscription.initial, twice)).toEqual([
      { type: 'WebhookSubscribed', data: { url, types: ['TaskAssigned', 'DeadlineMissed'] } },
    ]);
    expect(subscribeWebhook(active, twice)).toEqual([]);
  });
  it('ends once, and one that was none can’t end', () => {
    const ended = after(endWebhook(active, { reason: 'thôi nhận' }), active);
    expect(ended.status).toBe('ended');
    expect(() => endWebhook(ended, { reason: 'thôi nhận' })).toThrow('subscription_ended');
    expect(() => endWebhook(subscription.initial, { reason: 'thôi nhận' })).toThrow('subscription_ended');
    expect(subscribeWebhook(ended, { url, types: ['TaskAssigned'] })).toEqual([]);
  });
});

it('an event goes out as CloudEvents 1.0, in an order of its own, without what is still to come', () => {
  const none = null;
  const event: StoredEvent = {
    office: 'thieu-van',
    kind: 'task',
    subject: 's',
    version: 4,
    position: 1_234,
    transactionId: '9',
    eventId: 'e',
    type: 'TaskAssigned',
    schemaVersion: 1,
    recordedAt: new Date('2025-01-02T01:00:00Z'),
    actor: 'p',
    onBehalfOf: none,
    commandId: 'c',
    correlationId: none,
    causationId: none,
    rule: none,
    meta: { trace: 'x' },
    salt: none,
    data: { taskId: 's', agenda: [{ due: '2025-02-01' }] },
  };
  expect(cloudEventOf(event)).toEqual({
    specversion: '1.0',
    id: 'e',
    source: '/offices/thieu-van',
    type: 'vn.minh-bach.TaskAssigned',
    subject: 's',
    time: '2025-01-02T08:00:00.000+07:00',
    datacontenttype: 'application/json',
    sequence: '00000000000000001234',
    data: { version: 4, actor: 'p', taskId: 's' },
  });
});
