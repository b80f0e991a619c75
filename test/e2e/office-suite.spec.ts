import JSZip from 'jszip';
import { readRows } from '#sheet';
import type { Page } from '../support/answers.js';
import { LAND, openDesk } from '../support/desk.js';
import { inOfficeSuite, openedByOfficeSuite } from '../support/office-suite.js';
import { runningOffice, type Client, type RunningOffice } from '../support/running-office.js';

let office: RunningOffice;
let at: Awaited<ReturnType<typeof openDesk>>;
/** Addresses of one document of each kind, by whom it is fetched. */
let documents: Record<'receipt' | 'apology' | 'report' | 'brief' | 'handling', string>;

const file = async (by: Client, path: string, format: string) =>
  Buffer.from((await by.bytes(`${path}${path.includes('?') ? '&' : '?'}format=${format}`)).bytes);

/** The words of a document as its own XML has them, tables cell by cell. */
async function wordsOf(docx: Buffer): Promise<string[]> {
  const xml = (await (await JSZip.loadAsync(docx)).file('word/document.xml')?.async('string')) ?? '';
  const text = xml
    .replace(/<\/w:p>|<w:tab\/>|<w:br\/>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|apos|amp|#x?[0-9a-f]+);/gi, (whole, name: string) => ENTITIES[name] ?? whole);
  return words(text);
}
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const words = (text: string): string[] => text.normalize('NFC').split(/\s+/).filter(Boolean).sort();
const cells = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.flatMap((row) => row.map((cell) => String(cell).trim()).filter(Boolean));

inOfficeSuite('LibreOffice opens what the office prints, and reads the same in it', () => {
  beforeAll(async () => {
    office = await runningOffice();
    at = await openDesk(office);
    const { dossierId } = (await at.receive({ ...LAND, applicant: NAME })).body;
    await office.settled();
    const forms = await at.desk.get<Page<{ id: string; kind: string }>>(
      `/api/v1/dossiers/${dossierId}/documents`,
    );
    await office.moveTo('2025-04-03T08:00:00+07:00');
    const reports = await at.head.get<Page<{ id: string; definition: string }>>('/api/v1/reports?year=2025');
    const report = reports.body.items.find(({ definition }) => definition === 'tthc-quarter-1');
    documents = {
      receipt: `/api/v1/documents/${forms.body.items.find(({ kind }) => kind === 'receipt')?.id}`,
      apology: `/api/v1/dossiers/${dossierId}/apology-draft`,
      report: `/api/v1/reports/${report?.id}/output`,
      brief: '/api/v1/plans/2025/brief?day=2025-03-31',
      handling: '/api/v1/dossier-handling/output?year=2025&quarter=1',
    };
  });
  afterAll(() => office.close());

  it.each(['receipt', 'apology', 'report', 'brief', 'handling'] as const)('%s.docx', async (kind) => {
    const by = kind === 'receipt' || kind === 'apology' ? at.desk : at.chairman;
    const docx = await file(by, documents[kind], 'docx');
    const [opened] = await openedByOfficeSuite(`${kind}.docx`, docx);
    expect(words(opened?.text ?? '')).toEqual(await wordsOf(docx));
    expect(opened?.text.length).toBeGreaterThan(300);
  });

  it.each(['report', 'brief', 'handling'] as const)('%s.xlsx', async (kind) => {
    const xlsx = await file(at.chairman, documents[kind], 'xlsx');
    const opened = await openedByOfficeSuite(`${kind}.xlsx`, xlsx);
    const sheets = await Promise.all(
      opened.map(async ({ text }) => cells(await readRows(Buffer.from(text)))),
    );
    const own = await readRows(xlsx);
    expect(sheets).toContainEqual(cells(own));
    expect(own.length).toBeGreaterThan(3);
  });

  it('a file cut short is not opened: what opens was whole', async () => {
    const docx = await file(at.chairman, documents.brief, 'docx');
    expect(await openedByOfficeSuite('cut.docx', docx.subarray(0, docx.length / 2))).toEqual([]);
  });
});

const NAME = { name: 'Nguyễn Thị Ưởng', address: 'Thôn Đắc Châu 1', phone: '0912345678' };
