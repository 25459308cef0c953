import type { ApiKey } from '#contract/api.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { accountForSignIn, passwordHashOf, setPassword } from './accounts.store.ts';
import { deviceWords } from './device-words.ts';
import {
  askSecondFactorEverywhere,
  forgetDevice,
  knownDevice,
  rememberDevice,
} from './known-devices.store.ts';
import { type BrakeSubject, wrongTriesOfKnownDevice } from './lock-out.ts';
import { tryWasRight } from './lock-out.store.ts';
import { hashPassword, passwordMatches, pretendToCheck, refuseWeakPassword } from './password.ts';
import { secondFactorOf, takeCode } from './second-factor.store.ts';
import { secretHash } from './secrets.ts';
import {
  beginSession,
  endSession,
  endSessionsOf,
  rotateSession,
  type SignInMethod,
} from './sessions.store.ts';
import { auditSignIn } from './sign-in-audit.store.ts';
import { challengeOf, closeChallenge, closeChallengesOf, openChallenge } from './sign-in-challenge.store.ts';
import { braked, decide, type OwnContext, type SignInContext } from './sign-in-context.ts';

/** A browser that has passed the second step need not pass it again for so long, where its person says so. */
const daysRemembered = 30;

/** Checks a name and password; the message never says which of the two was wrong, nor does the time it takes. */
export async function signInByPassword(
  context: SignInContext,
  given: { username: string; password: string },
): Promise<void> {
  const { db, cookies, client } = context;
  const { username } = given;
  const account = await accountForSignIn(db, username);
  const device = await knownDevice(db, cookies.get('device'), { username });
  const subjects: BrakeSubject[] = device
    ? [`device:${device.id}`]
    : [`name:${secretHash(username.toLowerCase())}`, `address:${client.address}`];
  const attempt = { name: 'POST /api/session', accountId: account?.id ?? null, subjects } as const;
  const { refuse, failed } = await braked(context, attempt);
  const right = account?.passwordHash
    ? await passwordMatches(account.passwordHash, given.password)
    : await pretendToCheck(given.password);
  if (!account || !right) {
    if (device && failed >= wrongTriesOfKnownDevice) await forgetDevice(db, device.id);
    throw await refuse('sign_in_failed');
  }
  await tryWasRight(db, subjects);
  await enter(context, { accountId: account.id, method: 'password', secondFactorPassed: false });
}

/**
 * Lets somebody in who has passed the first step: into a session, or to the second step. The session before ends
 * either way, and the secret is new: nobody can slip a session of theirs to somebody else.
 */
export async function enter(
  context: SignInContext,
  who: { accountId: string; method: SignInMethod; secondFactorPassed: boolean },
): Promise<void> {
  const { db, now, cookies, caller } = context;
  if (caller) await endSession(db, caller.sessionHash);
  const asked =
    !who.secondFactorPassed && (await secondFactorOf(db, who.accountId)).since !== null
      ? !(await isRemembered(context, who.accountId))
      : false;
  if (asked) cookies.set('session', await openChallenge(db, { ...who, now }));
  else await beginSessionHere(context, { ...who, name: entrances[who.method], secondFactorUntil: null });
}

async function isRemembered({ db, cookies, now }: SignInContext, accountId: string): Promise<boolean> {
  const device = await knownDevice(db, cookies.get('device'), { accountId });
  return device !== null && device.secondFactorUntil !== null && device.secondFactorUntil > now;
}

/** Under which name a way in stands in the audit trail. */
const entrances = {
  password: 'POST /api/session',
  invitation: 'POST /api/session',
  service: 'POST /api/sign-in-service/return',
} as const satisfies Record<SignInMethod, ApiKey>;

interface Beginning {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly name: ApiKey;
  readonly secondFactorUntil: string | null;
}

async function beginSessionHere(context: SignInContext, begin: Beginning): Promise<void> {
  const { db, now, cookies, client } = context;
  const { accountId, method } = begin;
  const device = await rememberDevice(db, cookies.get('device'), { ...begin, now });
  const from = { device: deviceWords(client.agent), knownDeviceId: device.id, method };
  const { secret } = await beginSession(db, accountId, now, from);
  cookies.set('session', secret);
  cookies.set('device', device.secret);
  await auditSignIn(db, { at: now, endpoint: begin.name, accountId });
}

export async function passSecondStep(
  context: SignInContext,
  given: { code: string; rememberDevice: boolean },
): Promise<void> {
  const { db, now, cookies } = context;
  const name = 'POST /api/session/second-step' as const;
  const secret = cookies.get('session');
  const challenge = await challengeOf(db, secret, now);
  if (secret === null || challenge === null) throw new Problem('second_step_over');
  const { accountId, method } = challenge;
  const device = await knownDevice(db, cookies.get('device'), { accountId });
  const subjects: BrakeSubject[] = [`code:${device?.id ?? accountId}`];
  const { refuse } = await braked(context, { name, accountId, subjects });
  const taken = await takeCode(db, accountId, { code: given.code, now });
  if (taken === null) throw await refuse('second_step_wrong');
  if (!(await closeChallenge(db, secret))) throw new Problem('second_step_over');
  await tryWasRight(db, subjects);
  const until = new Date(Date.parse(now) + daysRemembered * 86_400_000).toISOString();
  await beginSessionHere(context, {
    accountId,
    method,
    name,
    secondFactorUntil: given.rememberDevice ? until : null,
  });
}

export async function leaveSecondStep({ db, cookies, caller }: SignInContext): Promise<void> {
  const secret = cookies.get('session');
  if (caller !== null || secret === null) return;
  await closeChallenge(db, secret);
  cookies.clear('session');
}

/** Whether the password given is the caller's own; slowed down like a sign-in, for an unlocked computer has guests. */
export async function confirmOwnPassword(
  context: OwnContext,
  asked: { name: ApiKey; password: string },
): Promise<void> {
  const { db, caller } = context;
  const subjects: BrakeSubject[] = [`own:${caller.accountId}`];
  const { refuse } = await braked(context, { name: asked.name, accountId: caller.accountId, subjects });
  const hash = await passwordHashOf(db, caller.accountId);
  if (hash === null || !(await passwordMatches(hash, asked.password))) {
    const problem = await refuse('password_wrong');
    throw new Problem(problem.code, {}, [
      { path: 'currentPassword', message: 'Mật khẩu hiện tại không đúng' },
    ]);
  }
  await tryWasRight(db, subjects);
}

export async function changeOwnPassword(
  context: OwnContext,
  given: { currentPassword: string; newPassword: string },
): Promise<{ id: string }> {
  const { caller, cookies } = context;
  const name = 'POST /api/session/password';
  await confirmOwnPassword(context, { name, password: given.currentPassword });
  refuseWeakPassword(given.newPassword, caller.username, 'newPassword');
  const hash = await hashPassword(given.newPassword);
  const { secret } = await decide(context, { name, subjectId: caller.accountId }, async (command) => {
    const { db } = command;
    await setPassword(db, caller.accountId, { hash, mustChange: false });
    await endSessionsOf(db, caller.accountId, caller.sessionHash);
    await closeChallengesOf(db, caller.accountId);
    await askSecondFactorEverywhere(db, caller.accountId);
    await command.record({ subjectType: 'account', subjectId: caller.accountId, action: 'change_password' });
    return rotateSession(db, caller.sessionHash);
  });
  cookies.set('session', secret);
  return { id: caller.accountId };
}
