import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { SignInService, SignInSettings } from '#server/platform/sign-in-settings.ts';
import { accountWholly } from './accounts.commands.ts';
import { departureTo, type Identity, identityFrom, signOutAddress } from './oidc.ts';
import {
  accountOfEmail,
  accountOfSubject,
  beginJourney,
  endJourney,
  linkIdentity,
  sessionCameByService,
} from './oidc.store.ts';
import { enter } from './session.commands.ts';
import { endSession } from './sessions.store.ts';
import { auditSignIn } from './sign-in-audit.store.ts';
import type { OwnContext, SignInContext } from './sign-in-context.ts';

const returning = 'POST /api/sign-in-service/return' as const;

function serviceOf(signIn: SignInSettings): SignInService {
  if (signIn.service === null) throw new Problem('sign_in_service_off');
  return signIn.service;
}

/** Begins a journey to the office's sign-in service. */
export async function departForService(
  context: SignInContext,
  returnTo: string,
): Promise<{ address: string }> {
  const { address, checks } = await departureTo(serviceOf(context.signIn));
  const journey = { ...checks, returnTo: ownPage(returnTo) };
  context.cookies.set('journey', await beginJourney(context.db, journey, context.now));
  return { address };
}

/** Comes back from the service: whoever it names gets in, if an account here is theirs. No account is ever made. */
export async function returnFromService(context: SignInContext, answer: string): Promise<string> {
  const { db, now, cookies, signIn } = context;
  const service = serviceOf(signIn);
  const state = new URLSearchParams(answer).get('state');
  const browser = cookies.get('journey');
  cookies.clear('journey');
  const journey = state !== null && browser !== null ? await endJourney(db, { state, browser, now }) : null;
  if (journey === null) throw await refused(context, 'sign_in_service_refused');
  const identity = await identityFrom(service, answer, journey).catch(async (problem: unknown) => {
    throw problem instanceof Problem && problem.code === 'sign_in_service_refused'
      ? await refused(context, problem.code)
      : problem;
  });
  const accountId = await accountOf(context, service, identity);
  if (accountId === null) throw await refused(context, 'sign_in_service_unlinked');
  await enter(context, { accountId, method: 'service', secondFactorPassed: identity.strong });
  return journey.returnTo;
}

async function accountOf(
  { db }: SignInContext,
  service: SignInService,
  identity: Identity,
): Promise<string | null> {
  const linked = await accountOfSubject(db, { issuer: service.issuer, subject: identity.subject });
  if (linked !== null || service.match === 'linked' || identity.email === null) return linked;
  return accountOfEmail(db, identity.email);
}

async function refused(
  { db, now }: SignInContext,
  code: 'sign_in_service_refused' | 'sign_in_service_unlinked',
): Promise<Problem> {
  await auditSignIn(db, { at: now, endpoint: returning, accountId: null, problem: code });
  return new Problem(code);
}

/** Only a page of ours: an address elsewhere would make our sign-in page lead people astray. */
function ownPage(asked: string): string {
  return /^\/(?![/\\])[^\\\s]*$/.test(asked) ? asked : '/';
}

/** Ends the session here; returns where to end it at the service too. */
export async function signOut(context: OwnContext): Promise<string | null> {
  const { db, now, caller, cookies, signIn } = context;
  const byService = await sessionCameByService(db, caller.sessionHash);
  await endSession(db, caller.sessionHash);
  cookies.clear('session');
  await auditSignIn(db, { at: now, endpoint: 'DELETE /api/session', accountId: caller.accountId });
  return byService && signIn.service !== null ? signOutAddress(signIn.service) : null;
}

/** Says who an account is at the service. */
export async function setExternalSubject(
  command: CommandContext & { readonly signIn: SignInSettings },
  accountId: string,
  subject: string,
): Promise<{ id: string }> {
  const account = await accountWholly(command, accountId);
  const service = serviceOf(command.signIn);
  if (accountId === command.caller.accountId)
    throw new Problem('action_blocked', {
      action: 'gắn danh tính',
      reason: 'đây là tài khoản của chính bạn',
      mend: 'Đề nghị một quản trị khác gắn danh tính cho bạn.',
    });
  const identity = subject === '' ? null : { issuer: service.issuer, subject };
  if (!(await linkIdentity(command.db, accountId, identity)))
    throw new Problem('external_subject_taken', {}, [
      { path: 'subject', message: 'Đã gắn với tài khoản khác' },
    ]);
  await command.record({
    subjectType: 'account',
    subjectId: accountId,
    unitId: account.unitIds[0] ?? null,
    action: identity === null ? 'unlink_identity' : 'link_identity',
  });
  return { id: accountId };
}
