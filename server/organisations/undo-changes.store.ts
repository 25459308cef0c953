import { sql } from 'kysely';
import type { Day } from '#domain/kernel/day.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { OrganisationEffects } from './apply-changes.store.ts';
import { undoMemberships } from './follow-in-other-trees.store.ts';
import { refreshPlaces } from './places.store.ts';

/** Puts the organisation back to what it was before an act. Whether that may be was asked before. */
export async function undoChanges(
  command: CommandContext,
  act: { readonly id: string; readonly on: Day; readonly effects: OrganisationEffects },
): Promise<void> {
  const { db } = command;
  const { effects } = act;
  const remove = (table: 'unit_heir' | 'unit_succession') =>
    db.deleteFrom(table).where('reorganisation_id', '=', act.id).execute();
  await remove('unit_heir');
  await remove('unit_succession');
  await undoMemberships(command, effects.memberships);
  for (const one of effects.mended)
    await db.updateTable('unit_version').set(one.before).where('id', '=', one.versionId).execute();
  const dropped = effects.changed.map((one) => one.versionId);
  await db
    .deleteFrom('unit_version')
    .where(sql<boolean>`id = any(${dropped}::uuid[]) or unit_id = any(${[...effects.founded]}::uuid[])`)
    .execute();
  // What ended on the day before a dropped version began stays ended: the dropped one comes back.
  const dropping = new Set(effects.dropped.map((version) => version.unit_id));
  const reopening = effects.ended.filter((unitId) => !dropping.has(unitId));
  if (effects.dropped.length > 0)
    await db
      .insertInto('unit_version')
      .values([...effects.dropped])
      .execute();
  const reopened = effects.changed.map((one) => one.endedId);
  await db
    .updateTable('unit_version')
    .set({ valid_to: null })
    .where(
      sql<boolean>`id = any(${reopened}::uuid[]) or (unit_id = any(${reopening}::uuid[]) and valid_to = ${act.on})`,
    )
    .execute();
  await db
    .updateTable('unit')
    .set({ dissolved_on: null })
    .where(sql<boolean>`id = any(${[...effects.ended]}::uuid[])`)
    .execute();
  const founded = sql<boolean>`unit_id = any(${[...effects.founded]}::uuid[])`;
  await db.deleteFrom('unit_place').where(founded).execute();
  await db.deleteFrom('reorganisation_unit').where(founded).execute();
  await refreshPlaces(db, {
    unitIds: [
      ...effects.ended,
      ...effects.changed.map((one) => one.unitId),
      ...(await unitsOf(command, effects)),
      ...effects.memberships.unitIds.filter((unitId) => !effects.founded.includes(unitId)),
    ],
    from: act.on,
  });
  await db
    .deleteFrom('unit')
    .where(sql<boolean>`id = any(${[...effects.founded]}::uuid[])`)
    .execute();
}

async function unitsOf(command: CommandContext, effects: OrganisationEffects): Promise<string[]> {
  const rows = await command.db
    .selectFrom('unit_version')
    .select('unit_id')
    .where(sql<boolean>`id = any(${effects.mended.map((one) => one.versionId)}::uuid[])`)
    .execute();
  return rows.map((row) => row.unit_id);
}
