import type { Day } from '#domain/kernel/day.ts';
import type { TreeName } from '#domain/organisations/trees.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

export interface MembershipRow {
  readonly id: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly parentId: string | null;
}

/** A unit's places in a tree beside the main one, oldest first. */
export async function membershipsIn(
  command: CommandContext,
  unitId: string,
  tree: TreeName,
): Promise<MembershipRow[]> {
  const rows = await command.db
    .selectFrom('unit_membership')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('tree', '=', tree)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    parentId: row.parent_id,
  }));
}

/** From the day on the unit stands under another parent in the tree; what was before ends there. */
export async function writeMembership(
  command: CommandContext,
  unitId: string,
  next: { tree: TreeName; on: Day; parentId: string | null; current: MembershipRow | null },
): Promise<void> {
  await endMembership(command, next.current, next.on);
  await command.db
    .insertInto('unit_membership')
    .values({
      id: command.newId(),
      tree: next.tree,
      unit_id: unitId,
      parent_id: next.parentId,
      valid_from: next.on,
    })
    .execute();
}

/** The first day without the place; one that began that very day never was. */
export async function endMembership(
  command: CommandContext,
  current: MembershipRow | null,
  on: Day,
): Promise<void> {
  if (!current) return;
  if (current.validFrom === on)
    await command.db.deleteFrom('unit_membership').where('id', '=', current.id).execute();
  else
    await command.db
      .updateTable('unit_membership')
      .set({ valid_to: on })
      .where('id', '=', current.id)
      .execute();
}
