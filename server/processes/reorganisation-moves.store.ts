import { sql } from 'kysely';
import type { Day } from '#domain/kernel/day.ts';
import type { OrganisationChanges } from '#domain/organisations/reorganisation.ts';
import { chunks } from '#server/organisations/apply-changes.store.ts';
import type { GrantEffect, PracticeEffect } from '#server/organisations/reorganisations.store.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

/** Gives practices of a split unit to successors from a day on; where each was kept before stays known. */
export async function givePractices(
  command: CommandContext,
  given: { reorganisationId: string; on: Day; to: ReadonlyMap<string, string> },
): Promise<PracticeEffect[]> {
  if (given.to.size === 0) return [];
  const rows = await command.db
    .selectFrom('practice')
    .select(['id', 'unit_id'])
    .where(sql<boolean>`id = any(${[...given.to.keys()]}::uuid[])`)
    .forUpdate()
    .execute();
  const effects: PracticeEffect[] = [];
  for (const row of rows) {
    const toUnitId = given.to.get(row.id);
    if (toUnitId !== undefined) effects.push({ practiceId: row.id, fromUnitId: row.unit_id, toUnitId });
  }
  const again = await giveAgain(command, given.on, effects);
  const moved = effects.filter((one) => !again.has(one.practiceId));
  const ids = moved.map((one) => one.practiceId);
  await command.db
    .updateTable('practice_holding')
    .set({ valid_to: given.on })
    .where(sql<boolean>`practice_id = any(${ids}::uuid[])`)
    .where('valid_to', 'is', null)
    .execute();
  await sql`insert into practice_holding (id, practice_id, unit_id, valid_from, valid_to, reorganisation_id)
    select gen_random_uuid(), practice.id, practice.unit_id, null, ${given.on}::date, ${given.reorganisationId}::uuid
    from practice
    where practice.id = any(${ids}::uuid[])
      and not exists (select 1 from practice_holding as held where held.practice_id = practice.id)`.execute(
    command.db,
  );
  for (const some of chunks(moved))
    await command.db
      .insertInto('practice_holding')
      .values(
        some.map((one) => ({
          id: command.newId(),
          practice_id: one.practiceId,
          unit_id: one.toUnitId,
          valid_from: given.on,
          reorganisation_id: given.reorganisationId,
        })),
      )
      .execute();
  await movePractices(
    command,
    effects.map((one) => [one.practiceId, one.toUnitId]),
  );
  return effects;
}

/** What was given this very day by another act has been with nobody for a day in between: the newest giving stands. */
async function giveAgain(
  command: CommandContext,
  on: Day,
  effects: readonly PracticeEffect[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    practice_id: string;
  }>`update practice_holding as held set unit_id = given.unit_id
    from unnest(${effects.map((one) => one.practiceId)}::uuid[], ${effects.map((one) => one.toUnitId)}::uuid[]) as given(id, unit_id)
    where held.practice_id = given.id and held.valid_from = ${on}::date and held.valid_to is null
    returning held.practice_id`.execute(command.db);
  return new Set(rows.map((row) => row.practice_id));
}

async function movePractices(
  command: CommandContext,
  pairs: readonly (readonly [practiceId: string, unitId: string])[],
): Promise<void> {
  await sql`update practice set unit_id = given.unit_id
    from unnest(${pairs.map(([id]) => id)}::uuid[], ${pairs.map(([, to]) => to)}::uuid[]) as given(id, unit_id)
    where practice.id = given.id`.execute(command.db);
}

/** Puts practices back to where they were kept before an act. */
export async function takePracticesBack(
  command: CommandContext,
  act: { id: string; on: Day; practices: readonly PracticeEffect[] },
): Promise<void> {
  await command.db.deleteFrom('practice_holding').where('reorganisation_id', '=', act.id).execute();
  // Where the act gave again what another had given that day, the other's giving stands again.
  const back = act.practices.map((one) => ({ ...one, toUnitId: one.fromUnitId }));
  const again = await giveAgain(command, act.on, back);
  await command.db
    .updateTable('practice_holding')
    .set({ valid_to: null })
    .where(
      sql<boolean>`practice_id = any(${act.practices.map((one) => one.practiceId).filter((id) => !again.has(id))}::uuid[])`,
    )
    .where('valid_to', '=', act.on)
    .execute();
  await movePractices(
    command,
    act.practices.map((one) => [one.practiceId, one.fromUnitId]),
  );
}

/**
 * Whoever holds a role at a unit that ends holds it at its successors from the day on. A grant at the ended unit
 * itself works no more then, because the tree of the day does not know the unit.
 */
export async function carryGrants(
  command: CommandContext,
  changes: OrganisationChanges,
): Promise<GrantEffect[]> {
  const rows = await command.db
    .selectFrom('role_grant')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${[...changes.ended]}::uuid[])`)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', changes.on)]))
    .execute();
  const given = new Set<string>();
  const effects: GrantEffect[] = [];
  for (const row of rows)
    for (const { toUnitId } of changes.successions.filter((one) => one.fromUnitId === row.unit_id)) {
      const key = [row.account_id, row.role, toUnitId, row.covers_subtree].join(' ');
      if (given.has(key)) continue;
      given.add(key);
      const grantId = command.newId();
      await command.db
        .insertInto('role_grant')
        .values({
          id: grantId,
          account_id: row.account_id,
          role: row.role,
          unit_id: toUnitId,
          begins_on: row.begins_on > changes.on ? row.begins_on : changes.on,
          ends_on: row.ends_on,
          covers_subtree: row.covers_subtree,
          granted_by: command.caller?.accountId ?? null,
          granted_at: command.now,
        })
        .execute();
      effects.push({ grantId });
    }
  return effects;
}

/** Grants that an act gave end with it; at a unit that it founded they go with the unit. */
export async function takeGrantsBack(
  command: CommandContext,
  act: { grants: readonly GrantEffect[]; founded: readonly string[] },
): Promise<void> {
  const ids = act.grants.map((one) => one.grantId);
  await command.db
    .deleteFrom('role_grant')
    .where(sql<boolean>`id = any(${ids}::uuid[]) and unit_id = any(${[...act.founded]}::uuid[])`)
    .execute();
  await command.db
    .updateTable('role_grant')
    .set({ ended_at: command.now })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('ended_at', 'is', null)
    .execute();
}
