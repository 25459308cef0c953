import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { unitAsked, type AskedDay } from '#server/organisations/asked-day.reads.ts';
import { namedUnits } from '#server/organisations/within-scope.reads.ts';

/** Whose practices a read looks at. */
export interface PracticeArea {
  /** A unit is looked at if it is in all of these. */
  readonly scopes: readonly UnitScope[];
  /** The units in tree order where they are few; null where they are many. */
  readonly few: readonly string[] | null;
  /** On a day gone by: who may read a practice is decided by where it is kept today. Null where that goes without saying. */
  readonly keptBy: UnitScope | null;
}

/**
 * The caller's units, those of one subtree of the asked day where it is named. A practice is seen on a day gone by if
 * both the unit that kept it then and the one that keeps it today are the caller's to read.
 */
export function practiceArea(
  { caller }: Pick<ReadContext, 'caller'>,
  asked: AskedDay,
  unitId: string | undefined,
): PracticeArea {
  const readable = caller.access.scope('practice.read');
  const scopes = unitId === undefined ? [readable] : [readable, unitAsked(asked.tree, unitId)];
  return {
    scopes,
    few: namedUnits(scopes),
    keptBy: asked.past && !readable.isEverything ? readable : null,
  };
}
