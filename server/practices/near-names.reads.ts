import type { practicesApi } from '#contract/practices.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { yearOf } from '#domain/kernel/day.ts';
import {
  coreOfName,
  foldVietnamese,
  looksLikeSameName,
  nameSimilarity,
  normaliseText,
} from '#domain/kernel/text.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { placeName, unitsByIds } from './practice-rows.reads.ts';

export type NearDuplicate = ResponseOf<
  (typeof practicesApi)['GET /api/practices/near-duplicates']
>['items'][number];

type Read = Pick<ReadContext, 'db' | 'today' | 'tree' | 'caller'>;

export interface NamedPlace {
  readonly name: string;
  readonly unitId: string;
  readonly placeUnitId: string | null;
  readonly exceptId: string | null;
}

/** The answer while a name is typed, for somebody who registers for this unit. */
export async function nearDuplicatesFor(
  read: Read,
  asked: { name: string; unitId: string; placeUnitId?: string | undefined; exceptId?: string | undefined },
): Promise<{ items: NearDuplicate[] }> {
  if (!read.caller.access.can('practice.register', asked.unitId)) throw new Problem('forbidden');
  const items = await nearDuplicates(read, {
    name: normaliseText(asked.name),
    unitId: asked.unitId,
    placeUnitId: asked.placeUnitId ?? null,
    exceptId: asked.exceptId ?? null,
  });
  return { items };
}

/**
 * Practices with a like name under the same committees in the last two years: at the same place, or of another
 * body. Of a unit outside the caller's area only name, unit and state are told.
 */
export async function nearDuplicates(read: Read, asked: NamedPlace): Promise<NearDuplicate[]> {
  const campaignIds = await recentCampaigns(read, asked.unitId);
  const found = await likeNames(read.db, { names: [asked.name], campaignIds });
  const near = found
    .filter((one) => one.id !== asked.exceptId && isTold(read, one))
    .map((one) => ({
      ...one,
      similarity: nameSimilarity(asked.name, one.name),
      samePlace: one.placeUnitId !== null && one.placeUnitId === asked.placeUnitId,
    }))
    .filter(
      (one) =>
        looksLikeSameName(asked.name, one.name) || (one.samePlace && one.similarity >= ENOUGH_AT_SAME_PLACE),
    )
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, 8);
  const unitOf = await unitsByIds(
    read,
    near.flatMap((one) => [one.unitId, one.placeUnitId]),
  );
  return near.map((one) => ({
    id: one.id,
    name: one.name,
    unit: unitOf(one.unitId),
    placeName: read.caller.access.can('practice.read', one.unitId)
      ? placeName(one.placeText, one.placeUnitId === null ? null : unitOf(one.placeUnitId).name)
      : '',
    state: one.state,
    year: one.year,
    similarity: Math.round(one.similarity * 100) / 100,
    samePlace: one.samePlace,
    otherBody: one.unitId !== asked.unitId,
  }));
}

const ENOUGH_AT_SAME_PLACE = 0.6;

/** Another unit's unsent draft is nobody else's business. */
function isTold(read: Read, one: { state: PracticeState; unitId: string }): boolean {
  return one.state !== 'draft' || read.caller.access.can('practice.register', one.unitId);
}

/** Campaigns of this year and the two before, of the committees above a unit (and its own). */
export async function recentCampaigns(
  read: Pick<ReadContext, 'db' | 'today' | 'tree'>,
  unitId: string,
): Promise<string[]> {
  const owners = read.tree.pathTo(unitId);
  if (owners.length === 0) return [];
  const rows = await read.db
    .selectFrom('campaign')
    .select('id')
    .where('owner_unit_id', 'in', owners)
    .where('year', '>=', yearOf(read.today) - 2)
    .execute();
  return rows.map((row) => row.id);
}

export interface LikeName {
  /** The name asked for to which this one is near. */
  readonly asked: string;
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly placeUnitId: string | null;
  readonly placeText: string;
  readonly state: PracticeState;
  readonly year: number | null;
}

/**
 * Candidates by trigrams of the folded names, all names in one query: near as a whole (at least 0.45), or the
 * typed name without its generic opening is contained in the other. The rule of likeness proper is the domain's.
 */
export async function likeNames(
  db: Db,
  asked: { names: readonly string[]; campaignIds: readonly string[] },
): Promise<LikeName[]> {
  if (asked.campaignIds.length === 0) return [];
  const names = asked.names.filter((name) => foldVietnamese(name).length >= 3);
  const { rows } = await sql<LikeName>`
    select typed.name as asked, p.id, p.name, p.unit_id as "unitId", p.place_unit_id as "placeUnitId",
      p.place_text as "placeText", p.state, c.year
    from unnest(${names}::text[], ${names.map(foldVietnamese)}::text[], ${names.map(coreOfName)}::text[])
      as typed(name, folded, core)
    cross join lateral (
      select p.* from practice p
      where (p.name_folded % typed.folded or typed.core <% p.name_folded)
        and (similarity(p.name_folded, typed.folded) >= 0.45 or word_similarity(typed.core, p.name_folded) >= 0.6)
        and p.campaign_id = any(${[...asked.campaignIds]}::uuid[])
        and p.state not in ('withdrawn', 'declined')
      order by word_similarity(typed.core, p.name_folded) desc, p.id
      limit 60
    ) p
    join campaign c on c.id = p.campaign_id`.execute(db);
  return rows;
}

/** The unit's practice of the campaign before that is most like this one: what appraisers hold it against. */
export async function lastYearOf(
  db: Db,
  practice: { unit_id: string; campaign_id: string | null; name: string; source_practice_id: string | null },
): Promise<{ id: string; name: string; state: PracticeState; content: string } | null> {
  if (practice.campaign_id === null) return null;
  const rows = await db
    .selectFrom('practice')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .innerJoin('campaign as now', (join) =>
      join
        .onRef('now.owner_unit_id', '=', 'campaign.owner_unit_id')
        .on(sql<boolean>`campaign.year = now.year - 1`),
    )
    .select(['practice.id', 'practice.name', 'practice.state', 'practice.content'])
    .where('now.id', '=', practice.campaign_id)
    .where('practice.unit_id', '=', practice.unit_id)
    .where('practice.state', 'not in', ['draft', 'withdrawn'])
    .execute();
  const likeness = (row: { id: string; name: string }): number =>
    row.id === practice.source_practice_id ? 2 : nameSimilarity(practice.name, row.name);
  const [best] = rows.toSorted((a, b) => likeness(b) - likeness(a));
  if (!best || likeness(best) < LIKE_LAST_YEAR) return null;
  return { ...best, state: best.state as PracticeState };
}

const LIKE_LAST_YEAR = 0.35;
