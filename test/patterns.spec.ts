import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const LENGTH = 100_000;
/** Of this thread's own work, whatever else the machine does: a linear pattern takes one or two, a quadratic one thousands. */
const LONGEST_MS = 250;

interface Pattern {
  at: string;
  source: string;
  flags: string;
}

/** Every pattern that stands in the product's source. */
const patternsOf = (path: string): Pattern[] => {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Pattern[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        at: `${path}:${line + 1}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    node.forEachChild(look);
  };
  look(file);
  return found;
};

const sources = ['apps', 'libs'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ts$/.test(path) && !/\.(spec|d)\.ts$/.test(path))
    .map((path) => join(root, path)),
);
const patterns = sources.flatMap(patternsOf);

/** Texts that make a pattern try again and again: each of its own letters, alone and two by two, ending in what it can't take. */
function hostileTo({ source }: Pattern): string[] {
  const words = source
    .replace(/\[[^\]]*\]|\{[^}]*\}/g, '|')
    .split(/\\.|[(){}?:*+|^$.]/)
    .filter(Boolean);
  const letters = [...new Set([...source.replace(/\\./g, ''), ...' \ta0-_/."TZ:,<x'])].slice(0, 40);
  const units = [
    ...letters,
    ...words.filter((word) => word.length > 1),
    ' a',
    'a ',
    '0 ',
    '. ',
    '/0',
    'a.',
    '""',
  ];
  return units.flatMap((unit) => {
    const run = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    return [`${run}\u0001`, `${words[0] ?? ''}${run}\u0001\n`, `a${run}\u0001a`];
  });
}

function slowestMs(pattern: Pattern): number {
  let slowest = 0;
  for (const text of hostileTo(pattern)) {
    const before = process.threadCpuUsage();
    text.search(new RegExp(pattern.source, pattern.flags.replace('y', '')));
    slowest = Math.max(slowest, process.threadCpuUsage(before).user / 1_000);
    if (slowest > LONGEST_MS) break;
  }
  return slowest;
}

it('there are patterns to look at', () => expect(patterns.length).toBeGreaterThan(50));

it('no pattern takes longer than it is long: each reads 100,000 hostile characters at once', () => {
  const slow = patterns.flatMap((pattern) => {
    const ms = slowestMs(pattern);
    return ms > LONGEST_MS ? [`${pattern.at} /${pattern.source}/ ${Math.round(ms)} ms`] : [];
  });
  expect(slow).toEqual([]);
}, 600_000);
