import type { ExpectedUnit } from '#domain/campaigns/expected-units.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';

/** A line of the matrix: a unit of the asked day with what it answers for. */
export interface MatrixUnit {
  readonly unit: {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly kind: UnitKind;
  };
  /** The units with a quota that the line adds up: itself, or those that it carries on. */
  readonly memberIds: readonly string[];
  readonly formerNames: readonly string[];
  readonly unapportioned: boolean;
  readonly least: number;
  readonly exemptReason: string | null;
  readonly owesReports: boolean;
}

/**
 * The line on which a unit's numbers stand: its own, or that of the unit that carries it on. What a split left open
 * keeps a line of its own (domain.md §3: never guessed).
 */
export function lineOf(tree: OrganisationTree, unitId: string): string {
  if (tree.has(unitId)) return unitId;
  const holder = tree.holder(unitId);
  return holder?.apportioned ? holder.unitId : unitId;
}

/** Lines of the units with a quota; quotas of units that one unit carries on are added up. */
export function linesWithQuota(tree: OrganisationTree, units: readonly ExpectedUnit[]): MatrixUnit[] {
  const lines = new Map<string, ExpectedUnit[]>();
  for (const one of units) {
    const id = lineOf(tree, one.unit.id);
    const line = lines.get(id);
    if (line) line.push(one);
    else lines.set(id, [one]);
  }
  return [...lines].flatMap(([id, members]) => {
    const owing = members.filter((one) => one.exemptReason === null);
    const former = members.filter((one) => one.unit.id !== id);
    const [first] = members;
    const line = namedLine(tree, id) ?? (first && { unit: first.unit, unapportioned: false });
    if (!line || !first) return [];
    return {
      ...line,
      memberIds: members.map((one) => one.unit.id),
      formerNames: former.map((one) => one.unit.name),
      least: (owing.length > 0 ? owing : members).reduce((sum, one) => sum + one.least, 0),
      exemptReason: owing.length > 0 ? null : first.exemptReason,
      owesReports: owing.length > 0,
    };
  });
}

/** A line of a unit that has practices although the plan asks nothing of it: columns add up only with these. */
export function lineWithoutQuota(tree: OrganisationTree, unitId: string): MatrixUnit[] {
  const line = namedLine(tree, unitId);
  if (!line) return [];
  return [
    { ...line, memberIds: [unitId], formerNames: [], least: 0, exemptReason: null, owesReports: false },
  ];
}

function namedLine(
  tree: OrganisationTree,
  unitId: string,
): Pick<MatrixUnit, 'unit' | 'unapportioned'> | undefined {
  const unit = tree.find(unitId);
  if (unit) return { unit, unapportioned: false };
  const gone = tree.findGone(unitId);
  return gone && { unit: gone, unapportioned: tree.holder(unitId)?.apportioned === false };
}
