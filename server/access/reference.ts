/**
 * Who may do what, written down a second time from domain.md §7 as plain data. Nothing here comes from the
 * application: where the two differ, one of them is wrong.
 */
export type UnitName =
  | 'province'
  | 'town'
  | 'otherTown'
  | 'commune'
  | 'village'
  | 'village2'
  /** Merged into the village: what it left is the village's. */
  | 'hamlet'
  | 'neighbour'
  | 'farProvince'
  | 'farTown'
  | 'farCommune';

const roleNames = [
  'standing_officer',
  'unit_officer',
  'steering_member',
  'inspector',
  'leader',
  'province_officer',
  'administrator',
  'citizen',
] as const;
type RoleName = (typeof roleNames)[number];

const offices = [
  'standing_officer',
  'unit_officer',
  'steering_member',
  'leader',
  'province_officer',
] as const;

/** Permission → the roles that hold it. */
const holders = {
  'organisation.read': [...offices, 'inspector', 'administrator'],
  'organisation.manage': ['administrator'],
  'people.read': [...offices, 'administrator'],
  'people.manage': ['standing_officer', 'administrator'],
  'account.manage': ['administrator'],
  'audit.read': ['administrator'],
  'campaign.read': [...offices, 'inspector'],
  'campaign.manage': ['standing_officer'],
  'criteria.manage': ['standing_officer'],
  'practice.read': [...offices, 'inspector'],
  'practice.register': ['unit_officer'],
  'practice.appraise': ['standing_officer'],
  'practice.implement': ['unit_officer'],
  'practice.inspect': ['standing_officer', 'steering_member', 'inspector'],
  'practice.decide': ['standing_officer'],
  'practice.replicate': ['unit_officer'],
  'replication.offer': ['standing_officer'],
  'reward.propose': ['standing_officer'],
  'upward.record': ['standing_officer', 'province_officer'],
  'document.read': offices,
  'document.draft': ['standing_officer'],
  'document.issue': ['standing_officer', 'leader'],
  'document.receive': ['standing_officer', 'unit_officer'],
  'document.acknowledge': ['standing_officer', 'unit_officer'],
  'figure.read': offices,
  'figure.report': ['standing_officer'],
  'unit_report.read': offices,
  'unit_report.write': ['unit_officer'],
  'unit_report.approve': ['unit_officer', 'leader'],
  'unit_report.review': ['standing_officer', 'leader'],
  'report_form.manage': ['standing_officer'],
  'gallery.read': [...offices, 'inspector', 'administrator', 'citizen'],
} as const satisfies Record<string, readonly RoleName[]>;

export type PermissionName = keyof typeof holders;

function roleHolds(role: RoleName, permission: PermissionName): boolean {
  return (holders[permission] as readonly RoleName[]).includes(role);
}

/** A place to hold a role at. `covers` are the units it reaches down to, `above` those that lead up from it. */
interface Place {
  readonly at: UnitName;
  readonly covers: readonly UnitName[];
  readonly above: readonly UnitName[];
  /** Not in force today. */
  readonly span?: { readonly from: string; readonly to: string | null };
  readonly subtree?: false;
  /** At a unit that was merged away, and not given anew at what follows it: in force, and good for nothing. */
  readonly mergedAway?: true;
}

const underTown: readonly UnitName[] = ['town', 'commune', 'village', 'village2', 'hamlet', 'neighbour'];
const underCommune: readonly UnitName[] = ['commune', 'village', 'village2', 'hamlet'];
const ended = { from: '2020-01-01', to: '2026-03-01' } as const;
const future = { from: '2026-03-03', to: null } as const;

