import { UnitScope } from '#domain/access/unit-scope.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { invalidInput } from '#domain/kernel/problem.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { treeOn, unitNames, unitRefOf } from './organisations.reads.ts';

/**
 * Which of the two questions of domain.md §3 a read answers: "as it stood on day D" (`past`: facts up to that day,
 * units of that day), or the past under today's units. What a caller may see is decided by today's grants either way.
 */
export interface AskedDay {
  readonly day: Day;
  readonly past: boolean;
  readonly tree: OrganisationTree;
}

/** The day of `?ngay=`, or today where there is none. */
export async function askedDay(
  read: Pick<ReadContext, 'db' | 'today' | 'tree'>,
  day: Day | undefined,
): Promise<AskedDay> {
  if (day === undefined || day === read.today) return { day: read.today, past: false, tree: read.tree };
  if (day > read.today)
    throw invalidInput([
      { path: 'day', message: `Ngày xem phải từ hôm nay (${formatDay(read.today)}) trở về trước` },
    ]);
  return { day, past: true, tree: await treeOn(read.db, day, read.db) };
}

/** A unit and all below it on the asked day, with what gone units left there; a gone unit alone with what it took over. */
export function unitAsked(tree: OrganisationTree, unitId: string): UnitScope {
  return new UnitScope(tree, [{ unitId, subtree: tree.has(unitId) }]);
}

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
}

/** Who carries on what a unit left: `apportioned` is false where a split left it open, and it stands at a unit above. */
export interface UnitNow {
  readonly unit: NamedUnit;
  readonly apportioned: boolean;
}

export interface UnitNames {
  /** As the unit was called on the asked day; one that was gone by then, or not yet there, as it last was. */
  readonly of: (unitId: string) => NamedUnit;
  /** Where a unit that is gone today has its records today; null for a unit that stands, or that nothing carries on. */
  readonly now: (unitId: string) => UnitNow | null;
}

export async function namesOn(
  read: Pick<ReadContext, 'db' | 'tree'>,
  asked: Pick<AskedDay, 'tree'>,
  ids: readonly (string | null)[],
): Promise<UnitNames> {
  const missing = ids.filter((id): id is string => id !== null && !asked.tree.has(id));
  const former = await unitNames(read.db, missing);
  return {
    of: (id) => {
      const unit = asked.tree.find(id) ?? former.get(id);
      if (!unit) throw new Error(`unit ${id} is unknown`);
      return { id: unit.id, name: unit.name, shortName: unit.shortName, kind: unit.kind };
    },
    now: (id) => unitNow(read.tree, id),
  };
}

/** Where the records of a unit that is gone stand in a tree; null for one that stands there. */
export function unitNow(tree: OrganisationTree, unitId: string): UnitNow | null {
  if (tree.has(unitId)) return null;
  const holder = tree.holder(unitId);
  const unit = holder && tree.find(holder.unitId);
  return holder && unit ? { unit: unitRefOf(unit), apportioned: holder.apportioned } : null;
}
