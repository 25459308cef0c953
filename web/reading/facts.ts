import type { ApiResponse } from '../platform/api-client.ts';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { approximationWords, figureKindWords } from '#domain/figures/reported-figure.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { natureWords, subjectWords } from '#domain/practices/practice.words.ts';

export type Reading = ApiResponse<'GET /api/readings/:id'>;
export type DocumentFact = Reading['documents'][number];
export type PracticeFact = Reading['practices'][number];
export type FigureFact = Reading['figures'][number];
export type SumFact = Reading['sums'][number];
export type FactState = DocumentFact['state'];

export const factKinds = ['document', 'practice', 'figure', 'sum'] as const;
export type FactKind = (typeof factKinds)[number];

export type AnyFact =
  | { readonly kind: 'document'; readonly fact: DocumentFact }
  | { readonly kind: 'practice'; readonly fact: PracticeFact }
  | { readonly kind: 'figure'; readonly fact: FigureFact }
  | { readonly kind: 'sum'; readonly fact: SumFact };

interface KindWords {
  /** The tab, and its word in the address. */
  readonly tab: string;
  readonly key: string;
  /** Before a count: "11 văn bản". */
  readonly many: string;
  /** On the mark in the text. */
  readonly tag: string;
  readonly none: string;
}

export const kindWords: Record<FactKind, KindWords> = {
  document: {
    tab: 'Văn bản',
    key: 'van-ban',
    many: 'văn bản',
    tag: 'VB',
    none: 'Không thấy văn bản nào được viện dẫn',
  },
  practice: {
    tab: 'Mô hình',
    key: 'mo-hinh',
    many: 'mô hình, điển hình',
    tag: 'MH',
    none: 'Không thấy mô hình, điển hình nào được nêu tên',
  },
  figure: { tab: 'Số liệu', key: 'so-lieu', many: 'số liệu', tag: 'SL', none: 'Không thấy số liệu nào' },
  sum: { tab: 'Tổng', key: 'tong', many: 'phép cộng', tag: 'Σ', none: 'Không thấy tổng nào kèm các phần' },
};

/** Below this the rule is wrong too often to be confirmed unseen. */
const SURE_ENOUGH = 0.75;

export function isUnsure(fact: { readonly confidence: number }): boolean {
  return fact.confidence < SURE_ENOUGH;
}

export function factsOfKind(reading: Reading, kind: FactKind): readonly AnyFact[] {
  if (kind === 'document') return reading.documents.map((fact) => ({ kind, fact }));
  if (kind === 'practice') return reading.practices.map((fact) => ({ kind, fact }));
  if (kind === 'figure') return reading.figures.map((fact) => ({ kind, fact }));
  return reading.sums.map((fact) => ({ kind, fact }));
}

export function allFacts(reading: Reading): readonly AnyFact[] {
  return factKinds.flatMap((kind) => factsOfKind(reading, kind));
}

/** One line that says what was understood. */
export function factTitle({ kind, fact }: AnyFact): string {
  switch (kind) {
    case 'document':
      return [fact.type, fact.symbol].filter(Boolean).join(' ') || fact.asWritten;
    case 'practice':
      return fact.name;
    case 'figure':
      return `${approximationWords[fact.approx]} ${formatNumber(fact.value, 4)} ${fact.unit}`.trim();
    case 'sum':
      return `${formatNumber(fact.total, 4)} ${fact.ok ? '=' : '≠'} ${fact.parts
        .map((part) => formatNumber(part, 4))
        .join(' + ')}`;
  }
}

/** What else was understood, in the order in which people ask for it. */
export function factDetails({ kind, fact }: AnyFact): string {
  const words = (): readonly (string | null)[] => {
    switch (kind) {
      case 'document':
        return [fact.issuer, fact.issuedOn && formatDay(fact.issuedOn)];
      case 'practice':
        return [
          natureWords[fact.nature],
          fact.subject && subjectWords[fact.subject].toLowerCase(),
          fact.field && baseFieldWords[fact.field],
          fact.owner,
        ];
      case 'figure':
        return [
          figureKindWords[fact.kind],
          fact.scope,
          fact.movement === 'other' ? 'ngoài phong trào' : null,
        ];
      case 'sum':
        return [fact.ok ? null : fact.message];
    }
  };
  return words().filter(Boolean).join(' · ');
}

/** "11 văn bản, 42 mô hình, 50 số liệu, 3 khoản đóng góp". */
export function registrationWords(made: Reading['registration']): string {
  const parts = [
    [made.documents, 'văn bản'],
    [made.practices, 'mô hình, điển hình'],
    [made.figures, 'số liệu'],
    [made.contributions, 'khoản đóng góp'],
  ] as const;
  const some = parts.filter(([count]) => count > 0).map(([count, word]) => `${formatNumber(count)} ${word}`);
  return some.length === 0 ? 'chưa có gì' : some.join(' · ');
}
