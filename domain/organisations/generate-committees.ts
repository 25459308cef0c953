import { foldVietnamese } from '#domain/kernel/text.ts';
import type { OrganisationTree } from './organisation-tree.ts';
import type { UnitOnDay } from './unit.ts';
import type { TreeName } from './trees.ts';
import { administrativeKinds, type UnitKind } from './unit-kinds.ts';

/** What can be generated for each province, district and commune; the committee always is. */
export const generatedParts = ['front', 'government', 'steering_committee'] as const;
export type GeneratedPart = (typeof generatedParts)[number];

export const generatedPartWords: Record<GeneratedPart, string> = {
  front: 'Ủy ban Mặt trận Tổ quốc Việt Nam',
  government: 'Ủy ban nhân dân',
  steering_committee: 'Ban Chỉ đạo “Dân vận khéo”',
};

export const steeringCommitteeName = 'Ban Chỉ đạo phong trào thi đua “Dân vận khéo”';

export interface GenerationAsked {
  /** The administrative unit below (and with) which bodies are generated. */
  readonly withinId: string;
  /** The committee above all that is generated; where it is of the kind of `withinId`'s own committee, it is that one. */
  readonly underId: string;
  readonly parts: readonly GeneratedPart[];
}

/** A unit to be founded. `parent` is the key of another one to be founded, or the id of one that stands. */
export interface GeneratedUnit {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly areaUnitId: string;
  readonly parent: Above;
  /** Its place in a tree beside the main one: the body of the same sort one level up, if there is one. */
  readonly beside: { readonly tree: Exclude<TreeName, 'main'>; readonly parent: Above | null } | null;
}

type Above = { readonly key: string } | { readonly unitId: string };

export interface Generation {
  readonly units: readonly GeneratedUnit[];
  /** Committees that stand already, with the area that they cover. */
  readonly existing: readonly { readonly unit: UnitOnDay; readonly areaUnitId: string }[];
  /** Committees that get a steering committee. */
  readonly steering: readonly { readonly at: Above; readonly committeeName: string }[];
}

/** What stands already, by the area that it covers and by its code. */
export interface GenerationFacts {
  readonly tree: OrganisationTree;
  readonly unitOfArea: (areaUnitId: string, kind: UnitKind) => string | null;
  readonly areaOf: (unitId: string) => string | null;
  readonly codeTaken: (code: string) => boolean;
  readonly hasSteeringCommittee: (unitId: string) => boolean;
}

/**
 * Which bodies an area needs that are not there yet: one committee for each administrative unit, each under the
 * committee of the area above it, and with it what was asked for. Asked again, it finds nothing left to do.
 */
export function generateCommittees(facts: GenerationFacts, asked: GenerationAsked): Generation {
  const draft = new Draft(facts, asked);
  for (const id of facts.tree.subtree(asked.withinId)) {
    const area = facts.tree.unit(id);
    if (area.kind in committeeKinds) draft.add(area);
  }
  return draft;
}

const committeeKinds: Partial<Record<UnitKind, UnitKind>> = {
  province: 'province_committee',
  district: 'district_committee',
  commune: 'commune_committee',
};

class Draft implements Generation {
  readonly units: GeneratedUnit[] = [];
  readonly existing: { unit: UnitOnDay; areaUnitId: string }[] = [];
  readonly steering: { at: Above; committeeName: string }[] = [];
  readonly #facts: GenerationFacts;
  readonly #asked: GenerationAsked;
  /** Area → its committee, Front and government body, whether they stand or are to be founded. */
  readonly #bodies = new Map<string, Partial<Record<'committee' | 'front' | 'government', Above>>>();
  /** Committees below `underId` by kind and folded name: some were founded by hand, without their area. */
  readonly #byName: ReadonlyMap<string, UnitOnDay>;

