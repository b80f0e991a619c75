import { holdsIf, type Attack, type Verdict } from './attack.js';
import { handIn } from './birth-dossier.js';
import type { Target } from './target.js';

const MARKUP = `"><img src=x onerror=alert(1)><script>alert(1)</script>'`;
const RUNS = /<script>alert|<img src=x|onerror=alert\(1\)>/;
const OWN_FORM = { 'sec-fetch-site': 'same-origin' };

interface Shown {
  status: number;
  html: string;
  headers: Headers;
}

/** A page as a browser asks for it. */
async function page(target: Target, path: string): Promise<Shown> {
  const answer = await fetch(`${target.url}/public/${target.office}${path}`, {
    headers: { accept: 'text/html' },
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}

/** A form as a browser sends it; of this site, unless told otherwise. */
async function form(
  target: Target,
  path: string,
  fields: Record<string, string>,
  from: Record<string, string> = OWN_FORM,
): Promise<Shown> {
  const answer = await fetch(`${target.url}/public/${target.office}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...from },
    body: new URLSearchParams(fields).toString(),
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}

/** P: what somebody wrote runs as a part of the page on which others read it, or on which they see it again. */
async function plantMarkup(target: Target): Promise<Verdict> {
  const head = await target.as('head-of-office');
  const procedure = {
    code: 'TV.XSS',
    name: MARKUP,
    field: MARKUP,
    time: { value: 3, unit: 'working-days' },
    fee: 0,
    service: 'counter',
    components: [MARKUP],
    steps: [MARKUP],
    legalBasis: MARKUP,
  };
  const published = await head.post('/api/v1/procedures', { procedures: [procedure], document: MARKUP });
  const at = '/thu-tuc/TV.XSS';
  const shown = [
    await page(target, '/thu-tuc'),
    await page(target, at),
    await page(target, `${at}/nop`),
    await page(target, `/thu-tuc/${encodeURIComponent(MARKUP)}`),
    await page(target, `/bien-nhan?phieu=${encodeURIComponent(MARKUP)}`),
    await page(target, `/ho-so?lang=${encodeURIComponent(MARKUP)}&x=${encodeURIComponent(MARKUP)}`),
    await form(target, `${at}/nop`, { name: MARKUP, email: MARKUP, address: MARKUP, bornOn: MARKUP }),
    await form(target, '/ho-so', { code: MARKUP, secret: MARKUP }),
    await form(target, '/ho-so/danh-gia', { code: MARKUP, secret: MARKUP, comment: MARKUP, score: MARKUP }),
    await form(target, '/phan-anh', {
      text: MARKUP,
      about: MARKUP,
      email: MARKUP,
      kind: MARKUP,
      key: MARKUP,
    }),
    await form(target, '/phan-anh/mo-lai', { code: MARKUP, secret: MARKUP, text: MARKUP }),
  ];
  const policies = shown.map(({ headers }) => headers.get('content-security-policy') ?? '');
  return holdsIf({
    [`the procedure is published: ${published.status}`]: published.status === 201,
    'its page is shown': shown[1]?.status === 200,
    [`on ${shown.length} pages it is text`]: shown.every(
      ({ html }) => html.includes('</html>') && !RUNS.test(html),
    ),
    'no page may run what stands in it, or be framed': policies.every(
      (policy) =>
        policy.includes("frame-ancestors 'none'") &&
        policy.includes("script-src 'self'") &&
        !policy.includes('unsafe'),
    ),
  });
}

/** P: a page elsewhere hands in, objects or guesses in the name of whoever reads it. */
async function actFromElsewhere(target: Target): Promise<Verdict> {
  const foreign: Record<string, Record<string, string>> = {
    'said to be from elsewhere': { 'sec-fetch-site': 'cross-site' },
    'from a neighbour': { 'sec-fetch-site': 'same-site' },
    'with another origin': { origin: 'https://gia-mao.example' },
    'with no origin to tell': { origin: 'null' },
    'from nowhere': {},
    'as text': { ...OWN_FORM, 'content-type': 'text/plain' },
  };
  const claims: Record<string, boolean> = {};
  for (const [what, headers] of Object.entries(foreign)) {
    const { status } = await form(
      target,
      '/phan-anh',
      { text: 'Phản ánh từ một trang khác gửi hộ.' },
      headers,
    );
    claims[`${what}: ${status}`] = status >= 400 && status < 500;
  }
  return holdsIf(claims);
}

/** P: a receipt that travels in an address tells its secret, or opens for who altered it, elsewhere or another's. */
async function openReceipts(target: Target): Promise<Verdict> {
  const sent = await form(target, '/phan-anh', { text: 'Đèn đường ở ngõ 5 hỏng đã hai tuần chưa ai sửa.' });
  const address = sent.headers.get('location') ?? '';
  const sealed = new URL(address, target.url).searchParams.get('phieu') ?? '';
  const shown = await page(target, `/bien-nhan?phieu=${sealed}`);
  // A sealed receipt is letters at random: among them a dozen may look like a secret.
  const [, secret = ''] = /\b([A-Z2-9]{12})\b/.exec(shown.html.replaceAll(/phieu=[\w-]*/g, '')) ?? [];
  const altered = [
    sealed.slice(0, -4) + (sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'),
    sealed.slice(0, -1),
    sealed.slice(8),
    '',
    'A'.repeat(1_900),
  ];
  const opened = await Promise.all(altered.map((one) => page(target, `/bien-nhan?phieu=${one}`)));
  const elsewhere = await fetch(`${target.url}/public/khong-co/bien-nhan?phieu=${sealed}`);
  return holdsIf({
    [`it is taken in, and answered with an address: ${sent.status}`]:
      sent.status === 303 && sealed.length > 100,
    'the receipt is shown there': secret !== '',
    'its secret is not in the address': !Buffer.from(sealed, 'base64url').toString('latin1').includes(secret),
    'what was altered opens nothing': opened.every(({ html }) => !html.includes(secret)),
    [`nor does it elsewhere: ${elsewhere.status}`]: elsewhere.status === 404,
    'nobody keeps it': (shown.headers.get('cache-control') ?? '').includes('no-store'),
    'the address goes to nobody else': shown.headers.get('referrer-policy') === 'strict-origin',
  });
}

/** P: of a look-up's answers one tells which codes there are; or the page says whose dossier it is. */
async function learnFromLookUps(target: Target): Promise<Verdict> {
  const { lookup } = await handIn(await target.as('desk'));
  const own = () => form(target, '/ho-so', { code: lookup.code, secret: lookup.secret });
  await target.until(async () => (await own()).status === 200, 'the receipt to be found');
  const wrong = await form(target, '/ho-so', { code: lookup.code, secret: 'ABCDEFGHJKLM' });
  const nobody = await form(target, '/ho-so', {
    code: lookup.code.replace(/\d$/, 'X'),
    secret: 'ABCDEFGHJKLM',
  });
  const told = ({ html, status }: Shown) =>
    [status, html.replaceAll(/value="[^"]*"/g, '').replaceAll(/[0-9a-f-]{36}/g, '')].join();
  return holdsIf({
    'its holder sees it, and no name': !(await own()).html.includes('Trần Thị Dân'),
    'a wrong secret and a code that is not there are answered the same': told(wrong) === told(nobody),
    'a secret is not shown again': !wrong.html.includes('ABCDEFGHJKLM'),
  });
}

export const citizensPages: readonly Attack[] = [
  { id: 'P', what: 'markup is planted on citizens’ pages', attempt: plantMarkup },
  { id: 'P', what: 'a page elsewhere sends a form', attempt: actFromElsewhere },
  { id: 'P', what: 'a receipt’s address tells its secret', attempt: openReceipts },
  { id: 'P', what: 'look-ups tell which dossiers there are', attempt: learnFromLookUps },
];
