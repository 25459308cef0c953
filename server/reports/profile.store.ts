import type { CommandContext } from '#server/platform/commands/context.ts';

export interface ProfileYear {
  readonly unitId: string;
  readonly year: number;
  /** The one that was read; 0 where there was none. */
  readonly version: number;
  readonly source: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** Saves over the version that was read; null where somebody saved in between. */
export async function saveYear(command: CommandContext, given: ProfileYear): Promise<number | null> {
  const said = {
    facts: JSON.stringify(given.facts),
    source: given.source,
    updated_by: command.caller.accountId,
    updated_at: command.now,
  };
  if (given.version === 0) {
    const begun = await command.db
      .insertInto('unit_profile')
      .values({ unit_id: given.unitId, year: given.year, ...said })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst();
    return begun?.version ?? null;
  }
  const row = await command.db
    .updateTable('unit_profile')
    .set((set) => ({ ...said, version: set('version', '+', 1) }))
    .where('unit_id', '=', given.unitId)
    .where('year', '=', given.year)
    .where('version', '=', given.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}
