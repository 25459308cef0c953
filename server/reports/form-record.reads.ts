import type { UnitScope } from '#domain/access/unit-scope.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { yearOf, type Day } from '#domain/kernel/day.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { revisionFor, type AskedForm } from '#domain/reports/asked-periods.ts';
import type { WorkCalendar } from '#domain/reports/due.ts';
import { formDefaults, type FormContent } from '#domain/reports/form.ts';
import { workCalendar, type SpecialDay } from '#domain/reports/holidays.ts';
import type { PeriodKind } from '#domain/reports/report-period.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { keptStatement } from '#server/platform/database/kept-statement.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import { sql, type Selectable } from 'kysely';
import type { ReportForm, ReportFormRevision } from '#db/types.ts';

export interface FormRevision {
  readonly revision: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Who answers it. */
  readonly unitKinds: readonly UnitKind[];
  readonly legalBasis: string;
  readonly content: FormContent;
  readonly savedAt: string;
  readonly savedBy: string | null;
}

export interface FormRecord extends AskedForm {
  readonly id: string;
  readonly ownerUnitId: string;
  readonly code: string;
  readonly name: string;
  readonly version: number;
  /** Oldest first. */
  readonly revisions: readonly FormRevision[];
}

/** Forms with all their revisions; of some owners, or by id. */
export async function loadForms(
  db: Db,
  wanted: { owners?: UnitScope; ids?: readonly string[] },
): Promise<FormRecord[]> {
  if (wanted.ids?.length === 0 || wanted.owners?.isEmpty) return [];
  const { ids, owners } = wanted;
  const rows =
    ids !== undefined && owners === undefined
      ? await formsById(db, { ids: [...ids] })
      : await formRows(db)
          .$if(ids !== undefined, (query) => query.where(isAnyOf(ids ?? [])))
          .$if(owners !== undefined, (query) =>
            owners ? query.where(withinScope('owner_unit_id', owners)) : query,
          )
          .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((own) => {
    const [head] = own;
    return head ? [{ ...headOf(head), revisions: own.map(toRevision) }] : [];
  });
}

function formRows(db: Db) {
  return db
    .selectFrom('report_form')
    .innerJoin('report_form_revision', 'report_form_revision.form_id', 'report_form.id')
    .selectAll(['report_form', 'report_form_revision'])
    .orderBy('report_form.created_at')
    .orderBy('report_form.id')
    .orderBy('report_form_revision.revision');
}

const isAnyOf = (ids: readonly string[]) => sql<boolean>`report_form.id = any(${ids}::uuid[])`;

const formsById = keptStatement((db, { ids }: { ids: readonly string[] }) =>
  formRows(db).where(isAnyOf(ids)).modifyEnd(prepared).compile(),
);

function toRevision(row: Selectable<ReportFormRevision>): FormRevision {
  return {
    revision: row.revision,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    unitKinds: row.unit_kinds as UnitKind[],
    legalBasis: row.legal_basis,
    content: { ...formDefaults, ...(row.content as unknown as FormContent) },
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  };
}

function headOf(row: Selectable<ReportForm>): Omit<FormRecord, 'revisions'> {
  return {
    id: row.id,
    ownerUnitId: row.owner_unit_id,
    code: row.code,
    name: row.name,
    periodKind: row.period_kind as PeriodKind,
    askedFrom: row.asked_from,
    askedTo: row.asked_to,
    customFrom: row.custom_from,
    customTo: row.custom_to,
    version: row.version,
  };
}

/** A form that reaches the caller from above, or is the caller's own. */
export async function visibleForm(
  context: Pick<ReadContext, 'db' | 'caller'>,
  id: string,
): Promise<FormRecord> {
  const [form] = await loadForms(context.db, { ids: [id] });
  if (!form || !context.caller.access.reachesFromBelow('unit_report.read', form.ownerUnitId))
    throw new Problem('not_found');
  return form;
}

/** The form of a report that is there already. */
export async function formOfReport(db: Db, formId: string): Promise<FormRecord> {
  const [form] = await loadForms(db, { ids: [formId] });
  if (!form) throw new Problem('not_found');
  return form;
}

export function revisionOf(form: FormRecord, revision: number): FormRevision {
  const found = form.revisions.find((one) => one.revision === revision);
  if (!found) throw new Error(`form ${form.id} has no revision ${revision}`);
  return found;
}

/** The kinds of unit that answer a form for the period that begins on a day; none where it asks nothing then. */
export function kindsAsked(form: Pick<FormRecord, 'revisions'>, periodFrom: Day): readonly UnitKind[] {
  return revisionFor(form.revisions, periodFrom)?.unitKinds ?? [];
}

/** The revision in force today where there is one, else the newest. */
export function currentRevision(form: FormRecord, today: Day): FormRevision {
  const found = revisionFor(form.revisions, today) ?? form.revisions.at(-1);
  if (!found) throw new Error(`form ${form.id} has no revision`);
  return found;
}

/** Days off of some years, those set by the office included. */
export async function calendarOf(db: Db, years: { from: Day; to: Day }): Promise<WorkCalendar> {
  return workCalendar(
    { from: yearOf(years.from) - 1, to: yearOf(years.to) + 1 },
    await officeDays(db, { from: `${yearOf(years.from) - 1}-01-01`, to: `${yearOf(years.to) + 1}-12-31` }),
  );
}

export async function officeDays(
  db: Db,
  span: { from: Day; to: Day },
): Promise<Omit<SpecialDay, 'byOffice'>[]> {
  return db
    .selectFrom('holiday')
    .select(['day', 'name', 'works'])
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .orderBy('day')
    .execute();
}
