import { addDays, type Day, formatDay } from '#domain/kernel/day.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { type Area, byCode, heldSince, reformDay, type Succession } from './area.ts';
import type { AdministrativeUnits } from './build-administrative-units.ts';

/** Names a unit over both days: one that lasted through the reform keeps the key of its old code. */
export type AreaKey = 'nation' | `before:${string}` | `after:${string}`;

interface AreaVersion {
  readonly from: Day;
  readonly to: Day | null;
  readonly name: string;
  readonly shortName: string;
  readonly kind: Extract<UnitKind, 'nation' | 'province' | 'district' | 'commune'>;
  readonly code: string;
  readonly parent: AreaKey | null;
  readonly position: number;
}

interface AreaLife {
  readonly key: AreaKey;
  readonly foundedOn: Day;
  readonly goneOn: Day | null;
  readonly versions: readonly AreaVersion[];
}

/** One act of the reform, as the ordinary commands would have carried it out. */
interface AreaAct {
  /** Tells the act among all: the same sources give the same act. */
  readonly key: string;
  readonly kind: 'merge' | 'split' | 'change' | 'remove_level';
  readonly on: Day;
  readonly from: readonly AreaKey[];
  readonly to: readonly AreaKey[];
  readonly moved: readonly AreaKey[];
  readonly successions: readonly { from: AreaKey; to: AreaKey; rule: 'whole' | 'hand' }[];
  readonly heirs: readonly { unit: AreaKey; heir: AreaKey; apportioned: boolean }[];
  readonly paper: string;
  readonly reason: string;
}

export interface AreaLives {
  readonly lives: readonly AreaLife[];
  readonly acts: readonly AreaAct[];
}

const provincePaper = 'Nghị quyết số 202/2025/QH15 của Quốc hội';
const communePaper =
  'Nghị quyết của Ủy ban Thường vụ Quốc hội về sắp xếp các đơn vị hành chính cấp xã năm 2025';
const levelPaper = 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15';

/**
 * The lives of all administrative units through the reform, by the rules of plan-reorganisation.ts: what several
 * became is a new unit; what one became alone is the same unit, with another name and place; what was divided stands
 * above its successors, not apportioned; what a district held stands with its province.
 */
export function administrativeLives(units: AdministrativeUnits): AreaLives {
  const reform = new Reform(units);
  return { lives: reform.lives(), acts: reform.acts() };
}

class Reform {
  readonly #units: AdministrativeUnits;
  readonly #before: ReadonlyMap<string, Area>;
  readonly #after: ReadonlyMap<string, Area>;
  /** Successions between units of one level, and from island districts to special zones. */
  readonly #pairs: readonly Succession[];
  readonly #to: ReadonlyMap<string, readonly string[]>;
  readonly #from: ReadonlyMap<string, readonly string[]>;
  /** New code → old code of the unit that lasted through the reform. */
  readonly #lasting = new Map<string, string>();

  constructor(units: AdministrativeUnits) {
    this.#units = units;
    this.#before = byCode(units.before);
    this.#after = byCode(units.after);
    const provinces = units.higherSuccessions.filter(
      (pair) => this.#before.get(pair.from)?.level === 'province',
    );
    this.#pairs = [...provinces, ...units.successions];
    this.#to = group(this.#pairs, (pair) => [pair.from, pair.to]);
    this.#from = group(this.#pairs, (pair) => [pair.to, pair.from]);
    for (const { from, to } of this.#pairs) if (this.#lasts(from, to)) this.#lasting.set(to, from);
  }

  /** One became one, whole, at the same level. */
  #lasts(from: string, to: string): boolean {
    const whole = (this.#from.get(to) ?? []).filter((code) => this.#to.get(code)?.length === 1);
    return (
      this.#to.get(from)?.length === 1 &&
      whole.length === 1 &&
      this.#before.get(from)?.level === this.#after.get(to)?.level
    );
  }

  #oldKey(code: string): AreaKey {
    return `before:${code}`;
  }

