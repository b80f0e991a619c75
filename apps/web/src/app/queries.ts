import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem';

const TRIES = 3;

/** What the service refused is not asked again; what failed on the way is. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => !isProblem(error) && failures < TRIES,
      refetchOnWindowFocus: false,
    },
    mutations: { retry: (failures, error) => !isProblem(error) && failures < TRIES },
  },
});
