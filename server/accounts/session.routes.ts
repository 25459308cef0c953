import { sessionApi } from '#contract/session.ts';

import { routes } from '#server/platform/http/routes.ts';
import { setUp } from '#server/processes/set-up.ts';
import { setTextSize } from './accounts.store.ts';
import { changeOwnPassword, signIn } from './session.commands.ts';
import { describeSession } from './session.reads.ts';
import { endSession, identify } from './sessions.store.ts';

export const sessionRoutes = routes(sessionApi, {
  'GET /api/session': (input) => describeSession(input),
  'POST /api/session': async ({ body, cookie, ...input }) => {
    const { secret } = await signIn(input.db, { ...body, now: input.now });
    if (input.caller) await endSession(input.db, input.caller.sessionHash);
    cookie.set(secret);
    return describeSession({ ...input, caller: await identify({ ...input, secret }) });
  },
  'DELETE /api/session': async ({ cookie, caller, ...input }) => {
    await endSession(input.db, caller.sessionHash);
    cookie.clear();
    return describeSession({ ...input, caller: null });
  },
  'POST /api/session/password': ({ body, ...command }) => changeOwnPassword(command, body),
  'PUT /api/session/preferences': async ({ body, db, caller }) => {
    await setTextSize(db, caller.accountId, body.textSize);
    return { id: caller.accountId };
  },
  'POST /api/setup': ({ body, ...command }) => setUp(command, body),
});
