import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Caller, Target } from './target.js';

const PAPERS = ['Đơn đề nghị xác nhận', 'Bản đồ trích đo', 'Giấy tờ về quyền sử dụng đất'];

interface Served {
  dossierId: string;
  lookup: { code: string; secret: string };
}

/** Somebody who was served from reception to result, without a fee. */
async function serve(target: Target): Promise<Served> {
  const [desk, chairman] = [await target.as('desk'), await target.as('chairman')];
  const { body } = await desk.post('/api/v1/dossiers', {
    procedureCode: 'TV.DD.01',
    channel: 'counter',
    components: PAPERS.map((name) => ({ name, form: 'original' })),
    applicant: { name: 'Trần Thị Dân' },
  });
  const at = `/api/v1/dossiers/${String(body.dossierId)}`;
  await chairman.post(`${at}/signature`, { number: '12/TB-UBND' });
  await desk.post(`${at}/digitisation`, { reason: 'Máy quét hỏng, quét sau' });
  const given = await desk.post(`${at}/return`, { channel: 'counter', takenBy: 'Trần Thị Dân' });
  if (given.status !== 201) throw new Error(`not served: ${given.status} ${String(given.body.code)}`);
  return { dossierId: String(body.dossierId), lookup: body.lookup as Served['lookup'] };
}

/** All that somebody is told of how satisfied people are; not how many rated, which the trail tells. */
async function toldTo(official: Caller, day: string): Promise<string> {
  const year = day.slice(0, 4);
  const answers = await Promise.all(
    [
      `/api/v1/survey?from=${day}&to=${day}`,
      `/api/v1/survey?from=${year}-01-01&to=${year}-12-31`,
      `/api/v1/dossiers/figures?from=${day}&to=${day}`,
      `/api/v1/indices?from=${day}&to=${day}&by=official`,
      `/api/v1/indices/service?period=${day.slice(0, 7)}`,
      `/api/v1/indices/service/dossiers/displeased?period=${day.slice(0, 7)}`,
      `/api/v1/indices/forecast?year=${year}`,
    ].map((path) => official.get(path)),
  );
  return JSON.stringify(answers.map(({ body: { rated: _rated, instance: _instance, ...told } }) => told));
}

/** P: what one person answered in the survey is found by whoever served them, in figures of before and after. */
async function findAnswer(target: Target): Promise<Verdict> {
  const [land, chairman] = [await target.as('land'), await target.as('chairman')];
  const { body: me } = await land.get('/api/v1/sessions/me');
  const day = String(me.now).slice(0, 10);
  const counted = async (what: 'settled' | 'rated') =>
    Number((await chairman.get(`/api/v1/dossiers/figures?from=${day}&to=${day}`)).body[what]);
  const [settled, ratings] = [await counted('settled'), await counted('rated')];
  const { dossierId, lookup } = await serve(target);
  await target.until(async () => (await counted('settled')) > settled, 'the result to be counted');
  const before = await toldTo(land, day);
  const rated = await target.stranger.post(`/public/${target.office}/ratings`, { ...lookup, score: 1 });
  if (rated.status === 201)
    await target.until(async () => (await counted('rated')) > ratings, 'the answer to be counted');
  const after = await toldTo(land, day);
  const trail = await land.get(`/api/v1/audit?subject=${dossierId}&type=DossierRated`);
  return holdsIf({
    [`somebody answers: ${rated.status}`]: rated.status === 201,
    'whoever served sees that they did': JSON.stringify(trail.body).includes('DossierRated'),
    'no list names the dossier as one of the displeased': !after.includes(dossierId),
    'no figure is another than before': after === before,
    'those who watch over the office are told': (await toldTo(chairman, day)).includes(dossierId),
  });
}

export const whatWasAnswered: readonly Attack[] = [
  { id: 'P', what: 'what one person answered is found in figures', attempt: findAnswer },
];
