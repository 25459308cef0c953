import { daySchema, formatDay, type Day } from '#domain/kernel/day.ts';
import { normaliseMultiline, normaliseText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { largestFigure, type Figures } from './figures.ts';
import { isReckoned, type FormContent, type Indicator } from './form.ts';
import { decimalText, readDecimal } from './interchange-decimal.ts';
import { reportStates, type ReportState } from './report.workflow.ts';

/**
 * Reports as files for other offices and systems (docs/how-to/report-figures.md): figures and words, nobody's name and
 * no telephone. What the unit states, its reasons and its words are read back in; what the register counted and what
 * the report says with it are there to be read, and never typed.
 */

export const mostWords = 50_000;
export const mostReason = 500;

const decimal = z.string().max(60).nullable();

const figureSchema = z.object({
  code: z.string().max(40),
  /** What the unit states itself. Decimal text with a dot. */
  stated: decimal.default(null),
  reason: z.string().default(''),
  counted: decimal.default(null),
  value: decimal.default(null),
});

const reportSchema = z.object({
  formCode: z.string().max(80),
  revision: z.number().int(),
  unitCode: z.string().max(80),
  unitName: z.string().max(400).default(''),
  periodFrom: daySchema,
  periodTo: daySchema,
  state: z.enum(reportStates).nullable().default(null),
  /** Null: as it was. */
  nothingToReport: z.boolean().nullable().default(null),
  figures: z.array(figureSchema).default([]),
  sections: z.array(z.object({ code: z.string().max(40), words: z.string() })).default([]),
});

export const reportsFileSchema = z.object({
  format: z.literal('kheo-reports'),
  formatVersion: z.literal(1),
  reports: z.array(reportSchema),
});

export type InterchangeReport = z.infer<typeof reportSchema>;
export type InterchangeFigure = InterchangeReport['figures'][number];

/** What a report holds, in the words of its form's revision. */
export interface ReportToGive {
  readonly form: { readonly code: string; readonly revision: number; readonly content: FormContent };
  readonly unit: { readonly code: string; readonly name: string };
  readonly period: { readonly from: Day; readonly to: Day };
  readonly state: ReportState;
  readonly nothingToReport: boolean;
  readonly counted: Figures;
  readonly stated: Figures;
  readonly figures: Figures;
  readonly reasons: Readonly<Record<string, string>>;
  readonly narrative: Readonly<Record<string, string>>;
}

export function interchangeOf(given: ReportToGive): InterchangeReport {
  const { indicators, sections } = given.form.content;
  const decimalAt = (figures: Figures, at: number, { decimals }: Indicator) =>
    decimalText(figures[at] ?? null, decimals);
  return {
    formCode: given.form.code,
    revision: given.form.revision,
    unitCode: given.unit.code,
    unitName: given.unit.name,
    periodFrom: given.period.from,
    periodTo: given.period.to,
    state: given.state,
    nothingToReport: given.nothingToReport,
    figures: indicators.map((indicator, at) => ({
      code: indicator.code,
      stated: decimalAt(given.stated, at, indicator),
      reason: given.reasons[indicator.code] ?? '',
      counted: decimalAt(given.counted, at, indicator),
      value: decimalAt(given.figures, at, indicator),
    })),
    sections: sections.map(({ code }) => ({ code, words: given.narrative[code] ?? '' })),
  };
}

/** Where something stands in a file; the report itself without an item. */
export interface Item {
  readonly part: 'report' | 'figure' | 'section';
  readonly code?: string;
  readonly field?: 'stated' | 'reason' | 'words' | 'unit' | 'period' | 'revision' | 'form';
}

/** A report as it was read, with the place of each of its parts. */
export interface PlacedReport {
  readonly report: InterchangeReport;
  where(item: Item): string;
}

export interface FileFault {
  readonly where: string;
  readonly message: string;
}

/** What a file says about a report, ready to be saved; exact figures as text. */
export interface ReportSaid {
  readonly nothingToReport: boolean | null;
  readonly stated: Readonly<Record<string, string | null>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly narrative: Readonly<Record<string, string>>;
}

/** Holds what was read to the form's revision: every item that does not fit is named with its place. */
export function saidIn(
  content: FormContent,
  placed: PlacedReport,
): { said: ReportSaid; faults: FileFault[] } {
  const { report } = placed;
  const faults: FileFault[] = [];
  const fault = (item: Item, message: string) => faults.push({ where: placed.where(item), message });
  const said = { stated: {}, reasons: {}, narrative: {} } as {
    stated: Record<string, string | null>;
    reasons: Record<string, string>;
    narrative: Record<string, string>;
  };
  if (report.nothingToReport === true && !content.mayBeNothing)
    fault({ part: 'report' }, 'Biểu này phải có nội dung, không dùng “Không có nội dung báo cáo”');
  for (const figure of report.figures) {
    const { code } = figure;
    const indicator = content.indicators.find((one) => one.code === code);
    const item = { part: 'figure', code } as const;
    if (!indicator) fault(item, `Biểu mẫu không có chỉ tiêu “${code}”`);
    else if (code in said.stated) fault(item, `Chỉ tiêu “${code}” ghi hai lần cho một báo cáo`);
    else {
      const read = readStatement(indicator, figure);
      if ('fault' in read) fault({ ...item, field: read.field }, read.fault);
      else {
        said.stated[code] = read.stated;
        said.reasons[code] = read.reason;
      }
    }
  }
  for (const { code, words } of report.sections) {
    const item = { part: 'section', code, field: 'words' } as const;
    const text = normaliseMultiline(words);
    if (!content.sections.some((one) => one.code === code)) fault(item, `Biểu mẫu không có mục “${code}”`);
    else if (code in said.narrative) fault(item, `Mục “${code}” ghi hai lần cho một báo cáo`);
    else if (text.length > mostWords) fault(item, `Mục “${code}” dài quá 50.000 ký tự`);
    else said.narrative[code] = text;
  }
  return { said: { nothingToReport: report.nothingToReport, ...said }, faults };
}

type Statement =
  | { readonly stated: string | null; readonly reason: string }
  | { readonly fault: string; readonly field: 'stated' | 'reason' };

function readStatement(indicator: Indicator, figure: InterchangeFigure): Statement {
  const reason = normaliseText(figure.reason);
  if (reason.length > mostReason) return { fault: 'Lý do dài quá 500 ký tự', field: 'reason' };
  if (figure.stated === null) return { stated: null, reason };
  if (isReckoned(indicator.source.kind))
    return { fault: `“${indicator.label}” do máy tính, không nhập`, field: 'stated' };
  const read = readDecimal(figure.stated, indicator.decimals);
  if ('fault' in read) return { fault: read.fault, field: 'stated' };
  if (read.exact > largestFigure || read.exact < -largestFigure)
    return { fault: `“${indicator.label}” quá lớn; xem lại đơn vị tính`, field: 'stated' };
  return { stated: read.exact.toString(), reason };
}

/** Whether a report says already all that a file says about it. */
export function saysAlready(
  content: FormContent,
  kept: Pick<ReportToGive, 'stated' | 'reasons' | 'narrative' | 'nothingToReport'>,
  said: ReportSaid,
): boolean {
  const statedNow = (code: string): string | null =>
    kept.stated[content.indicators.findIndex((one) => one.code === code)]?.toString() ?? null;
  const words = (now: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>) =>
    Object.entries(given).every(([code, text]) => (now[code] ?? '') === text);
  return (
    (said.nothingToReport === null || said.nothingToReport === kept.nothingToReport) &&
    Object.entries(said.stated).every(([code, exact]) => statedNow(code) === exact) &&
    words(kept.reasons, said.reasons) &&
    words(kept.narrative, said.narrative)
  );
}

/** Reads the JSON of an export; what is not of its shape is named by report and field. */
export function readReportsJson(text: string): { reports: PlacedReport[]; faults: FileFault[] } {
  const none = (message: string) => ({ reports: [], faults: [{ where: 'Tệp', message }] });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return none('Không phải là tệp JSON đúng cú pháp');
  }
  const read = reportsFileSchema.safeParse(json);
  if (read.success)
    return {
      reports: read.data.reports.map((report, at) => ({
        report,
        where: (item) => jsonPlace(at, report, item),
      })),
      faults: [],
    };
  const faults = read.error.issues.map((issue) => {
    const [first, at, ...rest] = issue.path;
    if (first !== 'reports' || typeof at !== 'number')
      return { where: 'Tệp', message: 'Không phải là tệp báo cáo của hệ thống này (kheo-reports, bản 1)' };
    return {
      where: `Báo cáo thứ ${at + 1}, trường ${rest.join('.')}`,
      message:
        issue.path.includes('periodFrom') || issue.path.includes('periodTo')
          ? 'Không phải là ngày dạng năm-tháng-ngày'
          : 'Thiếu hoặc sai kiểu',
    };
  });
  return { reports: [], faults };
}

function jsonPlace(at: number, report: InterchangeReport, item: Item): string {
  const part = { report: '', figure: `, chỉ tiêu “${item.code}”`, section: `, mục “${item.code}”` }[
    item.part
  ];
  return `Báo cáo thứ ${at + 1} (đơn vị ${report.unitCode}, kỳ từ ${formatDay(report.periodFrom)})${part}`;
}
