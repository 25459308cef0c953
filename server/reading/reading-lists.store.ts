import type { ColumnMeaning } from '#domain/reading/column-meanings.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

/** Lists by their headings → what a unit said their columns mean. */
export async function rememberedColumns(
  command: CommandContext,
  unitId: string,
  headings: readonly string[],
): Promise<ReadonlyMap<string, readonly ColumnMeaning[]>> {
  if (headings.length === 0) return new Map();
  const rows = await command.db
    .selectFrom('list_columns')
    .select(['headings', 'columns'])
    .where('unit_id', '=', unitId)
    .where('headings', 'in', [...headings])
    .execute();
  return new Map(rows.map((row) => [row.headings, row.columns as unknown as ColumnMeaning[]]));
}

export async function rememberColumns(
  command: CommandContext,
  at: { unitId: string; headings: string },
  columns: readonly ColumnMeaning[],
): Promise<void> {
  const said = {
    columns: JSON.stringify(columns),
    set_by: command.caller.accountId,
    set_at: command.now,
  };
  await command.db
    .insertInto('list_columns')
    .values({ unit_id: at.unitId, headings: at.headings, ...said })
    .onConflict((conflict) => conflict.columns(['unit_id', 'headings']).doUpdateSet(said))
    .execute();
}
