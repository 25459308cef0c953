import { formatDay } from '#domain/kernel/day.ts';
import { askedPeriod, revisionFor } from '#domain/reports/asked-periods.ts';
import {
  saidIn,
  saysAlready,
  type FileFault,
  type Item,
  type PlacedReport,
  type ReportSaid,
} from '#domain/reports/interchange.ts';
import { reportStateWords, reportWorkflow, type ReportState } from '#domain/reports/report.workflow.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { exactColumn, figuresFrom } from '#server/reports/exact.reads.ts';
import { expectedUnits } from '#server/reports/expected.reads.ts';
import { revisionOf, type FormRecord } from '#server/reports/form-record.reads.ts';
import { sql } from 'kysely';
import { unitsByCode, type UnitsByCode } from './unit-codes.reads.ts';

/** A report of a file that may be written into a draft. */
export interface ReadyReport {
  readonly unitId: string;
  readonly periodFrom: string;
  readonly said: ReportSaid;
  /** What the draft says now; null where it has not been begun. */
  readonly kept: Kept | null;
  readonly where: string;
}

export interface Checked {
  readonly ready: ReadyReport[];
  /** Reports that say already what the file says about them. */
  readonly unchanged: number;
  readonly faults: FileFault[];
}

/** Holds the reports of a file to the form, the organisation, the caller's rights and what is there already. */
export async function checkReports(
  context: ReadContext,
  form: FormRecord,
  placed: readonly PlacedReport[],
): Promise<Checked> {
  const codes = placed.map(({ report }) => report.unitCode);
  const units = await unitsByCode(context.db, codes, context.today);
  const faults: FileFault[] = [];
  const fit = placed.flatMap((one) => {
    const found = fitting(context, { form, units }, one);
    faults.push(...found.faults);
    return found.report ? [found.report] : [];
  });
  const once = withoutRepeats(fit, faults);
  const kept = await keptReports(context, form, once);
  const owed = await owedKeys(context, form, once);
  const ready: ReadyReport[] = [];
  let unchanged = 0;
  for (const one of once) {
    const now = kept.get(keyOf(one)) ?? null;
    const how = againstKept(form, one, { now, owed: owed.has(keyOf(one)) });
    if (how === 'unchanged') unchanged += 1;
    else if (how === 'ready')
      ready.push({
        unitId: one.unitId,
        periodFrom: one.periodFrom,
        said: one.said,
        kept: now,
        where: one.where({ part: 'report' }),
      });
    else faults.push({ where: one.where({ part: 'report' }), message: how.fault });
  }
  return { ready, unchanged, faults };
}

interface Fitting {
  readonly unitId: string;
  readonly periodFrom: string;
  readonly said: ReportSaid;
  readonly where: PlacedReport['where'];
}

const keyOf = (one: { unitId: string; periodFrom: string }): string => `${one.unitId} ${one.periodFrom}`;

function fitting(
  context: ReadContext,
  { form, units }: { form: FormRecord; units: UnitsByCode },
  placed: PlacedReport,
): { report: Fitting | null; faults: FileFault[] } {
  const { report, where } = placed;
  const none = (field: NonNullable<Item['field']>, message: string) => ({
    report: null,
    faults: [{ where: where({ part: 'report', field }), message }],
  });
  if (report.formCode !== form.code)
    return none('form', `Tệp của biểu mẫu “${report.formCode}”; đang nhận vào biểu mẫu “${form.code}”`);
  const unitId = units.find(report.unitCode, report.periodTo);
  const { access } = context.caller;
  if (unitId === null || !access.can('unit_report.read', unitId))
    return none('unit', `Không tìm thấy đơn vị có mã “${report.unitCode}”`);
  if (!access.can('unit_report.write', unitId))
    return none('unit', `Tài khoản này không soạn báo cáo của đơn vị “${report.unitCode}”`);
  const period = askedPeriod(form, report.periodFrom);
  if (period?.to !== report.periodTo)
    return none(
      'period',
      `Biểu mẫu không yêu cầu kỳ từ ${formatDay(report.periodFrom)} đến ${formatDay(report.periodTo)}`,
    );
  if (period.from > context.today) return none('period', 'Kỳ báo cáo chưa bắt đầu');
  const revision = revisionFor(form.revisions, period.from);
  if (!revision) return none('period', 'Biểu mẫu không có hiệu lực cho kỳ này');
  if (revision.revision !== report.revision)
    return none(
      'revision',
      `Tệp làm theo bản ${report.revision} của biểu mẫu, kỳ này dùng bản ${revision.revision}; xuất tệp lại rồi nhập`,
    );
  const { said, faults } = saidIn(revision.content, placed);
  return { report: { unitId, periodFrom: period.from, said, where }, faults };
}

