import { fastify, type FastifyInstance } from 'fastify';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { awaitedTexts } from './awaited-texts.js';

let server: FastifyInstance;
let port: number;

beforeAll(async () => {
  server = fastify();
  const awaited = awaitedTexts(server, 20);
  server.post('/', { preParsing: awaited.begins, preValidation: awaited.hasCome }, async ({ body }) => ({
    body,
  }));
  await server.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.server.address() as AddressInfo);
});
afterAll(() => server.close());

async function sendHalf(): Promise<Socket> {
  const begun = once(server.server, 'request');
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 12\r\n\r\n{"a":',
  );
  await begun;
  return socket;
}

const hungUp = async (socket: Socket): Promise<void> => void (await once(socket, 'close'));

it('a text that does not come is hung up on; one that has come is not watched any more', async () => {
  const come = await sendHalf();
  come.write('"text"}');
  const [answer] = (await once(come, 'data')) as [Buffer];
  expect(answer.toString()).toContain('200 OK');
  await hungUp(await sendHalf());
  come.write('GET /none HTTP/1.1\r\nhost: x\r\n\r\n');
  const [next] = (await once(come, 'data')) as [Buffer];
  expect(next.toString()).toContain('404 Not Found');
  come.destroy();
});
