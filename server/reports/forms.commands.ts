import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { sameKinds, type UnitKind } from '#domain/organisations/unit-kinds.ts';
import { visibleUnits } from '#server/organisations/units.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { versionConflict } from '#server/platform/history.reads.ts';
import { visibleForm, type FormRecord, type FormRevision } from './form-record.reads.ts';
import {
  answersOf,
  endRevision,
  insertForm,
  insertRevision,
  lockForm,
  replaceRevision,
  updateForm,
  type NewRevision,
} from './forms.store.ts';
import { lockTotals } from './totals-lock.reads.ts';

type Api = typeof reportFormsApi;
type Head = Omit<
  ParsedBody<Api['POST /api/report-forms']>,
  'ownerUnitId' | 'unitKinds' | 'legalBasis' | 'content'
>;
interface Done {
  readonly id: string;
  readonly version: number;
}

export async function createForm(
  command: CommandContext,
  given: ParsedBody<Api['POST /api/report-forms']>,
): Promise<Done> {
  const { ownerUnitId, unitKinds, legalBasis, content, ...head } = given;
  const id = await foundForm(command, { ownerUnitId, head, action: 'create' });
  const validFrom = head.customFrom ?? head.askedFrom;
  await insertRevision(command, id, {
    revision: 1,
    validFrom,
    validTo: null,
    unitKinds,
    legalBasis,
    content,
  });
  return { id, version: 1 };
}

/** Takes in a form with all its revisions as they stand in a file. */
export async function importForm(
  command: CommandContext,
  { ownerUnitId, file }: ParsedBody<Api['POST /api/report-form-imports']>,
): Promise<Done> {
  const revisions = file.revisions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const [at, one] of revisions.entries()) {
    const next = revisions[at + 1];
    if (next && (one.validTo === null || one.validTo > next.validFrom))
      throw invalidInput([
        {
          path: `file.revisions.${at}.validTo`,
          message: `Bản có hiệu lực từ ${formatDay(one.validFrom)} chồng lên bản từ ${formatDay(next.validFrom)}`,
        },
      ]);
  }
  const id = await foundForm(command, { ownerUnitId, head: file.form, action: 'import' });
  for (const [at, one] of revisions.entries())
    await insertRevision(command, id, { revision: at + 1, ...one });
  return { id, version: 1 };
}

async function foundForm(
  command: CommandContext,
  given: { ownerUnitId: string; head: Head; action: 'create' | 'import' },
): Promise<string> {
  const { ownerUnitId, head } = given;
  if (!command.caller.access.can('report_form.manage', ownerUnitId))
    throw new Problem(visibleUnits(command, command.tree).has(ownerUnitId) ? 'forbidden' : 'not_found');
  const faults = headFaults(head);
  if (faults.length > 0) throw invalidInput(faults);
  const id = await insertForm(command, { ownerUnitId, ...head });
  if (id === null) throw invalidInput([{ path: 'code', message: `Đơn vị đã có biểu mẫu mã “${head.code}”` }]);
  await command.record({
    subjectType: 'report_form',
    subjectId: id,
    unitId: ownerUnitId,
    action: given.action,
    details: { code: head.code },
  });
  return id;
}

function headFaults(head: Head): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (head.askedTo !== null && head.askedTo < head.askedFrom)
    faults.push({ path: 'askedTo', message: 'Ngày thôi yêu cầu trước ngày bắt đầu' });
  const custom = head.periodKind === 'custom';
  if (custom !== (head.customFrom !== null) || custom !== (head.customTo !== null))
    faults.push({
      path: 'customFrom',
      message: custom
        ? 'Nhập ngày đầu và ngày cuối của giai đoạn'
        : 'Chỉ biểu theo giai đoạn mới có ngày riêng',
    });
  else if (head.customFrom !== null && head.customTo !== null && head.customTo < head.customFrom)
    faults.push({ path: 'customTo', message: 'Ngày cuối trước ngày đầu của giai đoạn' });
  return faults;
}

export async function changeForm(
  command: CommandContext,
  id: string,
  given: ParsedBody<Api['PUT /api/report-forms/:id']>,
): Promise<Done> {
  await lockTotals(command.db, id, 'alone');
  const form = await managedForm(command, id);
  await refuseEnd(command, form, given.askedTo);
  const { name, askedTo } = given;
  const version = await updateForm(command, id, { version: given.version, name, askedTo });
  if (version === null) throw await versionConflict(command.db, { type: 'report_form', id });
  await recordForm(command, form, 'edit');
  await changeKinds(command, form, given);
  return { id, version };
}