function withoutRepeats(fit: readonly Fitting[], faults: FileFault[]): Fitting[] {
  const seen = new Set<string>();
  return fit.filter((one) => {
    const again = seen.has(keyOf(one));
    if (again)
      faults.push({
        where: one.where({ part: 'report' }),
        message: 'Báo cáo này đã có trong tệp, ở phần trên',
      });
    seen.add(keyOf(one));
    return !again;
  });
}

/** Somebody has written in the draft: more than that it was begun. */
export function isWritten({ kept }: ReadyReport): boolean {
  if (!kept) return false;
  const words = [...Object.values(kept.narrative), ...Object.values(kept.reasons)];
  return (
    kept.nothingToReport || kept.stated.some((one) => one !== null) || words.some((one) => one.trim() !== '')
  );
}

type Kept = Awaited<ReturnType<typeof loadKept>>[number];

async function keptReports(
  context: ReadContext,
  form: FormRecord,
  wanted: readonly Fitting[],
): Promise<Map<string, Kept>> {
  if (wanted.length === 0) return new Map();
  const rows = await loadKept(context, form, wanted);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function loadKept({ db }: ReadContext, form: FormRecord, wanted: readonly Fitting[]) {
  const rows = await db
    .selectFrom('report')
    .select([
      'unit_id',
      'period_from',
      'state',
      'form_revision',
      'nothing_to_report',
      'narrative',
      'reasons',
      exactColumn('report.stated').as('stated'),
    ])
    .where('form_id', '=', form.id)
    .where(sql<boolean>`(unit_id, period_from) in (
      select * from unnest(${wanted.map((one) => one.unitId)}::uuid[], ${wanted.map((one) => one.periodFrom)}::date[]))`)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    periodFrom: row.period_from,
    state: row.state as ReportState,
    revision: row.form_revision,
    nothingToReport: row.nothing_to_report,
    stated: figuresFrom(row.stated),
    narrative: row.narrative as unknown as Record<string, string>,
    reasons: row.reasons as unknown as Record<string, string>,
  }));
}

async function owedKeys(
  { db }: ReadContext,
  form: FormRecord,
  wanted: readonly Fitting[],
): Promise<ReadonlySet<string>> {
  const from = new Set(wanted.map((one) => one.periodFrom));
  const periods = [...from].flatMap((day) => askedPeriod(form, day) ?? []);
  const unitIds = [...new Set(wanted.map((one) => one.unitId))];
  if (periods.length === 0) return new Set();
  const { rows } = await sql<{ unit_id: string; period_from: string }>`
    select unit_id, period_from from (${expectedUnits({ form, periods, unitIds })}) as expected`.execute(db);
  return new Set(rows.map((row) => keyOf({ unitId: row.unit_id, periodFrom: row.period_from })));
}

function againstKept(
  form: FormRecord,
  one: Fitting,
  { now, owed }: { now: Kept | null; owed: boolean },
): 'ready' | 'unchanged' | { fault: string } {
  if (!now) return owed ? 'ready' : { fault: 'Đơn vị không phải làm biểu mẫu này trong kỳ' };
  const { content } = revisionOf(form, now.revision);
  const inForce = revisionFor(form.revisions, one.periodFrom)?.revision === now.revision;
  if (inForce && saysAlready(content, now, one.said)) return 'unchanged';
  if (reportWorkflow.edit.from.includes(now.state)) return 'ready';
  const state = reportStateWords[now.state].toLowerCase();
  return {
    fault:
      now.state === 'approved'
        ? `Báo cáo ${state}; mở lại để sửa rồi nhập`
        : `Báo cáo ${state}, không ghi đè; dùng “${reportWorkflow.correct.label}”, hoặc bỏ khỏi tệp`,
  };
}
