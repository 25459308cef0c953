import { sql } from 'kysely';
import { Problem } from '#domain/kernel/problem.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { unitKinds } from '#domain/organisations/unit-kinds.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { loadTree, unitNames, unitRefOf } from './organisations.reads.ts';
import { visibleUnits } from './units.reads.ts';

/** What differs between the organisation of two days, below one unit or everywhere that the caller sees. */
export async function compareDays(
  read: ReadContext,
  asked: { from: string; to: string; within?: string | undefined },
) {
  const [from, to] = [asked.from, asked.to].toSorted() as [string, string];
  const [before, after] = await Promise.all([loadTree(read.db, from), loadTree(read.db, to)]);
  const [unitsBefore, unitsAfter] = [before, after].map((tree) => unitsWithin(read, tree, asked.within)) as [
    ReadonlyMap<string, UnitOnDay>,
    ReadonlyMap<string, UnitOnDay>,
  ];
  if (unitsBefore.size + unitsAfter.size === 0) throw new Problem('not_found');
  const founded = [...unitsAfter.values()].filter((unit) => !before.has(unit.id));
  const ended = [...unitsBefore.values()].filter((unit) => !after.has(unit.id));
  const both = [...unitsAfter.values()].flatMap((unit) => {
    const was = before.find(unit.id);
    return was ? [{ unit, was }] : [];
  });
  const goneOn = new Map(after.gone().map((unit) => [unit.id, unit.goneOn]));
  const kin = await successionsOf(
    read,
    [...founded, ...ended].map((unit) => unit.id),
  );
  const names = await unitNames(
    read.db,
    kin.flatMap((one) => [one.fromId, one.toId]),
  );
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id)?.name ?? ''));
  const parentName = (tree: OrganisationTree, id: string | null) =>
    id === null ? '' : (tree.find(id)?.name ?? '');
  return {
    from,
    to,
    counts: unitKinds
      .map((kind) => ({ kind, before: count(unitsBefore, kind), after: count(unitsAfter, kind) }))
      .filter((one) => one.before + one.after > 0),
    founded: founded.map((unit) => ({
      ...unitRefOf(unit),
      fromNames: kin.filter((one) => one.toId === unit.id).map((one) => nameOf(one.fromId)),
    })),
    ended: ended.map((unit) => ({
      ...unitRefOf(unit),
      on: goneOn.get(unit.id) ?? to,
      intoNames: kin.filter((one) => one.fromId === unit.id).map((one) => nameOf(one.toId)),
    })),
    renamed: both
      .filter(({ unit, was }) => unit.name !== was.name)
      .map(({ unit, was }) => ({ unit: unitRefOf(unit), before: was.name })),
    moved: both
      .filter(({ unit, was }) => unit.parentId !== was.parentId)
      .map(({ unit, was }) => ({
        unit: unitRefOf(unit),
        fromName: parentName(before, was.parentId),
        toName: parentName(after, unit.parentId),
      })),
  };
}

/** The visible units of a day below one; a unit that is not there on the day is asked by what it left or was. */
function unitsWithin(
  read: ReadContext,
  tree: OrganisationTree,
  within: string | undefined,
): ReadonlyMap<string, UnitOnDay> {
  const visible = visibleUnits(read, tree);
  const units = within === undefined ? tree.all() : tree.subtree(within).map((id) => tree.unit(id));
  return new Map(units.filter((unit) => visible.has(unit.id)).map((unit) => [unit.id, unit]));
}

function count(units: ReadonlyMap<string, UnitOnDay>, kind: string): number {
  return [...units.values()].filter((unit) => unit.kind === kind).length;
}

async function successionsOf(
  read: ReadContext,
  unitIds: readonly string[],
): Promise<{ fromId: string; toId: string }[]> {
  const rows = await read.db
    .selectFrom('unit_succession')
    .select(['from_unit_id', 'to_unit_id'])
    .where(
      sql<boolean>`from_unit_id = any(${[...unitIds]}::uuid[]) or to_unit_id = any(${[...unitIds]}::uuid[])`,
    )
    .execute();
  return rows.map((row) => ({ fromId: row.from_unit_id, toId: row.to_unit_id }));
}
