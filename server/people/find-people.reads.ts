import type { Day } from '#domain/kernel/day.ts';
import { bodyKindWords, postWord, type BodyKind, type Post } from '#domain/people/bodies.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { holds, visibleBody, visiblePerson } from './people-scope.reads.ts';

interface Hit {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly link: string;
}

/** Persons and bodies whose name holds the folded words, with what they are on the day: for the search of everything. */
export async function findPeople(
  read: ReadContext,
  wanted: { folded: string; day: Day; most: number },
): Promise<Hit[]> {
  if (!read.caller.access.holds('people.read')) return [];
  const like = `%${wanted.folded}%`;
  const [bodies, persons] = await Promise.all([
    sql<{ id: string; name: string; kind: BodyKind }>`
      select id, name, kind from body
      where ${visibleBody(read)} and name_folded like ${like} and ${holds('body', wanted.day)}
      order by name collate "vi-x-icu", id limit ${wanted.most}`.execute(read.db),
    sql<{ id: string; name: string; kind: BodyKind | null; post: Post; body: string }>`
      select person.id, person.name, held.kind, held.post, held.body
      from person
      left join lateral (
        select body.kind, p.post, body.name as body from body_position p join body on body.id = p.body_id
        where p.person_id = person.id and ${holds('p', wanted.day)} and ${visibleBody(read)}
        order by p.valid_from limit 1) held on true
      where ${visiblePerson(read)} and person.name_folded like ${like}
      order by held.kind is null, person.name collate "vi-x-icu", person.id limit ${wanted.most}`.execute(
      read.db,
    ),
  ]);
  return [
    ...persons.rows.map((row) => ({
      id: row.id,
      title: row.name,
      detail: row.kind === null ? 'Không giữ chức danh nào' : `${postWord(row.kind, row.post)} · ${row.body}`,
      link: `/to-chuc/nguoi/${row.id}`,
    })),
    ...bodies.rows.map((row) => ({
      id: row.id,
      title: row.name,
      detail: bodyKindWords[row.kind],
      link: `/to-chuc/ban-khoi-to/${row.id}`,
    })),
  ].slice(0, wanted.most);
}
