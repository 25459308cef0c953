import type { ParsedBody, ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { type Day, formatDay } from '#domain/kernel/day.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import type { Period } from '#domain/kernel/period.ts';
import { nameUnits } from '#domain/organisations/name-units.ts';
import { askedPeriod } from '#domain/reports/asked-periods.ts';
import type { FormContent } from '#domain/reports/form.ts';
import { reportBlocked } from '#domain/reports/report.workflow.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { dueDays } from './due-days.reads.ts';
import { expectedIds } from './expected.reads.ts';
import { visibleForm, type FormRecord } from './form-record.reads.ts';
import { recordForm } from './forms.commands.ts';
import { sentUnitIds } from './owed.reads.ts';
import { lockFor, move, recordAct, refuseWhenBlocked, takeFromTotals, type Done } from './report.commands.ts';
import { factsOf, type Opened } from './report-record.reads.ts';
import { extendDue, remindUnits } from './report.store.ts';

type Api = typeof reportsApi;

export async function returnReport(
  command: CommandContext,
  id: string,
  given: ParsedBody<Api['POST /api/reports/:id/return']>,
): Promise<Done> {
  const opened = await lockFor(command, 'return', id);
  const { report } = opened;
  await refuseWhenBlocked(command, 'return', { opened, counted: report.counted });
  refusePins(opened.content, given.pins);
  await takeFromTotals(command, opened);
  return move(command, 'return', {
    report,
    to: {
      state: 'returned',
      returned: { reason: given.reason, pins: given.pins },
      unsent: report.hollow !== null || report.nothing_to_report,
    },
    reason: given.reason,
  });
}

function refusePins(
  content: FormContent,
  pins: readonly { indicator: string | null; section: string | null }[],
): void {
  const faults = pins.flatMap((pin, at): FieldProblem[] => {
    const known =
      (pin.indicator === null) !== (pin.section === null) &&
      (content.indicators.some((one) => one.code === pin.indicator) ||
        content.sections.some((one) => one.code === pin.section));
    return known ? [] : [{ path: `pins.${at}`, message: 'Ghim vào một chỉ tiêu hoặc một phần của báo cáo' }];
  });
  if (faults.length > 0) throw invalidInput(faults);
}

/** Accepts all that can be; the others are named with the reason. */
export async function acceptReports(
  command: CommandContext,
  ids: readonly string[],
): Promise<ResponseOf<Api['POST /api/reports/acceptances']>> {
  const accepted: string[] = [];
  const refused: { opened: Opened; reason: string }[] = [];
  // In one order, so that two lists that overlap never wait for each other.
  for (const id of [...new Set(ids)].toSorted()) {
    const opened = await lockFor(command, 'accept', id);
    const { report } = opened;
    // Whoever asks for one is told who came first.
    if (ids.length === 1) await refuseWhenBlocked(command, 'accept', { opened, counted: report.counted });
    const blocked = reportBlocked('accept', await factsOf(command, opened, report.counted));
    if (blocked) refused.push({ opened, reason: blocked.reason });
    else {
      await move(command, 'accept', { report, to: { state: 'accepted' } });
      accepted.push(id);
    }
  }
  const names = await unitNames(
    command.db,
    refused.map(({ opened }) => opened.report.unit_id),
  );
  return {
    accepted,
    refused: refused.map(({ opened: { report }, reason }) => ({
      id: report.id,
      unitName: names.get(report.unit_id)?.name ?? '',
      reason,
    })),
  };
}

/** Gives a later day to units, to every one or to none, or to all that owe the form in the period; by whom and why is kept. */
export async function extendReport(
  command: CommandContext,
  given: ParsedBody<Api['POST /api/report-extensions']>,
): Promise<ResponseOf<Api['POST /api/report-extensions']>> {
  const { form, period } = await reviewedPeriod(command, given);
  const unitIds = given.unitIds && [...new Set(given.unitIds)];
  if (unitIds) await refuseStrangers(command, unitIds, { form, period });
  const days = await dueDays(command.db, form, [period]);
  const dueOf = (unitId: string | null): Day => days.of(period.from, unitId).due;
  await refuseNoLater(command, given.dueOn, { unitIds: unitIds ?? [null], dueOf });
  const { ids, reports } = await extendDue(command, { ...given, unitIds });
  const { dueOn: to, reason } = given;
  for (const unitId of unitIds ?? [null])
    await recordForm(command, form, 'extend', {
      periodFrom: period.from,
      unitId,
      from: dueOf(unitId),
      to,
      reason,
    });
  for (const report of reports)
    await recordAct(
      command,
      { id: report.id, unit_id: report.unitId },
      { action: 'extend', reason, details: { from: dueOf(unitIds && report.unitId), to } },
    );
  return { ids };
}

/** Refuses where one owes nothing, by name; of units that the caller does not see only how many. */
async function refuseStrangers(
  command: CommandContext,
  unitIds: readonly string[],
  asked: { form: FormRecord; period: Period },
): Promise<void> {
  const owing = new Set(await expectedIds(command.db, { ...asked, unitIds }));
  const strangers = unitIds.filter((unitId) => !owing.has(unitId));
  if (strangers.length === 0) return;
  const seen = strangers.filter((unitId) => command.caller.access.can('unit_report.read', unitId));
  const names = [...(await unitNames(command.db, seen)).values()].map(({ name }) => `“${name}”`);
  const unseen = strangers.length - names.length;
  const faults = [
    names.length > 0 ? `${nameUnits(names)} không phải trả lời kỳ này` : null,
    unseen > 0 ? `Không tìm thấy ${unseen} đơn vị` : null,
  ].filter((fault) => fault !== null);
  throw new Problem('report_not_owed', {}, [{ path: 'unitIds', message: faults.join('. ') }]);
}

/** The new day is later than that of each of them; the message names the one that has the latest. */
async function refuseNoLater(
  command: CommandContext,
  dueOn: Day,
  { unitIds, dueOf }: { unitIds: readonly (string | null)[]; dueOf: (unitId: string | null) => Day },
): Promise<void> {
  const [latest] = unitIds
    .map((unitId) => ({ unitId, due: dueOf(unitId) }))
    .toSorted((a, b) => b.due.localeCompare(a.due));
  if (!latest || latest.due < dueOn) return;
  const { unitId, due } = latest;
  const of =
    unitId === null || unitIds.length === 1 ? null : (await unitNames(command.db, [unitId])).get(unitId);
  const whose = of ? ` của ${of.name}` : '';
  throw invalidInput([{ path: 'dueOn', message: `Phải sau hạn đang có${whose} (${formatDay(due)})` }]);
}

/** Reminds units that owe a report still; each finds it on its home page, at most once a day. */
export async function remindOfReport(
  command: CommandContext,
  given: ParsedBody<Api['POST /api/report-reminders']>,
): Promise<{ reminded: number }> {
  const { form, period } = await reviewedPeriod(command, given);
  const asked = given.unitIds.length > 0 ? { unitIds: given.unitIds } : {};
  const expected = await expectedIds(command.db, { form, period, ...asked });
  const sent = await sentUnitIds(command.db, { formId: form.id, periodFrom: period.from });
  const owing = expected.filter((unitId) => !sent.has(unitId));
  const reminded = await remindUnits(command, { formId: form.id, periodFrom: period.from }, owing);
  if (reminded > 0) await recordForm(command, form, 'remind', { periodFrom: period.from, units: reminded });
  return { reminded };
}

async function reviewedPeriod(
  command: CommandContext,
  given: { formId: string; periodFrom: string },
): Promise<{ form: FormRecord; period: Period }> {
  const form = await visibleForm(command, given.formId);
  if (!command.caller.access.can('unit_report.review', form.ownerUnitId)) throw new Problem('forbidden');
  const period = askedPeriod(form, given.periodFrom);
  if (!period)
    throw invalidInput([{ path: 'periodFrom', message: 'Biểu mẫu không yêu cầu kỳ bắt đầu ngày này' }]);
  return { form, period };
}
