import { signInApi } from '#contract/sign-in.ts';
import { routes } from '#server/platform/http/routes.ts';
import { describeInvitation, describeSignIn } from './account-sign-in.reads.ts';
import { inviteToAccount, revokeInvitation, takeInvitation } from './invitations.commands.ts';
import { departForService, returnFromService, setExternalSubject } from './oidc.commands.ts';
import { endMyOtherSessions, endMySession } from './own-sessions.commands.ts';
import { listOwnSessions } from './own-sessions.reads.ts';
import {
  beginOwnSecondFactor,
  confirmOwnSecondFactor,
  removeOwnSecondFactor,
  renewOwnRecoveryCodes,
  resetSecondFactor,
} from './second-factor.commands.ts';
import { leaveSecondStep, passSecondStep } from './session.commands.ts';
import { sessionNow } from './session.reads.ts';

export const signInRoutes = routes(signInApi, {
  'POST /api/session/second-step': async ({ body, ...input }) => {
    await passSecondStep(input, body);
    return sessionNow(input);
  },
  'DELETE /api/session/second-step': async (input) => {
    await leaveSecondStep(input);
    return sessionNow(input);
  },
  'GET /api/session/sessions': (input) => listOwnSessions(input),
  'DELETE /api/session/sessions/:id': ({ params, ...command }) => endMySession(command, params.id),
  'DELETE /api/session/sessions': (command) => endMyOtherSessions(command),
  'POST /api/session/second-factor': ({ body, ...input }) => beginOwnSecondFactor(input, body),
  'POST /api/session/second-factor/confirmation': ({ body, ...input }) => confirmOwnSecondFactor(input, body),
  'POST /api/session/second-factor/recovery-codes': ({ body, ...input }) =>
    renewOwnRecoveryCodes(input, body),
  'POST /api/session/second-factor/removal': ({ body, ...input }) => removeOwnSecondFactor(input, body),
  'GET /api/invitations/:token': ({ params, ...read }) => describeInvitation(read, params.token),
  'POST /api/invitations/:token': async ({ params, body, ...input }) => {
    await takeInvitation(input, { token: params.token, password: body.password });
    return sessionNow(input);
  },
  'GET /api/accounts/:id/sign-in': ({ params, ...read }) => describeSignIn(read, params.id),
  'POST /api/accounts/:id/invitation': ({ params, ...input }) => inviteToAccount(input, params.id),
  'DELETE /api/accounts/:id/invitation': ({ params, ...command }) => revokeInvitation(command, params.id),
  'POST /api/accounts/:id/second-factor-reset': ({ params, body, ...command }) =>
    resetSecondFactor(command, params.id, body.reason),
  'PUT /api/accounts/:id/external-subject': ({ params, body, ...command }) =>
    setExternalSubject(command, params.id, body.subject),
  'POST /api/sign-in-service/departure': ({ body, ...input }) => departForService(input, body.returnTo),
  'POST /api/sign-in-service/return': async ({ body, ...input }) => {
    const returnTo = await returnFromService(input, body.answer);
    return { ...(await sessionNow(input)), returnTo };
  },
});
