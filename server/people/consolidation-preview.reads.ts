import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Consolidation } from '#domain/people/consolidation.ts';
import { moveOf, movesOf, type NamedSeat } from './acts.reads.ts';
import { openWorkOf } from './open-work.reads.ts';
import { type BodyRow, visiblePersons } from './people-scope.reads.ts';

/** Somebody not entered yet has no page to open: all zeros stand for the id. */
const nobody = '00000000-0000-4000-8000-000000000000';

/** What a consolidation would do, for the eye; with the open work of those who would go. */
export async function describePlan(
  read: ReadContext,
  { body, moves }: { body: BodyRow; moves: Consolidation<NamedSeat & { isNew: boolean }> },
) {
  const going = await visiblePersons(
    read,
    moves.goes.map((seat) => seat.personId),
  );
  const goes = [];
  for (const seat of moves.goes) {
    const person = going.get(seat.personId);
    const kept = person && read.caller.access.can('people.manage', person.unit_id);
    goes.push({
      ...moveOf(seat, body.kind),
      openWork: kept ? await openWorkOf(read, person, body.id) : [],
    });
  }
  return {
    comes: moves.comes.map(({ isNew, ...seat }) => ({
      ...moveOf(isNew ? { ...seat, personId: nobody } : seat, body.kind),
      isNew,
    })),
    goes,
    stays: moves.stays.map((seat) => moveOf(seat, body.kind)),
    changes: movesOf({ ...moves, stays: 0 }, body.kind).changes,
  };
}
