import { useQueries } from '@tanstack/react-query';
import { type ApiArgs, type ApiKey, type ApiResponse, request } from './api-client.ts';
import { toProblem } from './problem-error.ts';

/** Reads one GET endpoint several times at once, e.g. the open levels of a tree. Apart from the other hooks: the first page needs none of it. */
export function useApiQueries<K extends ApiKey>(key: K, asked: readonly ApiArgs<K>[]) {
  const results = useQueries({
    queries: asked.map((args) => ({
      queryKey: [key, args],
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<unknown> => request(key, args, { signal }),
      staleTime: 60_000,
    })),
  });
  const failed = results.find((result) => result.error !== null);
  return {
    data: results.map((result) => result.data as ApiResponse<K> | undefined),
    problem: failed?.error ? toProblem(failed.error) : null,
    reload: () => void Promise.all(results.map((result) => result.refetch())),
  };
}
