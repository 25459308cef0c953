import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { visibleUnits } from '#server/organisations/units.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { versionConflict } from '#server/platform/history.reads.ts';
import { renewDueDays } from './due-days.store.ts';
import { visibleForm, type FormRecord, type FormRevision } from './form-record.reads.ts';
import {
  answersOf,
  endRevision,
  insertForm,
  insertRevision,
  lockForm,
  removeHoliday,
  replaceRevision,
  setHoliday,
  updateForm,
} from './forms.store.ts';
import { lockTotals } from './totals-lock.reads.ts';

type Api = typeof reportFormsApi;
type Head = Omit<ParsedBody<Api['POST /api/report-forms']>, 'ownerUnitId' | 'legalBasis' | 'content'>;
interface Done {
  readonly id: string;
  readonly version: number;
}

export async function createForm(
  command: CommandContext,
  given: ParsedBody<Api['POST /api/report-forms']>,
): Promise<Done> {
  const { ownerUnitId, legalBasis, content, ...head } = given;
  const id = await foundForm(command, { ownerUnitId, head, action: 'create' });
  const validFrom = head.customFrom ?? head.askedFrom;
  await insertRevision(command, id, { revision: 1, validFrom, validTo: null, legalBasis, content });
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
  const form = await managedForm(command, id);
  if (given.askedTo !== null && given.askedTo < form.askedFrom)
    throw invalidInput([{ path: 'askedTo', message: 'Ngày thôi yêu cầu trước ngày bắt đầu' }]);
  const version = await updateForm(command, id, given);
  if (version === null) throw await versionConflict(command.db, { type: 'report_form', id });
  await recordForm(command, form, 'edit');
  return { id, version };
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
  const newest = form.revisions.at(-1);
  if (!newest) throw new Problem('not_found');
  const version = await updateForm(command, id, { version: given.version });
  if (version === null) throw await versionConflict(command.db, { type: 'report_form', id });
  const { count } = await answersOf(command, { formId: id, revision: newest.revision });
  const replaces = count === 0;
  const base = replaces ? form.revisions.at(-2) : newest;
  const revision = replaces ? newest.revision : newest.revision + 1;
  const saved = { ...given, revision, validTo: null };
  if (replaces) await replaceRevision(command, id, saved);
  if (base) await endBase(command, { formId: id, base }, given.validFrom);
  if (!replaces) await insertRevision(command, id, saved);
  await recordForm(command, form, 'revise', { revision, validFrom: given.validFrom });
  return { id, version, revision };
}

async function endBase(
  command: CommandContext,
  at: { formId: string; base: FormRevision },
  validFrom: Day,
): Promise<void> {
  const { formId, base } = at;
  if (validFrom <= base.validFrom)
    throw invalidInput([
      {
        path: 'validFrom',
        message: `Phải sau ngày có hiệu lực của bản trước (${formatDay(base.validFrom)})`,
      },
    ]);
  const { lastSent } = await answersOf(command, { formId, revision: base.revision });
  if (lastSent !== null && validFrom <= lastSent)
    throw invalidInput([
      {
        path: 'validFrom',
        message: `Đã có báo cáo gửi theo bản đang dùng cho kỳ bắt đầu ${formatDay(lastSent)}; chọn ngày sau đó`,
      },
    ]);
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

export async function changeHoliday(
  command: CommandContext,
  day: Day,
  given: ParsedBody<Api['PUT /api/holidays/:day']>,
): Promise<{ day: Day }> {
  if (given.remove) await removeHoliday(command, day);
  else await setHoliday(command, day, { name: given.name, works: given.works });
  await renewDueDays(command, day);
  return { day };
}
