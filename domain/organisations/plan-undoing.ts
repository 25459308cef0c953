import { formatDay } from '#domain/kernel/day.ts';
import type { OrganisationTree } from './organisation-tree.ts';
import type { OrganisationChanges } from './reorganisation.ts';

/** A unit as it would be again, from the day of the act on and without an end. */
export interface UnitAgain {
  readonly unitId: string;
  readonly name: string;
  readonly code: string;
  readonly parentId: string | null;
}

export interface UndoingFacts {
  /** The organisation on the day of the act and on each later day on which anything changes. */
  readonly trees: readonly OrganisationTree[];
  readonly founded: readonly string[];
  /** What the act ended or changed, as it was before. */
  readonly again: readonly UnitAgain[];
}

/** Units that an act is about: it can be taken back only after all later acts about any of them. */
export function unitsOfChanges(changes: OrganisationChanges): {
  from: string[];
  to: string[];
  moved: string[];
} {
  return {
    from: [...changes.ended],
    to: [
      ...new Set([
        ...changes.founded.map((unit) => unit.unitId),
        ...changes.successions.map((one) => one.toUnitId),
      ]),
    ],
    moved: changes.changed.map((unit) => unit.unitId),
  };
}

/** What has come since that could not be, had the act never been; null where nothing has. */
export function undoingContradicts(facts: UndoingFacts): { reason: string; mend: string } | null {
  const founded = new Set(facts.founded);
  const again = new Map(facts.again.map((unit) => [unit.unitId, unit]));
  for (const tree of facts.trees) {
    const units = new Map<string, Omit<UnitAgain, 'unitId'>>(again);
    for (const unit of tree.all()) if (!founded.has(unit.id) && !again.has(unit.id)) units.set(unit.id, unit);
    const reason =
      belowFounded(tree, { founded, again }) ?? unitsDoNotFit(units, again) ?? codeTaken(units, again);
    if (reason !== null)
      return {
        reason: `${reason} từ ngày ${formatDay(tree.day)}`,
        mend: 'Hoàn tác việc sắp xếp đó trước, hoặc lập một lần sắp xếp mới.',
      };
  }
  return null;
}

function belowFounded(
  tree: OrganisationTree,
  act: { founded: ReadonlySet<string>; again: ReadonlyMap<string, UnitAgain> },
): string | null {
  for (const id of act.founded) {
    const child = tree.children(id).find((unit) => !act.founded.has(unit.id) && !act.again.has(unit.id));
    if (child) return `“${child.name}” trực thuộc đơn vị mới`;
  }
  const left = tree
    .gone()
    .find((unit) => unit.heirId !== null && act.founded.has(unit.heirId) && !act.again.has(unit.id));
  return left ? `“${left.name}” để lại hồ sơ cho đơn vị mới` : null;
}

/** A parent that is gone by then, or that has come to lie below. */
function unitsDoNotFit(
  units: ReadonlyMap<string, Omit<UnitAgain, 'unitId'>>,
  again: ReadonlyMap<string, UnitAgain>,
): string | null {
  for (const [id, unit] of again) {
    const seen = new Set([id]);
    for (let above = unit.parentId; above !== null; above = units.get(above)?.parentId ?? null) {
      if (!units.has(above)) return `cấp trên trước đó của “${unit.name}” không còn`;
      if (seen.has(above)) return `cấp trên trước đó của “${unit.name}” nằm dưới chính đơn vị này`;
      seen.add(above);
    }
  }
  return null;
}

function codeTaken(
  units: ReadonlyMap<string, Omit<UnitAgain, 'unitId'>>,
  again: ReadonlyMap<string, UnitAgain>,
): string | null {
  const codes = new Map([...again].map(([id, unit]) => [unit.code, id]));
  for (const [id, unit] of units) {
    const owner = codes.get(unit.code);
    if (owner !== undefined && owner !== id) return `mã “${unit.code}” đã dùng cho “${unit.name}”`;
  }
  return null;
}
