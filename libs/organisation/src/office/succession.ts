import { Coded, Id, ListOf, Text } from '#kernel';
import { hasRole, isFilled } from './hierarchy.js';
import type { OfficeEvent, UnitHeir } from './office.events.js';
import type { Office } from './standing.js';
import { organisationInvalid, successorMissing, takeOverNotAgreed } from './steering.js';

/** Names of offices, as they stand in paths. */
export const OFFICE_NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;

export class Heir {
  @Id({ description: 'Bộ phận · unit' })
  unitId!: string;

  @Id({ description: 'Bộ phận kế thừa ở đơn vị mới · the unit of the successor' })
  heirUnitId!: string;
}

/** Which office takes this one over, by which document, and which unit answers there for which here. */
export class OfficeMerger {
  @Coded({ description: 'Đơn vị kế thừa · the office that takes over', pattern: OFFICE_NAME, max: 61 })
  successor!: string;

  @Text({ description: 'Nghị quyết, quyết định · the deciding document', min: 3, max: 200 })
  document!: string;

  @ListOf({ description: 'Bộ phận nào sang bộ phận nào · unit by unit', max: 500, of: () => Heir })
  heirs!: Heir[];
}

/** Hands a whole office to another (sáp nhập đơn vị): all that runs goes along, unit by unit (R28). */
export class EndOffice extends OfficeMerger {
  /** The successor as it stands, and its ledger's key. */
  into!: { office: Office; ledger: string | null };
}

/**
 * One act or none: the successor's head has agreed to it by the same document, and each living unit has an heir whose head
 * post has a holder; or nothing ends.
 */
export function endOffice(
  state: Office,
  { into: { office: successor, ledger: successorLedger }, ...command }: EndOffice,
  officeId: string,
): OfficeEvent[] {
  if (state.succession) return [];
  if (!successor.name || successor.succession)
    throw successorMissing({ why: `${command.successor}: chưa mở hoặc đã kết thúc · not open, or ended` });
  const agreement = successor.agreements.get(officeId);
  if (agreement?.document !== command.document) throw takeOverNotAgreed({ successor: successor.name });
  const heirOf = new Map(command.heirs.map(({ unitId, heirUnitId }) => [unitId, heirUnitId]));
  const living = [...state.units.values()].filter(({ endedBy }) => endedBy === undefined);
  const heirs = living.map((unit): UnitHeir => {
    const heir = successor.units.get(heirOf.get(unit.unitId) ?? '');
    const head = heir && heir.endedBy === undefined ? successor.posts.get(heir.headPostId) : undefined;
    if (!heir || !head)
      throw successorMissing({ why: `"${unit.name}" chưa có bộ phận kế thừa · has no heir there` });
    if (!isFilled(successor, head))
      throw successorMissing({
        why: `"${heir.name}" ở đơn vị mới chưa có người đứng đầu · has nobody at its head there`,
      });
    return { unitId: unit.unitId, heirUnitId: heir.unitId, heirPostId: head.postId };
  });
  return [
    {
      type: 'OfficeEnded',
      data: {
        successor: command.successor,
        successorName: successor.name,
        successorLedger,
        document: command.document,
        heirs,
        agreedOn: agreement.day,
      },
    },
  ];
}

/** Agrees to take another office over whole (đồng ý tiếp nhận), by the document that decides both; without it none is ended into this one. */
export class AgreeToTakeOver {
  @Coded({ description: 'Đơn vị sẽ kết thúc · the office that is to end', pattern: OFFICE_NAME, max: 61 })
  office!: string;

  @Text({ description: 'Nghị quyết, quyết định · the deciding document', min: 3, max: 200 })
  document!: string;
}

export function agreeToTakeOver(
  { agreements, predecessors }: Office,
  { office, document }: AgreeToTakeOver,
  officeId: string,
): OfficeEvent[] {
  if (office === officeId) throw organisationInvalid({ why: 'chính đơn vị này · the office itself' });
  const isKnown = predecessors.includes(office) || agreements.get(office)?.document === document;
  return isKnown ? [] : [{ type: 'TakeOverAgreed', data: { office, document } }];
}

/** The successor's side (tiếp nhận đơn vị sáp nhập); asked again, nothing. */
export class ReceiveOffice {
  office!: string;
  name!: string;
  endedBy!: string;
  document!: string;
}

export const receiveOffice = (state: Office, data: ReceiveOffice): OfficeEvent[] =>
  state.predecessors.includes(data.office) ? [] : [{ type: 'OfficeReceived', data }];

/** Lets an office above look on, read-only (cơ quan cấp trên theo dõi). */
export class NameAuthority {
  @Coded({ description: 'Đơn vị cấp trên · the office above', pattern: OFFICE_NAME, max: 61 })
  authority!: string;

  @Text({ description: 'Văn bản · the document', min: 3, max: 200 })
  document!: string;
}

export function nameAuthority(
  state: Office,
  { authority, document }: NameAuthority,
  office: string,
): OfficeEvent[] {
  if (authority === office) throw organisationInvalid({ why: 'chính đơn vị này · the office itself' });
  return state.authorities.has(authority) ? [] : [{ type: 'AuthorityNamed', data: { authority, document } }];
}

/** Ends that (thôi theo dõi). */
export class EndAuthority extends NameAuthority {}

export function endAuthority(state: Office, { authority, document }: EndAuthority): OfficeEvent[] {
  return state.authorities.has(authority) ? [{ type: 'AuthorityEnded', data: { authority, document } }] : [];
}

/** Whether a person of an office above may look on here: its leaders, office of record and inspectors. */
export const mayLookOn = (overseen: Office, authority: string, theirs: Office, personId: string): boolean =>
  overseen.authorities.has(authority) &&
  hasRole(theirs, personId, 'chairman', 'vice-chairman', 'office-of-record', 'inspector');
