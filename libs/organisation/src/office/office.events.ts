import type { Day } from '#kernel';

/** What a post may do beyond its own tasks. */
export const ROLES = [
  'chairman',
  'vice-chairman',
  'office-of-record',
  'official',
  'oversight',
  'inspector',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const UNIT_KINDS = [
  'leadership',
  'office',
  'one-stop',
  'specialised',
  'police',
  'front',
  'community',
  'authority',
] as const;
/**
 * What a unit is: lãnh đạo, văn phòng, một cửa, chuyên môn, công an, Mặt trận và đoàn thể, tổ ở cơ sở, cơ quan cấp trên.
 */
export type UnitKind = (typeof UNIT_KINDS)[number];

export const POST_KINDS = [
  'chairman',
  'vice-chairman',
  'head-of-office',
  'desk-officer',
  'specialist',
  'accountant',
  'police',
  'oversight',
  'inspector',
  'auditor',
  'administrator',
] as const;
/**
 * What a post is: chủ tịch, phó chủ tịch (theo lĩnh vực), phụ trách văn phòng, một cửa, chuyên môn (theo lĩnh vực), kế toán,
 * công an, giám sát, thanh tra, kiểm toán, quản trị hệ thống.
 */
export type PostKind = (typeof POST_KINDS)[number];

/** The rights that come with a post of each kind; the event that opens a post records them. */
export const ROLES_OF: Readonly<Record<PostKind, readonly Role[]>> = {
  chairman: ['chairman'],
  'vice-chairman': ['vice-chairman'],
  'head-of-office': ['office-of-record'],
  'desk-officer': ['official'],
  specialist: ['official'],
  accountant: ['official'],
  police: ['official'],
  oversight: ['oversight'],
  inspector: ['inspector'],
  auditor: ['inspector'],
  administrator: ['admin'],
};

/** A unit (bộ phận, đơn vị); `headPostId` is the post that answers for it. */
export interface Unit {
  unitId: string;
  name: string;
  headPostId: string;
  kind?: UnitKind;
  /** The unit it is part of; absent for one directly under the office. */
  parentUnitId?: string;
}

/** A post (vị trí, chức danh); `above` is the post it answers to. An external post lies outside the office. */
export interface Post {
  postId: string;
  title: string;
  unitId: string;
  above: string | null;
  roles: readonly Role[];
  external: boolean;
  kind?: PostKind;
  /** The field it has charge of (lĩnh vực), for a vice-chairman or a specialist. */
  field?: string;
}

/** A right lent (uỷ quyền): whose, to whom, for which acts, from when to when, by which document. */
export interface Delegation {
  delegationId: string;
  from: string;
  to: string;
  /** Names of commands, codes of areas, ids of subjects; empty means all of that kind. */
  acts: string[];
  areas: string[];
  subjects: string[];
  fromDay: Day;
  toDay: Day;
  document: string;
  revoked: boolean;
}

/** What of an ended office goes where: each unit to a unit of the successor, and its head post. */
export interface UnitHeir {
  unitId: string;
  heirUnitId: string;
  heirPostId: string;
}

export type OfficeEvent =
  | { type: 'OfficeOpened'; data: { name: string; superior: string; agencyCode?: string } }
  | { type: 'UnitOpened'; data: Unit }
  | { type: 'PostOpened'; data: Post }
  | {
      type: 'PersonAppointed';
      data: { postId: string; personId: string; fromDay?: Day; toDay?: Day; document?: string };
    }
  | { type: 'PostVacated'; data: { postId: string; personId: string; reason: string } }
  | {
      type: 'SubstituteNamed';
      data: { postId: string; personId: string; fromDay: Day; toDay: Day; document: string };
    }
  | { type: 'SubstituteEnded'; data: { postId: string; personId: string; reason: string } }
  | { type: 'PostEnded'; data: { postId: string; successorPostId: string; document: string } }
  | {
      type: 'UnitEnded';
      data: { unitId: string; successorUnitId: string; successorPostId: string; document: string };
    }
  | {
      type: 'UnitSplit';
      data: { unitId: string; part: Unit; postIds: string[]; subjects: string[]; document: string };
    }
  | { type: 'DelegationGiven'; data: Omit<Delegation, 'revoked'> }
  | { type: 'DelegationRevoked'; data: { delegationId: string; reason: string } }
  | { type: 'AccountOpened'; data: { personId: string } }
  | { type: 'AccountEnded'; data: { personId: string; reason: string } }
  | { type: 'IdentityLinked'; data: { personId: string; issuer: string } }
  | {
      type: 'ApiTokenIssued';
      data: { tokenId: string; personId: string; name: string; scopes: string[]; expiresAt: string };
    }
  | { type: 'ApiTokenRevoked'; data: { tokenId: string; reason: string } }
  | { type: 'AuthorityNamed'; data: { authority: string; document: string } }
  | { type: 'AuthorityEnded'; data: { authority: string; document: string } }
  | {
      type: 'OfficeEnded';
      data: {
        successor: string;
        successorName: string;
        /** The key under which the successor's ledger is sealed, where it has begun: the trail goes on there. */
        successorLedger: string | null;
        document: string;
        heirs: UnitHeir[];
        /** Since when the successor had agreed to it; absent in events from before it was asked. */
        agreedOn?: Day;
      };
    }
  /** The successor's side, before anything ends. */
  | { type: 'TakeOverAgreed'; data: { office: string; document: string } }
  | {
      type: 'OfficeReceived';
      data: { office: string; name: string; endedBy: string; document: string };
    }
  /** No days off are known of a year that has begun or begins within 90 days. */
  | { type: 'CalendarMissed'; data: { year: number } }
  | {
      type: 'PredecessorSealed';
      data: { office: string; size: number; key: string; checkpoint: string };
    };
