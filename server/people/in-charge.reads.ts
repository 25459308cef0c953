import type { peopleApi } from '#contract/people.ts';
import type { ParsedQuery } from '#contract/endpoint.ts';
import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { byPost, type BodyKind } from '#domain/people/bodies.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { memberOf, membersOn, seatOf, type PositionRow } from './members.reads.ts';
import { type BodyRow, bodyRefOf, holds, unitsOn, visibleBody } from './people-scope.reads.ts';

type Query = ParsedQuery<(typeof peopleApi)['GET /api/people/in-charge']>;

/** Who was in charge of a unit, of a field, or of a field at a unit on a day. */
export async function whoIsInCharge(read: ReadContext, query: Query) {
  const day = query.day ?? read.today;
  if (query.unitId !== undefined && !read.caller.access.can('people.read', query.unitId))
    throw new Problem('not_found');
  const { unitId, field } = query;
  return { day, items: unitId || field ? await inCharge(read, { day, unitId, field }) : [] };
}

/** The bodies of a unit with their members on a day, and who is in charge of the unit. */
export async function peopleOfUnit(read: ReadContext, unitId: string, asked: Day | undefined) {
  if (!read.caller.access.can('people.read', unitId)) throw new Problem('not_found');
  const day = asked ?? read.today;
  const bodies = await standingBodies(read, { day, unitId });
  const members = await membersOn(
    read.db,
    bodies.map((body) => body.id),
    day,
  );
  const unitOf = await unitsOn(
    read.db,
    [unitId, ...[...members.values()].flat().flatMap((row) => row.unitIds)],
    day,
  );
  return {
    day,
    bodies: bodies.map((body) => ({
      ...bodyRefOf(body, unitOf),
      members: (members.get(body.id) ?? []).map((row) => memberOf(row, body.kind, unitOf)),
    })),
    inCharge: await inCharge(read, { day, unitId, field: undefined }),
  };
}

interface Charge {
  readonly day: Day;
  readonly unitId: string | undefined;
  readonly field: BaseField | undefined;
}

/** A member in charge of a commune is in charge of its villages too; one without units in charge serves all of them. */
async function inCharge(read: ReadContext, { day, unitId, field }: Charge) {
  const above = unitId === undefined ? [] : await pathOn(read, unitId, day);
  const { rows } = await sql<{ id: string; body_id: string }>`
    select p.id, p.body_id from body_position p join body on body.id = p.body_id
    where ${holds('p', day)} and ${visibleBody(read)}
      and ${field === undefined ? sql`true` : sql`${field} = any(p.fields)`}
      and ${
        unitId === undefined
          ? sql`true`
          : sql`(exists (select 1 from position_area a where a.position_id = p.id and a.unit_id = any(${above}::uuid[]))
        or (${field !== undefined} and body.unit_id = any(${above}::uuid[])
          and not exists (select 1 from position_area a where a.position_id = p.id)))`
      }`.execute(read.db);
  const wanted = new Set(rows.map((row) => row.id));
  const bodies = await standingBodies(read, { day, bodyIds: rows.map((row) => row.body_id) });
  const members = await membersOn(
    read.db,
    bodies.map((body) => body.id),
    day,
  );
  const found = bodies.flatMap((body) =>
    (members.get(body.id) ?? []).filter((row) => wanted.has(row.id)).map((row) => ({ row, body })),
  );
  const unitOf = await unitsOn(
    read.db,
    found.flatMap(({ row, body }) => [body.unit_id, ...row.unitIds]),
    day,
  );
  const isDirect = (row: PositionRow): boolean => unitId === undefined || row.unitIds.includes(unitId);
  return found
    .map(({ row, body }) => ({ row, body, direct: isDirect(row) }))
    .toSorted((a, b) => Number(b.direct) - Number(a.direct) || byPost(a.row, b.row))
    .map(({ row, body, direct }) => ({
      ...seatOf(row, body.kind as BodyKind, unitOf),
      body: bodyRefOf(body, unitOf),
      since: row.validFrom,
      direct,
    }));
}

async function standingBodies(
  read: ReadContext,
  given: { day: Day; unitId?: string; bodyIds?: readonly string[] },
): Promise<BodyRow[]> {
  const { rows } = await sql<BodyRow>`
    select body.* from body where ${visibleBody(read)} and ${holds('body', given.day)}
      and ${given.unitId === undefined ? sql`true` : sql`body.unit_id = ${given.unitId}`}
      and ${given.bodyIds === undefined ? sql`true` : sql`body.id = any(${[...given.bodyIds]}::uuid[])`}
    order by body.name collate "vi-x-icu", body.id`.execute(read.db);
  return rows;
}

/** The unit and all above it, as they stood on the day. */
async function pathOn(read: ReadContext, unitId: string, day: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above(id, parent_id) as (
      select unit_id, parent_id from unit_version v where unit_id = ${unitId} and ${holds('v', day)}
      union
      select v.unit_id, v.parent_id from above join unit_version v on v.unit_id = above.parent_id and ${holds('v', day)}
    ) select id from above`.execute(read.db);
  return rows.map((row) => row.id);
}
