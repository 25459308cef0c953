import { useApiQuery } from '../api-hooks.ts';

/** How many things wait for this person, beside "Việc của tôi"; the home screen reads the same answer. */
export function useWorkCount(): number {
  const home = useApiQuery('GET /api/home', {}, { staleTime: 60_000 });
  return (home.data?.owed.length ?? 0) + (home.data?.waiting.length ?? 0);
}
