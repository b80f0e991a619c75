import type { EventRow } from '#event-store';
import { inOffice, type Language } from '#kernel';
import { AuditFilter, actOf, auditPage } from '#ledger';
import { followedOffices } from '#projection';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { openRuntime, readableTrail, SEEDS_DIR, speech, type Runtime } from '../../apps/runtime/src/index.js';
import { testServer } from '../support/database.js';
import { mb } from '../support/mb.js';
import { SAMPLES } from '../support/sample-events.js';

/** What no sentence of the trail may show, in either language. */
const NEVER: Record<string, RegExp> = {
  'a UUID': /[0-9a-f]{8}-[0-9a-f]{4}-/i,
  'a placeholder': /[{}[\]]/,
  'a day as computers write it': /\d{4}-\d{2}-\d{2}/,
  'a quarter as computers write it': /\d{4}-Q\d/,
  'an event type': new RegExp(`\\b(${Object.keys(speech.sentences).join('|')})\\b`),
  'the name of a worker': /worker:/,
  'words that stand for nothing': /\b(undefined|null|NaN|Infinity|object Object)\b/,
  'what is not known': /không rõ tên|không ghi|no name known|not recorded/,
  'two stops': /\.\.|\s\s|: \./,
};
/** And none in Vietnamese. */
const NEVER_IN_VIETNAMESE: Record<string, RegExp> = {
  'a name of code in snake_case': /\b[a-z]+_[a-z_]+\b/,
  'a name of code in camelCase': /\b[a-z]+[A-Z][a-z]+/,
  'a code word':
    /\b(receipt|supplement|refusal|apology|control|register|documents?|dossiers?|deadlines?|planning|feedback|counter|online|post|cash|letter|call|worker|system|task|plan|office|unit|late|null|true|false)\b/i,
  'an office’s id': /\b(thieu-van|dinh-hoa)\b/,
  'a decimal point': /(?<![\w.-])\d+\.\d{1,2}(?![\d.\w-])/,
};

interface Told {
  row: EventRow;
  vi: string;
  en: string;
}

let runtime: Runtime;
const told: Told[] = [];

/** The whole trail of the simulated offices, each entry in both languages, as supervisors read it. */
async function tell(office: string): Promise<void> {
  await inOffice(office, async () => {
    const request = Object.assign(new AuditFilter(), { order: 'asc', limit: 500 });
    for (;;) {
      const { rows, nextCursor } = await auditPage(runtime.pool, office, request);
      const [vi, en] = [
        await readableTrail(runtime, office, rows, 'vi'),
        await readableTrail(runtime, office, rows, 'en'),
      ];
      told.push(...rows.map((row) => ({ row, vi: vi.sentence(row), en: en.sentence(row) })));
      if (nextCursor === null) return;
      request.cursor = nextCursor;
    }
  });
}

const unitOf = ({ data }: EventRow): unknown =>
  told.find(({ row }) => row.type === 'PostOpened' && row.data['postId'] === data['postId'])?.row.data[
    'unitId'
  ];

/** Events that no simulated year has, beside one that it has. */
async function tellSamples(beside: EventRow): Promise<void> {
  const known = { POST: beside.data['postId'], UNIT: unitOf(beside), PERSON: beside.data['personId'] };
  const rows = Object.entries(SAMPLES).map(([type, sample]) => {
    const data = Object.fromEntries(
      Object.entries(sample).map(([field, value]) => [
        field,
        Object.entries(known).find(([k]) => k === value)?.[1] ?? value,
      ]),
    );
    return { ...beside, type, data, rule: null };
  });
  const of = (language: Language) => readableTrail(runtime, beside.office, rows, language);
  const [vi, en] = [await of('vi'), await of('en')];
  told.push(...rows.map((row) => ({ row, vi: vi.sentence(row), en: en.sentence(row) })));
}

/** A simulated year's people have no accounts, which is where names are. */
async function nameEverybody(databaseUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query(
    `insert into account (office, person_id, username, name, password_hash)
     select distinct office, person::uuid, person, 'Nguyễn Thị Lan', '' from (
       select office, actor as person from event union select office, data ->> 'personId' from event) people
     where person like '________-%'`,
  );
  await owner.end();
}

beforeAll(async () => {
  const server = new URL(`${testServer()}/postgres`);
  const ended = await mb(['simulate', '--dossiers', '120', '--merge', '2025-12-01', '--keep', '--json'], {
    DATABASE_URL: server.href,
    DATA_DIR: join(tmpdir(), 'minh-bach-sentences'),
  });
  const [, name] = /database (simulation_\w+)/.exec(ended.err) ?? [];
  if (name === undefined) throw new Error(ended.err);
  server.pathname = `/${name}`;
  runtime = await openRuntime({ databaseUrl: server.href, seedsDir: SEEDS_DIR });
  await nameEverybody(server.href);
  for (const office of await followedOffices(runtime.pool)) await tell(office);
  const appointed = told.find(({ row }) => row.type === 'PersonAppointed');
  if (appointed) await tellSamples(appointed.row);
}, 600_000);
afterAll(() => runtime.close());

it('every kind of event is told', () => {
  const kinds = new Set(told.map(({ row }) => row.type));
  expect(Object.keys(speech.sentences).filter((type) => !kinds.has(type))).toEqual([]);
  expect([...kinds].filter((type) => !(type in speech.sentences))).toEqual([]);
});

it.each(Object.entries({ ...NEVER, ...NEVER_IN_VIETNAMESE }))(
  'no sentence in Vietnamese shows %s',
  (_, never) => {
    expect(
      [...new Set(told.map(({ vi }) => vi).filter((sentence) => never.test(sentence)))].slice(0, 5),
    ).toEqual([]);
  },
);

it.each(Object.entries(NEVER))('no sentence in English shows %s', (_, never) => {
  expect(
    [...new Set(told.map(({ en }) => en).filter((sentence) => never.test(sentence)))].slice(0, 5),
  ).toEqual([]);
});

it('a cause is told by its own sentence', () => {
  const missed = told.find(({ row }) => row.type === 'DeadlineMissed');
  expect(missed?.vi).toMatch(/ · theo quy tắc R6 · vì: Hệ thống \(theo dõi thời hạn\) nhắc .+, hạn .+\.$/);
});

it('what everyone may know of an act begins as the sentence does, and breaks off nowhere', () => {
  for (const type of Object.keys(speech.sentences))
    for (const language of ['vi', 'en'] as const)
      expect(actOf(speech, type, language)).not.toMatch(
        language === 'vi'
          ? /(^| )(cho|của|từ|gồm|số|tại|lên|(?<!tiếp )theo|lúc|hạn đến|kết quả đến)$|[{}[\]]|^$/
          : /(^| )(to|of|from|for|by|the|with|until)$|[{}[\]]|^$/,
      );
});
