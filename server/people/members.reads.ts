import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Day } from '#domain/kernel/day.ts';
import { byPost, type BodyKind, type Post, postWord } from '#domain/people/bodies.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { holds, type UnitRef } from './people-scope.reads.ts';

/** One post of a person in a body over its span, as it stands in the tables. */
export interface PositionRow {
  readonly id: string;
  readonly bodyId: string;
  readonly personId: string;
  readonly name: string;
  readonly post: Post;
  readonly title: string;
  readonly fields: readonly BaseField[];
  readonly unitIds: readonly string[];
  readonly ordinal: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** The acts that began and ended it. */
  readonly begunBy: string;
  readonly endedBy: string | null;
}

const columns = sql`p.id, p.body_id as "bodyId", p.person_id as "personId", person.name, p.post, p.title, p.fields,
  p.ordinal, p.valid_from as "validFrom", p.valid_to as "validTo",
  p.begun_by as "begunBy", p.ended_by as "endedBy",
  coalesce((select array_agg(a.unit_id order by a.unit_id) from position_area a where a.position_id = p.id), '{}') as "unitIds"`;

/** Who sat in the bodies on a day, by body, in the order of a decision. */
export async function membersOn(
  db: Db,
  bodyIds: readonly string[],
  day: Day,
): Promise<Map<string, PositionRow[]>> {
  if (bodyIds.length === 0) return new Map();
  const { rows } = await sql<PositionRow>`
    select ${columns} from body_position p join person on person.id = p.person_id
    where p.body_id = any(${[...bodyIds]}::uuid[]) and ${holds('p', day)}`.execute(db);
  const byBody = Map.groupBy(rows, (row) => row.bodyId);
  for (const members of byBody.values()) members.sort(byPost);
  return byBody;
}

/** Every post a person ever held, newest first. */
export async function positionsOfPerson(db: Db, personId: string): Promise<PositionRow[]> {
  const { rows } = await sql<PositionRow>`
    select ${columns} from body_position p join person on person.id = p.person_id
    where p.person_id = ${personId} order by p.valid_from desc, p.id`.execute(db);
  return rows;
}

/** What somebody is in a body, for screens; the post is called as its kind of body calls it. */
export function seatOf(row: PositionRow, kind: BodyKind, unitOf: (id: string) => UnitRef) {
  return {
    person: { id: row.personId, name: row.name },
    post: row.post,
    postName: postWord(kind, row.post),
    title: row.title,
    fields: [...row.fields],
    areas: row.unitIds.map(unitOf),
  };
}

export function memberOf(row: PositionRow, kind: BodyKind, unitOf: (id: string) => UnitRef) {
  return { positionId: row.id, ...seatOf(row, kind, unitOf), since: row.validFrom };
}
