import { createHash, randomUUID } from 'node:crypto';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Answer, Target } from './target.js';

const COMPLAINT = 'Cán bộ X đòi tiền ngoài quy định khi tôi nộp hồ sơ.';
const PRAISE = 'Cán bộ X rất tận tình, tôi khen ngợi cả xã.';
const PURPOSE = `purpose=${encodeURIComponent('xác minh')}`;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const refused = ({ status, body }: Answer): boolean =>
  status === 422 && body.code === 'idempotency_key_reused';
const lookupOf = ({ body }: Answer) => body.lookup as { code: string; secret: string };
const sendFeedback = (target: Target, text: string, key: string): Promise<Answer> =>
  target.stranger.post(`/public/${target.office}/feedback`, { text, name: 'Trần Thị Dân' }, key);
const wordsOf = async (target: Target, code: string): Promise<string> => {
  const head = await target.as('head-of-office');
  return JSON.stringify((await head.get(`/api/v1/feedback/${code}/words?${PURPOSE}`)).body);
};
const ownUnit = async (target: Target): Promise<string> =>
  (await target.postOf(await target.as('justice'))).unitId;

/** C1: everything that looks like a key in the public ledger, tried as one. */
async function replayPublished(target: Target): Promise<Verdict> {
  const key = randomUUID();
  const own = lookupOf(await sendFeedback(target, COMPLAINT, key));
  const entries = await target.published();
  const about = entries.filter((entry) => entry.includes(own.code));
  const candidates = [...new Set(about.join('\n').match(UUID) ?? [])];
  const tried = await Promise.all(candidates.map((one) => sendFeedback(target, PRAISE, one)));
  return holdsIf({
    'the client’s key is not in the ledger': !entries.join('\n').includes(key),
    'its entries are there': candidates.length > 0,
    [`${candidates.length} ids of its entries, sent as keys, gave nobody’s secret`]: tried.every(
      (answer) => lookupOf(answer)?.secret !== own.secret,
    ),
    'its words are still its own': (await wordsOf(target, own.code)).includes(COMPLAINT),
  });
}

/** C1: a complaint becomes praise under its own key. */
async function exchangeWords(target: Target): Promise<Verdict> {
  const key = randomUUID();
  const first = await sendFeedback(target, COMPLAINT, key);
  const again = await sendFeedback(target, PRAISE, key);
  const same = await sendFeedback(target, COMPLAINT, key);
  return holdsIf({
    'other words under the same key: 422': refused(again),
    'the complaint is what is read': (await wordsOf(target, lookupOf(first).code)).includes(COMPLAINT),
    'the same words again get the first answer': lookupOf(same)?.secret === lookupOf(first).secret,
  });
}

/** C1: another's name and phone are written over, and the look-up secret got. */
async function exchangeApplicant(target: Target): Promise<Verdict> {
  const key = randomUUID();
  const submit = (applicant: object) =>
    target.stranger.post(
      `/public/${target.office}/dossiers`,
      { procedureCode: '1.004884', components: [], applicant },
      key,
    );
  const first = await submit({ name: 'Trần Thị Dân', phone: '0912345678' });
  const again = await submit({ name: 'KẺ GIẢ MẠO', phone: '0999999999' });
  return holdsIf({
    'handed in': first.status === 201,
    'other facts of the same names: 422': refused(again),
    'and no secret': again.body.lookup === undefined,
  });
}

/** C2: the name of a worker's step, worked out beforehand and taken. */
async function squatOnDeadline(target: Target): Promise<Verdict> {
  const justice = await target.as('justice');
  const { body } = await justice.get('/api/v1/tasks?limit=100');
  const awaited = (body.items as Task[]).flatMap(({ id, obligations }) =>
    obligations.flatMap(({ occurrences }) =>
      occurrences.map((occurrence) => ({ taskId: id, ...occurrence })),
    ),
  );
  const next = awaited
    .filter(({ due, status }) => due !== null && status === 'open')
    .sort((a, b) => Date.parse(a.due ?? '') - Date.parse(b.due ?? ''))[0];
  if (!next?.due) return { held: false, evidence: 'no open deadline to squat on' };
  const due = new Date(next.due);
  const squatted = nameOfStep(next.taskId, next.id, 'miss', due.toISOString());
  const sent = await sendFeedback(target, COMPLAINT, squatted);
  const admin = await target.as('admin');
  const after = new Date(due.getTime() + 60_000).toISOString();
  const moved = await admin.post('/api/v1/demo/clock', { to: after });
  await target.until(async () => {
    const missed = await admin.get(`/api/v1/audit?subject=${next.taskId}&type=DeadlineMissed`);
    return JSON.stringify(missed.body.items).includes(next.id);
  }, `the missed deadline ${next.due}, whose name was taken`);
  return holdsIf({
    'the name was taken': sent.status === 201,
    'the clock went on': moved.status === 200,
    'the deadline is missed all the same': true,
  });
}

