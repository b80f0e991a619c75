import { checkVault } from '../../apps/runtime/src/index.js';
import type { Entry, Page, Problem } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { client, runningOffice, type RunningOffice } from '../support/running-office.js';

const OFFICE = 'thieu-van';
const COMMENT = 'Cô Lan ở bộ phận một cửa hướng dẫn rất kỹ.';
const CONTACT = 'Bà Dân báo đang nằm viện, xin nhận sau.';
const WITHDRAWAL = 'Gia đình tôi chuyển nhà, xin rút.';
const EVERYTHING = [COMMENT, CONTACT, WITHDRAWAL];

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
const wordsOf = async (dossierId: string, purpose = 'Trả lời công dân') =>
  (await at.desk.get<Said & Problem>(`/api/v1/dossiers/${dossierId}/words?purpose=${purpose}`)).body;

describe('what a citizen says about a dossier', () => {
  let rated: Awaited<ReturnType<typeof at.receive>>['body'];
  let withdrawn: typeof rated;

  it('is taken down: a contact, a rating’s comment, why it was taken back', async () => {
    rated = (await at.receive(LAND)).body;
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

  it('is read for a purpose, by whoever has the duty, and by nobody else', async () => {
    expect(await wordsOf(rated.dossierId)).toMatchObject({
      items: [
        { kind: 'contact', text: CONTACT },
        { kind: 'comment', text: COMMENT },
      ],
    });
    expect(await wordsOf(withdrawn.dossierId)).toMatchObject({
      items: [{ kind: 'withdrawal', text: WITHDRAWAL }],
    });
    const stranger = await at.culture.get<Problem>(`/api/v1/dossiers/${rated.dossierId}/words?purpose=Tò mò`);
    expect([stranger.status, stranger.body.code]).toEqual([403, 'no_duty']);
  });

  it('is proved unchanged, and named where it was exchanged', async () => {
    const check = async () => {
      await office.seal();
      const { runtime, vault } = office;
      return checkVault({ ...runtime, vault }, OFFICE);
    };
    expect(await check()).toMatchObject({ findings: [] });
    const { rowCount } = await office.database
      .owner()
      .query(
        `update vault.fact set ciphertext = set_byte(ciphertext, 20, get_byte(ciphertext, 20) # 1) where name like 'comment:%'`,
      );
    expect(rowCount).toBe(1);
    expect((await check()).findings).toHaveLength(1);
  });
});
