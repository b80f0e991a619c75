import type { Organigram } from '#client';

type Standing = Pick<Organigram, 'units' | 'endedUnits' | 'posts'>;

/** Something of an office that is otherwise than the day before: of which unit or post, and what it was and is where that is said. */
export interface Difference {
  what:
    'unitOpened' | 'unitEnded' | 'head' | 'postOpened' | 'postEnded' | 'postMoved' | 'holder' | 'substitute';
  id: string;
  of: string;
  before: string | null;
  after: string | null;
}

/** What became of an office between two days (thay đổi cơ cấu): units first, then posts and who is in them. */
export const differencesBetween = (before: Standing, after: Standing): Difference[] => [
  ...unitsBetween(before, after),
  ...postsBetween(before, after),
];

function unitsBetween(before: Standing, after: Standing): Difference[] {
  const titleOf = (id: string) =>
    [...after.posts, ...before.posts].find(({ postId }) => postId === id)?.title ?? null;
  const changed = after.units.flatMap(({ unitId: id, name: of, headPostId }): Difference[] => {
    const was = before.units.find(({ unitId }) => unitId === id);
    if (!was) return [{ what: 'unitOpened', id, of, before: null, after: null }];
    if (was.headPostId === headPostId) return [];
    return [{ what: 'head', id, of, before: titleOf(was.headPostId), after: titleOf(headPostId) }];
  });
  const nameOf = unitNamesOf(after);
  const ended = after.endedUnits
    .filter(({ unitId }) => before.units.some((one) => one.unitId === unitId))
    .map(({ unitId: id, name: of, endedBy }): Difference => {
      return { what: 'unitEnded', id, of, before: null, after: endedBy ? nameOf(endedBy) : null };
    });
  return [...changed, ...ended];
}

function postsBetween(before: Standing, after: Standing): Difference[] {
  const [unitThen, unitNow] = [unitNamesOf(before), unitNamesOf(after)];
  const changed = after.posts.flatMap((post): Difference[] => {
    const { postId: id, title: of, unitId } = post;
    const [holder, substitute] = [post.holder?.name ?? null, post.substitute?.name ?? null];
    const was = before.posts.find(({ postId }) => postId === id);
    if (!was) return [{ what: 'postOpened', id, of, before: null, after: holder }];
    return [
      ...(was.unitId === unitId
        ? []
        : [{ what: 'postMoved', id, of, before: unitThen(was.unitId), after: unitNow(unitId) } as const]),
      ...(was.holder?.personId === post.holder?.personId
        ? []
        : [{ what: 'holder', id, of, before: was.holder?.name ?? null, after: holder } as const]),
      ...(was.substitute?.personId === post.substitute?.personId
        ? []
        : [{ what: 'substitute', id, of, before: was.substitute?.name ?? null, after: substitute } as const]),
    ];
  });
  const ended = before.posts
    .filter(({ postId }) => !after.posts.some((one) => one.postId === postId))
    .map(({ postId: id, title: of, holder }): Difference => {
      return { what: 'postEnded', id, of, before: holder?.name ?? null, after: null };
    });
  return [...changed, ...ended];
}

const unitNamesOf = ({ units, endedUnits }: Standing) => {
  const names = new Map([...units, ...endedUnits].map(({ unitId, name }) => [unitId, name]));
  return (id: string): string | null => names.get(id) ?? null;
};
