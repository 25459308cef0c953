import { findDocumentTypeCode, type DocumentTypeCode } from './document-types.ts';

/** Who issues decides the layout: party bodies write party papers, Mặt trận and People's Committees state papers. */
export type PaperLayout = 'party' | 'state';

export interface SymbolParts {
  /** null while the paper is a draft: the number is reserved when it is issued. */
  number: number | null;
  typeCode: DocumentTypeCode;
  issuerCode: string;
  layout: PaperLayout;
}

/** The gap a clerk leaves for the number of a draft. */
const NUMBER_GAP = ' '.repeat(6);

function printedNumber(number: number | null): string {
  return number === null ? NUMBER_GAP : String(number).padStart(2, '0');
}

/** "05-BC/ĐU" (party) or "15/BC-UBND" (state); a state công văn names no type: "15/UBND-NC". */
export function formatSymbol({ number, typeCode, issuerCode, layout }: SymbolParts): string {
  const written = printedNumber(number);
  if (layout === 'party') return `${written}-${typeCode}/${issuerCode}`;
  return typeCode === 'CV' ? `${written}/${issuerCode}` : `${written}/${typeCode}-${issuerCode}`;
}

/** The number line of a paper: "Số 05-BC/ĐU" without a colon (party), "Số: 15/BC-UBND" (state). */
export function formatSymbolLine(parts: SymbolParts): string {
  return `${parts.layout === 'party' ? 'Số' : 'Số:'} ${formatSymbol(parts)}`;
}

/**
 * Reads a symbol as offices spell it and gives the one spelling we compare by:
 * "Số 26 - KH/BCĐ" → "26-KH/BCĐ", "06-TB/Đ.U" → "06-TB/ĐU". The order of hyphen and slash is
 * kept, for it tells a party paper from a state one ("03/QĐ-ĐU" beside "05-QĐ/ĐU").
 */
export function normaliseSymbol(written: string): string {
  const bare = written
    .normalize('NFC')
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:kí hiệu|ký hiệu)\s*:?\s*/iu, '')
    .replace(/^số\s*[:.]?\s*/iu, '')
    .replace(/[.,;:\s]+$/u, '')
    .replace(/\s*([-/])\s*/gu, '$1')
    .replace(/(\p{L})\.(?=\p{L})/gu, '$1')
    .replace(/[-/]{2,}/gu, (run) => run.charAt(0));
  return bare.replace(/^(\d)(?=[-/])/u, '0$1');
}

/** Takes a written symbol apart; null where it is not one (no number, or a type we do not know). */
export function parseSymbol(written: string): (SymbolParts & { number: number }) | null {
  const symbol = normaliseSymbol(written);
  const party = /^(\d{1,5})-(\p{L}+)\/(.+)$/u.exec(symbol);
  if (party) return partsOf({ digits: party[1], type: party[2], issuer: party[3], layout: 'party' });
  const state = /^(\d{1,5})\/(\p{L}+)-(.+)$/u.exec(symbol);
  if (!state) return null;
  return partsOf({ digits: state[1], type: state[2], issuer: state[3], layout: 'state' });
}

function partsOf(found: {
  digits: string | undefined;
  type: string | undefined;
  issuer: string | undefined;
  layout: PaperLayout;
}): (SymbolParts & { number: number }) | null {
  const { digits, type, issuer, layout } = found;
  if (!digits || !type || !issuer) return null;
  const typeCode = findDocumentTypeCode(type);
  if (typeCode) return { number: Number(digits), typeCode, issuerCode: issuer, layout };
  // "15/UBND-NC": in state style a công văn has the issuer first and the drafting unit after it.
  if (layout === 'party') return null;
  return { number: Number(digits), typeCode: 'CV', issuerCode: `${type}-${issuer}`, layout };
}
