import type { ParsedBody, ResponseOf } from '#contract/endpoint.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { dueWords } from '#domain/reports/due.ts';
import { readyForms } from '#domain/reports/ready-forms.ts';
import { periodKindWords } from '#domain/reports/report-period.ts';
import { namesOn, type UnitNames } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { historyOf, type HistoryRow } from '#server/platform/history.reads.ts';
import { extensionsOf } from './extensions.reads.ts';
import { currentRevision, loadForms, visibleForm, type FormRecord } from './form-record.reads.ts';

type Api = typeof reportFormsApi;
type FormAnswer = ResponseOf<Api['GET /api/report-forms/:id']>;
type FormRow = ResponseOf<Api['GET /api/report-forms']>['items'][number];
type FormFile = ParsedBody<Api['POST /api/report-form-imports']>['file'];

/** Forms that I manage, and those that reach my units from above. */
export async function listForms(context: ReadContext): Promise<{ items: FormRow[] }> {
  const owners = context.caller.access.ownersAbove('unit_report.read');
  const forms = await loadForms(context.db, { owners });
  const names = await namesOn(
    context,
    context,
    forms.map((form) => form.ownerUnitId),
  );
  return { items: forms.map((form) => toRow(context, form, names)) };
}

function toRow(context: ReadContext, form: FormRecord, names: UnitNames): FormRow {
  const { revision, content, unitKinds } = currentRevision(form, context.today);
  return {
    id: form.id,
    owner: names.of(form.ownerUnitId),
    code: form.code,
    name: form.name,
    periodKind: form.periodKind,
    periodKindName: periodKindWords[form.periodKind],
    unitKinds: [...unitKinds],
    askedFrom: form.askedFrom,
    askedTo: form.askedTo,
    customFrom: form.customFrom,
    customTo: form.customTo,
    revision,
    sectionCount: content.sections.length,
    indicatorCount: content.indicators.length,
    dueWords: dueWords(content.due),
    inForce: form.askedFrom <= context.today && (form.askedTo === null || form.askedTo >= context.today),
    canManage: context.caller.access.can('report_form.manage', form.ownerUnitId),
  };
}

export async function readForm(
  context: ReadContext,
  id: string,
  asked: { revision?: number | undefined },
): Promise<FormAnswer> {
  const form = await visibleForm(context, id);
  const shown =
    asked.revision === undefined
      ? form.revisions.at(-1)
      : form.revisions.find((one) => one.revision === asked.revision);
  if (!shown) throw new Problem('not_found');
  const names = await namesOn(context, context, [form.ownerUnitId]);
  const row = toRow(context, form, names);
  return {
    ...row,
    revision: shown.revision,
    unitKinds: [...shown.unitKinds],
    version: form.version,
    content: shown.content,
    legalBasis: shown.legalBasis,
    revisions: await revisionsOf(context, form),
    extensions: await extensionsOf(context, form),
    actions: row.canManage
      ? [{ action: 'edit', label: 'Sửa biểu mẫu', allowed: true, reason: null, mend: null }]
      : [],
    history: (await historyOf(context.db, 'report_form', id))
      .filter((entry) => maySeeEntry(context, entry))
      .map((entry) => ({ ...entry, label: formHistoryWords[entry.action] ?? entry.action })),
  };
}

/** A later day given to one unit names it and says why: for those who may read that unit's reports. */
function maySeeEntry({ caller }: ReadContext, { details }: HistoryRow): boolean {
  const { unitId } = details;
  return typeof unitId !== 'string' || caller.access.can('unit_report.read', unitId);
}

const formHistoryWords: Readonly<Record<string, string>> = {
  create: 'Lập biểu mẫu',
  import: 'Nhận biểu mẫu từ tệp',
  edit: 'Sửa thông tin biểu mẫu',
  revise: 'Lưu nội dung mới',
  extend: 'Gia hạn nộp',
  remind: 'Nhắc đơn vị chưa gửi',
  remind_by_rule: 'Nhắc theo lịch các đơn vị chưa gửi',
};

async function revisionsOf({ db }: ReadContext, form: FormRecord): Promise<FormAnswer['revisions']> {
  const counts = await db
    .selectFrom('report')
    .select(['form_revision', (of) => of.fn.countAll<number>().as('count')])
    .where('form_id', '=', form.id)
    .groupBy('form_revision')
    .execute();
  const savers = await accountNames(
    db,
    form.revisions.map((one) => one.savedBy),
  );
  return form.revisions.map((one) => ({
    revision: one.revision,
    validFrom: one.validFrom,
    validTo: one.validTo,
    unitKinds: [...one.unitKinds],
    legalBasis: one.legalBasis,
    savedAt: one.savedAt,
    savedByName: one.savedBy === null ? null : (savers.get(one.savedBy) ?? null),
    reportCount: counts.find((count) => count.form_revision === one.revision)?.count ?? 0,
  }));
}

/** How accounts are called, which are offices. */
export async function accountNames(
  db: ReadContext['db'],
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('id', 'in', known)
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

export function listReadyForms(): ResponseOf<Api['GET /api/ready-report-forms']> {
  return { items: readyForms.map((form) => ({ ...form, unitKinds: [...form.unitKinds] })) };
}

/** The whole form as one file; what it holds comes back the same through an import. */
export async function formFile(context: ReadContext, id: string) {
  const form = await visibleForm(context, id);
  const file: FormFile = {
    format: 'kheo-report-form',
    formatVersion: 1,
    form: {
      code: form.code,
      name: form.name,
      periodKind: form.periodKind,
      askedFrom: form.askedFrom,
      askedTo: form.askedTo,
      customFrom: form.customFrom,
      customTo: form.customTo,
    },
    revisions: form.revisions.map(({ validFrom, validTo, unitKinds, legalBasis, content }) => ({
      validFrom,
      validTo,
      unitKinds: [...unitKinds],
      legalBasis,
      content,
    })),
  };
  return {
    fileName: `bieu-mau-${form.code}.json`,
    mediaType: 'application/json',
    content: new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`),
  };
}
