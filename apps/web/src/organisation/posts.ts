import type { Post } from '#client';
import { organisationShowOptions } from '#client/queries';
import { useQuery } from '@tanstack/react-query';

const SELDOM_CHANGED_MS = 10 * 60_000;

/** The posts of the office, with who acts in each. */
export const usePosts = (): readonly Post[] =>
  useQuery({ ...organisationShowOptions(), staleTime: SELDOM_CHANGED_MS }).data?.posts ?? [];

/** Who acts in a post now: its substitute before its holder. */
export const actingIn = ({ substitute, holder }: Post): string | null =>
  substitute?.name ?? holder?.name ?? null;

/** The name of an official, by the posts of the office. */
export const nameIn = (posts: readonly Post[], personId: string | null): string | null =>
  posts
    .flatMap(({ holder, substitute }) => [holder, substitute])
    .find((person) => person?.personId === personId)?.name ?? null;
