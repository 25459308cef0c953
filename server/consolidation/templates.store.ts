import type { CheckedPlaceholder } from '#domain/reports/consolidated-placeholders.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';

/** Whoever adds a version of the same template at the same time waits for the one before. */
export async function lockFamily(command: CommandContext, familyId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${familyId}, 17))`.execute(command.db);
}

export async function insertTemplate(
  command: CommandContext,
  given: {
    id: string;
    ownerUnitId: string;
    name: string;
    formId: string | null;
    fileId: string;
    familyId: string;
    revision: number;
    placeholders: readonly CheckedPlaceholder[];
  },
): Promise<void> {
  await command.db
    .insertInto('paper_template')
    .values({
      id: given.id,
      owner_unit_id: given.ownerUnitId,
      name: given.name,
      form_id: given.formId,
      file_id: given.fileId,
      family_id: given.familyId,
      revision: given.revision,
      placeholders: JSON.stringify(given.placeholders),
      added_by: command.caller.accountId,
      added_at: command.now,
    })
    .execute();
}

/** All versions of a template are offered no longer. */
export async function retireFamily(command: CommandContext, familyId: string): Promise<void> {
  await command.db
    .updateTable('paper_template')
    .set({ retired_at: command.now })
    .where('family_id', '=', familyId)
    .where('retired_at', 'is', null)
    .execute();
}
