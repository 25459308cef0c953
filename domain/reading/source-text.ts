/** The text as the grammar reads it: NFC, nothing invisible, with the way back to the offsets of the file. */

const NEEDS_MAPPING = /[\p{M}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/u;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/;
const MARK = /\p{M}/u;
/** More marks than any letter of any language carries: what follows is noise and composed by itself. */
const MOST_MARKS = 6;

export interface SourceText {
  readonly original: string;
  readonly text: string;
  /** Start in the original of what stands at `at` in the text. */
  startOf(at: number): number;
  /** End in the original of what ends at `at` in the text. */
  endOf(at: number): number;
}

export function readSource(original: string): SourceText {
  if (!NEEDS_MAPPING.test(original)) {
    const text = sameLength(original);
    return { original, text, startOf: (at) => at, endOf: (at) => at };
  }
  return composed(original);
}

/** Ð (Icelandic) is what old keyboards write for Đ. */
function sameLength(text: string): string {
  return text.replaceAll('\u00D0', 'Đ').replaceAll('\u00F0', 'đ');
}

function composed(original: string): SourceText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length;) {
    const end = clusterEnd(original, at);
    const cluster = original.slice(at, end);
    const piece = INVISIBLE.test(cluster.charAt(0)) ? '' : sameLength(cluster.normalize('NFC'));
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    pieces.push(piece);
    at = end;
  }
  return {
    original,
    text: pieces.join(''),
    startOf: (at) => starts[at] ?? original.length,
    endOf: (at) => (at <= 0 ? 0 : (ends[at - 1] ?? original.length)),
  };
}

function clusterEnd(text: string, at: number): number {
  const first = text.codePointAt(at) ?? 0;
  let end = at + (first > 0xffff ? 2 : 1);
  if (INVISIBLE.test(text.charAt(at))) return end;
  for (let marks = 0; marks < MOST_MARKS && end < text.length && MARK.test(text.charAt(end)); marks += 1)
    end += 1;
  return end;
}
