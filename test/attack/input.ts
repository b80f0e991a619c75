import JSZip from 'jszip';
import { holdsIf, type Attack, type Verdict } from './attack.js';
import type { Target } from './target.js';

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
/** An archive of no files, whose comment runs to the last byte. */
const archive = (comment: string): string => {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(comment.length, 20);
  return end.toString('latin1') + comment;
};

/** L: what is typed into an address or a body comes to a fault of the service's own. */
async function provokeFaults(target: Target): Promise<Verdict> {
  const [chairman, head] = [await target.as('chairman'), await target.as('head-of-office')];
  const crafted = (text: string) => Buffer.from(text).toString('base64url');
  const asked = [
    '/api/v1/feedback?unit=abc',
    '/api/v1/dialogues?cursor=abc',
    '/api/v1/tasks?cursor=AAAA',
    `/api/v1/tasks?cursor=${crafted('9999999-01-01T00:00:00Z x')}`,
    `/api/v1/dossiers?cursor=${crafted('\0')}`,
    '/api/v1/audit?from=2025-W01-1',
    '/api/v1/audit?from=2025-02-30',
    '/ledger/%00/checkpoint',
    '/ledger/thieu-van/tile/%00',
    '/public/%00/procedures',
    '/public/thieu-van/open-data/dossiers?year=99999999999999999999',
  ];
  const sent = [
    { procedures: [null], document: '1/QĐ-UBND' },
    { procedures: [{ code: 'X', components: null, steps: null, time: null }], document: '1/QĐ-UBND' },
    { procedures: [{ code: 'a\0b', name: 'a\0b' }], document: '\0' },
  ];
  const answers = [
    ...(await Promise.all(asked.map(async (path) => ({ path, ...(await chairman.get(path)) })))),
    ...(await Promise.all(
      sent.map(async (body) => ({
        path: JSON.stringify(body),
        ...(await head.post('/api/v1/procedures', body)),
      })),
    )),
  ];
  const faults = answers.filter(({ status }) => status >= 500).map(({ status, path }) => `${status} ${path}`);
  return holdsIf({
    [`of ${answers.length} that ask for it, ${faults.join(', ') || 'none'} came to a fault`]:
      faults.length === 0,
  });
}

const FORMULAS = ['=1+1', '\r=1+1', '\n=1+1', ' =1+1', '＝1+1', '\u00a0=1+1', '@SUM(1)', '+1', '-1'];

const named = (name: string, n: number) => ({
  code: `TV.CT.${n}`,
  name: `${name} thủ tục`,
  field: 'Thử',
  time: { value: 3, unit: 'working-days' },
  fee: 0,
  service: 'counter',
  components: ['Tờ khai'],
  steps: ['Thẩm định', 'Ký'],
  legalBasis: '',
});

/** L: what somebody wrote is calculated when a sheet is opened. */
async function plantFormulas(target: Target): Promise<Verdict> {
  const head = await target.as('head-of-office');
  const published = await Promise.all(
    FORMULAS.map((name, n) =>
      head.post('/api/v1/procedures', { procedures: [named(name, n)], document: '1/QĐ-UBND' }),
    ),
  );
  const taken = published.filter(({ status }) => status === 201).length;
  const { body } = await target.stranger.get(`/public/${target.office}/open-data/procedures?format=csv`);
  const cells = String(body.text).match(/"(?:[^"]|"")*"/g) ?? [];
  const live = cells.filter((cell) => /^"\s*[=+\-@＝＋－＠]/u.test(cell));
  return holdsIf({
    [`of ${taken} formulas that were planted ${live.length} are live in a sheet`]:
      taken > 0 && live.length === 0,
  });
}

/** L: a file is one thing to whoever looks at it here, and another where it is opened. */
async function hideInFiles(target: Target): Promise<Verdict> {
  const justice = await target.as('justice');
  const files: Record<string, [name: string, bytes: string]> = {
    'an archive behind': ['a.pdf', PDF + archive('')],
    'an archive whose comment is a PDF’s end': ['b.pdf', PDF + archive('\n%%EOF\n')],
    'a page behind': ['c.pdf', `${PDF}<script>alert(1)</script>`],
    'a device’s name': ['CON.pdf', PDF],
    'a device’s name in small letters': ['com1.x.pdf', PDF],
    'two endings': ['hoa\u202efdp.exe.pdf', PDF],
  };
  const claims: Record<string, boolean> = {};
  for (const [what, [name, bytes]] of Object.entries(files)) {
    const { status } = await justice.upload(`/api/v1/files?name=${encodeURIComponent(name)}`, bytes);
    claims[`${what}: ${status}`] = status === 422 || status === 400;
  }
  return holdsIf(claims);
}

const SHEET_PARTS = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="KH" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="sheet.xml"/></R>',
};
const workbook = (sheet: string, texts = ''): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [name, part] of Object.entries(SHEET_PARTS)) zip.file(name, part);
  zip.file('xl/sheet.xml', sheet).file('xl/sharedStrings.xml', texts);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};

/** P: some kilobytes of a file of a table become gigabytes, or hold everybody up, when it is read. */
async function swellInReading(target: Target): Promise<Verdict> {
  const desk = await target.as('desk');
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
  const files = {
    'one text in 190,000 cells': await workbook(
      `<worksheet><sheetData>${row.repeat(1_900)}</sheetData></worksheet>`,
      `<sst><si><t>${'a'.repeat(32_000)}</t></si></sst>`,
    ),
    'elements within elements': await workbook('<worksheet>'.repeat(1_500_000)),
    'one word of an old encoding': Buffer.alloc(1_990_000, 0xea),
    'two megabytes of line ends': Buffer.alloc(1_990_000, '\r'),
    'two megabytes of commas': Buffer.alloc(1_990_000, ','),
  };
  const claims: Record<string, boolean> = {};
  for (const [what, bytes] of Object.entries(files)) {
    const { status } = await desk.post('/api/v1/post/imports/preview', { file: bytes.toString('base64') });
    claims[`${what}: ${status}`] = status === 422;
  }
  const { status } = await target.stranger.get('/healthz');
  return holdsIf({ ...claims, [`answers afterwards: ${status}`]: status === 200 });
}

export const input: readonly Attack[] = [
  { id: 'L', what: 'input comes to a fault of the service’s own', attempt: provokeFaults },
  { id: 'L', what: 'formulas are planted in a sheet', attempt: plantFormulas },
  { id: 'L', what: 'a file is two things at once', attempt: hideInFiles },
  { id: 'P', what: 'a small file of a table swells while it is read', attempt: swellInReading },
];
