import { BIRTH } from './birth-dossier.js';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Answer, Target } from './target.js';

const noDuty = ({ body }: Answer): boolean => body.code === 'no_duty';

/** H6: a dossier is opened for somebody whose id stands in the trail, and the duty in their data comes along. */
async function takeDuty(target: Target): Promise<Verdict> {
  const [justice, desk] = [await target.as('justice'), await target.as('desk')];
  const { unitId } = await target.postOf(justice);
  const facts = { name: 'Trần Thị Dân', phone: '0912345678', identityNumber: '038190001234' };
  const registered = await justice.post('/api/v1/persons', { unitId, ...facts });
  const personId = String(registered.body.personId);
  const read = () => desk.get(`/api/v1/persons/${personId}?purpose=${encodeURIComponent('Xem')}`);
  const receive = (applicant?: object) =>
    desk.post('/api/v1/dossiers', { ...BIRTH, applicantId: personId, ...(applicant ? { applicant } : {}) });
  const taken = [
    await receive(),
    await receive({ name: facts.name }),
    await receive({ name: facts.name, identityNumber: '038190009999' }),
  ];
  const { postId: own } = await target.postOf(desk);
  for (const { body } of taken)
    if (typeof body.dossierId === 'string')
      await desk.post(`/api/v1/dossiers/${body.dossierId}/hand-overs`, { toPostId: own });
  return holdsIf({
    registered: registered.status === 201,
    'no dossier for them by their id, their name or a wrong number': taken.every(noDuty),
    'their data stay closed': noDuty(await read()),
  });
}

export const duties: readonly Attack[] = [
  { id: 'H6', what: 'a duty in somebody’s data is made by oneself', attempt: takeDuty },
];
