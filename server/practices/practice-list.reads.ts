import type { Db } from '#server/platform/database/db.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { filterConditions, type PracticeFilter } from './practice-filter.reads.ts';
import { practiceRowsByIds, type PracticeListRow } from './practice-rows.reads.ts';

/** A page of the practices in the caller's area. */
export async function listPractices(
  read: ReadContext,
  filter: PracticeFilter & { page: number; size: number },
): Promise<{ items: PracticeListRow[]; total: number }> {
  const query = await matchingQuery(read, filter);
  const { total } = await query
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const page = await sorted(query, filter)
    .select('practice.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return {
    items: await practiceRowsByIds(
      read,
      page.map((row) => row.id),
    ),
    total,
  };
}

const ROWS_AT_A_TIME = 500;

/** All that the filter finds, row by row, for an export of any length. */
export async function* eachPractice(
  read: ReadContext,
  filter: PracticeFilter,
): AsyncGenerator<PracticeListRow> {
  const found = await sorted(await matchingQuery(read, filter), filter)
    .select('practice.id')
    .execute();
  for (let at = 0; at < found.length; at += ROWS_AT_A_TIME) {
    const ids = found.slice(at, at + ROWS_AT_A_TIME).map((row) => row.id);
    yield* await practiceRowsByIds(read, ids);
  }
}

type Query = ReturnType<typeof scopedQuery>;

async function matchingQuery(read: ReadContext, filter: PracticeFilter): Promise<Query> {
  const conditions = await filterConditions(read, filter);
  return conditions.reduce(
    (query, condition) => query.where(condition),
    scopedQuery(read.db, unitsAsked(read, filter.unitId)),
  );
}

/** The caller's units in tree order; those of one subtree where the filter names it. */
function unitsAsked(read: ReadContext, unitId: string | undefined): string[] {
  const scope = read.caller.access.scope('practice.read');
  const asked = unitId === undefined ? read.tree.all().map((unit) => unit.id) : read.tree.subtree(unitId);
  return asked.filter((id) => scope.has(id));
}

/** `area.place` is the unit's place in the tree, so that a list by unit reads as the organisation does. */
function scopedQuery(db: Db, unitIds: readonly string[]) {
  return db
    .selectFrom('practice')
    .innerJoin(
      sql<{ id: string; place: number }>`unnest(${[...unitIds]}::uuid[]) with ordinality`.as<'area'>(
        sql`area(id, place)`,
      ),
      'area.id',
      'practice.unit_id',
    )
    .leftJoin('campaign', 'campaign.id', 'practice.campaign_id');
}

function sorted(query: Query, filter: Pick<PracticeFilter, 'sort' | 'order'>): Query {
  const direction = filter.order;
  const byName = sql`practice.name collate "vi-x-icu"`;
  const columns = {
    name: [byName],
    unit: [sql`area.place`, sql`practice.created_at`],
    state: [sql`array_position(${statesInOrder}::text[], practice.state)`, sql`area.place`],
    submitted: [sql`practice.submitted_at`],
    updated: [sql`practice.updated_at`],
    field: [sql`practice.base_field`, sql`practice.field_code`, byName],
  }[filter.sort];
  return [...columns, sql`practice.id`].reduce(
    (sorting, column) =>
      sorting.orderBy(column, (by) => (direction === 'desc' ? by.desc().nullsLast() : by.asc().nullsLast())),
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
