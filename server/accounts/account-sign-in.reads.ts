import { Problem } from '#domain/kernel/problem.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { SignInSettings } from '#server/platform/sign-in-settings.ts';
import { managedAccount } from './accounts.reads.ts';
import { invitationByToken } from './invitations.store.ts';
import { secondFactorOf } from './second-factor.store.ts';

/** How an account signs in, for those who administer it. */
export async function describeSignIn(read: ReadContext & { readonly signIn: SignInSettings }, id: string) {
  const { db, caller, now, signIn } = read;
  const managed = await managedAccount(db, id, read.today);
  if (!managed?.everUnitIds.some((unitId) => caller.access.can('account.manage', unitId)))
    throw new Problem('not_found');
  const account = await db
    .selectFrom('account')
    .select(['password_hash', 'external_issuer', 'external_subject'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const invitation = await db
    .selectFrom('invitation')
    .select(['created_at', 'expires_at'])
    .where('account_id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  const linkedHere = signIn.service !== null && account.external_issuer === signIn.service.issuer;
  return {
    hasPassword: account.password_hash !== null,
    invitation: invitation ? { createdAt: invitation.created_at, expiresAt: invitation.expires_at } : null,
    secondFactorSince: (await secondFactorOf(db, id)).since,
    externalSubject: linkedHere ? account.external_subject : null,
    signInService: signIn.service === null ? null : { name: signIn.service.name },
  };
}

/** For whom an invitation is; whoever holds the link may know. */
export async function describeInvitation(read: Pick<ReadContext, 'db' | 'now' | 'today'>, token: string) {
  const { db, now } = read;
  const invitation = await invitationByToken(db, token, now);
  if (invitation === null) throw new Problem('invitation_over');
  const unitId = (await managedAccount(db, invitation.accountId, read.today))?.unitIds[0];
  const unit = unitId === undefined ? undefined : (await unitNames(db, [unitId])).get(unitId);
  return {
    displayName: invitation.displayName,
    username: invitation.username,
    unitName: unit?.name ?? null,
    expiresAt: invitation.expiresAt,
  };
}