  constructor(facts: GenerationFacts, asked: GenerationAsked) {
    this.#facts = facts;
    this.#asked = asked;
    this.#byName = new Map(
      facts.tree
        .subtree(asked.underId)
        .map((id) => facts.tree.unit(id))
        .map((unit) => [nameKey(unit.kind, unit.name), unit]),
    );
  }

  add(area: UnitOnDay): void {
    const kind = committeeKinds[area.kind];
    if (!kind) return;
    const above = this.#bodiesAbove(area);
    const own: Partial<Record<'committee' | 'front' | 'government', Above>> = {};
    this.#bodies.set(area.id, own);
    own.committee = this.#committee(area, kind, above.committee ?? { unitId: this.#asked.underId });
    if (this.#asked.parts.includes('front'))
      own.front = this.#beside(area, { kind: 'front', committee: own.committee, above: above.front });
    if (this.#asked.parts.includes('government'))
      own.government = this.#beside(area, {
        kind: 'government_body',
        committee: own.committee,
        above: above.government,
      });
    if (this.#asked.parts.includes('steering_committee')) this.#addSteering(area, own.committee);
  }

  /** The bodies of the nearest area above that has any. */
  #bodiesAbove(area: UnitOnDay): Partial<Record<'committee' | 'front' | 'government', Above>> {
    const path = this.#facts.tree.pathTo(area.id).slice(0, -1);
    const nearest = path.findLast((id) => this.#bodies.has(id));
    return (nearest === undefined ? undefined : this.#bodies.get(nearest)) ?? {};
  }

  #committee(area: UnitOnDay, kind: UnitKind, parent: Above): Above {
    const name = committeeName(area);
    const standing = this.#standingCommittee(area, { kind, name });
    if (standing) {
      this.existing.push({ unit: standing, areaUnitId: area.id });
      return { unitId: standing.id };
    }
    return this.#found(area, { kind, name, shortName: shortCommitteeName(area), parent, beside: null });
  }

  /** The committee of an area: the one that names it, else the given head of the part, else one of the very name. */
  #standingCommittee(area: UnitOnDay, wanted: { kind: UnitKind; name: string }): UnitOnDay | null {
    const { tree } = this.#facts;
    const known = this.#facts.unitOfArea(area.id, wanted.kind);
    if (known !== null && tree.has(known)) return tree.unit(known);
    const head = area.id === this.#asked.withinId ? tree.find(this.#asked.underId) : undefined;
    const meant = head?.kind === wanted.kind ? head : this.#byName.get(nameKey(wanted.kind, wanted.name));
    // One that covers another place is not meant, whatever its name.
    return meant && this.#facts.areaOf(meant.id) === null ? meant : null;
  }

  #beside(
    area: UnitOnDay,
    wanted: { kind: 'front' | 'government_body'; committee: Above; above: Above | undefined },
  ): Above {
    const { kind, committee, above } = wanted;
    const known = this.#facts.unitOfArea(area.id, kind);
    if (known !== null) return { unitId: known };
    const place = lowerKind(area.name);
    const names =
      kind === 'front'
        ? { name: `Ủy ban MTTQ Việt Nam ${place}`, shortName: `MTTQ ${place}`, tree: 'front' as const }
        : { name: `Ủy ban nhân dân ${place}`, shortName: `UBND ${place}`, tree: 'government' as const };
    const { tree, ...named } = names;
    return this.#found(area, {
      kind,
      ...named,
      parent: committee,
      beside: { tree, parent: above ?? null },
    });
  }

  #found(area: UnitOnDay, unit: Omit<GeneratedUnit, 'key' | 'code' | 'areaUnitId'>): Above {
    const code = this.#freeCode(`${codeLetters[unit.kind] ?? 'DV'}.${area.code}`);
    const key = `${unit.kind} ${area.id}`;
    this.units.push({ key, code, areaUnitId: area.id, ...unit });
    return { key };
  }

  /** "DB.00004": where another unit has it on the day or later, "DB.00004-2". */
  #freeCode(code: string): string {
    if (!this.#facts.codeTaken(code)) return code;
    let next = 2;
    while (this.#facts.codeTaken(`${code}-${next}`)) next += 1;
    return `${code}-${next}`;
  }

  #addSteering(area: UnitOnDay, at: Above): void {
    if ('unitId' in at && this.#facts.hasSteeringCommittee(at.unitId)) return;
    this.steering.push({ at, committeeName: committeeName(area) });
  }
}

const codeLetters: Partial<Record<UnitKind, string>> = {
  province_committee: 'DB',
  district_committee: 'DB',
  commune_committee: 'DB',
  front: 'MT',
  government_body: 'UB',
};

function nameKey(kind: UnitKind, name: string): string {
  return `${kind} ${foldVietnamese(name)}`;
}

/** "Xã Hương Toàn" → "xã Hương Toàn", within a name. */
function lowerKind(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

/**
 * The committee of an area by its kind: Tỉnh ủy, Thành ủy, Quận ủy, Huyện ủy, Thị ủy (domain.md §3); a commune's whole
 * party organisation is named Đảng bộ xã, phường, đặc khu, as registers name it.
 */
export function committeeName(area: { readonly kind: UnitKind; readonly name: string }): string {
  if (area.kind === 'commune') return `Đảng bộ ${lowerKind(area.name)}`;
  for (const [kind, committee] of committeeWords)
    if (area.name.startsWith(`${kind} `)) return `${committee} ${area.name.slice(kind.length + 1)}`;
  return `Đảng bộ ${lowerKind(area.name)}`;
}

const committeeWords = [
  ['Tỉnh', 'Tỉnh ủy'],
  ['Thành phố', 'Thành ủy'],
  ['Quận', 'Quận ủy'],
  ['Huyện', 'Huyện ủy'],
  ['Thị xã', 'Thị ủy'],
] as const;

/** Short names are read in lists beside each other: "Xã Hương Toàn", "Tỉnh ủy An Giang". */
function shortCommitteeName(area: UnitOnDay): string {
  return area.kind === 'commune' ? area.name : committeeName(area);
}

/** Whether bodies can be generated within a unit: only over places. */
export function canGenerateWithin(kind: UnitKind): boolean {
  return administrativeKinds.includes(kind);
}
