import { sql } from 'kysely';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { unitNames } from './organisations.reads.ts';
import { visibleUnits } from './units.reads.ts';

/**
 * Units by any name they ever had, accents or not, with what carries them on today: "huong tra" finds the town that
 * was dissolved and the units that follow it.
 */
export async function findByAnyName(read: ReadContext, asked: { q: string; limit: number }) {
  const folded = foldVietnamese(asked.q);
  if (folded === '') return { items: [] };
  const like = folded.replaceAll(/[%_\\]/g, '\\$&');
  const rows = await read.db
    .selectFrom('unit_version')
    .select(['unit_id', 'name', 'valid_from', 'valid_to', 'parent_id', 'kind', 'short_name'])
    .where('name_folded', 'like', `%${like}%`)
    .orderBy(sql`(name_folded = ${folded})::int`, 'desc')
    // "huong" is a word of "Hương Trà", and only a part of "phường".
    .orderBy(sql`(' ' || name_folded) like ${`% ${like}%`}`, 'desc')
    .orderBy(sql`length(name_folded)`)
    .orderBy('valid_from', 'desc')
    .limit(asked.limit * 8)
    .execute();
  const visible = visibleUnits(read, read.tree);
  const seen = rows.filter((row) => visible.has(row.unit_id)).slice(0, asked.limit);
  const heirs = await standingHeirs(
    read,
    seen.map((row) => row.unit_id),
  );
  const names = await unitNames(read.db, [
    ...seen.flatMap((row) => [row.unit_id, row.parent_id ?? row.unit_id]),
    ...[...heirs.values()].flat(),
  ]);
  return {
    items: seen.flatMap((row) => {
      const unit = names.get(row.unit_id);
      if (!unit) return [];
      return [
        {
          unit,
          name: row.name,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          parentName: row.parent_id === null ? null : (names.get(row.parent_id)?.name ?? null),
          stands: read.tree.has(row.unit_id),
          now: (heirs.get(row.unit_id) ?? []).flatMap((id) => names.get(id) ?? []),
        },
      ];
    }),
  };
}

/** Each unit → the units that carry it on today: itself while it stands, its successors' successors else. */
export async function standingHeirs(
  read: Pick<ReadContext, 'db' | 'tree'>,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ first: string; unitId: string }>`
    with recursive next(first, unit_id) as (
      select id, id from unnest(${[...new Set(unitIds)]}::uuid[]) as given(id)
      union
      select next.first, unit_succession.to_unit_id
      from next join unit_succession on unit_succession.from_unit_id = next.unit_id
    )
    select first, unit_id as "unitId" from next`.execute(read.db);
  const standing = new Map<string, string[]>();
  for (const row of rows)
    if (read.tree.has(row.unitId)) standing.set(row.first, [...(standing.get(row.first) ?? []), row.unitId]);
  for (const id of unitIds) {
    const holder = read.tree.holder(id);
    if (!standing.has(id) && holder) standing.set(id, [holder.unitId]);
  }
  return standing;
}