/** A form cannot end before a period that was answered: that would be asked of nobody, and counted nowhere. */
async function refuseEnd(command: CommandContext, form: FormRecord, askedTo: Day | null): Promise<void> {
  if (askedTo === null || askedTo === form.askedTo) return;
  const refused = (message: string) => invalidInput([{ path: 'askedTo', message }]);
  if (askedTo < form.askedFrom) throw refused('Ngày thôi yêu cầu trước ngày bắt đầu');
  const { lastSent } = await answersOf(command, { formId: form.id });
  if (lastSent !== null && askedTo < lastSent)
    throw refused(`Đã có báo cáo gửi cho kỳ bắt đầu ${formatDay(lastSent)}; chọn từ ngày đó trở đi`);
}

/** Other kinds of unit answer from a period on; who owed the periods before stays as it was. */
async function changeKinds(
  command: CommandContext,
  form: FormRecord,
  given: { unitKinds: readonly UnitKind[]; unitKindsFrom: Day | null },
): Promise<void> {
  const newest = form.revisions.at(-1);
  if (!newest || sameKinds(newest.unitKinds, given.unitKinds)) return;
  const validFrom = given.unitKindsFrom;
  if (validFrom === null)
    throw invalidInput([
      { path: 'unitKindsFrom', message: 'Chọn ngày bắt đầu của kỳ đầu tiên mà các đơn vị này phải gửi' },
    ]);
  const { legalBasis, content } = newest;
  const revision = await saveRevision(
    command,
    form,
    { validFrom, unitKinds: given.unitKinds, legalBasis, content },
    { path: 'unitKindsFrom', writesOver: validFrom <= newest.validFrom },
  );
  await recordForm(command, form, 'revise', { revision, validFrom, unitKinds: given.unitKinds });
}

/**
 * Saves new content. A revision that nobody has answered is written over; else a new one holds from a day on, which
 * may not reach back over periods whose reports have been sent: their figures are added up in the old order.
 */
export async function reviseForm(
  command: CommandContext,
  id: string,
  given: ParsedBody<Api['POST /api/report-forms/:id/revisions']>,
): Promise<Done & { revision: number }> {
  // Before the form itself: whoever sends holds the totals first, and reads the form then.
  await lockTotals(command.db, id, 'alone');
  const form = await managedForm(command, id);
  const { unitKinds } = form.revisions.at(-1) ?? {};
  if (!unitKinds) throw new Problem('not_found');
  const version = await updateForm(command, id, { version: given.version });
  if (version === null) throw await versionConflict(command.db, { type: 'report_form', id });
  const { validFrom, legalBasis, content } = given;
  const revision = await saveRevision(
    command,
    form,
    { validFrom, unitKinds, legalBasis, content },
    { path: 'validFrom', writesOver: true },
  );
  await recordForm(command, form, 'revise', { revision, validFrom });
  return { id, version, revision };
}

/** Writes over the newest revision where that may be and nobody has answered it; else begins a new one. */
async function saveRevision(
  command: CommandContext,
  form: FormRecord,
  given: Omit<NewRevision, 'revision' | 'validTo'>,
  how: { path: string; writesOver: boolean },
): Promise<number> {
  const newest = form.revisions.at(-1);
  if (!newest) throw new Problem('not_found');
  const { count } = await answersOf(command, { formId: form.id, revision: newest.revision });
  const replaces = how.writesOver && count === 0;
  const base = replaces ? form.revisions.at(-2) : newest;
  const revision = replaces ? newest.revision : newest.revision + 1;
  const saved = { ...given, revision, validTo: null };
  if (replaces) await replaceRevision(command, form.id, saved);
  if (base) await endBase(command, { formId: form.id, base, path: how.path }, given.validFrom);
  if (!replaces) await insertRevision(command, form.id, saved);
  return revision;
}

async function endBase(
  command: CommandContext,
  at: { formId: string; base: FormRevision; path: string },
  validFrom: Day,
): Promise<void> {
  const { formId, base, path } = at;
  const refused = (message: string) => invalidInput([{ path, message }]);
  if (validFrom <= base.validFrom)
    throw refused(`Phải sau ngày có hiệu lực của bản trước (${formatDay(base.validFrom)})`);
  const { lastSent } = await answersOf(command, { formId, revision: base.revision });
  if (lastSent !== null && validFrom <= lastSent)
    throw refused(
      `Đã có báo cáo gửi theo bản đang dùng cho kỳ bắt đầu ${formatDay(lastSent)}; chọn ngày sau đó`,
    );
  await endRevision(command, { formId, revision: base.revision }, validFrom);
}

async function managedForm(command: CommandContext, id: string): Promise<FormRecord> {
  await lockForm(command, id);
  const form = await visibleForm(command, id);
  if (!command.caller.access.can('report_form.manage', form.ownerUnitId)) throw new Problem('forbidden');
  return form;
}

export async function recordForm(
  command: CommandContext,
  form: Pick<FormRecord, 'id' | 'ownerUnitId'>,
  action: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await command.record({
    subjectType: 'report_form',
    subjectId: form.id,
    unitId: form.ownerUnitId,
    action,
    details,
  });
}