interface Task {
  id: string;
  obligations: { occurrences: { id: string; due: string | null; status: string }[] }[];
}

/** A UUID of version 5, as anybody can work it out from open source. */
function nameOfStep(...parts: string[]): string {
  const namespace = Buffer.from('6f1c1b527d0b5a529d0e2c1f6a1c7e10', 'hex');
  const hash = createHash('sha1').update(namespace).update(parts.join('\u001f')).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** M1: an administrator resets a password unseen. */
async function exchangePassword(target: Target): Promise<Verdict> {
  const admin = await target.as('admin');
  const [key, username] = [randomUUID(), `nguoi-moi-${randomUUID().slice(0, 8)}`];
  const open = (password: string) =>
    admin.post('/api/v1/accounts', { username, name: 'Người mới', password }, key);
  const first = await open('mot-mat-khau-that-dai-1');
  const again = await open('mot-mat-khau-that-dai-2');
  const signIn = async (password: string) =>
    (await target.stranger.post('/api/v1/sessions', { username, password })).status;
  return holdsIf({
    opened: first.status === 201,
    'another password under the same key: 422': refused(again),
    'the other password opens nothing': (await signIn('mot-mat-khau-that-dai-2')) === 401,
  });
}

/** M2: an official alters a person's data unseen. */
async function exchangePerson(target: Target): Promise<Verdict> {
  const [justice, key, unitId] = [await target.as('justice'), randomUUID(), await ownUnit(target)];
  const register = (name: string) => justice.post('/api/v1/persons', { name, unitId }, key);
  const first = await register('Lê Văn Thật');
  const again = await register('Lê Văn Giả');
  const read = await justice.get(`/api/v1/persons/${String(first.body.personId)}?${PURPOSE}`);
  return holdsIf({
    'another name under the same key: 422': refused(again),
    'the name is the first one': read.body.name === 'Lê Văn Thật',
  });
}

/** Another file under the key of one that is there. */
async function exchangeFile(target: Target): Promise<Verdict> {
  const [justice, key] = [await target.as('justice'), randomUUID()];
  const upload = (n: number) =>
    justice.upload('/api/v1/files?name=a.pdf', `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%${n}\n%%EOF`, key);
  const first = await upload(1);
  const again = await upload(2);
  return holdsIf({ kept: first.status === 201, 'another file under the same key: 422': refused(again) });
}

/** A key is one name in every way of writing it, and what is no UUID is refused. */
async function otherFormsOfKeys(target: Target): Promise<Verdict> {
  const key = randomUUID();
  const { secret } = lookupOf(await sendFeedback(target, COMPLAINT, key));
  const [quoted, upper] = [`"${key}"`, key.toUpperCase()];
  const none = ['khong-phai-uuid', `${key}0`, '"', `urn:uuid:${key}`, `${key},${key}`];
  const odd = await Promise.all(none.map((one) => sendFeedback(target, COMPLAINT, one)));
  return holdsIf({
    'quoted it is the same': lookupOf(await sendFeedback(target, COMPLAINT, quoted))?.secret === secret,
    'in capitals it is the same': lookupOf(await sendFeedback(target, COMPLAINT, upper))?.secret === secret,
    'so written, other words are refused too': refused(await sendFeedback(target, PRAISE, quoted)),
    'what is no UUID is refused': odd.every(({ status }) => status === 400),
  });
}

/** A key of another person is a name of one's own. */
async function keyOfAnother(target: Target): Promise<Verdict> {
  const [justice, key, unitId] = [await target.as('justice'), randomUUID(), await ownUnit(target)];
  const first = await justice.post('/api/v1/persons', { name: 'Lê Văn Thật', unitId }, key);
  const asStranger = await sendFeedback(target, COMPLAINT, key);
  const culture = await target.as('culture');
  const asOther = await culture.post('/api/v1/persons', { name: 'Lê Văn Thật', unitId }, key);
  return holdsIf({
    'a stranger’s act under it is the stranger’s own': asStranger.status === 201,
    'a colleague’s is not its repetition': asOther.body.personId !== first.body.personId,
  });
}

export const namesOfActs: readonly Attack[] = [
  { id: 'C1', what: 'what the public ledger tells is replayed', attempt: replayPublished },
  { id: 'C1', what: 'a complaint is replaced by praise', attempt: exchangeWords },
  { id: 'C1', what: 'an applicant’s name and phone are overwritten', attempt: exchangeApplicant },
  { id: 'M1', what: 'a password is replaced unseen', attempt: exchangePassword },
  { id: 'M2', what: 'a person’s data are replaced unseen', attempt: exchangePerson },
  { id: '17', what: 'a file is replaced unseen', attempt: exchangeFile },
  { id: '17', what: 'a key is written in another form', attempt: otherFormsOfKeys },
  { id: '17', what: 'a key of another person is used', attempt: keyOfAnother },
  { id: 'C2', what: 'a missed deadline is kept from being recorded', attempt: squatOnDeadline },
];