  #newKey(code: string): AreaKey {
    const old = this.#lasting.get(code);
    return old === undefined ? `after:${code}` : this.#oldKey(old);
  }

  lives(): AreaLife[] {
    const newOf = new Map([...this.#lasting].map(([to, from]) => [from, to]));
    const positions = new Positions();
    const old = inOrder(this.#units.before).map((area): AreaLife => {
      const before = this.#versionBefore(area, positions);
      const next = this.#after.get(newOf.get(area.code) ?? '');
      if (!next) return this.#life(this.#oldKey(area.code), [{ ...before, to: reformDay }], reformDay);
      const since = this.#versionsSince(next, positions);
      return this.#life(this.#oldKey(area.code), joinSame([{ ...before, to: reformDay }, ...since]), null);
    });
    const founded = inOrder(this.#units.after)
      .filter((area) => !this.#lasting.has(area.code))
      .map((area) => this.#life(this.#newKey(area.code), this.#versionsSince(area, positions), null));
    return [nation, ...old, ...founded];
  }

  #life(key: AreaKey, versions: readonly AreaVersion[], goneOn: Day | null): AreaLife {
    return { key, foundedOn: versions[0]?.from ?? reformDay, goneOn, versions };
  }

  #versionBefore(area: Area, positions: Positions): AreaVersion {
    const parent = area.parentCode === null ? 'nation' : this.#oldKey(area.parentCode);
    return {
      ...versionOf(area),
      parent,
      from: heldSince,
      to: null,
      position: positions.next(`before ${parent}`),
    };
  }

  #versionsSince(area: Area, positions: Positions): AreaVersion[] {
    const parent = area.parentCode === null ? 'nation' : this.#newKey(area.parentCode);
    const position = positions.next(`since ${parent}`);
    const versions: AreaVersion[] = [{ ...versionOf(area), parent, from: reformDay, to: null, position }];
    for (const renaming of this.#units.renamings.filter((one) => one.code === area.code)) {
      const last = versions.at(-1);
      if (!last) continue;
      versions[versions.length - 1] = { ...last, to: renaming.from };
      versions.push({ ...last, name: renaming.name, shortName: renaming.shortName, from: renaming.from });
    }
    return versions;
  }

  acts(): AreaAct[] {
    return [
      ...this.#merges(),
      ...this.#splits(),
      ...this.#changes(),
      ...this.#levelRemoval(),
      ...this.#renamings(),
    ];
  }

  /** One act for each new unit: of those that went to it whole. */
  #merges(): AreaAct[] {
    return this.#units.after.flatMap((area) => {
      const whole = (this.#from.get(area.code) ?? []).filter((code) => this.#to.get(code)?.length === 1);
      if (whole.length === 0 || this.#lasting.has(area.code)) return [];
      const to = this.#newKey(area.code);
      const from = whole.map((code) => this.#oldKey(code));
      return [
        act({
          key: `merge ${area.code}`,
          kind: 'merge',
          from,
          to: [to],
          successions: from.map((one) => ({ from: one, to, rule: 'whole' })),
          heirs: from.map((unit) => ({ unit, heir: to, apportioned: true })),
          paper: area.level === 'province' ? provincePaper : communePaper,
          reason: `Thành lập ${area.name}`,
        }),
      ];
    });
  }

  #splits(): AreaAct[] {
    return [...this.#to].flatMap(([code, targets]) => {
      const area = this.#before.get(code);
      if (!area || targets.length < 2) return [];
      const unit = this.#oldKey(code);
      const to = targets.map((target) => this.#newKey(target));
      const heir = this.#aboveAll(area, targets);
      return [
        act({
          key: `split ${code}`,
          kind: 'split',
          from: [unit],
          to,
          successions: to.map((one) => ({ from: unit, to: one, rule: 'hand' })),
          heirs: [{ unit, heir, apportioned: false }],
          paper: area.level === 'province' ? provincePaper : communePaper,
          reason: `Chia ${area.name}`,
        }),
      ];
    });
  }

  /** The lowest unit above all successors of a divided one: its old province where that went to theirs whole. */
  #aboveAll(area: Area, targets: readonly string[]): AreaKey {
    const parents = new Set(targets.map((target) => this.#after.get(target)?.parentCode ?? null));
    const [parent = null, ...others] = parents;
    if (parent === null || others.length > 0) return 'nation';
    const old = this.#before.get(area.parentCode ?? '')?.parentCode ?? '';
    const whole = this.#to.get(old);
    return whole?.length === 1 && whole[0] === parent ? this.#oldKey(old) : this.#newKey(parent);
  }

  /** What lasted under another name or code. */
  #changes(): AreaAct[] {
    return [...this.#lasting].flatMap(([to, from]) => {
      const [before, since] = [this.#before.get(from), this.#after.get(to)];
      if (!before || !since || (before.name === since.name && from === to)) return [];
      const unit = this.#oldKey(from);
      return [
        act({
          key: `change ${from}`,
          kind: 'change',
          from: [unit],
          to: [unit],
          paper: since.level === 'province' ? provincePaper : communePaper,
          reason: `${before.name} thành ${since.name}`,
        }),
      ];
    });
  }

  #levelRemoval(): AreaAct[] {
    const gone = this.#units.before.filter((area) => area.level === 'district' && !this.#to.has(area.code));
    if (gone.length === 0) return [];
    const heir = (area: Area): AreaKey =>
      area.parentCode === null ? 'nation' : this.#oldKey(area.parentCode);
    const moved = [...this.#lasting.values()].filter((code) => this.#before.get(code)?.level === 'commune');
    return [
      act({
        key: 'remove_level district',
        kind: 'remove_level',
        from: gone.map((area) => this.#oldKey(area.code)),
        moved: moved.map((code) => this.#oldKey(code)),
        heirs: gone.map((area) => ({ unit: this.#oldKey(area.code), heir: heir(area), apportioned: true })),
        paper: levelPaper,
        reason: `Kết thúc hoạt động của cấp huyện sau ngày ${formatDay(addDays(reformDay, -1))}`,
      }),
    ];
  }

  #renamings(): AreaAct[] {
    return this.#units.renamings.map((renaming) => {
      const unit = this.#newKey(renaming.code);
      return act({
        key: `change ${renaming.code} ${renaming.from}`,
        kind: 'change',
        on: renaming.from,
        from: [unit],
        to: [unit],
        reason: `Đổi thành ${renaming.name}`,
      });
    });
  }
}

const nation: AreaLife = {
  key: 'nation',
  foundedOn: heldSince,
  goneOn: null,
  versions: [
    {
      from: heldSince,
      to: null,
      name: 'Việt Nam',
      shortName: 'Cả nước',
      kind: 'nation',
      code: 'VN',
      parent: null,
      position: 0,
    },
  ],
};

function act(given: Pick<AreaAct, 'key' | 'kind' | 'from' | 'reason'> & Partial<AreaAct>): AreaAct {
  return { on: reformDay, to: [], moved: [], successions: [], heirs: [], paper: '', ...given };
}

function versionOf(area: Area): Pick<AreaVersion, 'name' | 'shortName' | 'kind' | 'code'> {
  return { name: area.name, shortName: area.shortName, kind: area.level, code: area.code };
}

/** A unit that the reform left as it was has one version, not two alike. */
function joinSame(versions: readonly AreaVersion[]): AreaVersion[] {
  const joined: AreaVersion[] = [];
  for (const version of versions) {
    const last = joined.at(-1);
    const same =
      last && last.name === version.name && last.code === version.code && last.parent === version.parent;
    if (same) joined[joined.length - 1] = { ...last, to: version.to };
    else joined.push(version);
  }
  return joined;
}

/** Codes run from north to south; that is the order in which offices list places. */
function inOrder(areas: readonly Area[]): Area[] {
  return areas.toSorted((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
}

class Positions {
  readonly #last = new Map<string, number>();

  next(place: string): number {
    const position = (this.#last.get(place) ?? 0) + 1;
    this.#last.set(place, position);
    return position;
  }
}

function group(
  pairs: readonly Succession[],
  sides: (pair: Succession) => readonly [string, string],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const pair of pairs) {
    const [key, value] = sides(pair);
    const known = groups.get(key);
    if (known) known.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
