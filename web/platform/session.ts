import { useQuery } from '@tanstack/react-query';
import { type ApiResponse, request } from './api-client.ts';
import { queryClient } from './api-hooks.ts';
import { rememberCsrfToken } from './http.ts';
import { type ClientProblem, toProblem } from './problem-error.ts';
import { armSignedOutDialog, waitForSignIn } from './signed-out.ts';
import { applyTextSize } from './text-size.ts';

export type Session = ApiResponse<'GET /api/session'>;

const SESSION = 'GET /api/session' as const;
const SESSION_KEY = [SESSION, {}] as const;

/** The session the screens stand on: it outlives the server's until one signs in again or leaves. */
let held: Session | null = null;

/** Everything that must follow the session when it changes, in one place. */
function adopt(session: Session): Session {
  const other = held?.account?.id !== session.account?.id;
  held = session;
  rememberCsrfToken(session.csrfToken ?? '');
  armSignedOutDialog(session.account !== null);
  applyTextSize(session.preferences.textSize);
  if (other) queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION });
  return session;
}

/** A session that ran out does not take the page away with what is typed on it: the dialog asks again. */
async function readSession(): Promise<Session> {
  const session = await request(SESSION, {});
  if (session.account !== null || held === null || held.account === null) return adopt(session);
  rememberCsrfToken(session.csrfToken ?? '');
  void waitForSignIn();
  return held;
}

/** Takes over a session that the server answered with; what another person had read goes away. */
export function replaceSession(session: Session): void {
  queryClient.setQueryData(SESSION_KEY, adopt(session));
}

/** Reads the session anew, e.g. after a preference or the password was changed. */
export async function reloadSession(): Promise<void> {
  queryClient.setQueryData(SESSION_KEY, await readSession());
}

export function useSessionQuery() {
  const result = useQuery({ queryKey: SESSION_KEY, queryFn: readSession, staleTime: 5 * 60_000 });
  const problem: ClientProblem | null = result.error ? toProblem(result.error) : null;
  return { data: result.data, problem, reload: result.refetch };
}

/** The session of the person at the screen. Pages only stand where it has been read. */
export function useSession(): Session {
  const { data } = useSessionQuery();
  if (data === undefined) throw new Error('useSession is used before the session was read');
  return data;
}

/** Whether the person holds the permission (or one of several) anywhere; the server decides about each record. */
export function usePermission(...anyOf: readonly string[]): boolean {
  const { permissions } = useSession();
  return anyOf.some((wanted) => permissions.some((held) => held === wanted));
}
