import { EventStore, type AppendRequest } from '#event-store';
import { inOffice, newId } from '#kernel';
import { FileStore, contextOf, sealBytes } from '#vault';
import { randomBytes } from 'node:crypto';
import type { Attack, Copy } from './attacks.js';

/** Attempts on what the log does not hold: by somebody who has the vault's master key as well. */
export const vaultAttacks: Attack[] = [
  {
    name: { vi: 'đổi lời công dân trong kho', en: 'exchange words in the vault' },
    async attempt(copy) {
      const { office, db, vault } = copy;
      const personId = await somebodySpoke(copy);
      const context = contextOf(office, personId, 'feedback', 1);
      const praise = await vault.sealFor(office, personId, Buffer.from('Cán bộ rất tận tình.'), context);
      await db.query('update vault.fact set ciphertext = $3 where office = $1 and person_id = $2', [
        office,
        personId,
        praise,
      ]);
    },
  },
  {
    name: { vi: 'đổi một tệp đã nhận', en: 'exchange a file' },
    async attempt(copy) {
      const [personId, fileId] = [newId(), newId()];
      await takeIn(copy, personId, fileId, (commitment) => ({
        type: 'FileKept',
        data: { fileId, commitment },
      }));
      const context = `${copy.office}/file/${fileId}`;
      const key = randomBytes(32);
      const wrapped = await copy.vault.sealFor(copy.office, personId, key, context);
      await copy.db.query('update vault.file set wrapped_key = $2, content = $3 where file_id = $1', [
        fileId,
        wrapped,
        sealBytes(key, Buffer.from('đơn khác'), context),
      ]);
    },
  },
  {
    name: { vi: 'trao một tệp cho người khác', en: 'give a file to somebody else' },
    async attempt(copy) {
      const fileId = newId();
      await takeIn(copy, fileId, fileId, (commitment) => ({ type: 'FileUploaded', data: { commitment } }));
      await copy.db.query('update vault.file set about = $2 where file_id = $1', [fileId, newId()]);
    },
  },
  {
    name: { vi: 'hủy khóa của một người mà không có hành vi xóa', en: 'destroy a key without an act' },
    async attempt(copy) {
      const { office, db } = copy;
      const personId = await somebodySpoke(copy);
      for (const table of ['fact', 'file'])
        await db.query(`delete from vault.${table} where office = $1 and person_id = $2`, [office, personId]);
      await db.query(
        'update vault.person set wrapped_key = null, erased_at = now() where office = $1 and person_id = $2',
        [office, personId],
      );
    },
  },
  {
    name: { vi: 'đưa người đã xóa trở lại từ bản sao cũ', en: 'bring an erased person back' },
    async attempt(copy) {
      const personId = await somebodySpoke(copy);
      const act = { ...actOn(copy, personId), expectedVersion: 1 };
      await append(copy, { ...act, events: [{ type: 'PersonErased', data: { reason: 'Diễn tập' } }] });
    },
  },
];

/** A person whose words the vault holds, as an act put them there. */
async function somebodySpoke(copy: Copy): Promise<string> {
  const personId = newId();
  const act = actOn(copy, personId);
  const words = { feedback: 'Cán bộ đòi tiền ngoài quy định.' };
  const { commitment, enclosure } = await copy.vault.contents.entrust(
    copy.office,
    personId,
    act.commandId,
    words,
  );
  await append(copy, {
    ...act,
    events: [{ type: 'PersonRegistered', data: { unitId: newId(), commitment } }],
    enclosure: enclosure(1),
  });
  return personId;
}

/** Takes a file in as the service does: under the key of the stream's subject, and committed to by its event. */
async function takeIn(
  copy: Copy,
  subject: string,
  fileId: string,
  eventOf: (commitment: string) => AppendRequest['events'][number],
): Promise<void> {
  const { office, pool, vault, masters } = copy;
  const act = actOn(copy, subject);
  const files = new FileStore(pool, masters, vault, undefined);
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const file = { fileId, name: 'don.pdf', bytes, personId: subject, by: 'drill', at: act.recordedAt };
  const received = await inOffice(office, async () =>
    files.layDown(office, { ...file, act: act.commandId }, await files.examine(file.name, bytes)),
  );
  const { commitment, enclosure } = await vault.contents.entrustFile(
    office,
    subject,
    act.commandId,
    received,
  );
  await append(copy, { ...act, events: [eventOf(commitment)], enclosure: enclosure(1) });
}

function actOn({ office }: Copy, subject: string): Omit<AppendRequest, 'events'> {
  const commandId = newId();
  return {
    office,
    kind: 'person',
    subject,
    expectedVersion: 0,
    commandId,
    digest: commandId,
    recordedAt: new Date(),
    attribution: { actor: 'drill' },
  };
}

async function append({ pool, office }: Copy, request: AppendRequest): Promise<void> {
  const store = new EventStore(pool);
  await inOffice(office, () => store.append(request));
  await store.idle();
}
