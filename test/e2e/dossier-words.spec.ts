import { inOffice } from '#kernel';
import { contextOf } from '#vault';
import { checkVault } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
const COMMENT = 'Cô Lan ở bộ phận một cửa hướng dẫn rất kỹ.';
const CONTACT = 'Bà Dân báo đang nằm viện, xin nhận sau.';
const WITHDRAWAL = 'Gia đình tôi chuyển nhà, xin rút.';
const EXEMPTION = 'Chồng mất sớm, một mình nuôi ba con nhỏ.';
const NOTE = 'Bà Dân đi lại khó, hẹn bà một lần thôi.';
const EVERYTHING = [COMMENT, CONTACT, WITHDRAWAL, EXEMPTION, NOTE];

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  office = await runningOffice();
  at = await openDesk(office);
});
afterAll(() => office.close());

interface Said {
  items: { kind: string; text: string }[];
}
interface Kept {
  person_id: string;
  name: string;
  version: number;
  ciphertext: Buffer;
}
const wordsOf = async (dossierId: string, purpose = 'Trả lời công dân') =>
  (await at.desk.get<Said & Problem>(`/api/v1/dossiers/${dossierId}/words?purpose=${purpose}`)).body;

describe('what a citizen says about a dossier', () => {
  let rated: Awaited<ReturnType<typeof at.receive>>['body'];
  let withdrawn: typeof rated;

  it('is taken down: a contact, a rating’s comment, why it was taken back, why its fee was waived, what was noted', async () => {
    rated = (await at.receive(LAND)).body;
    const receiver = { toPostId: await at.postOf('justice'), step: 0, note: NOTE };
    expect((await at.act(at.desk, rated.dossierId, 'hand-overs', receiver)).status).toBe(201);
    expect(
      (await at.act(at.justice, rated.dossierId, 'declinations', { reason: 'Không thuộc' })).status,
    ).toBe(201);
    expect((await at.act(at.desk, rated.dossierId, 'contacts', { way: 'call', text: CONTACT })).status).toBe(
      201,
    );
    await at.sign(rated.dossierId);
    await at.act(at.desk, rated.dossierId, 'digitisation', { reason: 'Máy quét hỏng, quét sau' });
    const given = { channel: 'counter', takenBy: 'Trần Thị Dân' };
    expect((await at.act(at.desk, rated.dossierId, 'return', given)).status).toBe(201);
    await office.settled();
    const rating = await client(office.url).post<Problem>(`/public/${OFFICE}/ratings`, {
      ...rated.lookup,
      score: 5,
      comment: COMMENT,
    });
    expect(rating.status).toBe(201);
    withdrawn = (await at.receive()).body;
    expect((await at.act(at.desk, withdrawn.dossierId, 'exemptions', { reason: EXEMPTION })).status).toBe(
      201,
    );
    const back = await at.act(at.desk, withdrawn.dossierId, 'withdrawal', { reason: WITHDRAWAL });
    expect(back.status).toBe(201);
  });

  it('is in the vault and nowhere in the log, in messages or in the trail', async () => {
    await office.settled();
    const owner = office.database.owner();
    const { rows: log } = await owner.query<{ all: string }>(`select data::text as all from event`);
    const { rows: out } = await owner.query<{ all: string }>(`select body::text as all from outbox`);
    const { items } = (await at.desk.get<Page<Entry>>(`/api/v1/audit?subject=${rated.dossierId}`)).body;
    for (const words of EVERYTHING) {
      expect(log.filter(({ all }) => all.includes(words))).toEqual([]);
      expect(out.filter(({ all }) => all.includes(words))).toEqual([]);
      expect(JSON.stringify(items)).not.toContain(words);
    }
  });

  it('the trail says what was done, and nothing of words that it does not have', async () => {
    const trailOf = async (dossierId: string) =>
      (await at.desk.get<Page<Entry>>(`/api/v1/audit?subject=${dossierId}`)).body.items;
    const entries = [...(await trailOf(rated.dossierId)), ...(await trailOf(withdrawn.dossierId))];
    const told = entries.map(({ sentence }) => sentence).join('\n');
    expect(told).toMatch(/chuyển hồ sơ sang bước tiếp theo( ·|\.)/);
    expect(told).toMatch(/miễn phí, lệ phí( ·|\.)/);
    expect(told).not.toContain('không ghi');
  });

  it('is read for a purpose, by whoever has the duty, and by nobody else', async () => {
    expect(await wordsOf(rated.dossierId)).toMatchObject({
      items: [
        { kind: 'note', text: NOTE },
        { kind: 'contact', text: CONTACT },
        { kind: 'comment', text: COMMENT },
      ],
    });
    expect(await wordsOf(withdrawn.dossierId)).toMatchObject({
      items: [
        { kind: 'exemption', text: EXEMPTION },
        { kind: 'withdrawal', text: WITHDRAWAL },
      ],
    });
    const stranger = await at.culture.get<Problem>(`/api/v1/dossiers/${rated.dossierId}/words?purpose=Tò mò`);
    expect([stranger.status, stranger.body.code]).toEqual([403, 'no_duty']);
  });

  const findings = async () => {
    await office.seal();
    const { runtime, vault } = office;
    return (await checkVault({ ...runtime, vault }, OFFICE)).findings;
  };

  it('exchanged for other words under the same key, it is named by its event: feedback too', async () => {
    const { lookup } = (
      await client(office.url).post<{ lookup: { code: string } }>(`/public/${OFFICE}/feedback`, {
        text: 'Ông Tám ở đầu thôn 3 đổ rác ra mương, đề nghị xã xử lý.',
      })
    ).body;
    expect(await findings()).toEqual([]);
    const owner = office.database.owner();
    for (const [stream, type] of [
      [rated.dossierId, 'ContactLogged'],
      [withdrawn.dossierId, 'FeeExempted'],
      [rated.dossierId, 'StepHandedOver'],
      [rated.dossierId, 'DossierRated'],
      [withdrawn.dossierId, 'DossierWithdrawn'],
      [lookup.code, 'FeedbackReceived'],
    ]) {
      const kept = await owner.query<Kept>(
        `select f.person_id, f.name, f.version, f.ciphertext
         from vault.fact f join event e on e.command_id = f.act and e.version = f.version
         where e.subject = $1 and e.type = $2`,
        [stream, type],
      );
      const [fact] = kept.rows;
      if (!fact) throw new Error(`nothing was kept of ${type}`);
      const { person_id: personId, name, version, ciphertext } = fact;
      const put = (written: Buffer) =>
        owner.query(
          'update vault.fact set ciphertext = $1 where person_id = $2 and name = $3 and version = $4',
          [written, personId, name, version],
        );
      const context = contextOf(OFFICE, personId, name, version);
      const other = Buffer.from('Rất hài lòng.');
      await put(await inOffice(OFFICE, () => office.vault.sealFor(OFFICE, personId, other, context)));
      const found = await findings();
      expect(found).toMatchObject([{ code: 'vault_changed', stream, version }]);
      expect(found[0]?.index).toBeGreaterThan(0);
      await put(ciphertext);
    }
    expect(await findings()).toEqual([]);
  });

  it('goes with whoever said it', async () => {
    const dossier = await at.desk.get<{ applicantId: string }>(`/api/v1/dossiers/${withdrawn.dossierId}`);
    const { applicantId } = dossier.body;
    const reason = { reason: 'Công dân yêu cầu' };
    expect((await at.head.post(`/api/v1/persons/${applicantId}/erasure`, reason)).status).toBe(201);
    expect(await wordsOf(withdrawn.dossierId)).toMatchObject({ code: 'person_erased' });
    const owner = office.database.owner();
    const { rows } = await owner.query('select from vault.fact where person_id = $1', [applicantId]);
    expect(rows).toEqual([]);
    expect(await findings()).toEqual([]);
  });
});
