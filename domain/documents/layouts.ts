import type { PaperLayout } from './symbols.ts';

/**
 * Sizes of official papers, as data: one place to mend when a rule changes. Lengths in millimetres,
 * type sizes and line heights in points. Where a rule allows a span, `…Range` keeps it and the plain
 * value is what we print.
 */
export interface LayoutRule {
  kind: PaperLayout;
  /** The rule these sizes come from. */
  source: string;
  /** First and last day on which the rule applies; null is open. */
  from: string | null;
  to: string | null;
  page: { width: number; height: number; top: number; bottom: number; left: number; right: number };
  font: string;
  pageNumber: { size: number; fromTop: number };
  head: { motto: number; mottoSecond: number; parentBody: number; issuer: number };
  /** What stands under the issuer's name. */
  issuerMark: 'asterisk' | 'rule';
  symbol: number;
  placeAndDate: number;
  typeName: number;
  subject: number;
  /** What stands under the subject. */
  subjectMark: 'dashes' | 'rule';
  letterSubject: { size: number; italic: boolean };
  body: {
    size: number;
    sizeRange: readonly [number, number];
    firstLine: number;
    paragraphGap: number;
    line: number;
    lineRange: readonly [number, number];
  };
  footnote: number;
  endMark: '.' | './.';
  signature: { authority: number; post: number; postBold: boolean; name: number };
  recipients: { label: number; labelStyle: 'underlined' | 'boldItalic'; item: number };
  recipientSeparator: ',' | ';';
}

const A4_PARTY = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;

/** Văn bản của Đảng: sizes agree between the guidance of 2018 and that of 2026. */
const PARTY_SIZES = {
  kind: 'party',
  page: A4_PARTY,
  font: 'Times New Roman',
  pageNumber: { size: 14, fromTop: 10 },
  head: { motto: 15, mottoSecond: 15, parentBody: 14, issuer: 14 },
  issuerMark: 'asterisk',
  symbol: 14,
  placeAndDate: 14,
  typeName: 16,
  subject: 14,
  subjectMark: 'dashes',
  letterSubject: { size: 12, italic: true },
  body: { size: 14, sizeRange: [14, 15], firstLine: 10, paragraphGap: 6, line: 18, lineRange: [18, 22] },
  footnote: 10,
  endMark: '.',
  signature: { authority: 14, post: 14, postBold: false, name: 14 },
  recipients: { label: 14, labelStyle: 'underlined', item: 12 },
} as const;

const PARTY_UNTIL_2026: LayoutRule = {
  ...PARTY_SIZES,
  source: 'Quy định 66-QĐ/TW (2017), Hướng dẫn 36-HD/VPTW (2018)',
  from: null,
  to: '2026-01-08',
  recipientSeparator: ',',
};

const PARTY_FROM_2026: LayoutRule = {
  ...PARTY_SIZES,
  source: 'Quy định 399-QĐ/TW ngày 09/01/2026, Hướng dẫn 05-HD/VPTW (2026)',
  from: '2026-01-09',
  to: null,
  recipientSeparator: ';',
};

/** Nghị định 30/2020/NĐ-CP, phụ lục I; older state papers are printed by the same sizes. */
const STATE: LayoutRule = {
  kind: 'state',
  source: 'Nghị định 30/2020/NĐ-CP ngày 05/3/2020',
  from: null,
  to: null,
  page: { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 },
  font: 'Times New Roman',
  pageNumber: { size: 14, fromTop: 10 },
  head: { motto: 12, mottoSecond: 13, parentBody: 12, issuer: 12 },
  issuerMark: 'rule',
  symbol: 13,
  placeAndDate: 13,
  typeName: 14,
  subject: 14,
  subjectMark: 'rule',
  letterSubject: { size: 12, italic: false },
  body: { size: 14, sizeRange: [13, 14], firstLine: 10, paragraphGap: 6, line: 18, lineRange: [16, 24] },
  footnote: 10,
  endMark: './.',
  signature: { authority: 14, post: 14, postBold: true, name: 14 },
  recipients: { label: 12, labelStyle: 'boldItalic', item: 11 },
  recipientSeparator: ';',
};

export const LAYOUT_RULES: readonly LayoutRule[] = [PARTY_UNTIL_2026, PARTY_FROM_2026, STATE];

/** The rule in force on a day ('YYYY-MM-DD'): papers of earlier years keep the layout of their date. */
export function layoutFor(kind: PaperLayout, day: string): LayoutRule {
  const found = LAYOUT_RULES.find(
    (rule) =>
      rule.kind === kind && (rule.from === null || rule.from <= day) && (rule.to === null || day <= rule.to),
  );
  if (!found) throw new Error(`no ${kind} layout covers ${day}`);
  return found;
}
