import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { limitConnections, serverOptionsFor, type Patience } from './connections.js';

const HASTY: Patience = {
  headersMs: 300,
  requestMs: 600,
  idleMs: 400,
  lookEveryMs: 50,
  connectionsPerAddress: 3,
};

let server: Server;
let port: number;
beforeEach(async () => {
  server = createServer(serverOptionsFor(HASTY), (request, reply) => {
    request.resume().on('end', () => reply.end('done'));
  });
  limitConnections(server, HASTY, () => true);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const open = () =>
  new Promise<Socket>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => undefined);
  });
const ended = (socket: Socket) =>
  new Promise<true>((resolve) => socket.on('close', () => resolve(true)).resume());

it.each([
  ['no byte at all', '', ''],
  ['a header without end', 'GET / HTTP/1.1\r\nHost: x\r\n', 'a'],
  ['a body of one byte now and then', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', 'a'],
  [
    'a body in pieces without end',
    'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
    '1\r\na\r\n',
  ],
])('%s does not keep a connection', async (_what, first, then) => {
  const socket = await open();
  if (first) socket.write(first);
  const slowly = setInterval(() => then && socket.write(then), 100);
  expect(await ended(socket)).toBe(true);
  clearInterval(slowly);
});

it('one address has its share of connections; what it closes is free again', async () => {
  const held = await Promise.all([open(), open(), open()]);
  expect(await ended(await open())).toBe(true);
  const closed = held.pop();
  closed?.destroy();
  await new Promise((resolve) => server.once('connection', resolve) && void open());
  expect(held.every(({ destroyed }) => !destroyed)).toBe(true);
});
