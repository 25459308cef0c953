import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ApiArgs, type ApiKey, type ApiResponse, request } from './api-client.ts';
import { newCommandId } from './command-id.ts';
import { notifyProblem } from './notify.ts';
import { type ClientProblem, ProblemError, toProblem } from './problem-error.ts';

/** Answers that trying again cannot change are not tried again. */
function worthRetrying(failures: number, error: unknown): boolean {
  const status = toProblem(error).status;
  return failures < 2 && (status === 0 || status >= 502);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

interface QueryOptions {
  readonly enabled?: boolean;
  /** Keeps the last page on screen while the next one loads (lists). */
  readonly keepPrevious?: boolean;
  readonly staleTime?: number;
  readonly refetchInterval?: number;
}

/** Reads one GET endpoint. Cached under [key, args]; `problem` is ready to be shown. */
export function useApiQuery<K extends ApiKey>(key: K, args: ApiArgs<K>, options: QueryOptions = {}) {
  const result = useQuery({
    queryKey: [key, args],
    queryFn: ({ signal }): Promise<unknown> => request(key, args, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
    ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
    ...(options.refetchInterval !== undefined && { refetchInterval: options.refetchInterval }),
  });
  const problem: ClientProblem | null = result.error ? toProblem(result.error) : null;
  // The cache keeps unknowns; the key says which endpoint filled this place.
  const data = result.data as ApiResponse<K> | undefined;
  return {
    data,
    loading: result.isPending,
    refreshing: result.isFetching,
    /** Read since this page was opened, not only kept from an earlier visit. */
    fetchedHere: result.isFetchedAfterMount,
    problem,
    reload: result.refetch,
  };
}

/** Forgets what was read from these endpoints, so that it is read again; without keys, everything. */
export async function invalidateApi(client: QueryClient, keys?: readonly ApiKey[]): Promise<void> {
  if (keys === undefined) await client.invalidateQueries();
  else await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

interface CommandOptions<K extends ApiKey> {
  readonly onSuccess?: (response: ApiResponse<K>, args: ApiArgs<K>) => void | Promise<void>;
  /** Reads that this command makes stale. Left out: all of them, which is right unless a page is heavy. */
  readonly invalidates?: readonly ApiKey[];
  /** `notice` also shows the refusal as a notification; `here` leaves it to the caller's ProblemAlert. */
  readonly problems?: 'notice' | 'here';
}

interface Intent {
  readonly fingerprint: string;
  readonly commandId: string;
}

/**
 * Sends one command. One command id an intent: pressing again after a lost connection repeats the same
 * command, so that it is never done twice; changing what is sent, or succeeding, begins a new one.
 */
export function useApiCommand<K extends ApiKey>(key: K, options: CommandOptions<K> = {}) {
  const client = useQueryClient();
  const intent = useRef<Intent | null>(null);
  const mutation = useMutation<ApiResponse<K>, ProblemError, ApiArgs<K>>({
    mutationFn: (args) => {
      const fingerprint = JSON.stringify(args);
      if (intent.current?.fingerprint !== fingerprint) {
        intent.current = { fingerprint, commandId: newCommandId() };
      }
      return request(key, args, { commandId: intent.current.commandId });
    },
    onSuccess: async (response, args) => {
      intent.current = null;
      await options.onSuccess?.(response, args);
      void invalidateApi(client, options.invalidates);
    },
    onError: (error) => {
      const problem = toProblem(error);
      const answered = problem.status >= 400 && problem.status < 500;
      if (answered) intent.current = null;
      if (options.problems === 'notice') notifyProblem(problem);
    },
  });
  return {
    /** Sends it; never throws: look at `problem`, or use `send` to await the answer. */
    run: (args: ApiArgs<K>): void => mutation.mutate(args),
    send: (args: ApiArgs<K>): Promise<ApiResponse<K>> => mutation.mutateAsync(args),
    pending: mutation.isPending,
    problem: mutation.error ? toProblem(mutation.error) : null,
    reset: mutation.reset,
  };
}
