import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import type { Day } from '#domain/kernel/day.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { askedPeriod, revisionFor } from '#domain/reports/asked-periods.ts';
import { hollowness, saidAs } from '#domain/reports/completeness.ts';
import { figuresOf, type Figures } from '#domain/reports/figures.ts';
import { isReckoned, type FormContent } from '#domain/reports/form.ts';
import { periodBefore } from '#domain/reports/report-period.ts';
import {
  countedStates,
  reportBlocked,
  reportStateWords,
  reportWorkflow,
  type ReportAction,
} from '#domain/reports/report.workflow.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { stateChanged, versionConflict } from '#server/platform/history.reads.ts';
import { dueDays } from './due-days.reads.ts';
import { fitsExact } from './exact.reads.ts';
import { isExpected } from './expected.reads.ts';
import { revisionOf, visibleForm, type FormRecord } from './form-record.reads.ts';
import { freezeFigures } from './freeze.store.ts';
import {
  basisOf,
  countNow,
  factsOf,
  findReport,
  lockReport,
  mayTake,
  openReport,
  type Opened,
  type StoredReport,
} from './report-record.reads.ts';
import { insertReport, moveReport, updateDraft, type Move, type Saved } from './report.store.ts';
import { lockTotals } from './totals-lock.reads.ts';
import { addToTotals, placeOf } from './totals.store.ts';

type Api = typeof reportsApi;
export interface Done {
  readonly id: string;
  readonly version?: number;
}

/** Begins the report of a unit for a period, or finds the one that was begun. */
export async function beginReport(
  command: CommandContext,
  key: ParsedBody<Api['POST /api/reports']>,
): Promise<Done> {
  const { access } = command.caller;
  if (!access.can('unit_report.read', key.unitId)) throw new Problem('not_found');
  if (!access.can('unit_report.write', key.unitId)) throw new Problem('forbidden');
  await lockTotals(command.db, key.formId, 'together');
  const form = await visibleForm(command, key.formId);
  const found = await findReport(command.db, key);
  if (found) return carryOver(command, form, found);
  const period = openPeriod(command, form, key.periodFrom);
  const revision = revisionFor(form.revisions, period.from);
  if (!revision)
    throw notOpen('biểu mẫu không có hiệu lực cho kỳ này', 'Chọn kỳ khác, hoặc hỏi nơi lập biểu.');
  if (!(await isExpected(command.db, form, { unitId: key.unitId, period })))
    throw new Problem('report_not_owed');
  const { due } = (await dueDays(command.db, form, [period])).of(period.from, key.unitId);
  const id = await insertReport(command, {
    formId: form.id,
    revision: revision.revision,
    unitId: key.unitId,
    period,
    dueOn: due,
    indicators: revision.content.indicators,
  });
  if (id === null) {
    // Somebody else began it in the same moment: theirs is the report.
    const theirs = await findReport(command.db, key);
    if (!theirs) throw new Problem('not_found');
    return { id: theirs.id };
  }
  await recordAct(command, { id, unit_id: key.unitId }, { action: 'begin', toState: 'draft' });
  return { id, version: 1 };
}

function openPeriod(command: CommandContext, form: FormRecord, from: Day) {
  const period = askedPeriod(form, from);
  if (!period) throw notOpen('biểu mẫu không yêu cầu kỳ này', 'Chọn một kỳ trong danh sách kỳ của biểu mẫu.');
  if (period.from > command.today) throw notOpen('kỳ báo cáo chưa bắt đầu', 'Làm báo cáo khi kỳ đã bắt đầu.');
  return period;
}

function notOpen(reason: string, mend: string): Problem {
  return new Problem('action_blocked', { action: 'bắt đầu báo cáo', reason, mend });
}

/** A draft of a version that holds no longer goes over to the one in force; what has the same code stays. */
async function carryOver(command: CommandContext, form: FormRecord, found: StoredReport): Promise<Done> {
  const inForce = revisionFor(form.revisions, found.period_from);
  const writable = reportWorkflow.edit.from.includes(found.state);
  if (!writable || !inForce || inForce.revision === found.form_revision) return { id: found.id };
  const before = revisionOf(form, found.form_revision).content.indicators;
  const moved = (figures: Figures): Figures =>
    inForce.content.indicators.map(
      (one) =>
        figures[before.findIndex((old) => old.code === one.code && old.decimals === one.decimals)] ?? null,
    );
  const period = { from: found.period_from, to: found.period_to };
  const { due } = (await dueDays(command.db, form, [period])).of(period.from, found.unit_id);
  const version = await updateDraft(command, found, {
    written: false,
    nothingToReport: found.nothing_to_report && inForce.content.mayBeNothing,
    stated: moved(found.stated),
    reasons: found.reasons,
    narrative: found.narrative,
    carry: {
      revision: inForce.revision,
      counted: moved(found.counted),
      dueOn: found.first_submitted_at === null ? due : found.due_on,
    },
  });
  if (version === null) throw await versionConflict(command.db, { type: 'unit_report', id: found.id });
  await recordAct(command, found, {
    action: 'carry',
    details: { from: found.form_revision, to: inForce.revision },
  });
  return { id: found.id, version };
}

