import type { CommandContext } from '#server/platform/commands/context.ts';
import { endOtherSessions, endOwnSession } from './sessions.store.ts';

/** Ending a session that is over already is no fault. */
export async function endMySession(command: CommandContext, id: string): Promise<{ id: string }> {
  const { accountId } = command.caller;
  if (await endOwnSession(command.db, accountId, id))
    await command.record({ subjectType: 'account', subjectId: accountId, action: 'end_session' });
  return { id };
}

export async function endMyOtherSessions(command: CommandContext): Promise<{ ended: number }> {
  const { accountId, sessionHash } = command.caller;
  const ended = await endOtherSessions(command.db, accountId, sessionHash);
  await command.record({
    subjectType: 'account',
    subjectId: accountId,
    action: 'end_other_sessions',
    details: { ended },
  });
  return { ended };
}
