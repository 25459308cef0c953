import { sql } from 'kysely';
import type { Day } from '#domain/kernel/day.ts';
import { newId } from '#server/platform/ids.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { OrganisationFacts } from '#domain/organisations/plan-reorganisation.ts';
import type { Reorganisation, Target, UnitVersion } from '#domain/organisations/reorganisation.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { Db } from '#server/platform/database/db.ts';
import { daysOfChange } from './units.reads.ts';
import { loadTree } from './organisations.reads.ts';

/** Gathers what the rules of an act look at: the trees from its day on, the lives of the units, the codes in use. */
export async function organisationFacts(db: Db, asked: Reorganisation): Promise<OrganisationFacts> {
  const days = await daysOfChange(db, asked.on);
  const trees = await Promise.all(days.map((day) => loadTree(db, day)));
  const [first, ...later] = trees;
  if (!first) throw new Error('the day of the act itself is always among the days');
  const versions = await versionsByUnit(db, unitsInvolved(asked, trees));
  const codes = await unitsByCode(db, { codes: newCodes(asked), from: asked.on });
  const received = await receivedLater(db, { unitIds: endingUnits(asked, first), from: asked.on });
  return {
    trees: [first, ...later],
    versionsOf: (unitId) => versions.get(unitId) ?? [],
    unitsWithCode: (code) => codes.get(code) ?? [],
    receivedLater: (unitId) => received.get(unitId) ?? null,
  };
}

/** The last day after one on which something that ended came to a unit. */
async function receivedLater(
  db: Db,
  given: { unitIds: readonly string[]; from: Day },
): Promise<ReadonlyMap<string, Day>> {
  const rows = await db
    .selectFrom('unit_succession')
    .innerJoin('reorganisation', 'reorganisation.id', 'unit_succession.reorganisation_id')
    .select((of) => ['to_unit_id', of.fn.max('on_day').$notNull().as('day')])
    .where(sql<boolean>`to_unit_id = any(${[...given.unitIds]}::uuid[])`)
    .where('on_day', '>', given.from)
    .where('undone_at', 'is', null)
    .groupBy('to_unit_id')
    .execute();
  return new Map(rows.map((row) => [row.to_unit_id, row.day]));
}

function targetsOf(asked: Reorganisation): readonly Target[] {
  if (asked.kind === 'merge') return [asked.into];
  return asked.kind === 'split' ? asked.into : [];
}

/** Units that an act names and all that stand directly below those that it ends. */
function unitsInvolved(asked: Reorganisation, trees: readonly OrganisationTree[]): string[] {
  const ending = endingUnits(asked, trees[0]);
  const named = targetsOf(asked).flatMap((target) =>
    'found' in target ? (target.found.parentId ?? []) : target.unitId,
  );
  if (asked.kind === 'found' && asked.unit.parentId !== null) named.push(asked.unit.parentId);
  if (asked.kind === 'change') named.push(asked.unitId, ...(asked.parentId === null ? [] : [asked.parentId]));
  const below = ending.flatMap((id) => trees.flatMap((tree) => tree.children(id).map((child) => child.id)));
  return [...new Set([...ending, ...named, ...below])];
}

/** Units that an act ends, as far as the tree knows them. */
export function endingUnits(asked: Reorganisation, tree: OrganisationTree | undefined): string[] {
  switch (asked.kind) {
    case 'merge':
      return [...asked.fromUnitIds];
    case 'split':
    case 'dissolve':
      return [asked.unitId];
    case 'remove_level':
      return (tree?.ofKinds([asked.unitKind], asked.withinId) ?? [])
        .map((unit) => unit.id)
        .filter((id) => id !== asked.withinId);
    case 'found':
    case 'change':
      return [];
  }
}

function newCodes(asked: Reorganisation): string[] {
  if (asked.kind === 'found') return [asked.unit.code];
  if (asked.kind === 'change') return [asked.code];
  return targetsOf(asked).flatMap((target) => ('found' in target ? target.found.code : []));
}

async function versionsByUnit(
  db: Db,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly UnitVersion[]>> {
  const rows = await db
    .selectFrom('unit_version')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`)
    .orderBy('valid_from')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      unitId: row.unit_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      parentId: row.parent_id,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind as UnitKind,
      code: row.code,
      position: row.position,
      areaUnitId: row.area_unit_id,
    })),
    (version) => version.unitId,
  );
}

/** Units that use a code on some day from `from` on. */
async function unitsByCode(
  db: Db,
  wanted: { codes: readonly string[]; from: string },
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .selectFrom('unit_version')
    .select(['code', 'unit_id'])
    .distinct()
    .where(sql<boolean>`code = any(${[...wanted.codes]}::text[])`)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', wanted.from)]))
    .execute();
  const byCode = new Map<string, string[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row.unit_id]);
  return byCode;
}

/** An id for a unit that an act is to found. */
export const newUnitId = newId;
