import type { UnitScope } from '#domain/access/unit-scope.ts';
import { sql, type RawBuilder } from 'kysely';
import { liesIn } from './paths.reads.ts';

/** So many ids are a short list for the database; more are asked by paths. */
export const fewUnits = 300;

/**
 * That a column names a unit of a scope. A national officer sends one path and never a hundred thousand ids: nothing is
 * asked where the scope is everything, a few units are named, and else the places of the scope's day are ranges of
 * paths (db/migrations/0008, unit_place).
 */
export function withinScope(column: string, scope: UnitScope): RawBuilder<boolean> {
  return withinScopes(column, [scope]);
}

/** That a column names a unit of every scope; they may be of different days. */
export function withinScopes(column: string, scopes: readonly UnitScope[]): RawBuilder<boolean> {
  const few = namedUnits(scopes);
  if (few !== null) return sql`${sql.ref(column)} = any(${few}::uuid[])`;
  const narrowing = scopes.filter((scope) => !scope.isEverything);
  if (narrowing.length === 0) return sql`true`;
  return sql`(${sql.join(
    narrowing.map(
      (scope) => sql`${sql.ref(column)} in (
        select area.unit_id from unit_place area where ${standsAt('area', scope.tree.day)} and ${inRanges('area', scope)})`,
    ),
    sql` and `,
  )})`;
}

/** The units of all the scopes in tree order where they are few; null where they are many. */
export function namedUnits(scopes: readonly UnitScope[]): string[] | null {
  const narrowing = scopes.filter((scope) => !scope.isEverything);
  const [smallest, ...others] = narrowing.toSorted((a, b) => a.breadth - b.breadth);
  if (!smallest || smallest.breadth > fewUnits) return null;
  return [...smallest].filter((id) => others.every((scope) => scope.has(id)));
}

/** That a row of `unit_place` is of the main tree and of a day. */
export function standsAt(place: string, day: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${place}.${name}`);
  return sql`${column('tree')} = 'main' and ${column('valid_from')} <= ${day}::date
    and (${column('valid_to')} is null or ${column('valid_to')} > ${day}::date)`;
}

/** That a row of `unit_place` lies in a scope, by its path: what lies below a unit is one range. */
export function inRanges(place: string, scope: UnitScope): RawBuilder<boolean> {
  const ranges = scope.covers
    .filter((cover) => cover.subtree)
    .map((cover) => {
      const top = sql`(select top.path from unit_place top
        where top.unit_id = ${cover.unitId}::uuid and ${standsAt('top', scope.tree.day)})`;
      return liesIn(`${place}.path`, top);
    });
  const alone = scope.covers
    .filter((cover) => !cover.subtree)
    .flatMap((cover) => [cover.unitId, ...scope.tree.predecessors(cover.unitId).map((gone) => gone.id)]);
  const parts =
    alone.length === 0
      ? ranges
      : [...ranges, sql<boolean>`${sql.ref(`${place}.unit_id`)} = any(${alone}::uuid[])`];
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}
