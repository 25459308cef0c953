import { addDays, type Day } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { askedPeriods } from '#domain/reports/asked-periods.ts';
import type { FormContent, Indicator, Section } from '#domain/reports/form.ts';
import type { Form } from './form-words.ts';

/** What is edited: the content of one revision, and from when it holds. */
export interface FormDraft {
  readonly content: FormContent;
  readonly validFrom: Day | null;
  readonly legalBasis: string;
}

/** Answered revisions stay: the next one begins with the next period. */
export function draftOf(form: Form, today: Day): FormDraft {
  const newest = form.revisions.at(-1);
  const next = askedPeriods(form, addDays(today, 400)).find((period) => period.from > today);
  const answered = (newest?.reportCount ?? 0) > 0;
  return {
    content: form.content,
    validFrom: answered ? (next?.from ?? addDays(today, 1)) : (newest?.validFrom ?? today),
    legalBasis: answered ? '' : form.legalBasis,
  };
}

export function emptySection(): Section {
  return { code: '', title: '', guidance: '', required: false, level: 1 };
}

export function emptyIndicator(): Indicator {
  return {
    code: '',
    label: '',
    definition: '',
    unit: '',
    group: '',
    decimals: 0,
    source: { kind: 'entered', required: true },
    aggregation: 'sum',
    partOf: null,
  };
}

/** "Cuộc đối thoại" → `cuoc_doi_thoai`; a number behind it where that is taken. */
export function codeFrom(label: string, taken: ReadonlySet<string>): string {
  const folded = foldVietnamese(label)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 34);
  const base = folded === '' ? 'muc' : folded;
  let code = base;
  for (let next = 2; taken.has(code); next += 1) code = `${base}_${next}`;
  return code;
}

/** Rows that have no code yet get one from their words. */
export function withCode<Row extends { readonly code: string }>(
  row: Row,
  label: string,
  others: readonly { readonly code: string }[],
): Row {
  if (row.code !== '') return row;
  return { ...row, code: codeFrom(label, new Set(others.map((one) => one.code))) };
}
