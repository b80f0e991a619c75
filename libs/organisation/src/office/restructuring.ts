import { Id, IdList, OneOf, Text } from '#kernel';
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

/** One act or none: the responsibilities move with the event itself, the tasks follow it. */
export function endUnit(state: Office, unitId: string, command: EndUnit): OfficeEvent[] {
  const unit = state.units.get(unitId);
  if (!unit) throw successorMissing({ why: 'không có bộ phận này · no such unit' });
  if (unit.endedBy !== undefined) return [];
  const successor = state.units.get(command.successorUnitId);
  if (!successor || successor.endedBy !== undefined || successor.unitId === unitId)
    throw successorMissing({
      why: 'bộ phận kế thừa không còn hoạt động · the successor is not a living one',
    });
  const head = state.posts.get(successor.headPostId);
  const ending = postsOfUnit(state, unitId);
  if (!head || ending.some(({ postId }) => postId === head.postId))
    throw successorMissing({
      why: 'bộ phận kế thừa không có vị trí đứng đầu riêng · the successor has no head of its own',
    });
  const heads = [...state.units.values()].filter(
    (other) =>
      other.unitId !== unitId &&
      other.endedBy === undefined &&
      ending.some(({ postId }) => postId === other.headPostId),
  );
  if (heads.length > 0)
    throw successorMissing({
      why: `vị trí của bộ phận này còn đứng đầu · a post of it still heads: ${heads.map(({ name }) => name).join(', ')}`,
    });
  return [
    {
      type: 'UnitEnded',
      data: {
        unitId,
        successorUnitId: successor.unitId,
        successorPostId: head.postId,
        document: command.document,
      },
    },
  ];
}

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

export function splitUnit(
  state: Office,
  unitId: string,
  { name, headPostId, postIds, subjects, document }: SplitUnit,
  partId: string,
): OfficeEvent[] {
  const unit = livingUnit(state, unitId);
  const moving = [...new Set([headPostId, ...postIds])];
  if (moving.some((postId) => state.posts.get(postId)?.unitId !== unitId)) throw unknownPost();
  if (moving.includes(unit.headPostId))
    throw organisationInvalid({
      why: 'người đứng đầu bộ phận cũ ở lại · the head of the old unit stays with it',
    });
  const part: Unit = { ...plain(unit), unitId: partId, name, headPostId };
  return [{ type: 'UnitSplit', data: { unitId, part, postIds: moving, subjects, document } }];
}

function livingUnit(state: Office, unitId: string): StandingUnit {
  const unit = state.units.get(unitId);
  if (!unit || unit.endedBy !== undefined)
    throw organisationInvalid({ why: 'bộ phận không hoạt động · the unit is not a living one' });
  return unit;
}

const plain = ({ endedBy: _endedBy, ...unit }: StandingUnit): Unit => unit;
