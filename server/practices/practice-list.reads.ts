import type { ReadContext } from '#server/platform/commands/context.ts';
import { askedDay, type AskedDay } from '#server/organisations/asked-day.reads.ts';
import { inRanges, standsAt, withinScope, withinScopes } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';
import { factsOn, type Facts } from './facts-on-day.reads.ts';
import { filterConditions, type PracticeFilter } from './practice-filter.reads.ts';
import { practiceRowsOn, type PracticeListRow } from './practice-rows.reads.ts';
import { practiceArea, type PracticeArea } from './practice-area.reads.ts';

/** A list is counted up to here; above it the screen says "more than". */
export const countedAtMost = 10_000;

export interface PracticePage {
  readonly items: PracticeListRow[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly day: string;
}

/** A page of the practices in the caller's area: as they are, or as they were on `day`. */
export async function listPractices(
  read: ReadContext,
  filter: PracticeFilter & { page: number; size: number },
): Promise<PracticePage> {
  const asked = await askedDay(read, filter.day);
  const list = await practiceQuery(read, filter, asked);
  const offset = (filter.page - 1) * filter.size;
  const page = await list.page(filter.size, offset).execute();
  const reachedEnd = page.length < filter.size && (page.length > 0 || offset === 0);
  const total = reachedEnd ? offset + page.length : await list.count(countedAtMost + 1);
  return {
    items: await practiceRowsOn(
      read,
      asked,
      page.map((row) => row.id),
    ),
    total: reachedEnd ? total : Math.min(total, countedAtMost),
    totalIsExact: reachedEnd || total <= countedAtMost,
    day: asked.day,
  };
}

const ROWS_AT_A_TIME = 500;

/** All that the filter finds, row by row, for an export of any length. */
export async function* eachPractice(
  read: ReadContext,
  filter: PracticeFilter,
): AsyncGenerator<PracticeListRow> {
  const asked = await askedDay(read, filter.day);
  const found = await (await practiceQuery(read, filter, asked)).page().execute();
  for (let at = 0; at < found.length; at += ROWS_AT_A_TIME) {
    const ids = found.slice(at, at + ROWS_AT_A_TIME).map((row) => row.id);
    yield* await practiceRowsOn(read, asked, ids);
  }
}

type Query = ReturnType<typeof byPlace>;

/** The outermost query is made of `facts`, what is inside it of `db`. */
interface Sources {
  readonly db: Db;
  readonly facts: Facts;
}

/** The list as queries: ids of a page in order, and a count that stops at a limit. */
export async function practiceQuery(
  read: Pick<ReadContext, 'db' | 'tree' | 'caller'>,
  filter: PracticeFilter,
  asked: AskedDay,
) {
  const conditions = await filterConditions(read, filter, asked);
  const sources = { db: read.db, facts: factsOn(read.db, asked) };
  const area = practiceArea(read, asked, filter.unitId);
  const matching = (byUnit: boolean): Query =>
    conditions.reduce(
      (query, condition) => query.where(condition),
      fromArea(sources, area, { asked, byUnit }),
    );
  return {
    page: (size?: number, offset = 0) => {
      const query = sorted(matching(filter.sort === 'unit'), filter).select('practice.id');
      return size === undefined ? query : query.limit(size).offset(offset);
    },
    count: async (atMost: number): Promise<number> => {
      const some = matching(asked.past).select('practice.id').limit(atMost);
      const { rows } = await sql<{
        total: number;
      }>`select count(*) as total from (${some}) as counted`.execute(read.db);
      return rows[0]?.total ?? 0;
    },
  };
}

/**
 * The practices of an area, by its breadth: a few units are named; many are walked in the order of their paths, so that
 * a page ends as soon as it is full; and where no order by unit is asked, the area is only a condition.
 */
function fromArea(sources: Sources, area: PracticeArea, how: { asked: AskedDay; byUnit: boolean }): Query {
  const places = placesOf(area, how.asked);
  const { facts } = sources;
  if (area.few !== null)
    return kept(byPlace(facts, places), area).where(
      sql<boolean>`practice.unit_id = any(${[...area.few]}::uuid[])`,
    );
  if (!how.byUnit) return kept(ofAnyUnit(facts), area).where(withinScopes('practice.unit_id', area.scopes));
  return kept(how.asked.past ? unitByUnit(sources, places) : byPlace(facts, places), area);
}

function kept(query: Query, { keptBy }: PracticeArea): Query {
  return keptBy === null ? query : query.where(withinScope('practice.kept_by', keptBy));
}

function byPlace(facts: Facts, places: RawBuilder<boolean>) {
  return facts
    .selectFrom('practice')
    .innerJoin('unit_place as area', 'area.unit_id', 'practice.unit_id')
    .leftJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .where(places);
}

function ofAnyUnit(facts: Facts): Query {
  return facts
    .selectFrom('practice')
    .leftJoin('campaign', 'campaign.id', 'practice.campaign_id') as unknown as Query;
}

/** On a day gone by, each unit's practices are found for themselves: the table of that day is folded into the query. */
function unitByUnit({ db, facts }: Sources, places: RawBuilder<boolean>): Query {
  const ofUnit = db
    .selectFrom('practice')
    .selectAll()
    .where(sql<boolean>`practice.unit_id = area.unit_id`)
    .offset(0)
    .as('practice');
  return facts
    .selectFrom('unit_place as area')
    .innerJoinLateral(ofUnit, (join) => join.onTrue())
    .leftJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .where(places) as unknown as Query;
}

/** Places of the asked day; scopes of another day are asked of that day's places. */
function placesOf({ scopes, few }: PracticeArea, asked: AskedDay): RawBuilder<boolean> {
  if (few !== null) return sql`(${standsAt('area', asked.day)} and area.unit_id = any(${[...few]}::uuid[]))`;
  const narrowing = scopes.filter((scope) => !scope.isEverything);
  const parts = narrowing.map((scope) =>
    scope.tree === asked.tree ? inRanges('area', scope) : withinScope('area.unit_id', scope),
  );
  return sql`(${sql.join([standsAt('area', asked.day), ...parts], sql` and `)})`;
}

function sorted(query: Query, by: Pick<PracticeFilter, 'sort' | 'order'>): Query {
  const direction = by.order;
  const byName = sql`practice.name collate "vi-x-icu"`;
  const columns = {
    name: [byName],
    unit: [sql`area.path`, sql`practice.created_at`],
    state: [sql`array_position(${statesInOrder}::text[], practice.state)`, sql`practice.created_at`],
    submitted: [sql`practice.submitted_at`],
    updated: [sql`practice.updated_at`],
    field: [sql`practice.base_field`, sql`practice.field_code`, byName],
  }[by.sort];
  return [...columns, sql`practice.id`].reduce(
    (sorting, column) =>
      sorting.orderBy(column, (one) =>
        direction === 'desc' ? one.desc().nullsLast() : one.asc().nullsLast(),
      ),
    query,
  );
}

/** The order of the practice's life, not of the alphabet. */
const statesInOrder = [
  'draft',
  'returned',
  'submitted',
  'appraising',
  'assigned',
  'implementing',
  'proposed',
  'recognised',
  'not_recognised',
  'stopped',
  'declined',
  'withdrawn',
  'documented',
];
