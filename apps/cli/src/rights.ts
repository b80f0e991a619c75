import { POLICY } from '../../api/src/policy.js';
import { RIGHTS } from '../../runtime/src/index.js';

/** Prints who may do what, and who may come where: what the running program goes by, on one page. */
export async function printRights(): Promise<void> {
  const acts = Object.entries(RIGHTS).map(([act, { scope, by }]) => [act, scope, by.join(', ')]);
  const routes = Object.entries(POLICY).map(([route, access]) => [route, whoOf(access)]);
  process.stdout.write(
    `${table([['việc · act', 'phạm vi · over', 'ai · who'], ...acts])}\n\n` +
      `${table([['đường dẫn · route', 'ai · who'], ...routes])}\n`,
  );
}

const whoOf = (access: (typeof POLICY)[string]): string => {
  if (typeof access === 'string') return access;
  return 'act' in access ? access.act : access.join(', ');
};

/** Rows in columns as wide as their widest cell. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
