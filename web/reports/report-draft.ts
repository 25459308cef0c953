import type { ApiArgs } from '../platform/api-client.ts';
import type { RefusedField } from '../platform/problem-error.ts';
import { bareWords } from '#domain/reports/completeness.ts';
import { formatFigure, readFigure } from '#domain/reports/figure-text.ts';
import { figureFaults, figuresOf, type FigureFault, type Figures } from '#domain/reports/figures.ts';
import { isReckoned } from '#domain/reports/form.ts';
import type { Report } from './report-words.tsx';

export type Figure = Report['figures'][number];
type ReportSection = Report['sections'][number];

/** What is typed in a report: figures as text, read into exact figures when they are saved. */
export interface Draft {
  readonly nothingToReport: boolean;
  readonly figures: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly narrative: Readonly<Record<string, string>>;
}

/** Something wrong or still missing, with its field. */
export interface DraftFault extends RefusedField {
  readonly code: string;
  /** Not wrong yet while one writes; said when the report is to be sent. */
  readonly still: boolean;
}

export function draftOf(report: Report): Draft {
  return {
    nothingToReport: report.nothingToReport,
    figures: Object.fromEntries(
      report.figures.map((one) => [one.code, formatFigure(one.stated, one.decimals)]),
    ),
    reasons: Object.fromEntries(report.figures.map((one) => [one.code, one.reason])),
    narrative: Object.fromEntries(report.sections.map((one) => [one.code, one.words])),
  };
}

const isTyped = (figure: Figure): boolean => !isReckoned(figure.source);

/** What the server can keep of a draft: a field that is no number keeps what it had before. */
export function savedPart(
  report: Report,
  draft: Draft,
): Omit<ApiArgs<'PUT /api/reports/:id'>['body'], 'version'> {
  const stated = Object.fromEntries(
    report.figures.filter(isTyped).flatMap((one) => {
      const exact = readFigure(draft.figures[one.code] ?? '', one.decimals);
      return exact === undefined ? [] : [[one.code, exact]];
    }),
  );
  const { nothingToReport, reasons, narrative } = draft;
  return { nothingToReport, stated, reasons: { ...reasons }, narrative: { ...narrative } };
}

const big = (exact: string | null | undefined): bigint | null =>
  exact === null || exact === undefined ? null : BigInt(exact);

function statedIn(report: Report, draft: Draft): Figures {
  return report.figures.map((one) =>
    isTyped(one) ? big(readFigure(draft.figures[one.code] ?? '', one.decimals)) : null,
  );
}

const countedIn = (report: Report): Figures => report.figures.map((one) => big(one.counted));

/** What the report says as it is typed: formulas with it. */
export function valuesOf(report: Report, draft: Draft): ReadonlyMap<string, string | null> {
  const values = figuresOf(report.formContent.indicators, {
    counted: countedIn(report),
    stated: statedIn(report, draft),
  });
  return new Map(report.figures.map((one, at) => [one.code, values[at]?.toString() ?? null]));
}

/** "Không có nội dung báo cáo" goes with no figure and no word of one's own; zeros are none. */
export function statesSomething(draft: Draft): boolean {
  const isSaid = (text: string): boolean => text.trim() !== '';
  return (
    Object.values(draft.figures).some((text) => isSaid(text) && !/^0+(,0+)?$/.test(text.trim())) ||
    Object.values(draft.narrative).some(isSaid)
  );
}

const contradiction: DraftFault = {
  code: 'nothing',
  path: 'nothingToReport',
  message: 'Chọn “Không có nội dung báo cáo” nhưng đã nhập số liệu hoặc nội dung',
  still: false,
};

/** The draft without any figure and word of the unit. */
export function emptied(draft: Draft): Draft {
  const none = (part: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.keys(part).map((code) => [code, '']));
  return {
    ...draft,
    figures: none(draft.figures),
    reasons: none(draft.reasons),
    narrative: none(draft.narrative),
  };
}

/** Every fault of the figures and texts as they are typed, by the rules that the server holds too. */
export function faultsOf(report: Report, draft: Draft): DraftFault[] {
  if (draft.nothingToReport) return statesSomething(draft) ? [contradiction] : [];
  const unreadable = report.figures.filter(
    (one) => isTyped(one) && readFigure(draft.figures[one.code] ?? '', one.decimals) === undefined,
  );
  const byRule = figureFaults(report.formContent.indicators, {
    counted: countedIn(report),
    stated: statedIn(report, draft),
    reasons: draft.reasons,
  }).filter((fault) => !unreadable.some((one) => one.code === fault.code));
  const empty = report.sections.filter(
    (one) => one.required && bareWords(draft.narrative[one.code] ?? '') === '',
  );
  return [
    ...unreadable.map((one) => ({
      code: one.code,
      path: `stated.${one.code}`,
      message: `“${one.label}” chỉ nhập số, ví dụ ${one.decimals === 0 ? '1.234' : '1.234,5'}`,
      still: false,
    })),
    ...byRule.map((fault) => ({
      code: fault.code,
      path: pathOf(fault),
      message: fault.message,
      still: fault.kind === 'missing' || fault.kind === 'reason',
    })),
    ...empty.map((one) => ({
      code: one.code,
      path: `narrative.${one.code}`,
      message: `Chưa viết phần “${one.title}”`,
      still: true,
    })),
  ];
}

const pathOf = (fault: FigureFault): string =>
  fault.kind === 'reason' ? `reasons.${fault.code}` : `stated.${fault.code}`;

/** The very words of last time, not one changed: seen above as copied. */
export function isCopied(section: ReportSection, words: string): boolean {
  const before = (section.previous ?? '').trim();
  return before !== '' && words.trim() === before;
}

/** Whether the server refuses only what is mended by writing on; the form says that beside the fields. */
export function isAboutContent(report: Report, reason: string | null | undefined): boolean {
  if (reason === null || reason === undefined) return false;
  return (
    report.figures.some((one) => one.message === reason) ||
    report.sections.some((one) => reason === `chưa viết phần “${one.title}”`) ||
    reason.startsWith('chọn “Không có nội dung báo cáo”')
  );
}
