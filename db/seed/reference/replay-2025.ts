import { type Area, byCode, heldSince, reformDay } from '#domain/organisations/reference/area.ts';
import type { AreaLives } from '#domain/organisations/reference/area-lives.ts';
import {
  type AdministrativeUnits,
  buildAdministrativeUnits,
} from '#domain/organisations/reference/build-administrative-units.ts';
import type { Correction } from '#domain/organisations/reference/corrections.ts';
import type { NewUnit, OrganisationChanges, Reorganisation } from '#domain/organisations/reorganisation.ts';
import { knownCorrections } from './corrections.ts';
import { readPackages } from './read-packages.ts';

/** Which unit of the database stands for an old or a new area. */
export interface AreaUnits {
  readonly old: (code: string) => string;
  readonly new: (code: string) => string;
  readonly nation: string;
}

/** The country on the eve of the reform, as the bulk load takes it. */
export function livesBefore(lives: AreaLives): AreaLives {
  return {
    acts: [],
    lives: lives.lives
      .filter((life) => life.foundedOn === heldSince)
      .map((life) => ({
        ...life,
        goneOn: null,
        versions: life.versions.slice(0, 1).map((version) => ({ ...version, to: null })),
      })),
  };
}

/** Old codes by the new code that they became, and the other way. */
export function successors(units: AdministrativeUnits): {
  of: (code: string) => readonly string[];
  whole: (code: string) => readonly string[];
} {
  const of = Map.groupBy([...units.successions, ...units.higherSuccessions], (pair) => pair.from);
  const from = Map.groupBy([...units.successions, ...units.higherSuccessions], (pair) => pair.to);
  return {
    of: (code) => (of.get(code) ?? []).map((pair) => pair.to),
    whole: (code) =>
      (from.get(code) ?? []).map((pair) => pair.from).filter((old) => (of.get(old) ?? []).length === 1),
  };
}

/**
 * The reform of 2025 as ordinary acts, in steps; acts of a step do not touch each other. Provinces first, then new
 * communes from whole old ones, then what was divided among them, and the districts last.
 */
export function reformSteps(units: AdministrativeUnits, ids: AreaUnits): Reorganisation[][] {
  const after = byCode(units.after);
  const before = byCode(units.before);
  const { of, whole } = successors(units);
  const parentOf = (area: Area): string => (area.parentCode === null ? ids.nation : ids.new(area.parentCode));
  const founding = (area: Area): NewUnit => ({
    unitId: ids.new(area.code),
    name: area.name,
    shortName: area.shortName,
    kind: area.level,
    // Codes of the old list are still in use on that day.
    code: `moi-${area.code}`,
    parentId: parentOf(area),
    areaUnitId: null,
  });
  const provinces: Reorganisation[] = [];
  const merges: Reorganisation[] = [];
  for (const area of after.values()) {
    const from = whole(area.code).filter(
      (code) => area.level === 'commune' || before.get(code)?.level === 'province',
    );
    const acts = area.level === 'province' ? provinces : merges;
    if (from.length >= 2)
      acts.push({
        kind: 'merge',
        on: reformDay,
        fromUnitIds: from.map(ids.old),
        into: { found: founding(area) },
      });
    else {
      acts.push({ kind: 'found', on: reformDay, unit: founding(area) });
      const [only] = from;
      if (only !== undefined)
        acts.push({
          kind: 'merge',
          on: reformDay,
          fromUnitIds: [ids.old(only)],
          into: { unitId: ids.new(area.code) },
        });
    }
  }
  const splits = [...before.values()]
    .filter((area) => area.level === 'commune' && of(area.code).length > 1)
    .map((area): Reorganisation => ({
      kind: 'split',
      on: reformDay,
      unitId: ids.old(area.code),
      into: of(area.code).map((code) => ({ unitId: ids.new(code) })),
      rule: 'hand',
      children: new Map(),
      shares: [],
    }));
  const founded = (acts: readonly Reorganisation[]) => acts.filter((act) => act.kind === 'found');
  const others = (acts: readonly Reorganisation[]) => acts.filter((act) => act.kind !== 'found');
  const districts: Reorganisation = {
    kind: 'remove_level',
    on: reformDay,
    withinId: ids.nation,
    unitKind: 'district',
  };
  return [founded(provinces), others(provinces), founded(merges), others(merges), splits, [districts]].filter(
    (step) => step.length > 0,
  );
}