export async function saveReport(
  command: CommandContext,
  id: string,
  given: ParsedBody<Api['PUT /api/reports/:id']>,
): Promise<Done> {
  const opened = await lockFor(command, 'edit', id);
  const { report, content } = opened;
  if (given.version !== report.version) throw await versionConflict(command.db, { type: 'unit_report', id });
  await refuseWhenBlocked(command, 'edit', { opened, counted: report.counted });
  if (given.nothingToReport && !content.mayBeNothing)
    throw invalidInput([
      {
        path: 'nothingToReport',
        message: 'Biểu này phải có nội dung, không dùng “Không có nội dung báo cáo”',
      },
    ]);
  const said = {
    nothingToReport: given.nothingToReport,
    stated: readStated(content, report.stated, given.stated),
    reasons: mergedWords(content.indicators, { before: report.reasons, given: given.reasons }, 'reasons'),
    narrative: mergedWords(
      content.sections,
      { before: report.narrative, given: given.narrative },
      'narrative',
    ),
  };
  const version = await updateDraft(command, report, { ...said, written: saysOtherwise(report, said) });
  if (version === null) throw await versionConflict(command.db, { type: 'unit_report', id });
  await recordAct(command, report, { action: 'edit', details: { version } });
  return { id, version };
}

/** Whether what is saved differs from what stood there: saving the same is not writing. */
function saysOtherwise(report: StoredReport, said: Omit<Saved, 'written'>): boolean {
  const words = (one: Readonly<Record<string, string>>) =>
    JSON.stringify(
      Object.entries(one)
        .filter(([, text]) => text !== '')
        .toSorted(),
    );
  return (
    said.nothingToReport !== report.nothing_to_report ||
    said.stated.some((value, at) => value !== (report.stated[at] ?? null)) ||
    words(said.reasons) !== words(report.reasons) ||
    words(said.narrative) !== words(report.narrative)
  );
}

/** The unit's own figures in the order of the form; those not named stay as they were. */
export function readStated(
  content: FormContent,
  before: Figures,
  given: Readonly<Record<string, string | null>>,
): Figures {
  const stated = [...before];
  const faults: FieldProblem[] = [];
  for (const [code, text] of Object.entries(given)) {
    const at = content.indicators.findIndex((one) => one.code === code);
    const indicator = content.indicators[at];
    const value = text === null ? null : BigInt(text);
    const fault = (message: string) => faults.push({ path: `stated.${code}`, message });
    if (!indicator) fault('Biểu mẫu không có chỉ tiêu này');
    else if (value !== null && isReckoned(indicator.source.kind))
      fault(`“${indicator.label}” do máy tính, không nhập`);
    else if (value !== null && !fitsExact(value)) fault(`“${indicator.label}” quá lớn; xem lại đơn vị tính`);
    else stated[at] = value;
  }
  if (faults.length > 0) throw invalidInput(faults);
  return stated;
}

/** Words over those kept; what an earlier version of the form asked for stays with the draft. */
export function mergedWords(
  of: readonly { readonly code: string }[],
  words: {
    readonly before: Readonly<Record<string, string>>;
    readonly given: Readonly<Record<string, string>>;
  },
  path: 'reasons' | 'narrative',
): Record<string, string> {
  const faults = Object.keys(words.given)
    .filter((code) => !(code in words.before) && !of.some((one) => one.code === code))
    .map((code) => ({ path: `${path}.${code}`, message: 'Biểu mẫu không có mục này' }));
  if (faults.length > 0) throw invalidInput(faults);
  return { ...words.before, ...words.given };
}

/** Signs a report off with what the register counts now: sent with other figures, it must be signed off anew. */
export async function approveReport(command: CommandContext, id: string): Promise<Done> {
  const opened = await lockFor(command, 'approve', id);
  const known = await countNow(command, opened);
  await refuseWhenBlocked(command, 'approve', { opened, counted: known.counted });
  return move(command, 'approve', { report: opened.report, to: { state: 'approved', known } });
}

/** Opens an approved report again, in the version of its form that is in force by now. */
export async function reopenReport(command: CommandContext, id: string): Promise<Done> {
  const opened = await lockFor(command, 'reopen', id);
  const { report, form } = opened;
  await refuseWhenBlocked(command, 'reopen', { opened, counted: report.counted });
  const done = await move(command, 'reopen', { report, to: { state: 'draft' } });
  const carried = await carryOver(command, form, { ...report, state: 'draft', version: done.version });
  return { ...done, ...carried };
}

