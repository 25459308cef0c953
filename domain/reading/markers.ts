/** What stands before the words of a heading or a list item: "II.", "2.1.", "a)", "-", "Phần thứ nhất", "Bước 3:". */
import { isCapital, type Token } from './tokens.ts';

type MarkerStyle = 'part' | 'roman' | 'decimal' | 'letter' | 'dash' | 'step';

export interface Marker {
  readonly style: MarkerStyle;
  readonly written: string;
  /** 1 for "2.", 2 for "2.1": how deep a decimal number goes. */
  readonly depth: number;
  /** Index of the first token after it. */
  readonly end: number;
}

const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;
const DASHES = new Set(['-', '+', '*', '•', '–', '●', '▪', '◦', '✓', '·', '►', '➢', '\u{F0B7}', '\u{F02D}']);
const PART_WORDS = new Set(['phần', 'chương']);
const STEP_WORDS = new Set(['bước', 'điều']);
const CLOSERS = new Set(['.', ')', '/', '-', ':']);
const UNITS_AT_LINE_START = /^\d{1,3}(?:\.\d{3})+$/;

export function readMarker(tokens: readonly Token[], from: number, to: number): Marker | null {
  const first = tokens[from];
  if (first === undefined || to - from < 1) return null;
  if (DASHES.has(first.text) || first.low === '-') return dashMarker(tokens, from, to);
  if (first.kind === 'number') return decimalMarker(tokens, from, to);
  if (first.kind !== 'word') return bracketMarker(tokens, from, to);
  if (PART_WORDS.has(first.low) && isCapital(first) && to - from >= 2) return partMarker(tokens, from, to);
  if (STEP_WORDS.has(first.low) && isCapital(first) && tokens[from + 1]?.kind === 'number')
    return {
      style: 'step',
      written: `${first.text} ${tokens[from + 1]?.text ?? ''}`,
      depth: 1,
      end: from + 2,
    };
  const closer = tokens[from + 1];
  if (closer === undefined || !CLOSERS.has(closer.low)) return null;
  if (ROMAN.test(first.text)) {
    const isDot = closer.low !== '-' || closer.spaced;
    return isDot ? { style: 'roman', written: first.text, depth: 1, end: from + 2 } : null;
  }
  const isLetter = /^[a-zđA-HK-ZĐ]$/.test(first.text) && (closer.low === ')' || closer.low === '.');
  // "P.BÍ THƯ" is a short form, "A. KẾT QUẢ" a heading.
  if (!isLetter || (closer.low === '.' && tokens[from + 2]?.spaced === false)) return null;
  const style = /^[A-ZĐ]$/.test(first.text) ? 'part' : 'letter';
  return { style, written: first.text, depth: 1, end: from + 2 };
}

function dashMarker(tokens: readonly Token[], from: number, to: number): Marker {
  let end = from;
  while (end < to && (DASHES.has(tokens[end]?.text ?? '') || tokens[end]?.low === '-')) end += 1;
  return { style: 'dash', written: tokens[from]?.text ?? '-', depth: 1, end };
}

function decimalMarker(tokens: readonly Token[], from: number, to: number): Marker | null {
  const first = tokens[from];
  const next = tokens[from + 1];
  if (first === undefined || next === undefined || to - from < 2 || UNITS_AT_LINE_START.test(first.text))
    return null;
  const numbers = first.text.split('.');
  if (numbers.some((number) => number.length > 2 || !/^\d+$/.test(number))) return null;
  const closes =
    CLOSERS.has(next.low) && !next.spaced && (next.low !== '-' || tokens[from + 2]?.spaced === true);
  // "1.3 Lĩnh vực …" has lost its dot; "1 Trồng nấm" is a numbered line of a list.
  const isOpen = next.kind === 'word' && isCapital(next) && !first.text.startsWith('0');
  if (closes && (next.low === '/' || tokens[from + 2]?.kind === 'number')) return null;
  if (!closes && !(isOpen || next.text === '\t')) return null;
  return { style: 'decimal', written: first.text, depth: numbers.length, end: closes ? from + 2 : from + 1 };
}

/** "(1) …", "[2] …". */
function bracketMarker(tokens: readonly Token[], from: number, to: number): Marker | null {
  const [open, inner, close] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (to - from < 4 || open?.text !== '(' || close?.text !== ')') return null;
  const isShort = inner?.kind === 'number' ? inner.text.length <= 2 : (inner?.text.length ?? 9) === 1;
  return isShort ? { style: 'letter', written: inner?.text ?? '', depth: 1, end: from + 3 } : null;
}

const ORDINALS = new Set('nhất hai ba tư bốn năm sáu bảy tám i ii iii iv v vi'.split(' '));

function partMarker(tokens: readonly Token[], from: number, to: number): Marker | null {
  let end = from + 1;
  if (tokens[end]?.low === 'thứ') end += 1;
  const ordinal = tokens[end];
  if (end >= to || ordinal === undefined || !(ORDINALS.has(ordinal.low) || ordinal.kind === 'number'))
    return null;
  end += 1;
  if (CLOSERS.has(tokens[end]?.low ?? '')) end += 1;
  const written = tokens
    .slice(from, end)
    .filter((token) => token.kind !== 'mark')
    .map((token) => token.text)
    .join(' ');
  return { style: 'part', written, depth: 1, end };
}
