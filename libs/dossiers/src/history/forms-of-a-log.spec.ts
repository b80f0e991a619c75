import { gzipSync } from 'node:zlib';
import { readLogOf, refusalOf } from '../../../../test/support/read-log.js';

const HEAD =
  'case:concept:name,concept:name,org:resource,time:timestamp,case:startdate,case:deadline,case:enddate,case:channel,case:department';
const xes = (...traces: string[]) =>
  `<?xml version="1.0"?><log xes.version="1849-2023" xmlns="http://www.xes-standard.org/">${traces.join('\n')}</log>`;
const event = (name: string, at: string, more = '') =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/>${more}</event>`;

describe('XES', () => {
  const ONE = `<trace><string key="concept:name" value="case-1"/>${event('Ti&#7871;p nh&#7853;n &amp; ki&#x1EC3;m', '2011-10-11T13:45:40+02:00')}</trace>`;

  it('F10: characters that are written by number are read', async () => {
    expect((await readLogOf(xes(ONE))).dossiers[0]?.steps[0]?.activity).toBe('Tiếp nhận & kiểm');
  });

  it.each([
    [
      'with prefixes',
      xes(ONE)
        .replace(/<(\/?)(?=[a-z])/g, '<$1xes:')
        .replace('xmlns=', 'xmlns:xes='),
    ],
    ['packed', gzipSync(xes(ONE))],
    ['packed in parts', Buffer.concat([gzipSync(xes(ONE).slice(0, 90)), gzipSync(xes(ONE).slice(90))])],
    ['in UTF-16', Buffer.from(`\ufeff${xes(ONE)}`, 'utf16le')],
    [
      'with what else the standard has',
      xes(
        '<extension name="Concept" prefix="concept" uri="http://x"/><global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>',
        '<global scope="event"><string key="concept:name" value="__INVALID__"/></global><classifier name="a" keys="concept:name"/>',
        '<string key="concept:name" value="The log"/><!-- <trace> -->',
        ONE.replace(
          '<event>',
          '<list key="l"><values><string key="concept:name" value="no"/></values></list><string key="about" value="x"><string key="concept:name" value="no"/></string><event>',
        ),
      ),
    ],
    [
      'whose trace says its name behind its events',
      xes(ONE.replace(/(<string.*?case-1"\/>)(.*)(<\/trace>)/s, '$2$1$3')),
    ],
  ])('is read %s', async (_how, content) => {
    const log = await readLogOf(content);
    expect(log.rejected).toEqual([]);
    expect(log.dossiers).toMatchObject([{ caseId: 'case-1', steps: [{ activity: 'Tiếp nhận & kiểm' }] }]);
  });

  it('says line, trace and event of what it does not take; events of no trace are of no dossier', async () => {
    const log = await readLogOf(
      xes(ONE, `<trace>${event('x', '2024-02-30T08:00:00Z')}</trace>`, event('y', '2024-02-03T08:00:00Z')),
    );
    expect(log.rejected.map(({ where }) => where)).toEqual(['2 (trace 2, event 1)', '3 (trace -, event 2)']);
  });
});

describe('what can’t be a log is refused whole, twice in the same words', () => {
  const whole = xes(
    `<trace><string key="concept:name" value="c"/>${event('Nhận', '2011-10-11T13:45:40Z').repeat(50)}</trace>`,
  );
  it.each([
    ['F24: nothing', '', 'không có dòng hay sự kiện nào'],
    ['F24: a log without a trace', xes(), 'không có dòng hay sự kiện nào'],
    ['a heading alone', HEAD, 'không có dòng hay sự kiện nào'],
    ['XES that is cut off', whole.slice(0, 2_000), 'cắt cụt'],
    ['XES twice in one file', whole + whole, 'sai cấu trúc XML ở dòng 1'],
    ['a packed log that is cut off', gzipSync(whole).subarray(0, -20), 'gzip bị hỏng hoặc bị cắt cụt'],
    ['another kind of XML', '<html><body/></html>', 'không phải nhật ký XES'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004abc', 'latin1'), 'ZIP hoặc Excel'],
    [
      'F10: Windows-1258',
      Buffer.from(`${HEAD}\nc1,Ti\xEAp,,2011-10-11,,,,,`, 'latin1'),
      'Gần dòng 2 có ký tự không phải UTF-8',
    ],
    [
      'XES that says it is UTF-8 and is not',
      Buffer.from(whole.replace('Nhận', 'Nh\xE2n'), 'latin1'),
      'không phải UTF-8',
    ],
    ['XES in an unknown encoding', whole.replace('?>', ' encoding="TCVN3"?>'), 'Không biết bảng mã “TCVN3”'],
    ['a heading without its columns', 'ma;viec\n1;2', 'thiếu cột: case:concept:name'],
    ['a column twice', `${HEAD},concept:name\n`, 'Hai cột cùng tên “concept:name”'],
  ])('%s', async (_what, content, words) => {
    const first = await refusalOf(content);
    expect(first).toContain(words);
    expect(await refusalOf(content)).toBe(first);
  });

  it('F10: what its mapping says how it is written is read, in its usual form', async () => {
    const bytes = Buffer.from(`${HEAD}\nc1,Ti\xEA\xECp nh\xE2\xF2n,,2011-10-11,,,,,`, 'latin1');
    const log = await readLogOf(bytes, { encoding: 'windows-1258' });
    expect(log.dossiers[0]?.steps[0]?.activity).toBe('Tiếp nhận'.normalize('NFC'));
  });
});
