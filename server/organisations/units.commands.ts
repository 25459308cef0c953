import type { ParsedBody } from '#contract/endpoint.ts';
import type { organisationsApi } from '#contract/organisations.ts';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { visibleUnits } from './units.reads.ts';
import { endTerm, insertTerm, lockOrganisation, termsWithin } from './units.store.ts';

type Term = ParsedBody<(typeof organisationsApi)['POST /api/units/:id/terms']>;

/** Declares a term; one before it that had no end ends on the day before. */
export async function declareTerm(
  command: CommandContext,
  unitId: string,
  term: Term,
): Promise<{ id: string }> {
  mayManage(command, unitId);
  if (term.endsOn !== null && term.endsOn <= term.beginsOn)
    throw invalidInput([{ path: 'endsOn', message: 'Ngày kết thúc phải sau ngày bắt đầu' }]);
  await lockOrganisation(command.db);
  for (const other of await termsWithin(command.db, unitId, { from: term.beginsOn, to: term.endsOn })) {
    const lastDay = addDays(term.beginsOn, -1);
    if (other.endsOn !== null || other.beginsOn >= lastDay)
      throw invalidInput([
        {
          path: 'beginsOn',
          message: `Trùng thời gian với nhiệm kỳ ${other.name} (từ ${formatDay(other.beginsOn)})`,
        },
      ]);
    await endTerm(command.db, other.id, lastDay);
  }
  const id = await insertTerm(command, { unitId, ...term });
  await command.record({
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    action: 'declare_term',
    details: { name: term.name, beginsOn: term.beginsOn, endsOn: term.endsOn },
  });
  return { id };
}

/** Gate 2: who does not see the unit is told nothing; who sees it but may not manage it is told so. */
function mayManage(command: CommandContext, unitId: string): void {
  if (command.caller.access.can('organisation.manage', unitId)) return;
  throw new Problem(visibleUnits(command, command.tree).has(unitId) ? 'forbidden' : 'not_found');
}
