import type { PageText } from './ledger-page.text.js';

/** What a browser runs on the proof page: all is computed there, and not by the office. */
export function pageScript(office: string, subject: string, t: PageText): string {
  const { good, bad, ownGood, ownBad, cut, altered, otherAct, unsealed, uncommitted } = t;
  const said = { good, bad, ownGood, ownBad, cut, altered, otherAct, unsealed, uncommitted };
  return `
const said = ${scriptJson(said)};
const place = ${scriptJson({ office, subject })};
const utf8 = new TextEncoder();
const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
const hex = (data) => [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sha = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
const proofOf = async (event) => (await fetch('/ledger/' + encodeURIComponent(place.office) + '/proofs/' + event)).json();
// RFC 9162, 2.1.3.2.
async function leadsToRoot({ index, size, leafData, path, checkpoint }) {
  let hash = await sha(Uint8Array.of(0), bytes(leafData));
  let [fn, sn] = [index, size - 1];
  for (const step of path.map(bytes)) {
    if (fn % 2 === 1 || fn === sn) {
      hash = await sha(Uint8Array.of(1), step, hash);
      while (fn % 2 === 0 && fn !== 0) { fn /= 2; sn = Math.floor(sn / 2); }
    } else hash = await sha(Uint8Array.of(1), hash, step);
    fn = Math.floor(fn / 2); sn = Math.floor(sn / 2);
  }
  return sn === 0 && btoa(String.fromCharCode(...hash)) === checkpoint.split('\\n')[2];
}
for (const button of document.querySelectorAll('button[data-event]'))
  button.addEventListener('click', async () => {
    button.nextElementSibling.textContent = (await leadsToRoot(await proofOf(button.dataset.event))) ? said.good : said.bad;
  });

// Tag of the stream (8) ‖ version (4) ‖ key (32) ‖ check (4); it stands behind the #, which is sent to no server.
async function readOpening(text) {
  if (!/^[\\w-]{64}$/.test(text)) return { wrong: said.cut };
  const all = bytes(text.replaceAll('-', '+').replaceAll('_', '/'));
  const [whole, check] = [all.slice(0, 44), all.slice(44)];
  if (hex((await sha(whole)).slice(0, 4)) !== hex(check)) return { wrong: said.altered };
  if (hex((await sha(utf8.encode(place.office + '/' + place.subject))).slice(0, 8)) !== hex(whole.slice(0, 8)))
    return { wrong: said.otherAct };
  return { version: new DataView(whole.buffer).getUint32(8), key: whole.slice(12) };
}
async function contentOf(form) {
  const file = form.file.files[0];
  if (file) return { file: hex(await sha(file)), name: form.elements.fileName.value || file.name };
  return Object.fromEntries([...form.elements].filter(({ name, type, value }) => name && name !== 'fileName' && type !== 'file' && value !== '')
    .map(({ name, value }) => [name, value.replaceAll('\\r\\n', '\\n')]).sort(([a], [b]) => (a < b ? -1 : 1)));
}
// The same letters may have been written in two ways (Unicode), or with a space behind them.
const waysToWrite = [(text) => text, (text) => text.trim().normalize('NFC'), (text) => text.trim().normalize('NFD')];
async function opens(key, commitment, content) {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  for (const way of waysToWrite) {
    const written = Object.fromEntries(Object.entries(content).map(([name, value]) => [name, way(value)]));
    const made = await crypto.subtle.sign('HMAC', hmac, utf8.encode(JSON.stringify(written)));
    if (hex(new Uint8Array(made)) === commitment) return true;
  }
  return false;
}
async function judge(opening, content) {
  const { version, key, wrong } = await readOpening(opening);
  if (wrong) return wrong;
  const button = document.querySelector('button[data-version="' + version + '"]');
  if (!button) return said.unsealed;
  const proof = await proofOf(button.dataset.event);
  if (!(await leadsToRoot(proof))) return said.bad;
  const entry = JSON.parse(new TextDecoder().decode(bytes(proof.leafData)));
  if (entry.stream !== place.subject || entry.version !== version) return said.bad;
  if (entry.commitment === undefined) return said.uncommitted;
  return (await opens(key, entry.commitment, content)) ? said.ownGood : said.ownBad;
}
const form = document.getElementById('own');
const openingGiven = () => new URLSearchParams(location.hash.slice(1)).get('mo');
const show = async () => {
  const opening = openingGiven();
  form.hidden = opening === null;
  document.getElementById('verdict').textContent = opening === null ? '' : ((await readOpening(opening)).wrong ?? '');
};
addEventListener('hashchange', show);
await show();
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  document.getElementById('verdict').textContent = await judge(openingGiven(), await contentOf(form));
});
`;
}

/** JSON that can stand inside a script element. */
const scriptJson = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');