/** Sends the report: counted a last time, frozen, and taken up to every level in the same transaction. */
export async function submitReport(command: CommandContext, id: string): Promise<Done> {
  const opened = await lockFor(command, 'submit', id);
  const { report, content, form } = opened;
  const { counted, profileYears } = await countNow(command, opened);
  await refuseWhenBlocked(command, 'submit', { opened, counted });
  const { indicators } = content;
  const figures = figuresOf(indicators, { counted, stated: report.stated });
  const hollow = report.nothing_to_report ? null : await hollowOf(command, opened, { ...report, figures });
  const version = await freezeFigures(
    command,
    { report, indicators, change: { before: null, after: figures } },
    {
      counted,
      profileYears,
      figures,
      stated: report.stated,
      reasons: report.reasons,
      narrative: report.narrative,
      why: report.figure_revision === 0 ? 'Gửi báo cáo' : 'Gửi lại báo cáo',
      hollow,
      sent: true,
    },
  );
  await recordAct(command, report, {
    action: 'submit',
    fromState: report.state,
    toState: 'submitted',
    details: { formCode: form.code, revision: report.figure_revision + 1, hollow },
  });
  return { id, version };
}

/** Whether it says nothing, or the very same as the period before. */
export async function hollowOf(
  command: CommandContext,
  opened: Opened,
  said: Pick<StoredReport, 'narrative' | 'stated' | 'figures'>,
): Promise<'copied' | 'empty' | null> {
  const { content } = opened;
  const last = await lastSent(command, opened);
  // The place is as it is: its profile alone tells nothing of the period.
  const figures = content.indicators.map((one, at) =>
    one.source.kind === 'profile' ? (said.stated[at] ?? null) : (said.figures[at] ?? null),
  );
  return hollowness({ ...saidAs(content, { ...said, content }), figures }, last && saidAs(content, last));
}

/** What the report of the period before said, where it was sent, with the version of the form that it answered. */
async function lastSent(command: CommandContext, { report, form }: Opened) {
  const period = periodBefore(form.periodKind, { from: report.period_from, to: report.period_to });
  if (!period) return null;
  const at = { formId: form.id, unitId: report.unit_id, periodFrom: period.from };
  const last = await findReport(command.db, at);
  if (!last || !countedStates.includes(last.state)) return null;
  return { ...last, content: revisionOf(form, last.form_revision).content };
}

export async function withdrawReport(command: CommandContext, id: string, reason: string): Promise<Done> {
  const opened = await lockFor(command, 'withdraw', id);
  await refuseWhenBlocked(command, 'withdraw', { opened, counted: opened.report.counted });
  await takeFromTotals(command, opened);
  return move(command, 'withdraw', {
    report: opened.report,
    to: { state: 'draft', unsent: true },
    reason,
  });
}

/** A report that no longer counts leaves every total above. */
export function takeFromTotals(command: CommandContext, { report, content }: Opened): Promise<void> {
  return addToTotals(command.db, placeOf(report), {
    indicators: content.indicators,
    before: report.figures,
    after: null,
  });
}

/** Locks a report for an action that the caller may take at all. */
export async function lockFor(command: CommandContext, action: ReportAction, id: string): Promise<Opened> {
  const seen = await lockReport(command, id);
  // After the lock: a new version of the form may have been made while this waited.
  const opened = await openReport(command.db, seen);
  if (!mayTake(command, action, { unitId: seen.unit_id, ownerUnitId: opened.form.ownerUnitId }))
    throw new Problem('forbidden');
  return opened;
}

export async function refuseWhenBlocked(
  command: CommandContext,
  action: ReportAction,
  given: { opened: Opened; counted: Figures },
): Promise<void> {
  const { opened, counted } = given;
  const { report } = opened;
  const rule = reportWorkflow[action];
  if (!rule.from.includes(report.state))
    throw await stateChanged(command.db, {
      type: 'unit_report',
      id: report.id,
      stateWords: reportStateWords[report.state],
    });
  const facts = await factsOf(command, opened, basisOf(opened, counted));
  const blocked = reportBlocked(action, facts);
  if (blocked) throw new Problem('action_blocked', { action: rule.label.toLowerCase(), ...blocked });
}

export async function move(
  command: CommandContext,
  action: ReportAction,
  given: { report: StoredReport; to: Move; reason?: string },
): Promise<Required<Done>> {
  const { report, to } = given;
  const version = await moveReport(command, report.id, to);
  await recordAct(command, report, {
    action,
    fromState: report.state,
    toState: to.state,
    reason: given.reason ?? null,
    details: to.returned ? { pins: to.returned.pins.length } : {},
  });
  return { id: report.id, version };
}

export async function recordAct(
  command: CommandContext,
  report: { readonly id: string; readonly unit_id: string },
  act: Omit<Parameters<CommandContext['record']>[0], 'subjectType' | 'subjectId' | 'unitId'>,
): Promise<void> {
  await command.record({
    subjectType: 'unit_report',
    subjectId: report.id,
    unitId: report.unit_id,
    ...act,
  });
}
