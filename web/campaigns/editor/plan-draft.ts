import type { Plan } from '#domain/campaigns/plan.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { RefusedField } from '../../platform/problem-error.ts';

type DayOrNone = string | null;

/** A plan while it is written: what is not yet filled in is null, rows just added are empty. */
export interface PlanDraft extends Omit<
  Plan,
  'quotas' | 'intakes' | 'selfChecks' | 'reports' | 'silentAfterDays' | 'effective'
> {
  readonly quotas: readonly { readonly unitKind: UnitKind | null; readonly least: number | null }[];
  readonly intakes: readonly {
    readonly number: 1 | 2;
    readonly opensOn: DayOrNone;
    readonly closesOn: DayOrNone;
  }[];
  readonly selfChecks: readonly {
    readonly code: string;
    readonly name: string;
    readonly due: DayOrNone;
    readonly halfYear: boolean;
  }[];
  readonly reports: readonly {
    readonly kind: 'mid_year' | 'year_end';
    readonly unitDue: DayOrNone;
    readonly committeeDue: DayOrNone;
  }[];
  readonly silentAfterDays: number | null;
  readonly effective: { readonly evidenceWithinDays: number | null };
}

export type SetPlan = <K extends keyof PlanDraft>(key: K, next: PlanDraft[K]) => void;

type Packed =
  | { readonly ok: true; readonly plan: Plan; readonly pathInForm: (path: string) => string }
  | { readonly ok: false; readonly faults: readonly RefusedField[] };

const empty = (text: string): boolean => text.trim() === '';

/** Which rows of each list are sent: those that somebody has begun to fill in. */
function keptRows(draft: PlanDraft): Record<string, number[]> {
  const where = <T>(rows: readonly T[], begun: (row: T) => boolean): number[] =>
    rows.flatMap((row, index) => (begun(row) ? [index] : []));
  return {
    basis: where(draft.basis, (line) => !empty(line)),
    sections: where(draft.sections, (one) => !empty(one.heading) || !empty(one.text)),
    fields: where(draft.fields, (field) => !empty(field.name)),
    quotas: where(draft.quotas, (quota) => quota.unitKind !== null || quota.least !== null),
    selfChecks: where(draft.selfChecks, (check) => !empty(check.name) || check.due !== null),
    members: where(draft.members, (member) => !empty(member.post) || member.areaUnitIds.length > 0),
    recipients: where(draft.recipients, (line) => !empty(line)),
  };
}

/** What is missing in a begun row; the rest is the server's to say. */
function faultsOf(draft: PlanDraft, kept: Record<string, number[]>): RefusedField[] {
  const faults: RefusedField[] = [];
  const need = (there: boolean, path: string, message: string) => {
    if (!there) faults.push({ path: `plan.${path}`, message });
  };
  const seen = new Set<UnitKind>();
  for (const index of kept['quotas'] ?? []) {
    const quota = draft.quotas[index];
    if (quota === undefined) continue;
    need(quota.unitKind !== null, `quotas.${index}.unitKind`, 'Chọn loại đơn vị.');
    need(quota.least !== null, `quotas.${index}.least`, 'Nhập số mô hình ít nhất.');
    if (quota.unitKind === null) continue;
    need(!seen.has(quota.unitKind), `quotas.${index}.unitKind`, 'Loại đơn vị này đã có chỉ tiêu ở trên.');
    seen.add(quota.unitKind);
  }
  for (const [index, intake] of draft.intakes.entries()) {
    need(intake.opensOn !== null, `intakes.${index}.opensOn`, 'Chưa nhập ngày bắt đầu.');
    need(intake.closesOn !== null, `intakes.${index}.closesOn`, 'Chưa nhập hạn đăng ký.');
  }
  for (const index of kept['selfChecks'] ?? []) {
    const check = draft.selfChecks[index];
    need(check?.due !== null, `selfChecks.${index}.due`, 'Chưa nhập hạn tự kiểm tra.');
  }
  for (const [index, report] of draft.reports.entries()) {
    need(report.unitDue !== null, `reports.${index}.unitDue`, 'Chưa nhập hạn của đơn vị.');
    need(report.committeeDue !== null, `reports.${index}.committeeDue`, 'Chưa nhập hạn của Ban Chỉ đạo.');
  }
  need(draft.silentAfterDays !== null, 'silentAfterDays', 'Nhập số ngày.');
  need(draft.effective.evidenceWithinDays !== null, 'effective.evidenceWithinDays', 'Nhập số ngày.');
  return faults;
}

/** Makes a draft ready to send: empty rows are left out, and refusals find their way back to the row on screen. */
export function packPlan(draft: PlanDraft): Packed {
  const kept = keptRows(draft);
  const faults = faultsOf(draft, kept);
  if (faults.length > 0) return { ok: false, faults };
  const rows = <T>(list: string, all: readonly T[]): T[] =>
    (kept[list] ?? []).flatMap((index) => all[index] ?? []);
  const plan = {
    ...draft,
    basis: rows('basis', draft.basis),
    sections: rows('sections', draft.sections),
    fields: rows('fields', draft.fields),
    quotas: rows('quotas', draft.quotas),
    selfChecks: rows('selfChecks', draft.selfChecks),
    members: rows('members', draft.members),
    recipients: rows('recipients', draft.recipients),
    // Everything that could be null was asked for above.
  } as Plan;
  return { ok: true, plan, pathInForm: (path) => rowOnScreen(path, kept) };
}

function rowOnScreen(path: string, kept: Record<string, number[]>): string {
  const match = /^plan\.(\w+)\.(\d+)(.*)$/.exec(path);
  if (match === null) return path;
  const [, list = '', index = '', rest = ''] = match;
  const shown = kept[list]?.[Number(index)];
  return shown === undefined ? path : `plan.${list}.${shown}${rest}`;
}

/** A code that no other row has; it stays when the name is changed. */
export function freeCode(prefix: string, taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const code = `${prefix}_${number}`;
    if (!taken.includes(code)) return code;
  }
}
