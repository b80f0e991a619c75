import type { Page, Problem } from '../support/answers.js';
import { openDesk } from '../support/desk.js';
import { runningOffice, type RunningOffice } from '../support/running-office.js';
import { StandIn, eventually, type Received } from '../support/stand-in.js';

const willing = ({ method }: Received) =>
  method === 'OPTIONS' ? { headers: { 'webhook-allowed-origin': '*' } } : { status: 204 };
const failing = (request: Received) => (request.method === 'POST' ? { status: 500 } : willing(request));

let subscriber: StandIn;
let office: RunningOffice;
beforeAll(async () => {
  subscriber = await StandIn.open(failing);
  office = await runningOffice();
});
afterAll(async () => {
  await office.close();
  await subscriber.close();
});

it('R34: another system that was ended gets nothing afterwards, not even what was waiting for it', async () => {
  const [admin, at] = [await office.as('admin'), await openDesk(office)];
  const told = () => subscriber.received.filter(({ method }) => method === 'POST').length;
  const waiting = async () =>
    (await admin.get<Page<object>>('/api/v1/deliveries?state=waiting&channel=webhook')).body.items.length;
  const { body } = await admin.post<{ id: string }>('/api/v1/webhooks', {
    url: `${subscriber.url}/events`,
    types: ['DossierReceived'],
  });
  await at.receive();
  await eventually(async () => told() === 1 && (await waiting()) === 1); // it failed, and is to be tried again
  subscriber.answer = willing;
  const ended = await admin.post(`/api/v1/webhooks/${body.id}/ending`, { reason: 'Thôi kết nối.' });
  expect(ended.status).toBe(201);
  await at.receive();
  await office.moveTo('2025-01-02T10:00:00+07:00');
  await eventually(async () => (await waiting()) === 0);
  expect(told()).toBe(1);
});

it('one whose address holds a name and a password is not subscribed: they would stay in the log', async () => {
  const url = `${subscriber.url.replace('//', '//nguoi-nhan:mat-khau@')}/events`;
  const sent = { url, types: ['DossierReceived'] };
  const { body } = await (await office.as('admin')).post<Problem>('/api/v1/webhooks', sent);
  expect(body.code).toBe('subscriber_unwilling');
});
