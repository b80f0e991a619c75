// What a browser runs on the proof page: all is computed here, and not by the office.
import { bytesOf, hex, includes, sha256, utf8, type Bytes } from '../trail/proof/hashes';
import { isSignedBy, readNote, type Note } from '../trail/proof/notes';

/** What the page says of what came of a check, in its reader's language. */
interface Said {
  good: string;
  bad: string;
  unsigned: string;
  unreadable: string;
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
  eventId: string;
  stream: string;
  version: number;
  commitment?: string;
}
type Content = Record<string, string>;

const page = document.querySelector<HTMLElement>('#proof');
const { office = '', subject = '', said: words = '{}' } = page?.dataset ?? {};
const said = JSON.parse(words) as Said;

async function fetched(place: string): Promise<Response> {
  const answer = await fetch(`/ledger/${encodeURIComponent(office)}/${place}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer;
}

/** An entry that the ledger proves; or what is wrong with its proof. */
async function proved(event: string): Promise<Entry | { wrong: string }> {
  const proof = (await (await fetched(`proofs/${event}`)).json()) as Proof;
  const [leaf, note] = [bytesOf(proof.leafData), readNote(proof.checkpoint)];
  const entry = JSON.parse(new TextDecoder().decode(leaf)) as Entry;
  const holds =
    note?.head.size === proof.size &&
    (await includes(note.head, proof.index, leaf, proof.path.map(bytesOf))) &&
    entry.eventId === event &&
    entry.stream === subject;
  if (!note || !holds) return { wrong: said.bad };
  const wrong = await wrongInSignature(note);
  return wrong === undefined ? entry : { wrong };
}

async function wrongInSignature(note: Note): Promise<string | undefined> {
  const key = await (await fetched('key')).text();
  try {
    return (await isSignedBy(note, key)) ? undefined : said.unsigned;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return said.unreadable;
    throw error;
  }
}

/** Says beneath a button what came of its check. */
async function check(button: HTMLButtonElement): Promise<void> {
  const output = button.nextElementSibling;
  if (!output) return;
  try {
    const entry = await proved(button.dataset.event ?? '');
    output.textContent = 'wrong' in entry ? entry.wrong : said.good;
    output.className = 'wrong' in entry ? 'wrong' : 'right';
  } catch {
    output.textContent = said.failed;
  }
}

type Opening = { wrong: string } | { version: number; key: Bytes };

/** Tag of the stream (8) ‖ version (4) ‖ key (32) ‖ check (4); it stands behind the #, which is sent to no server. */
async function readOpening(text: string): Promise<Opening> {
  if (!/^[\w-]{64}$/.test(text)) return { wrong: said.cut };
  const all = bytesOf(text.replaceAll('-', '+').replaceAll('_', '/'));
  const [whole, sum] = [all.slice(0, 44), all.slice(44)];
  if (hex((await sha256(whole)).slice(0, 4)) !== hex(sum)) return { wrong: said.altered };
  const tag = (await sha256(utf8(`${office}/${subject}`))).slice(0, 8);
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
    return { file: hex(await sha256(new Uint8Array(await file.arrayBuffer()))), name };
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
    const made = await crypto.subtle.sign('HMAC', hmac, utf8(JSON.stringify(written)));
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
  const entry = await proved(event);
  if ('wrong' in entry) return entry.wrong;
  if (entry.version !== version) return said.bad;
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
