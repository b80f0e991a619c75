import type { Post, Unit } from '#client';

/** What a unit is, as the service knows it. */
export const UNIT_KINDS = [
  'specialised',
  'office',
  'one-stop',
  'leadership',
  'police',
  'front',
  'community',
  'authority',
] as const satisfies readonly NonNullable<Unit['kind']>[];

/** What a post is, as the service knows it: its rights come with it. */
export const POST_KINDS = [
  'specialist',
  'desk-officer',
  'accountant',
  'head-of-office',
  'chairman',
  'vice-chairman',
  'police',
  'oversight',
  'inspector',
  'auditor',
  'administrator',
] as const satisfies readonly NonNullable<Post['kind']>[];
