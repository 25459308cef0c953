import { places, type Person, type UnitName } from './reference.ts';
import type { Step } from './walk.ts';
import type { World } from './world.ts';

interface Owned {
  /** Whose grant it is: everybody may see what is his or hers. */
  readonly accountId?: string;
  readonly what: string;
  readonly unit: UnitName;
  /** What a committee made for all beneath it. */
  readonly reachesDown: boolean;
}

/** Whose every record is, by id. */
export type Ownership = ReadonlyMap<string, readonly Owned[]>;

/** Records of one unit, then those of committees, as `what, id, unit_id`. */
const unitRecords = `
  select 'practice' as what, id, unit_id from practice
  union all select 'report', id, unit_id from report
  union all select 'offer', id, unit_id from replication_offer
  union all select 'progress', e.id, p.unit_id from progress_entry e join practice p on p.id = e.practice_id
  union all select 'contribution', e.id, p.unit_id from contribution e join practice p on p.id = e.practice_id
  union all select 'evidence', e.id, p.unit_id from evidence e join practice p on p.id = e.practice_id
  union all select 'file', e.file_id, p.unit_id from evidence e join practice p on p.id = e.practice_id
  union all select 'reward', r.id, p.unit_id from reward_proposal r join practice p on p.id = r.practice_id
  union all select 'upward proposal', u.id, p.unit_id from upward_proposal u join practice p on p.id = u.practice_id
  union all select 'upward proposal', id, to_unit_id from upward_proposal
  union all select 'paper', id, owner_unit_id from document
  union all select 'paper', document_id, unit_id from document_dispatch
  union all select 'body', id, unit_id from body
  union all select 'person', id, unit_id from person
  union all select 'act', c.id, b.unit_id from consolidation c join body b on b.id = c.body_id
  union all select 'post', p.id, b.unit_id from body_position p join body b on b.id = p.body_id
  union all select 'account', account_id, unit_id from role_grant`;

const committeeRecords = `
  select 'unit' as what, id, id as unit_id from unit
  union all select 'campaign', id, owner_unit_id from campaign
  union all select 'meeting', m.id, c.owner_unit_id from meeting m join campaign c on c.id = m.campaign_id
  union all select 'stage', id, owner_unit_id from stage
  union all select 'criteria set', id, owner_unit_id from criteria_set
  union all select 'report form', id, owner_unit_id from report_form
  union all select 'figure set', id, owner_unit_id from reported_figure_set
  union all select 'party term', id, unit_id from party_term`;

export async function ownershipOf(world: World): Promise<Ownership> {
  const nameOfUnit = new Map(Object.entries(world.units).map(([name, id]) => [id, name as UnitName]));
  // The far neighbour has no name of its own in the reference: nobody sits there.
  nameOfUnit.set(world.far.units.neighbour, 'farCommune');
  const owned = new Map<string, Owned[]>();
  for (const [query, reachesDown] of [
    [unitRecords, false],
    [committeeRecords, true],
  ] as const) {
    const { rows } = await world.kheo.connection.pool.query<{ what: string; id: string; unit_id: string }>(
      query,
    );
    for (const { what, id, unit_id } of rows) {
      const unit = nameOfUnit.get(unit_id);
      if (!unit) continue;
      const known = owned.get(id);
      if (known) known.push({ what, unit, reachesDown });
      else owned.set(id, [{ what, unit, reachesDown }]);
    }
  }
  const grants = await world.kheo.connection.pool.query<{ id: string; unit_id: string; account_id: string }>(
    'select id, unit_id, account_id from role_grant',
  );
  for (const { id, unit_id, account_id } of grants.rows) {
    const unit = nameOfUnit.get(unit_id);
    if (unit) owned.set(id, [{ what: 'grant', unit, reachesDown: false, accountId: account_id }]);
  }
  return owned;
}

