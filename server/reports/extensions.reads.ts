import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import { askedPeriod } from '#domain/reports/asked-periods.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { FormRecord } from './form-record.reads.ts';

type Extensions = ResponseOf<(typeof reportFormsApi)['GET /api/report-forms/:id']>['extensions'];

/** The later days that were given for a form, by whom and why: to all, and to units that the caller may see. */
export async function extensionsOf(context: ReadContext, form: FormRecord): Promise<Extensions> {
  const { caller, db } = context;
  const rows = await db
    .selectFrom('report_extension')
    .leftJoin('account', 'account.id', 'report_extension.granted_by')
    .select([
      'report_extension.id',
      'report_extension.period_from',
      'report_extension.unit_id',
      'report_extension.due_on',
      'report_extension.reason',
      'report_extension.granted_at',
      'account.display_name',
    ])
    .where('form_id', '=', form.id)
    .orderBy('granted_at', 'desc')
    .orderBy('report_extension.id')
    .execute();
  const seen = rows.filter(
    ({ unit_id }) => unit_id === null || caller.access.can('unit_report.read', unit_id),
  );
  const names = await namesOn(
    context,
    context,
    seen.flatMap(({ unit_id }) => (unit_id === null ? [] : [unit_id])),
  );
  return seen.map((row) => {
    const from = row.period_from;
    const period = askedPeriod(form, from) ?? { from, to: from };
    return {
      id: row.id,
      period: { ...period, words: periodWords(form.periodKind, period) },
      unit: row.unit_id === null ? null : names.of(row.unit_id),
      dueOn: row.due_on,
      reason: row.reason,
      grantedByName: row.display_name,
      grantedAt: row.granted_at,
    };
  });
}