/** Every relation of a grant to a record of the town and to one of the commune. */
export const places = {
  province: { at: 'province', covers: ['province', 'otherTown', ...underTown], above: [] },
  provinceAlone: { at: 'province', covers: ['province'], above: [], subtree: false },
  town: { at: 'town', covers: underTown, above: ['province'] },
  townAlone: { at: 'town', covers: ['town'], above: ['province'], subtree: false },
  commune: { at: 'commune', covers: underCommune, above: ['town', 'province'] },
  communeAlone: { at: 'commune', covers: ['commune'], above: ['town', 'province'], subtree: false },
  village: { at: 'village', covers: ['village', 'hamlet'], above: ['commune', 'town', 'province'] },
  villageAlone: {
    at: 'village',
    covers: ['village', 'hamlet'],
    above: ['commune', 'town', 'province'],
    subtree: false,
  },
  hamlet: { at: 'hamlet', covers: [], above: [], mergedAway: true },
  neighbour: { at: 'neighbour', covers: ['neighbour'], above: ['town', 'province'] },
  otherTown: { at: 'otherTown', covers: ['otherTown'], above: ['province'] },
  farProvince: { at: 'farProvince', covers: ['farProvince', 'farTown', 'farCommune'], above: [] },
  farTown: { at: 'farTown', covers: ['farTown', 'farCommune'], above: ['farProvince'] },
  farCommune: { at: 'farCommune', covers: ['farCommune'], above: ['farTown', 'farProvince'] },
  townEnded: { at: 'town', covers: [], above: [], span: ended },
  communeEnded: { at: 'commune', covers: [], above: [], span: ended },
  townFuture: { at: 'town', covers: [], above: [], span: future },
  communeFuture: { at: 'commune', covers: [], above: [], span: future },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof places;

/** Somebody who calls: a role at a place, a signed-in person without any role, or a stranger. */
export type Person = { readonly role: RoleName; readonly place: PlaceName } | 'without_role' | 'stranger';

export const people: readonly Person[] = [
  ...roleNames.flatMap((role) => (Object.keys(places) as PlaceName[]).map((place) => ({ role, place }))),
  'without_role',
  'stranger',
];

export function nameOf(person: Person): string {
  return typeof person === 'string' ? person : `${person.role} at ${person.place}`;
}

/** What opens something: a permission that covers all of `at` (or one of `oneOf`), or is held below a unit. */
export interface Opening {
  readonly permission: PermissionName;
  readonly at?: readonly UnitName[];
  readonly oneOf?: readonly UnitName[];
  /** Open also to those who work beneath this unit. */
  readonly fromBelow?: UnitName;
}

/** The rule of an endpoint for one record. */
export type Rule =
  | 'public'
  | 'signed_in'
  | {
      /** Asked at any unit before the record is looked at. */
      readonly gate: PermissionName | 'signed_in';
      /** What the record asks; a list asks nothing more. */
      readonly needs?: readonly Opening[];
      /** Who else may know that the record is there: they are told 403, everybody else 404. */
      readonly seen?: readonly Opening[];
      /** For whom a unit named in the body is out of reach: 403 says nothing about whether it exists. */
      readonly unseen?: 403;
    };

export type Verdict = 'allowed' | 401 | 403 | 404;

export function verdict(rule: Rule, person: Person): Verdict {
  if (rule === 'public') return 'allowed';
  if (person === 'stranger') return 401;
  if (rule === 'signed_in') return 'allowed';
  if (rule.gate !== 'signed_in' && !holdsAnywhere(person, rule.gate)) return 403;
  if ((rule.needs ?? []).every((opening) => opens(person, opening))) return 'allowed';
  const seen = (rule.seen ?? []).length > 0 && rule.seen?.every((opening) => opens(person, opening));
  return seen ? 403 : (rule.unseen ?? 404);
}

function holdsAnywhere(person: Person, permission: PermissionName): boolean {
  if (typeof person === 'string') return false;
  return isInForce(person.place) && roleHolds(person.role, permission);
}

export function isInForce(place: PlaceName): boolean {
  const { span, mergedAway }: Place = places[place];
  return span === undefined && mergedAway === undefined;
}

function opens(person: Person, opening: Opening): boolean {
  if (typeof person === 'string' || !holdsAnywhere(person, opening.permission)) return false;
  const place: Place = places[person.place];
  const reach = (unit: UnitName): boolean => place.covers.includes(unit);
  if (
    opening.fromBelow !== undefined &&
    (reach(opening.fromBelow) || place.above.includes(opening.fromBelow))
  )
    return true;
  if (opening.oneOf?.some(reach)) return true;
  return opening.at !== undefined && opening.at.every(reach);
}
