import { useApiCommand } from '../platform/api-hooks.ts';
import { replaceSession } from '../platform/session.ts';

/** Signs in and takes over the session that comes back. */
export function useSignIn(onSignedIn?: () => void) {
  return useApiCommand('POST /api/session', {
    onSuccess: (session) => {
      replaceSession(session);
      onSignedIn?.();
    },
    invalidates: [],
  });
}
