import type { Day } from '#domain/kernel/day.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { UnitVersionRow } from './units.reads.ts';

/** Lets one change of the organisation through at a time: its rules look at the whole tree. */
export async function lockOrganisation(db: Db): Promise<void> {
  await db.selectFrom('organisation_revision').select('revision').forUpdate().executeTakeFirstOrThrow();
}

/** The days from `from` on at which the organisation is not as it was the day before. */
export async function daysOfChange(db: Db, from: Day): Promise<Day[]> {
  const begun = await db
    .selectFrom('unit_version')
    .select('valid_from')
    .distinct()
    .where('valid_from', '>', from)
    .execute();
  const ended = await db
    .selectFrom('unit_version')
    .select('valid_to')
    .distinct()
    .where('valid_to', '>', from)
    .execute();
  const days = new Set([from, ...begun.map((row) => row.valid_from)]);
  for (const row of ended) if (row.valid_to !== null) days.add(row.valid_to);
  return [...days].sort();
}

/** The other unit that uses a code on some day from `from` on. */
export async function unitWithCode(
  db: Db,
  wanted: { code: string; from: Day; exceptUnitId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('unit_version')
    .select('unit_id')
    .where('code', '=', wanted.code)
    .where('unit_id', '<>', wanted.exceptUnitId)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', wanted.from)]))
    .executeTakeFirst();
  return row?.unit_id ?? null;
}

export interface NewVersion {
  readonly from: Day;
  readonly parentId: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly nameFolded: string;
  readonly code: string;
  readonly position: number;
}

/** Writes how a unit is from a day on: the version of before ends there, or is mended where it began that very day. */
export async function writeVersion(
  command: CommandContext,
  unitId: string,
  change: { current: UnitVersionRow; next: NewVersion },
): Promise<void> {
  const { current, next } = change;
  const values = {
    parent_id: next.parentId,
    name: next.name,
    short_name: next.shortName,
    name_folded: next.nameFolded,
    code: next.code,
    position: next.position,
  };
  if (current.validFrom === next.from) {
    await command.db.updateTable('unit_version').set(values).where('id', '=', current.id).execute();
    return;
  }
  await command.db
    .updateTable('unit_version')
    .set({ valid_to: next.from })
    .where('id', '=', current.id)
    .execute();
  await command.db
    .insertInto('unit_version')
    .values({
      id: command.newId(),
      unit_id: unitId,
      valid_from: next.from,
      valid_to: current.validTo,
      kind: current.kind,
      ...values,
    })
    .execute();
}

/** Ends a unit: `on` is the first day without it. */
export async function endUnit(db: Db, ended: { unitId: string; versionId: string; on: Day }): Promise<void> {
  await db
    .updateTable('unit_version')
    .set({ valid_to: ended.on })
    .where('id', '=', ended.versionId)
    .execute();
  await db.updateTable('unit').set({ dissolved_on: ended.on }).where('id', '=', ended.unitId).execute();
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
