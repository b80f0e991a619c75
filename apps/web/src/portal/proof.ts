// What a browser runs on the proof page: all is computed here, and not by the office.

/** What the page says of what came of a check, in its reader's language. */
interface Said {
  good: string;
  bad: string;
  failed: string;
  ownGood: string;
  ownBad: string;
  cut: string;
  altered: string;
  otherAct: string;
  unsealed: string;
  uncommitted: string;
}
interface Proof {
  index: number;
  size: number;
  leafData: string;
  path: string[];
  checkpoint: string;
}
interface Entry {
  stream: string;
  version: number;
  commitment?: string;
}
type Bytes = Uint8Array<ArrayBuffer>;
type Content = Record<string, string>;

const page = document.querySelector<HTMLElement>('#proof');
const { office = '', subject = '', said: words = '{}' } = page?.dataset ?? {};
const said = JSON.parse(words) as Said;
const utf8 = new TextEncoder();

const bytes = (base64: string): Bytes => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
const hex = (data: Uint8Array): string =>
  [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sha = async (...parts: BlobPart[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));

async function proofOf(event: string): Promise<Proof> {
  const answer = await fetch(`/ledger/${encodeURIComponent(office)}/proofs/${event}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Proof;
}

/** Whether an entry leads to the checkpoint's root (RFC 9162, 2.1.3.2). */
async function leadsToRoot({ index, size, leafData, path, checkpoint }: Proof): Promise<boolean> {
  let hash = await sha(Uint8Array.of(0), bytes(leafData));
  let [fn, sn] = [index, size - 1];
  for (const step of path.map(bytes)) {
    if (fn % 2 === 1 || fn === sn) {
      hash = await sha(Uint8Array.of(1), step, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else hash = await sha(Uint8Array.of(1), hash, step);
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && btoa(String.fromCharCode(...hash)) === checkpoint.split('\n')[2];
}

/** Says beneath a button what came of its check. */
async function check(button: HTMLButtonElement): Promise<void> {
  const output = button.nextElementSibling;
  if (!output) return;
  try {
    const good = await leadsToRoot(await proofOf(button.dataset.event ?? ''));
    output.textContent = good ? said.good : said.bad;
    output.className = good ? 'right' : 'wrong';
  } catch {
    output.textContent = said.failed;
  }
}

type Opening = { wrong: string } | { version: number; key: Bytes };

/** Tag of the stream (8) ‖ version (4) ‖ key (32) ‖ check (4); it stands behind the #, which is sent to no server. */
async function readOpening(text: string): Promise<Opening> {
  if (!/^[\w-]{64}$/.test(text)) return { wrong: said.cut };
  const all = bytes(text.replaceAll('-', '+').replaceAll('_', '/'));
  const [whole, sum] = [all.slice(0, 44), all.slice(44)];
  if (hex((await sha(whole)).slice(0, 4)) !== hex(sum)) return { wrong: said.altered };
  const tag = (await sha(utf8.encode(`${office}/${subject}`))).slice(0, 8);
  if (hex(tag) !== hex(whole.slice(0, 8))) return { wrong: said.otherAct };
  return { version: new DataView(whole.buffer).getUint32(8), key: whole.slice(12) };
}

/** What was entered, as it is committed to: in the order of names, lines as a form's text has them. */
async function contentOf(form: HTMLFormElement): Promise<Content> {
  const given = new FormData(form);
  const file = given.get('file');
  const texts = [...given].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value.replaceAll('\r\n', '\n')]] : [],
  );
  if (file instanceof File && file.name !== '') {
    const name = texts.find(([field]) => field === 'fileName')?.[1] ?? file.name;
    return { file: hex(await sha(file)), name };
  }
  return Object.fromEntries(
    texts.filter(([name]) => name !== 'fileName').sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The same letters may have been written in two ways (Unicode), or with a space behind them. */
const WAYS_TO_WRITE = [
  (text: string) => text,
  (text: string) => text.trim().normalize('NFC'),
  (text: string) => text.trim().normalize('NFD'),
];

async function opens(key: Bytes, commitment: string, content: Content): Promise<boolean> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  for (const way of WAYS_TO_WRITE) {
    const written = Object.fromEntries(Object.entries(content).map(([name, value]) => [name, way(value)]));
    const made = await crypto.subtle.sign('HMAC', hmac, utf8.encode(JSON.stringify(written)));
    if (hex(new Uint8Array(made)) === commitment) return true;
  }
  return false;
}

async function judge(given: string, content: Content): Promise<string> {
  const opening = await readOpening(given);
  if ('wrong' in opening) return opening.wrong;
  const { version, key } = opening;
  const event = document.querySelector<HTMLElement>(`button[data-version="${version}"]`)?.dataset.event;
  if (event === undefined) return said.unsealed;
  const proof = await proofOf(event);
  if (!(await leadsToRoot(proof))) return said.bad;
  const entry = JSON.parse(new TextDecoder().decode(bytes(proof.leafData))) as Entry;
  if (entry.stream !== subject || entry.version !== version) return said.bad;
  if (entry.commitment === undefined) return said.uncommitted;
  return (await opens(key, entry.commitment, content)) ? said.ownGood : said.ownBad;
}

const openingGiven = (): string | null => new URLSearchParams(location.hash.slice(1)).get('mo');

/** Shows what one's own is checked with, where the address carries what opens it. */
async function offer(own: HTMLElement, verdict: HTMLElement): Promise<void> {
  const given = openingGiven();
  own.hidden = given === null;
  const opening = given === null ? undefined : await readOpening(given);
  verdict.textContent = opening !== undefined && 'wrong' in opening ? opening.wrong : '';
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-event]'))
  button.addEventListener('click', () => void check(button));

const own = document.querySelector<HTMLFormElement>('#own');
const verdict = document.querySelector<HTMLElement>('#verdict');
if (own && verdict) {
  addEventListener('hashchange', () => void offer(own, verdict));
  void offer(own, verdict);
  own.addEventListener('submit', (event) => {
    event.preventDefault();
    void contentOf(own)
      .then((content) => judge(openingGiven() ?? '', content))
      .catch(() => said.failed)
      .then((text: string) => {
        verdict.textContent = text;
      });
  });
}
