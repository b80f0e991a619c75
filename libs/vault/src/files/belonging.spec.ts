import { EventStore, eventStoreMigrations, type NewEvent } from '#event-store';
import { inOffice, newId, sqlFile } from '#kernel';
import { freshDatabase } from '../../../../test/support/database.js';
import { vaultMigrations } from '../index.js';

const OFFICE = 'xa-thu';
const BELONGING = 1764000000160;
const [received, signed, loose, applicant] = [newId(), newId(), newId(), newId()];

it('files that dossiers held before an attachment was an act are their applicants’ from then on', async () => {
  const before = vaultMigrations.filter((one) => Number(new one().name?.slice(-13)) < BELONGING);
  const database = await freshDatabase([...eventStoreMigrations, ...before]);
  const owner = database.owner();
  for (const id of [received, signed, loose])
    await owner.query(
      `insert into vault.file (office, file_id, sha256, name, type, size, wrapped_key, master_key, content, uploaded_by, uploaded_at)
       values ($1, $2, '', 'a.pdf', 'application/pdf', 1, '', 'm', '', 'x', now())`,
      [OFFICE, id],
    );
  const store = new EventStore(database.pool(OFFICE));
  const append = async (subject: string, ...events: NewEvent[]) => {
    const commandId = newId();
    const act = { office: OFFICE, kind: 'dossier', subject, expectedVersion: 0, commandId, digest: '' };
    await inOffice(OFFICE, () =>
      store.append({ ...act, recordedAt: new Date(), attribution: { actor: 'x' }, events }),
    );
  };
  const component = { name: 'Tờ khai', form: 'digitised', fileId: received };
  await append(
    newId(),
    { type: 'DossierReceived', data: { applicantId: applicant, components: [component] } },
    { type: 'ResultSigned', data: { number: '1/TB', fileId: signed } },
  );
  await append(newId(), { type: 'TaskUrged', data: { text: loose } });
  await store.idle();

  await owner.query(sqlFile('./belonging.sql', import.meta.url));
  const { rows } = await owner.query<{ id: string; about: string | null }>(
    'select file_id as id, about from vault.file',
  );
  expect(Object.fromEntries(rows.map(({ id, about }) => [id, about]))).toEqual({
    [received]: applicant,
    [signed]: applicant,
    [loose]: null,
  });
  await database.close();
});
