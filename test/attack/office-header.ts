import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Answer, Target } from './target.js';

const ELSEWHERE = { office: 'xa-khac' };
const mismatch = ({ status, body }: Answer): boolean => status === 400 && body.code === 'office_mismatch';
const itemsOf = ({ body }: Answer): unknown[] => (body.items ?? []) as unknown[];

/** H1: a stranger's header decides in which office a public route works, and what it keeps for all who come after. */
async function readElsewhere(target: Target): Promise<Verdict> {
  const { stranger, office } = target;
  const [figures, procedures] = [
    `/public/${office}/open-data/dossiers?year=2024`,
    `/public/${office}/procedures`,
  ];
  const misled = await Promise.all([figures, procedures].map((path) => stranger.get(path, ELSEWHERE)));
  return holdsIf({
    'a header that names another office: 400': misled.every(mismatch),
    'the catalogue is whole afterwards': itemsOf(await stranger.get(procedures)).length > 0,
    'open data are answered afterwards': (await stranger.get(figures)).status === 200,
  });
}

/** H1: an act that names two offices is written in one and breaks off in the other. */
async function actElsewhere(target: Target): Promise<Verdict> {
  const { stranger, office } = target;
  const justice = await target.as('justice');
  const latest = async () =>
    JSON.stringify((await justice.get('/api/v1/audit?type=PersonRegistered&limit=1')).body.items);
  const before = await latest();
  const feedback = { text: 'Đường vào thôn 3 bị ngập nặng.', name: 'Trần Thị Dân' };
  const dossier = { procedureCode: '1.004884', components: [], applicant: { name: 'Trần Thị Dân' } };
  const answers = [
    await stranger.post(`/public/${office}/feedback`, feedback, undefined, ELSEWHERE),
    await stranger.post(`/public/${office}/dossiers`, dossier, undefined, ELSEWHERE),
  ];
  return holdsIf({
    'feedback and a dossier: 400': answers.every(mismatch),
    'nothing of them is in the log': (await latest()) === before,
  });
}

export const officeHeader: readonly Attack[] = [
  { id: 'H1', what: 'a header empties the catalogue and open data', attempt: readElsewhere },
  { id: 'H1', what: 'an act is left half done between two offices', attempt: actElsewhere },
];
