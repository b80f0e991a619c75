import type { Organigram, Post, Unit } from '#client';

/** A unit with its posts, who heads it first, and the units that are part of it. */
export interface Branch {
  unit: Unit;
  posts: Post[];
  parts: Branch[];
}

/** The office as a tree of its living units; what is part of a unit that is none any more stands at the top. */
export function treeOf({ units, posts }: Pick<Organigram, 'units' | 'posts'>): Branch[] {
  const living = new Set(units.map(({ unitId }) => unitId));
  const topOf = ({ parentUnitId }: Unit): string =>
    parentUnitId !== undefined && living.has(parentUnitId) ? parentUnitId : '';
  const byParent = Map.groupBy(units, topOf);
  const byUnit = Map.groupBy(posts, ({ unitId }) => unitId);
  const branchesUnder = (parent: string): Branch[] =>
    (byParent.get(parent) ?? []).toSorted(asPeopleListThem).map((unit) => ({
      unit,
      posts: headFirst(byUnit.get(unit.unitId) ?? [], unit.headPostId),
      parts: branchesUnder(unit.unitId),
    }));
  return branchesUnder('');
}

/** Leaders first, offices above last; the rest as the table of kinds has them, then by name. */
const ORDER: readonly (string | undefined)[] = [
  'leadership',
  'office',
  'one-stop',
  'specialised',
  undefined,
  'police',
  'front',
  'community',
  'authority',
];
const asPeopleListThem = (a: Unit, b: Unit): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.localeCompare(b.name, 'vi');

const headFirst = (posts: readonly Post[], headPostId: string): Post[] =>
  posts.toSorted((a, b) => Number(b.postId === headPostId) - Number(a.postId === headPostId));

/** Posts that belong to no living unit, such as those of an office above. */
export function postsOutside({ units, posts }: Pick<Organigram, 'units' | 'posts'>): Post[] {
  const living = new Set(units.map(({ unitId }) => unitId));
  return posts.filter(({ unitId }) => !living.has(unitId));
}