/** What several acts of one day do together, where none touches what another does. */
export function joinChanges(all: readonly OrganisationChanges[]): OrganisationChanges {
  return {
    on: reformDay,
    founded: all.flatMap((one) => one.founded),
    ended: all.flatMap((one) => one.ended),
    changed: all.flatMap((one) => one.changed),
    heirs: all.flatMap((one) => one.heirs),
    successions: all.flatMap((one) => one.successions),
  };
}

/**
 * The real mapping, with the second successors that its rows hint at; and because the registry names one successor
 * for most that were divided, every thirty-third commune is divided here, so that some three hundred are.
 */
export async function readCountry(): Promise<AdministrativeUnits> {
  const sources = await readPackages();
  const plain = buildAdministrativeUnits(sources, { corrections: knownCorrections });
  const known = Map.groupBy(plain.successions, (pair) => pair.from);
  const inProvince = Map.groupBy(
    plain.after.filter((area) => area.level === 'commune'),
    (area) => area.parentCode,
  );
  const after = byCode(plain.after);
  const divided = new Map<string, string[]>();
  for (const { from, to } of plain.splitCandidates) divided.set(from, [...(divided.get(from) ?? []), to]);
  for (const { from, to } of plain.successions.filter((_, at) => at % 33 === 0)) {
    const beside = inProvince.get(after.get(to)?.parentCode ?? '') ?? [];
    const place = beside.findIndex((area) => area.code === to);
    const next = [1, 2]
      .slice(0, 1 + (place % 2))
      .map((step) => beside[(place + step) % beside.length]?.code ?? to);
    divided.set(from, [...(divided.get(from) ?? []), ...next]);
  }
  const corrections = [...divided].map(([from, others]): Correction => ({
    kind: 'successors',
    from,
    to: [...new Set([...(known.get(from) ?? []).map((pair) => pair.to), ...others])],
    why: 'chia cho nhiều đơn vị',
  }));
  return buildAdministrativeUnits(sources, { corrections: [...knownCorrections, ...corrections] });
}

/** So many practices did a commune or a district have in a year: any number will do, as long as all differ. */
export function countOf(area: Area, year: number): number {
  const hash = [...area.code].reduce((sum, digit) => (sum * 31 + digit.charCodeAt(0)) % 9973, year);
  return area.level === 'province'
    ? 0
    : area.level === 'district'
      ? 1 + (hash % 2)
      : hash % 4 > 2
        ? 2
        : hash % 2;
}

/** The same from the lists alone, unit by unit, with nothing of the system. */
export function countedByHand(units: AdministrativeUnits, ids: AreaUnits, year: number) {
  const before = byCode(units.before);
  const after = byCode(units.after);
  const { of } = successors(units);
  const provinceBefore = (area: Area): string =>
    area.parentCode === null ? area.code : provinceBefore(before.get(area.parentCode) ?? area);
  const onEve = new Map<string, number>();
  const since = new Map<string, number>();
  const divided = new Map<string, number>();
  const add = (to: Map<string, number>, unit: string, count: number): void =>
    void to.set(unit, (to.get(unit) ?? 0) + count);
  for (const area of units.before) {
    const count = countOf(area, year);
    const oldProvince = provinceBefore(area);
    add(onEve, ids.nation, count);
    add(onEve, ids.old(oldProvince), count);
    if (area.level === 'commune') add(onEve, ids.old(area.code), count);
    add(since, ids.nation, count);
    const to = of(area.code).filter((code) => after.get(code)?.level === 'commune');
    const provinces = new Set(
      to.length > 0 ? to.map((code) => after.get(code)?.parentCode ?? '') : of(oldProvince),
    );
    const [province, ...others] = provinces;
    if (to.length === 1) add(since, ids.new(to[0] ?? ''), count);
    if (to.length > 1) add(divided, others.length === 0 ? ids.new(province ?? '') : ids.nation, count);
    if (province !== undefined && others.length === 0) add(since, ids.new(province), count);
  }
  return { onEve, since, divided };
}
