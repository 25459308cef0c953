/** Which unit of a day a place in a paper is: "thôn Đông, xã Hải Dương", "Hương Xuân". */
import { fixTonePlacement, foldVietnamese } from '#domain/kernel/text.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';

export interface PlaceUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
}

/** Units of one day, ready to be asked for many places. */
export interface PlaceIndex {
  readonly units: ReadonlyMap<string, PlaceUnit>;
  readonly byCore: ReadonlyMap<string, readonly PlaceUnit[]>;
}

const BODY =
  /^(?:ban chap hanh |ban thuong vu )?(?:dang uy|dang bo|chi bo|tinh uy|thanh uy|thi uy|huyen uy|uy ban nhan dan|ubnd|mat tran to quoc(?: viet nam)?|uy ban mttq(?: viet nam)?|mttq)\s+/;
const KIND_WORD =
  /^(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh|thon|ban|ap|buon|lang|xom|khu pho|to dan pho|tdp|khoi pho|khom|xp|tp|tx|tt|p|x)\s+/;

const kindsOfWord: Readonly<Record<string, readonly UnitKind[]>> = {
  ...forWords('xa|phuong|thi tran|dac khu|tt|p|x', ['commune_committee', 'commune']),
  ...forWords('huyen|quan|thi xa|thanh pho|tp|tx', [
    'district_committee',
    'district',
    'province_committee',
    'province',
  ]),
  ...forWords('tinh', ['province_committee', 'province']),
  ...forWords('thon|ban|ap|buon|lang|xom|khu pho|to dan pho|tdp|khoi pho|khom', ['village']),
};

/** Of several units of one place, whose practices it is: the committee before the bodies beside it. */
const standing: readonly UnitKind[] = [
  'commune_committee',
  'village',
  'district_committee',
  'province_committee',
  'commune',
  'district',
  'province',
];

function forWords(words: string, kinds: readonly UnitKind[]): Record<string, readonly UnitKind[]> {
  return Object.fromEntries(words.split('|').map((word) => [word, kinds]));
}

interface PlaceName {
  /** With its accents, which tell "Hương Văn" from "Hương Vân". */
  readonly written: string;
  readonly folded: string;
  /** The name with the words for its kind aside. */
  readonly core: string;
  readonly word: string | null;
}

function readName(written: string): PlaceName {
  const folded = foldVietnamese(written).replace(BODY, '');
  const word = KIND_WORD.exec(folded)?.[1] ?? null;
  const core = word === null ? folded : folded.slice(word.length + 1);
  return { written: accented(written), folded, core: core === '' ? folded : core, word };
}

function accented(text: string): string {
  return ` ${fixTonePlacement(text).toLocaleLowerCase('vi').replaceAll(/\s+/g, ' ').trim()}`;
}

/** Whether a unit's name ends as the place is written, accents and all: "Hương Văn", "Đảng bộ phường Hương Văn". */
function isSpelledAs(unit: PlaceUnit, part: PlaceName): boolean {
  const words = part.core.split(' ').length;
  const core = part.written.trim().split(' ').slice(-words).join(' ');
  return [unit.name, unit.shortName].some((name) => accented(name).endsWith(` ${core}`));
}

export function indexPlaces(units: readonly PlaceUnit[]): PlaceIndex {
  const byCore = new Map<string, PlaceUnit[]>();
  for (const unit of units)
    for (const core of new Set([readName(unit.name).core, readName(unit.shortName).core]))
      byCore.set(core, [...(byCore.get(core) ?? []), unit]);
  return { units: new Map(units.map((unit) => [unit.id, unit])), byCore };
}

/**
 * The units that a place may be, best kind of unit first. Its parts go from the narrow to the wide: where the village
 * is not kept as a unit, the commune around it is the place. More than one: a person chooses.
 */
export function fitPlace(written: string, index: PlaceIndex): PlaceUnit[] {
  const parts = written
    .split(/[,;()]|\s+(?:thuộc|của)\s+|\s+[-–]\s+/u)
    .map(readName)
    .filter((part) => part.core !== '');
  for (const [at, part] of parts.entries()) {
    const fitting = unitsNamed(part, index);
    if (fitting.length === 0) continue;
    const wider = parts.slice(at + 1).flatMap((one) => unitsNamed(one, index));
    const within = fitting.filter((unit) => wider.some((one) => isBelow(unit, one.id, index)));
    return within.length > 0 ? within : fitting;
  }
  return [];
}

function unitsNamed(part: PlaceName, index: PlaceIndex): PlaceUnit[] {
  const named = index.byCore.get(part.core) ?? [];
  const kinds = part.word === null ? null : (kindsOfWord[part.word] ?? null);
  const possible = kinds === null ? named : named.filter((unit) => kinds.includes(unit.kind));
  // "xã Phú Xuân" beside "phường Phú Xuân": the very word decides where both are there.
  const exact = possible.filter((unit) =>
    [unit.name, unit.shortName].some((name) => readName(name).folded === part.folded),
  );
  const worded = exact.length > 0 ? exact : possible;
  const spelled = worded.filter((unit) => isSpelledAs(unit, part));
  const left = spelled.length > 0 ? spelled : worded;
  const best = standing.find((kind) => left.some((unit) => unit.kind === kind));
  return best === undefined ? [] : left.filter((unit) => unit.kind === best);
}

function isBelow(unit: PlaceUnit, aboveId: string, index: PlaceIndex): boolean {
  let at = unit.parentId;
  for (let steps = 0; at !== null && steps < 12; steps += 1) {
    if (at === aboveId) return true;
    at = index.units.get(at)?.parentId ?? null;
  }
  return false;
}

/** What a written place says beyond the name of its unit: "thôn Đông" of "thôn Đông, xã Hải Dương". */
export function beyondName(written: string, unit: Pick<PlaceUnit, 'name' | 'shortName'>): string {
  const names = new Set([unit.name, unit.shortName].map((name) => readName(name).core));
  return written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !names.has(readName(part).core))
    .join(', ');
}

/** The unit that keeps practices at a place: the village's commune, the unit itself else. */
export function keeperOf(unit: PlaceUnit, index: PlaceIndex): PlaceUnit {
  const above = unit.parentId === null ? undefined : index.units.get(unit.parentId);
  return unit.kind === 'village' && above ? above : unit;
}

/** A unit by its own full name, as owners are written ("Hội Nông dân phường Hương Xuân"). */
export function unitCalled(written: string, index: PlaceIndex): PlaceUnit | null {
  const folded = foldVietnamese(written);
  if (folded === '') return null;
  const found = [...index.units.values()].filter((unit) =>
    [unit.name, unit.shortName].some((name) => foldVietnamese(name) === folded),
  );
  const [one] = found;
  return found.length === 1 && one ? one : null;
}
