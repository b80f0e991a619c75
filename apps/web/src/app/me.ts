import type { Me } from '#client';
import { sessionMeOptions } from '#client/queries';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMayBeSignedIn } from './session-state';

/** Who is signed in, where somebody may be: asked for once, and again when the office changes. */
export const useMaybeMe = () =>
  useQuery({ ...sessionMeOptions(), staleTime: Infinity, retry: false, enabled: useMayBeSignedIn() });

export const useMe = (): Me => useSuspenseQuery({ ...sessionMeOptions(), staleTime: Infinity }).data;
