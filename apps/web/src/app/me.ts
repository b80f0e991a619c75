import type { Me } from '#client';
import { sessionMeOptions } from '#client/queries';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMayBeSignedIn } from './session-state';

/** Who is signed in, where somebody may be: asked for once, and again when the office changes. */
export const useMaybeMe = () =>
  useQuery({ ...sessionMeOptions(), staleTime: Infinity, retry: false, enabled: useMayBeSignedIn() });

export const useMe = (): Me => useSuspenseQuery({ ...sessionMeOptions(), staleTime: Infinity }).data;

const OFFICIALS = ['chairman', 'vice-chairman', 'office-of-record', 'official'];

/** Whether somebody settles people's matters, and doesn't only look on or keep the service. */
export const isOfficial = ({ posts }: Me): boolean =>
  posts.some(({ roles }) => roles.some((role) => OFFICIALS.includes(role)));
