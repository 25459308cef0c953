import type { Day } from '#domain/kernel/day.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { administrativeKinds, type UnitKind } from '#domain/organisations/unit-kinds.ts';
import { openStates } from '#domain/practices/practice.states.ts';
import type { Caller, ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';

/** The units that somebody may see. */
interface Visible {
  has(unitId: string): boolean;
}

/**
 * Units of a day that a caller may see. Who sees what is decided by today's grants in today's tree: a unit that is
 * gone is seen by those with whom its records stand today. On another day the way up from what is seen is added,
 * and places (provinces, communes) are open to everybody, also those that are gone.
 */
export function visibleUnits(
  read: Pick<ReadContext, 'tree'> & { caller: Caller },
  tree: OrganisationTree,
): Visible {
  const scope = read.caller.access.ownersAbove('organisation.read');
  const onTheWay = new Set<string>();
  if (tree !== read.tree)
    for (const unit of tree.all())
      if (scope.has(unit.id)) for (const id of tree.pathTo(unit.id)) onTheWay.add(id);
  let gone: ReadonlySet<string> | null = null;
  return {
    has: (unitId) => {
      if (scope.has(unitId) || onTheWay.has(unitId)) return true;
      const kind = tree.find(unitId)?.kind;
      if (kind !== undefined) return administrativeKinds.includes(kind);
      gone ??= gonePlaces(tree);
      return gone.has(unitId);
    },
  };
}

function gonePlaces(tree: OrganisationTree): ReadonlySet<string> {
  return new Set(tree.gone().flatMap((unit) => (administrativeKinds.includes(unit.kind) ? [unit.id] : [])));
}

/** The days from `from` on at which the organisation is not as it was the day before. */
export async function daysOfChange(db: Db, from: Day): Promise<Day[]> {
  const begun = await db
    .selectFrom('unit_version')
    .select('valid_from')
    .distinct()
    .where('valid_from', '>', from)
    .execute();
  const ended = await db
    .selectFrom('unit_version')
    .select('valid_to')
    .distinct()
    .where('valid_to', '>', from)
    .execute();
  const days = new Set([from, ...begun.map((row) => row.valid_from)]);
  for (const row of ended) if (row.valid_to !== null) days.add(row.valid_to);
  return [...days].sort();
}

export interface UnitVersionRow {
  readonly id: string;
  readonly validFrom: string;
  /** The first day on which it is no longer true; null while it is. */
  readonly validTo: string | null;
  readonly parentId: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly position: number;
}

/** A unit's versions through time, oldest first. */
export async function versionsOf(db: Db, unitId: string): Promise<UnitVersionRow[]> {
  const rows = await db
    .selectFrom('unit_version')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    parentId: row.parent_id,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as UnitKind,
    code: row.code,
    position: row.position,
  }));
}

/** Practices of a unit that nobody has concluded: they would lose their keeper with the unit. */
export async function countOpenPractices(db: Db, unitId: string): Promise<number> {
  const row = await db
    .selectFrom('practice')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .select((count) => count.fn.countAll<number>().as('open'))
    .where('practice.unit_id', '=', unitId)
    .where('practice.state', 'in', ['draft', ...openStates])
    .where('campaign.state', '=', 'open')
    .executeTakeFirstOrThrow();
  return row.open;
}
