import { sessionApi } from '#contract/session.ts';

import { routes } from '#server/platform/http/routes.ts';
import { setUp } from '#server/processes/set-up.ts';
import { setTextSize } from './accounts.store.ts';
import { signOut } from './oidc.commands.ts';
import { changeOwnPassword, signInByPassword } from './session.commands.ts';
import { describeSession, sessionNow } from './session.reads.ts';

export const sessionRoutes = routes(sessionApi, {
  'GET /api/session': (input) => describeSession(input),
  'POST /api/session': async ({ body, ...input }) => {
    await signInByPassword(input, body);
    return sessionNow(input);
  },
  'DELETE /api/session': async (input) => {
    const onwards = await signOut(input);
    return { ...(await sessionNow(input)), onwards };
  },
  'POST /api/session/password': ({ body, ...input }) => changeOwnPassword(input, body),
  'PUT /api/session/preferences': async ({ body, db, caller }) => {
    await setTextSize(db, caller.accountId, body.textSize);
    return { id: caller.accountId };
  },
  'POST /api/setup': ({ body, ...command }) => setUp(command, body),
});