/** Where a person may meet records of others in the same town, by the nature of the page. */
const sharedInTown: readonly string[] = [
  // Likeness to others' practices is told so that nothing is registered twice; what is offered and shown is meant for others.
  'GET /api/practices/near-duplicates',
  'GET /api/replication',
  'GET /api/gallery',
  // Its owner knows to whom a paper went.
  'GET /api/documents/:id',
  // The plan names the areas of its members and the units that need not register, openly for all.
  'GET /api/campaigns/:id',
];

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids in an answer that belong to units which are none of the person's business. */
export function leaksIn(step: Step, args: unknown, given: { world: World; ownership: Ownership }): string[] {
  const { world, ownership } = given;
  if (step.status >= 400 || !String(step.answer.headers['content-type'] ?? '').includes('json')) return [];
  // Signing in answers about the account signed in to.
  if (step.sample.endsSession) return [];
  const asked = new Set(JSON.stringify(args).match(uuid) ?? []);
  const offered = new Set<string>([...world.near.ofNeighbour, ...world.far.ofNeighbour]);
  const isOwn = (id: string): boolean => id === world.accountOf(step.person) || asked.has(id);
  return idsIn(step.answer.body).flatMap((id) => {
    const owners = ownership.get(id);
    if (!owners || isOwn(id) || owners.some((owner) => isFor(step.person, owner))) return [];
    if (owners.some((owner) => owner.accountId === world.accountOf(step.person))) return [];
    // Roles are handed to colleagues, also to those above.
    if (
      step.sample.key === 'GET /api/delegation-receivers' &&
      owners.some((owner) => isAbove(step.person, owner))
    )
      return [];
    const near = owners.some((owner) => inSameTown(step.person, owner.unit));
    if (step.sample.key === 'GET /api/upward-proposals' && isPutTo(step.person, 'province')) return [];
    if (near && (sharedInTown.includes(step.sample.key) || offered.has(id) || isOfNeighbour(step, owners)))
      return [];
    return [`${owners[0]?.what} ${id} of ${owners[0]?.unit}`];
  });
}

/** What an answer shows, without what names others' records openly: the text of a paper, attempts that decided nothing. */
function idsIn(body: unknown): string[] {
  const { paper, items, ...rest } = (body ?? {}) as { paper?: unknown; items?: unknown };
  const shown = Array.isArray(items)
    ? items.filter((item: { subjectType?: string | null }) => item.subjectType !== null)
    : [items, paper === undefined ? null : 'paper'];
  return [...new Set(JSON.stringify([shown, rest]).match(uuid) ?? [])];
}

/** A level above sees what was proposed to it, with the level that proposes, also without its own subtree. */
function isPutTo(person: Person, unit: UnitName): boolean {
  return typeof person !== 'string' && (places[person.place].covers as readonly UnitName[]).includes(unit);
}

/** A guest reads the offered practice of the neighbour with all that was done in it. */
function isOfNeighbour(step: Step, owners: readonly Owned[]): boolean {
  return (
    step.sample.about === 'offered by the neighbour' && owners.some((owner) => owner.unit === 'neighbour')
  );
}

function isFor(person: Person, owner: Owned): boolean {
  if (typeof person === 'string') return false;
  const place: { covers: readonly UnitName[]; above: readonly UnitName[] } = places[person.place];
  return place.covers.includes(owner.unit) || (owner.reachesDown && place.above.includes(owner.unit));
}

/** At the unit where the person works today, or at one above it. */
function isAbove(person: Person, { unit }: Owned): boolean {
  if (typeof person === 'string' || 'span' in places[person.place]) return false;
  return (places[person.place].above as readonly UnitName[]).includes(unit);
}

const town: readonly UnitName[] = ['town', 'commune', 'village', 'village2', 'hamlet', 'neighbour'];

function inSameTown(person: Person, unit: UnitName): boolean {
  return typeof person !== 'string' && town.includes(places[person.place].at) && town.includes(unit);
}
