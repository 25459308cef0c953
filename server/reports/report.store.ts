import type { Day } from '#domain/kernel/day.ts';
import type { Figures } from '#domain/reports/figures.ts';
import type { Indicator } from '#domain/reports/form.ts';
import type { ReportState } from '#domain/reports/report.workflow.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { exactArray } from './exact.reads.ts';
import type { KnownFigures } from './profile-figures.reads.ts';
import type { Pin, StoredReport } from './report-record.reads.ts';

export interface NewReport {
  readonly formId: string;
  readonly revision: number;
  readonly unitId: string;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly dueOn: Day;
  readonly indicators: readonly Indicator[];
}

/** Begins a report; null where somebody has begun it already. */
export async function insertReport(command: CommandContext, given: NewReport): Promise<string | null> {
  const none = given.indicators.map(() => null);
  const row = await command.db
    .insertInto('report')
    .values({
      id: command.newId(),
      form_id: given.formId,
      form_revision: given.revision,
      unit_id: given.unitId,
      period_from: given.period.from,
      period_to: given.period.to,
      state: 'draft',
      counted: exactArray(none),
      stated: exactArray(none),
      figures: exactArray(none),
      contribution: exactArray(none.map(() => 0n)),
      due_on: given.dueOn,
      created_at: command.now,
      updated_at: command.now,
    })
    .onConflict((conflict) => conflict.columns(['form_id', 'period_from', 'unit_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface Saved {
  /** What it says is other than before: whoever saves has written it. */
  readonly written: boolean;
  readonly nothingToReport: boolean;
  readonly stated: Figures;
  readonly reasons: Readonly<Record<string, string>>;
  readonly narrative: Readonly<Record<string, string>>;
  /** Where the draft goes over to another version of its form. */
  readonly carry?: { readonly revision: number; readonly counted: Figures; readonly dueOn: Day };
}

/** Saves a draft over the version that was read; null where somebody saved in between. */
export async function updateDraft(
  command: CommandContext,
  report: Pick<StoredReport, 'id' | 'version'>,
  saved: Saved,
): Promise<number | null> {
  const row = await command.db
    .updateTable('report')
    .set((set) => ({
      nothing_to_report: saved.nothingToReport,
      stated: exactArray(saved.stated),
      reasons: JSON.stringify(saved.reasons),
      narrative: JSON.stringify(saved.narrative),
      ...(saved.written && writtenNow(command)),
      ...(saved.carry && {
        form_revision: saved.carry.revision,
        due_on: saved.carry.dueOn,
        counted: exactArray(saved.carry.counted),
        figures: exactArray(saved.carry.counted.map(() => null)),
        contribution: exactArray(saved.carry.counted.map(() => 0n)),
      }),
      updated_at: command.now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', report.id)
    .where('version', '=', report.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

function writtenNow(command: CommandContext) {
  return { written_by: command.caller.accountId, written_at: command.now };
}

/** Notes who changed what goes with a report: its evidence is part of what is signed off. */
export async function noteWriter(command: CommandContext, id: string): Promise<void> {
  await command.db.updateTable('report').set(writtenNow(command)).where('id', '=', id).execute();
}

/** What a move writes beside the state. */
export interface Move {
  readonly state: ReportState;
  /** What was counted when it was approved. */
  readonly known?: KnownFigures;
  readonly returned?: { readonly reason: string; readonly pins: readonly Pin[] };
  /** The day of its first sending stands no longer. */
  readonly unsent?: boolean;
}

export async function moveReport(command: CommandContext, id: string, move: Move): Promise<number> {
  const row = await command.db
    .updateTable('report')
    .set((set) => ({
      state: move.state,
      ...(move.state === 'approved' && {
        approved_at: command.now,
        approved_by: command.caller.accountId,
      }),
      ...(move.known && {
        counted: exactArray(move.known.counted),
        profile_years: JSON.stringify(move.known.profileYears),
        counted_at: command.now,
      }),
      ...(move.state === 'accepted' && { accepted_at: command.now }),
      // Whoever takes a report back has not sent it, nor has one whose report said nothing: an empty one sent in time
      // must not make a late one timely.
      ...(move.unsent && { first_submitted_at: null, submitted_at: null, hollow: null }),
      ...(move.returned && {
        return_reason: move.returned.reason,
        return_pins: JSON.stringify(move.returned.pins),
      }),
      updated_at: command.now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export interface Extension {
  readonly formId: string;
  readonly periodFrom: Day;
  /** Null: all that owe it. */
  readonly unitIds: readonly string[] | null;
  readonly dueOn: Day;
  readonly reason: string;
}

/** Gives a later day, also to reports already begun that have never been sent; returns these. */
export async function extendDue(
  command: CommandContext,
  given: Extension,
): Promise<{ ids: string[]; reports: { id: string; unitId: string }[] }> {
  const rows = (given.unitIds ?? [null]).map((unitId) => ({
    id: command.newId(),
    form_id: given.formId,
    period_from: given.periodFrom,
    unit_id: unitId,
    due_on: given.dueOn,
    reason: given.reason,
    granted_by: command.caller.accountId,
    granted_at: command.now,
  }));
  await command.db.insertInto('report_extension').values(rows).execute();
  let update = command.db
    .updateTable('report')
    .set({ due_on: given.dueOn })
    .where('form_id', '=', given.formId)
    .where('period_from', '=', given.periodFrom)
    .where('first_submitted_at', 'is', null)
    .where('due_on', '<', given.dueOn);
  if (given.unitIds !== null) update = update.where('unit_id', 'in', given.unitIds);
  const begun = await update.returning(['id', 'unit_id']).execute();
  return {
    ids: rows.map((row) => row.id),
    reports: begun.map((row) => ({ id: row.id, unitId: row.unit_id })),
  };
}

/** Notes a reminder for each unit that was not reminded today; returns how many. */
export async function remindUnits(
  command: CommandContext,
  at: { formId: string; periodFrom: Day },
  unitIds: readonly string[],
): Promise<number> {
  if (unitIds.length === 0) return 0;
  const rows = await command.db
    .insertInto('report_reminder')
    .values(
      unitIds.map((unitId) => ({
        form_id: at.formId,
        period_from: at.periodFrom,
        unit_id: unitId,
        on_day: command.today,
        reminded_by: command.caller.accountId,
        at: command.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('unit_id')
    .execute();
  return rows.length;
}
