import type { CommandContext } from '#server/platform/commands/context.ts';

export async function insertAppraisalNote(
  command: CommandContext,
  practiceId: string,
  note: { kind: 'field_check' | 'desk'; onDate: string; text: string },
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('appraisal_note')
    .values({
      id,
      practice_id: practiceId,
      kind: note.kind,
      on_date: note.onDate,
      text: note.text,
      account_id: command.caller.accountId,
      at: command.now,
    })
    .execute();
  return id;
}
