import { readFileSync, writeFileSync } from 'node:fs';
import { INDICES } from './definitions.js';
import { SERVICE_GROUPS, figuresOf, type ServicePart } from './service/part.js';
import { SERVICE_SET } from './service/set.js';

const PATH = 'libs/reporting/indices.md';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const targets = table(
  ['Chỉ tiêu (mã)', 'Cách tính', 'Số liệu', 'Nguồn'],
  INDICES.map((index) =>
    'formula' in index
      ? [index.codes.join(', '), index.formula.vi, `${index.part} ÷ ${index.whole}`, index.source]
      : [index.codes.join(', '), `Chưa đo: ${index.unmeasured.vi}`, '', index.source],
  ),
);

const WITHOUT_DATA = { all: 'đủ điểm', none: '0 điểm' };
function figures(part: ServicePart): string {
  if (!part.ratio) return '';
  const [whole, ...parts] = figuresOf(part).reverse();
  const taken =
    typeof part.ratio.part === 'string' ? parts.join('') : `(${whole} − ${parts.reverse().join(' − ')})`;
  const full = part.ratio.fullAt === 1 ? '' : `, đủ điểm từ ${part.ratio.fullAt * 100}%`;
  return `${taken} ÷ ${whole}${full}`;
}
const service = table(
  ['Nhóm', 'Chỉ số thành phần', 'Điểm', 'Cách tính', 'Số liệu', 'Không có số liệu', 'Nguồn'],
  SERVICE_SET.parts.map((part) => [
    SERVICE_GROUPS[part.group].vi,
    part.name.vi,
    String(part.max),
    part.formula.vi,
    figures(part),
    part.withoutData ? WITHOUT_DATA[part.withoutData.gives] : '',
    part.source,
  ]),
);

it('the formulas stand in the documentation as they are declared', () => {
  const drawn = `# Indices

How each index is computed, drawn from its declaration (\`src/indices/targets\`, \`src/indices/service/parts\`) by \`UPDATE_DOCS=1 npm test -- indices/documented\`. What nothing here measures has no figures, and says why.

## Targets of the plan (chỉ tiêu của kế hoạch)

${targets}

## Set ${SERVICE_SET.code} (Bộ chỉ số phục vụ người dân, doanh nghiệp)

${service}
`;
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PATH, drawn);
  expect(readFileSync(PATH, 'utf8')).toBe(drawn);
});

it('each target is computed by one formula', () => {
  const codes = INDICES.flatMap((index) => index.codes);
  expect(codes.toSorted()).toEqual([
    'ONLINE_PAYMENT',
    'ONLINE_RESOLVED',
    'ON_PROVINCIAL_SYSTEM',
    'ON_TIME',
    'ON_TIME_APPENDIX',
    'REPORTS_ON_SYSTEM',
    'RESULTS_DIGITISED',
    'SATISFACTION_SERVICE',
    'SATISFACTION_TTHC',
    'SATISFACTION_WANTED',
    'WORK_ONLINE',
  ]);
});
