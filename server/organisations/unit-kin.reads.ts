import type { SplitRule } from '#domain/organisations/reorganisation.ts';
import { organisationTrees, treeWords, type TreeName } from '#domain/organisations/trees.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { loadTree, unitNames, unitRefOf } from './organisations.reads.ts';

type Ref = ReturnType<typeof unitRefOf>;

interface Kin {
  readonly unit: Ref;
  readonly on: string;
  readonly rule: 'whole' | SplitRule;
  readonly share: number | null;
  readonly reorganisationId: string;
}

/** What a unit came from, and what carries it on: one step back and one step forth. */
export async function kinOf(db: Db, unitId: string): Promise<{ cameFrom: Kin[]; became: Kin[] }> {
  const rows = await db
    .selectFrom('unit_succession')
    .innerJoin('reorganisation', 'reorganisation.id', 'unit_succession.reorganisation_id')
    .select(['from_unit_id', 'to_unit_id', 'rule', 'share', 'reorganisation_id', 'reorganisation.on_day'])
    .where('reorganisation.undone_at', 'is', null)
    .where((where) => where.or([where('from_unit_id', '=', unitId), where('to_unit_id', '=', unitId)]))
    .orderBy('reorganisation.on_day')
    .execute();
  const names = await unitNames(
    db,
    rows.flatMap((row) => [row.from_unit_id, row.to_unit_id]),
  );
  const kin = (other: 'from_unit_id' | 'to_unit_id'): Kin[] =>
    rows.flatMap((row) => {
      const unit = row[other] === unitId ? undefined : names.get(row[other]);
      if (!unit) return [];
      return [
        {
          unit,
          on: row.on_day,
          rule: row.rule as Kin['rule'],
          share: row.share,
          reorganisationId: row.reorganisation_id,
        },
      ];
    });
  return { cameFrom: kin('from_unit_id'), became: kin('to_unit_id') };
}

/** Where a unit stands on a day in the trees beside the main one. */
export async function otherPlacesOf(
  read: Pick<ReadContext, 'db'>,
  unitId: string,
  day: string,
): Promise<{ tree: TreeName; treeName: string; path: Ref[] }[]> {
  const rows = await read.db
    .selectFrom('unit_membership')
    .select('tree')
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', day)]))
    .execute();
  const held = organisationTrees.filter((name) => rows.some((row) => row.tree === name));
  return Promise.all(
    held.map(async (name) => {
      const tree = await loadTree(read.db, day, name);
      const above = tree.pathTo(unitId).filter((id) => id !== unitId);
      return { tree: name, treeName: treeWords[name], path: above.map((id) => unitRefOf(tree.unit(id))) };
    }),
  );
}
