import type { Day } from '#domain/kernel/day.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';

/** Lets one change of the organisation through at a time: its rules look at the whole tree. */
export async function lockOrganisation(db: Db): Promise<void> {
  await db.selectFrom('organisation_revision').select('revision').forUpdate().executeTakeFirstOrThrow();
}

export interface TermRow {
  readonly id: string;
  readonly name: string;
  readonly beginsOn: Day;
  readonly endsOn: Day | null;
}

/** The terms of a unit that share a day with a span. */
export async function termsWithin(
  db: Db,
  unitId: string,
  span: { from: Day; to: Day | null },
): Promise<TermRow[]> {
  let query = db
    .selectFrom('party_term')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', span.from)]));
  if (span.to !== null) query = query.where('begins_on', '<=', span.to);
  const rows = await query.orderBy('begins_on').execute();
  return rows.map((row) => ({ id: row.id, name: row.name, beginsOn: row.begins_on, endsOn: row.ends_on }));
}

export async function insertTerm(
  command: CommandContext,
  term: { unitId: string; name: string; beginsOn: Day; endsOn: Day | null },
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('party_term')
    .values({
      id,
      unit_id: term.unitId,
      name: term.name,
      begins_on: term.beginsOn,
      ends_on: term.endsOn,
    })
    .execute();
  return id;
}

export async function endTerm(db: Db, termId: string, endsOn: Day): Promise<void> {
  await db.updateTable('party_term').set({ ends_on: endsOn }).where('id', '=', termId).execute();
}
