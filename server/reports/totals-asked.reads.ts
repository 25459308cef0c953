import type { ParsedQuery } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { askedPeriod, revisionFor } from '#domain/reports/asked-periods.ts';
import type { FormContent } from '#domain/reports/form.ts';
import { treeOn } from '#server/organisations/organisations.reads.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { visibleForm } from './form-record.reads.ts';
import type { TotalAt } from './total-parts.reads.ts';

export interface AskedTotals {
  readonly at: TotalAt;
  readonly content: FormContent;
  /** The organisation as it stood on the day. */
  readonly tree: OrganisationTree;
  /** In the tree of the period's last day, from what is kept. */
  readonly frozen: boolean;
}

/** Of whom and when totals are asked for; refused where the caller may not, or the form asks no such period. */
export async function askedTotals(
  context: ReadContext,
  asked: ParsedQuery<(typeof reportsApi)['GET /api/report-totals']>,
): Promise<AskedTotals> {
  const form = await visibleForm(context, asked.formId);
  if (!context.caller.access.can('unit_report.read', asked.unitId)) throw new Problem('not_found');
  const period = askedPeriod(form, asked.periodFrom);
  const revision = period && revisionFor(form.revisions, period.from);
  if (!period || !revision)
    throw invalidInput([{ path: 'periodFrom', message: 'Biểu mẫu không yêu cầu kỳ bắt đầu ngày này' }]);
  const day = asked.day ?? period.to;
  const tree = day === context.today ? context.tree : await treeOn(context.db, day, context.db);
  return {
    at: { form, period, unitId: asked.unitId, day },
    content: revision.content,
    tree,
    frozen: day === period.to,
  };
}
