import { Id, Text, notAllowed, refusal } from '#kernel';
import { hasRole } from './hierarchy.js';
import { postsOfUnit, type Office, type OfficeEvent, type Unit } from './office.js';

export const successorMissing = refusal(
  'successor_missing',
  409,
  { vi: 'Chưa có nơi nhận trách nhiệm', en: 'Nobody takes over the responsibilities' },
  {
    vi: 'Nêu một bộ phận đang hoạt động, có vị trí đứng đầu, để nhận toàn bộ việc: {why}.',
    en: 'Name a living unit with a head post that takes everything over: {why}.',
  },
  'R28',
);

/** Opens a unit with its head post (lập bộ phận). */
export class OpenUnit {
  @Text({ description: 'Tên bộ phận · name', max: 200 })
  name!: string;

  @Text({ description: 'Chức danh người đứng đầu · title of its head post', max: 200 })
  headTitle!: string;

  @Id({ description: 'Vị trí cấp trên trực tiếp · the post above' })
  above!: string;
}

export function openUnit(
  state: Office,
  { name, headTitle, above }: OpenUnit,
  { actor, unitId, postId }: { actor: string; unitId: string; postId: string },
): OfficeEvent[] {
  requireSteering(state, actor);
  if (!state.posts.has(above))
    throw successorMissing({ why: 'vị trí cấp trên không có · no such post above' });
  return [
    {
      type: 'PostOpened',
      data: { postId, title: headTitle, unitId, above, roles: ['official'], external: false },
    },
    { type: 'UnitOpened', data: { unitId, name, headPostId: postId } },
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
export function endUnit(state: Office, unitId: string, command: EndUnit, actor: string): OfficeEvent[] {
  requireSteering(state, actor);
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

/** The unit that answers now for what a unit answered for. */
export function successorOf(state: Office, unitId: string): Unit | undefined {
  const seen = new Set<string>();
  let unit = state.units.get(unitId);
  while (unit?.endedBy !== undefined && !seen.has(unit.unitId)) {
    seen.add(unit.unitId);
    unit = state.units.get(unit.endedBy);
  }
  return unit?.endedBy === undefined ? unit : undefined;
}

function requireSteering(state: Office, actor: string): void {
  if (!hasRole(state, actor, 'admin', 'chairman')) throw notAllowed({ who: 'admin, chairman' });
}
