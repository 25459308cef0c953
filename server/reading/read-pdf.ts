import { getDocumentProxy } from 'unpdf';

interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface ReadPdf {
  readonly text: string;
  readonly pages: number;
  /** Pages on which nothing but pictures stands. */
  readonly emptyPages: number;
}

const MOST_PAGES = 600;

/** The words of a PDF line by line: pieces at one height are a line, a wide gap between them is a tab. */
export async function readPdf(content: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(content), { isEvalSupported: false, verbosity: 0 });
  try {
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter((item) => 'str' in item) as unknown as Piece[]).join('\n'));
      page.cleanup();
    }
    return {
      text: pages.map(withoutPageNumber).join('\n'),
      pages: document.numPages,
      emptyPages: pages.filter((page) => page.trim().length < 3).length,
    };
  } finally {
    await document.destroy();
  }
}

function linesOf(pieces: readonly Piece[]): string[] {
  const lines: { y: number; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    if (piece.str === '') continue;
    const y = piece.transform[5] ?? 0;
    const near = Math.max(2, piece.height * 0.4);
    const line = lines.findLast((one) => Math.abs(one.y - y) <= near);
    if (line) line.pieces.push(piece);
    else lines.push({ y, pieces: [piece] });
  }
  return lines.toSorted((a, b) => b.y - a.y).map((line) => joined(line.pieces));
}

function joined(pieces: readonly Piece[]): string {
  let text = '';
  let end: number | null = null;
  for (const piece of pieces.toSorted((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0))) {
    const x = piece.transform[4] ?? 0;
    const gap = end === null ? 0 : x - end;
    const size = Math.max(piece.height, 8);
    if (gap > size * 3) text += '\t';
    else if (gap > size * 0.18 && !/\s$/.test(text) && !/^\s/.test(piece.str)) text += ' ';
    text += piece.str;
    end = x + piece.width;
  }
  return text.replaceAll(/[ \u00A0]+/g, ' ').trimEnd();
}

/** A number alone at the top or the foot of a page is the page's, not the paper's. */
function withoutPageNumber(page: string): string {
  return page.replace(/^\s*\d{1,3}\s*\n/, '').replace(/\n\s*\d{1,3}\s*$/, '');
}
