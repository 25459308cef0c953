import type { Day } from '#domain/kernel/day.ts';
import { OrganisationTree } from '../organisation-tree.ts';
import { type OrganisationFacts } from '../plan-reorganisation.ts';
import { undoingContradicts, unitsOfChanges } from '../plan-undoing.ts';
import type { Heir, OrganisationChanges, Succession, UnitFacts, UnitVersion } from '../reorganisation.ts';
import type { GoneUnit } from '../unit.ts';

interface KeptAct {
  readonly changes: OrganisationChanges;
  /** Versions of before of each unit that the act ended or changed. */
  readonly before: ReadonlyMap<string, readonly UnitVersion[]>;
  undone: boolean;
}

/**
 * The organisation in memory, as the tables keep it: versions with spans, heirs, successions, acts. For tests that
 * try many lives of an organisation, where a database would be slow.
 */
export class OrganisationHistory {
  readonly versions = new Map<string, readonly UnitVersion[]>();
  readonly acts: KeptAct[] = [];

  begin(units: readonly (UnitFacts & { unitId: string })[], on: Day): void {
    for (const unit of units) this.versions.set(unit.unitId, [{ ...unit, validFrom: on, validTo: null }]);
  }

  get #standingActs(): KeptAct[] {
    return this.acts.filter((act) => !act.undone);
  }

  heirs(): Heir[] {
    return this.#standingActs.flatMap((act) => act.changes.heirs);
  }

  /** Carries out what was planned; returns the act's number. */
  apply(changes: OrganisationChanges): number {
    const { on } = changes;
    const touched = [...changes.ended, ...changes.changed.map((unit) => unit.unitId)];
    const before = new Map(touched.map((id) => [id, this.versions.get(id) ?? []]));
    for (const id of changes.ended) this.#putVersions(id, this.#endedOn(id, on));
    for (const unit of [...changes.founded, ...changes.changed])
      this.#putVersions(unit.unitId, [
        ...this.#endedOn(unit.unitId, on),
        { ...unit, validFrom: on, validTo: null },
      ]);
    return this.acts.push({ changes, before, undone: false }) - 1;
  }

  #putVersions(unitId: string, versions: readonly UnitVersion[]): void {
    if (versions.length === 0) throw new Error(`unit ${unitId} would have no life`);
    this.versions.set(unitId, versions);
  }

  /** What a unit was before a day: a version that began that very day is as if it had never been. */
  #endedOn(unitId: string, on: Day): UnitVersion[] {
    const versions = (this.versions.get(unitId) ?? []).filter((one) => one.validFrom !== on);
    const last = versions.pop();
    return last ? [...versions, { ...last, validTo: on }] : [];
  }

  /** Why an act cannot be taken back, or null. */
  undoingBlocked(at: number): string | null {
    const act = this.acts[at];
    if (!act || act.undone) return 'undone';
    const own = aboutUnits(act.changes);
    if (this.acts.some((other, place) => place > at && !other.undone && meet(own, aboutUnits(other.changes))))
      return 'later act';
    const again = [...act.before].flatMap(([unitId, versions]) => {
      const last = versions.at(-1);
      return last ? [{ unitId, name: last.name, code: last.code, parentId: last.parentId }] : [];
    });
    const founded = act.changes.founded.map((unit) => unit.unitId);
    return undoingContradicts({ trees: this.treesFrom(act.changes.on), founded, again })?.reason ?? null;
  }

  undo(at: number): void {
    const act = this.acts[at];
    if (!act) throw new Error(`no act ${at}`);
    act.undone = true;
    for (const unit of act.changes.founded) this.versions.delete(unit.unitId);
    for (const [id, versions] of act.before) this.versions.set(id, versions);
  }

  /** Every day on which the organisation is not as it was the day before. */
  days(): Day[] {
    const days = new Set<Day>();
    for (const versions of this.versions.values())
      for (const version of versions) {
        days.add(version.validFrom);
        if (version.validTo !== null) days.add(version.validTo);
      }
    return [...days].sort();
  }

  treesFrom(on: Day): [OrganisationTree, ...OrganisationTree[]] {
    const later = this.days().filter((day) => day > on);
    return [this.treeOn(on), ...later.map((day) => this.treeOn(day))];
  }

  treeOn(day: Day): OrganisationTree {
    const units = [...this.versions.values()].flatMap((versions) =>
      versions.filter((one) => one.validFrom <= day && (one.validTo === null || day < one.validTo)),
    );
    const gone = this.heirs()
      .filter((heir) => heir.validFrom <= day)
      .map((heir) => this.#gone(heir));
    return new OrganisationTree(
      day,
      units.map((unit) => ({ ...unit, id: unit.unitId })),
      gone,
    );
  }

  #gone(heir: Heir): GoneUnit {
    const last = this.versions.get(heir.unitId)?.at(-1);
    if (!last) throw new Error(`heir of ${heir.unitId}, which never was`);
    const { name, shortName, kind, code, validTo } = last;
    const { unitId: id, heirId, apportioned } = heir;
    return { id, name, shortName, kind, code, goneOn: validTo ?? '', heirId, apportioned };
  }

  facts(on: Day): OrganisationFacts {
    return {
      trees: this.treesFrom(on),
      versionsOf: (unitId) => this.versions.get(unitId) ?? [],
      unitsWithCode: (code) =>
        [...this.versions].flatMap(([id, versions]) =>
          versions.some((one) => one.code === code && (one.validTo === null || one.validTo > on)) ? [id] : [],
        ),
      receivedLater: (unitId) =>
        this.#standingActs
          .filter((act) => act.changes.on > on && receives(act.changes.successions, unitId))
          .map((act) => act.changes.on)
          .toSorted()
          .at(-1) ?? null,
    };
  }
}

function receives(successions: readonly Succession[], unitId: string): boolean {
  return successions.some((one) => one.toUnitId === unitId);
}

function aboutUnits(changes: OrganisationChanges): Set<string> {
  const { from, to, moved } = unitsOfChanges(changes);
  return new Set([...from, ...to, ...moved]);
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((id) => other.has(id));
}
