import { newId } from '#kernel';
import { attachFile, expireFile, uploadFile } from './file.acts.js';
import { uploadedFile, type FileEvent, type UploadedFile } from './file.js';

const subject = newId();
const now = new Date('2025-01-02T08:00:00+07:00');
const [dossierId, personId, other] = [newId(), newId(), newId()];
const stateAfter = (...acts: ((state: UploadedFile) => FileEvent[])[]) =>
  acts.reduce(
    (state, act) => act(state).reduce((one, event) => uploadedFile.evolve(one, event, now), state),
    uploadedFile.initial,
  );
const upload = (state: UploadedFile) => uploadFile(state, { commitment: 'c' }, { subject, now });
const attachTo = (person: string) => (state: UploadedFile) =>
  attachFile(state, { dossierId, personId: person }, { subject });
const expire = (state: UploadedFile) => expireFile(state, {}, { subject });

describe('an uploaded file', () => {
  it('expires thirty days after it came', () => {
    const [event] = upload(uploadedFile.initial);
    expect(event?.data.agenda).toMatchObject([
      { alarms: [{ at: '2025-02-01T01:00:00.000Z', step: 'file/expire' }] },
    ]);
    expect(expire(stateAfter(upload))).toMatchObject([
      { type: 'FileExpired', data: { agenda: [{ alarms: [] }] } },
    ]);
    expect(expire(stateAfter(upload, expire))).toEqual([]);
  });

  it('that is attached expires no more', () => {
    expect(attachTo(personId)(stateAfter(upload))).toMatchObject([
      { type: 'FileAttached', data: { dossierId, personId, agenda: [{ alarms: [] }] } },
    ]);
    expect(expire(stateAfter(upload, attachTo(personId)))).toEqual([]);
  });

  it('becomes one person’s and nobody else’s', () => {
    const attached = stateAfter(upload, attachTo(personId));
    expect(attachTo(personId)(attached)).toEqual([]);
    expect(() => attachTo(other)(attached)).toThrow('file_unusable');
  });

  it('that has expired is attached to nothing', () => {
    expect(() => attachTo(personId)(stateAfter(upload, expire))).toThrow('file_expired');
  });

  it('from before uploads were acts is attached all the same', () => {
    expect(attachTo(personId)(uploadedFile.initial)).toMatchObject([{ type: 'FileAttached' }]);
  });
});
