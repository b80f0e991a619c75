import { Id, IdList, OneOf, Text } from '#kernel';
import { guarded } from '../command/guarded.js';
import { postsOfUnit } from './hierarchy.js';
import { UNIT_KINDS, type OfficeEvent, type Unit, type UnitKind } from './office.events.js';
import type { Office, StandingUnit } from './standing.js';
import { organisationInvalid, successorMissing, unknownPost } from './steering.js';

/** Opens a unit with its head post (lập bộ phận). */
export class OpenUnit {
  @Text({ description: 'Tên bộ phận · name', max: 200 })
  name!: string;

  @Text({ description: 'Chức danh người đứng đầu · title of its head post', max: 200 })
  headTitle!: string;

  @Id({ description: 'Vị trí cấp trên trực tiếp · the post above' })
  above!: string;

  @OneOf({ description: 'Loại bộ phận · kind', values: UNIT_KINDS, optional: true })
  kind?: UnitKind;

  @Id({ description: 'Thuộc bộ phận · the unit it is part of', optional: true })
  parentUnitId?: string;
}

export function openUnit(
  state: Office,
  { name, headTitle, above, kind = 'specialised', parentUnitId }: OpenUnit,
  { unitId, postId }: { unitId: string; postId: string },
): OfficeEvent[] {
  if (!state.posts.has(above)) throw unknownPost();
  if (parentUnitId !== undefined) livingUnit(state, parentUnitId);
  return [
    {
      type: 'PostOpened',
      data: {
        postId,
        title: headTitle,
        unitId,
        above,
        roles: ['official'],
        external: false,
        kind: 'specialist',
      },
    },
    {
      type: 'UnitOpened',
      data: {
        unitId,
        name,
        headPostId: postId,
        kind,
        ...(parentUnitId === undefined ? {} : { parentUnitId }),
      },
    },
  ];
}

/** Ends a unit, or merges it into another (giải thể, sáp nhập): all it answers for moves to its successor (R28). */
export class EndUnit {
  @Id({ description: 'Bộ phận kế thừa · the unit that takes over' })
  successorUnitId!: string;

  @Text({ description: 'Văn bản quyết định · the deciding document', min: 3, max: 200 })
  document!: string;
}

/** What an act is about: a unit or a post, as the path names it. */
interface About {
  part: string;
}

interface Ending {
  state: Office;
  unit: StandingUnit;
}

/** A unit that is none any more, or that can end: no post of it heads another. */
function ending(state: Office, { part: unitId }: About): Ending {
  const unit = state.units.get(unitId);
  if (!unit) throw successorMissing({ why: 'không có bộ phận này · no such unit' });
  const own = new Set(postsOfUnit(state, unitId).map(({ postId }) => postId));
  const heads = [...state.units.values()].filter(
    (other) => other.unitId !== unitId && other.endedBy === undefined && own.has(other.headPostId),
  );
  if (unit.endedBy === undefined && heads.length > 0)
    throw successorMissing({
      why: `vị trí của bộ phận này còn đứng đầu · a post of it still heads: ${heads.map(({ name }) => name).join(', ')}`,
    });
  return { state, unit };
}

/** One act or none: the responsibilities move with the event itself, the tasks follow it. */
export const endUnit = guarded(
  ending,
  ({ state, unit: { unitId, endedBy } }, { successorUnitId, document }: EndUnit, _: About): OfficeEvent[] => {
    if (endedBy !== undefined) return [];
    const successor = state.units.get(successorUnitId);
    if (!successor || successor.endedBy !== undefined || successor.unitId === unitId)
      throw successorMissing({
        why: 'bộ phận kế thừa không còn hoạt động · the successor is not a living one',
      });
    const head = state.posts.get(successor.headPostId);
    if (!head || head.unitId === unitId)
      throw successorMissing({
        why: 'bộ phận kế thừa không có vị trí đứng đầu riêng · the successor has no head of its own',
      });
    return [{ type: 'UnitEnded', data: { unitId, successorUnitId, successorPostId: head.postId, document } }];
  },
);

/** Takes a part out of a unit and makes it a unit of its own (chia tách), with the posts and subjects that go along. */
export class SplitUnit {
  @Text({ description: 'Tên bộ phận mới · name of the new unit', max: 200 })
  name!: string;

  @Id({ description: 'Vị trí đứng đầu bộ phận mới · the post that heads it' })
  headPostId!: string;

  @IdList({ description: 'Các vị trí chuyển sang · posts that go along', max: 500 })
  postIds!: string[];

  @IdList({ description: 'Các nhiệm vụ, hồ sơ chuyển sang · subjects that go along', max: 500 })
  subjects!: string[];

  @Text({ description: 'Văn bản quyết định · the deciding document', min: 3, max: 200 })
  document!: string;
}

export const splitUnit = guarded(
  (state: Office, { part }: About) => ({ state, unit: livingUnit(state, part) }),
  (
    { state, unit },
    { name, headPostId, postIds, subjects, document }: SplitUnit,
    { partId }: About & { partId: string },
  ): OfficeEvent[] => {
    const { unitId } = unit;
    const moving = [...new Set([headPostId, ...postIds])];
    if (moving.some((postId) => state.posts.get(postId)?.unitId !== unitId)) throw unknownPost();
    if (moving.includes(unit.headPostId))
      throw organisationInvalid({
        why: 'người đứng đầu bộ phận cũ ở lại · the head of the old unit stays with it',
      });
    const part: Unit = { ...plain(unit), unitId: partId, name, headPostId };
    return [{ type: 'UnitSplit', data: { unitId, part, postIds: moving, subjects, document } }];
  },
);

function livingUnit(state: Office, unitId: string): StandingUnit {
  const unit = state.units.get(unitId);
  if (!unit || unit.endedBy !== undefined)
    throw organisationInvalid({ why: 'bộ phận không hoạt động · the unit is not a living one' });
  return unit;
}

const plain = ({ endedBy: _endedBy, ...unit }: StandingUnit): Unit => unit;
