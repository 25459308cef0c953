import type { Day } from '#domain/kernel/day.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { FormContent } from '#domain/reports/form.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { FormRecord } from './form-record.reads.ts';

/** Makes the head of a form; null where its owner has one with this code. */
export async function insertForm(
  command: CommandContext,
  form: Omit<FormRecord, 'id' | 'version' | 'revisions'>,
): Promise<string | null> {
  const row = await command.db
    .insertInto('report_form')
    .values({
      id: command.newId(),
      owner_unit_id: form.ownerUnitId,
      code: form.code,
      name: form.name,
      period_kind: form.periodKind,
      asked_from: form.askedFrom,
      asked_to: form.askedTo,
      custom_from: form.customFrom,
      custom_to: form.customTo,
      created_at: command.now,
    })
    .onConflict((conflict) => conflict.columns(['owner_unit_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface NewRevision {
  readonly revision: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly unitKinds: readonly UnitKind[];
  readonly legalBasis: string;
  readonly content: FormContent;
}

export async function insertRevision(
  command: CommandContext,
  formId: string,
  revision: NewRevision,
): Promise<void> {
  await command.db
    .insertInto('report_form_revision')
    .values({
      form_id: formId,
      revision: revision.revision,
      valid_from: revision.validFrom,
      valid_to: revision.validTo,
      unit_kinds: [...revision.unitKinds],
      legal_basis: revision.legalBasis,
      content: JSON.stringify(revision.content),
      saved_by: command.caller.accountId,
      saved_at: command.now,
    })
    .execute();
}

/** Writes over a revision that nobody has answered. */
export async function replaceRevision(
  command: CommandContext,
  formId: string,
  revision: NewRevision,
): Promise<void> {
  await command.db
    .updateTable('report_form_revision')
    .set({
      valid_from: revision.validFrom,
      unit_kinds: [...revision.unitKinds],
      legal_basis: revision.legalBasis,
      content: JSON.stringify(revision.content),
      saved_by: command.caller.accountId,
      saved_at: command.now,
    })
    .where('form_id', '=', formId)
    .where('revision', '=', revision.revision)
    .execute();
}

export async function endRevision(
  command: CommandContext,
  at: { formId: string; revision: number },
  validTo: Day,
): Promise<void> {
  await command.db
    .updateTable('report_form_revision')
    .set({ valid_to: validTo })
    .where('form_id', '=', at.formId)
    .where('revision', '=', at.revision)
    .execute();
}

/** Changes the head over the version that was read; null where somebody saved in between. */
export async function updateForm(
  command: CommandContext,
  id: string,
  given: {
    version: number;
    name?: string;
    askedTo?: Day | null;
  },
): Promise<number | null> {
  const row = await command.db
    .updateTable('report_form')
    .set((set) => ({
      ...(given.name === undefined ? {} : { name: given.name }),
      ...(given.askedTo === undefined ? {} : { asked_to: given.askedTo }),
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', given.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** One change of a form at a time; whoever only refers to it (totals, extensions) does not wait. */
export async function lockForm(command: CommandContext, id: string): Promise<void> {
  await command.db.selectFrom('report_form').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Reports answered with a revision, or with any, and the newest period of those that were sent. */
export async function answersOf(
  command: CommandContext,
  at: { formId: string; revision?: number },
): Promise<{ count: number; lastSent: Day | null }> {
  const row = await command.db
    .selectFrom('report')
    .select([
      (of) => of.fn.countAll<number>().as('count'),
      (of) => of.fn.max('period_from').filterWhere('state', 'in', ['submitted', 'accepted']).as('last_sent'),
    ])
    .where('form_id', '=', at.formId)
    .$if(at.revision !== undefined, (query) => query.where('form_revision', '=', at.revision ?? 0))
    .executeTakeFirstOrThrow();
  return { count: row.count, lastSent: row.last_sent ?? null };
}

export async function setHoliday(
  command: CommandContext,
  day: Day,
  given: { name: string; works: boolean },
): Promise<void> {
  await command.db
    .insertInto('holiday')
    .values({ day, ...given, set_by: command.caller.accountId, set_at: command.now })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet({ ...given, set_by: command.caller.accountId, set_at: command.now }),
    )
    .execute();
}

export async function removeHoliday(command: CommandContext, day: Day): Promise<void> {
  await command.db.deleteFrom('holiday').where('day', '=', day).execute();
}
