import type { ContributionKind, ContributionSource, SelfCheckStatus } from '#domain/practices/progress.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';

export async function insertProgress(
  command: CommandContext,
  practiceId: string,
  entry: { onDate: string; text: string; participants: number | null },
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('progress_entry')
    .values({
      id,
      practice_id: practiceId,
      on_date: entry.onDate,
      text: entry.text,
      participants: entry.participants,
      account_id: command.caller.accountId,
      at: command.now,
    })
    .execute();
  return id;
}

/** Something was heard of the practice: the count of silent days begins anew. */
export async function noteSignOfLife(command: CommandContext, practiceId: string): Promise<void> {
  await command.db
    .updateTable('practice')
    .set({ last_sign_of_life_at: command.now, updated_at: command.now })
    .where('id', '=', practiceId)
    .execute();
}

export async function insertContribution(
  command: CommandContext,
  practiceId: string,
  one: {
    kind: ContributionKind;
    source: ContributionSource;
    amount: number;
    unit: string;
    worth: number | null;
    onDate: string;
    note: string;
  },
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('contribution')
    .values({
      id,
      practice_id: practiceId,
      kind: one.kind,
      source: one.source,
      amount: one.amount,
      unit: one.unit,
      worth: one.worth,
      on_date: one.onDate,
      note: one.note,
      account_id: command.caller.accountId,
      at: command.now,
    })
    .execute();
  return id;
}

export async function findContribution(
  db: Db,
  id: string,
): Promise<{ practiceId: string; kind: string; amount: number; unit: string } | null> {
  const row = await db
    .selectFrom('contribution')
    .select(['practice_id', 'kind', 'amount', 'unit'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { practiceId: row.practice_id, kind: row.kind, amount: row.amount, unit: row.unit } : null;
}

/** False where it was cancelled before. */
export async function cancelContributionRow(
  command: CommandContext,
  id: string,
  reason: string,
): Promise<boolean> {
  const cancelled = await command.db
    .updateTable('contribution')
    .set({ cancelled_at: command.now, cancel_reason: reason })
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return cancelled !== undefined;
}

interface Answer {
  readonly status: SelfCheckStatus;
  readonly result: string;
  readonly difficulty: string;
  readonly need: string;
}

/** Writes the answer of a self-check; `before` is what it replaces, for the history. */
export async function upsertSelfCheck(
  command: CommandContext,
  at: { practiceId: string; code: string },
  answer: Answer,
): Promise<{ id: string; before: Answer | null }> {
  const known = await command.db
    .selectFrom('self_check')
    .select(['id', 'status', 'result', 'difficulty', 'need'])
    .where('practice_id', '=', at.practiceId)
    .where('check_code', '=', at.code)
    .executeTakeFirst();
  const values = {
    status: answer.status,
    result: answer.result,
    difficulty: answer.difficulty,
    need: answer.need,
    account_id: command.caller.accountId,
    at: command.now,
  };
  if (known) {
    const { id, ...before } = known;
    await command.db.updateTable('self_check').set(values).where('id', '=', id).execute();
    return { id, before: { ...before, status: before.status as SelfCheckStatus } };
  }
  const id = command.newId();
  await command.db
    .insertInto('self_check')
    .values({ id, practice_id: at.practiceId, check_code: at.code, ...values })
    .execute();
  return { id, before: null };
}
