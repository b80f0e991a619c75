import { randomUUID } from 'node:crypto';
import { BIRTH, COMPONENTS, handIn } from './birth-dossier.js';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Caller, Target } from './target.js';

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const APPLICANT = { name: 'Trần Thị Dân' };
/** A dossier of which each component is this file. */
const dossierWith = (fileId: string) => ({
  ...BIRTH,
  applicant: APPLICANT,
  components: COMPONENTS.map((name) => ({ name, form: 'digitised', fileId })),
});
const typesIn = async (as: Caller, subject: string): Promise<string> =>
  JSON.stringify((await as.get(`/api/v1/audit?subject=${subject}`)).body.items);

/** M8: a colleague's file is downloaded by those whom it does not concern, or brought into a dossier of their own. */
async function takeFile(target: Target): Promise<Verdict> {
  const justice = await target.as('justice');
  const uploaded = await justice.upload('/api/v1/files?name=mat.pdf', PDF);
  const fileId = String(uploaded.body.fileId);
  const others = await Promise.all(['culture', 'police', 'admin', 'chairman'].map((name) => target.as(name)));
  const got = await Promise.all(others.map((one) => one.get(`/api/v1/files/${fileId}`)));
  const desk = await target.as('desk');
  const brought = await desk.post('/api/v1/dossiers', dossierWith(fileId));
  const handedIn = await target.stranger.post(`/public/${target.office}/dossiers`, {
    procedureCode: BIRTH.procedureCode,
    components: dossierWith(fileId).components,
    applicant: APPLICANT,
  });
  const verdict = holdsIf({
    uploaded: uploaded.status === 201,
    'nobody else downloads it': got.every(({ status }) => status === 403),
    'a colleague can’t bring it into a dossier': brought.status === 422,
    'nor can a stranger': handedIn.status === 422,
    'nor read it then': (await desk.get(`/api/v1/files/${fileId}`)).status === 403,
    'its uploader has it': (await justice.get(`/api/v1/files/${fileId}`)).status === 200,
  });
  if (verdict.held)
    await target.until(
      async () => (await typesIn(justice, fileId)).includes('FileUploaded'),
      'the upload in the trail',
    );
  return verdict;
}

/** M8: files are laid on people whom one has nothing to do with, or who do not exist. */
async function layOnSomebody(target: Target): Promise<Verdict> {
  const desk = await target.as('desk');
  const { dossierId } = await handIn(desk);
  const { body } = await desk.get(`/api/v1/dossiers/${dossierId}`);
  const culture = await target.as('culture');
  const about = (personId: string) =>
    culture.upload(`/api/v1/files?name=la.pdf&personId=${personId}`, PDF, randomUUID());
  const [known, unknown] = [String(body.applicantId), randomUUID()];
  const [onKnown, onUnknown] = [await about(known), await about(unknown)];
  return holdsIf({
    'about somebody without a duty: 403': onKnown.status === 403,
    'about nobody who is there: 404': onUnknown.status === 404,
    'the trail of the one has no file': !(await typesIn(desk, known)).includes('FileKept'),
  });
}

export const files: readonly Attack[] = [
  { id: 'M8', what: 'a colleague’s file is taken', attempt: takeFile },
  { id: 'M8', what: 'a file is laid on somebody', attempt: layOnSomebody },
];
