/**
 * Advance widths of Times New Roman (Liberation Serif and Tinos have the same), in thousandths of the
 * type size, for the characters 32…126. Vietnamese accents add no width; the horn does.
 */
export type FontStyle = 'regular' | 'bold' | 'italic';

const PRINTABLE: Record<FontStyle, string> = {
  regular:
    '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 ' +
    '500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 ' +
    '556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 ' +
    '500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541',
  bold:
    '250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 ' +
    '500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 ' +
    '611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 ' +
    '556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444 394 220 394 520',
  italic:
    '250 333 420 500 500 833 778 214 333 333 500 675 250 333 250 278 500 500 500 500 500 500 500 500 ' +
    '500 500 333 333 675 675 675 500 920 611 611 667 722 611 611 722 722 333 444 667 556 833 667 722 ' +
    '611 722 611 500 556 722 611 833 611 556 556 389 278 389 422 500 333 500 500 444 500 444 278 500 ' +
    '500 278 278 444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389 400 275 400 541',
};

const OTHERS: Record<FontStyle, Record<string, number>> = {
  regular: {
    đ: 500,
    Đ: 722,
    ơ: 529,
    Ơ: 722,
    ư: 542,
    Ư: 776,
    '“': 444,
    '”': 444,
    '‘': 333,
    '’': 333,
    '–': 500,
    '—': 1000,
    '…': 1000,
  },
  bold: {
    đ: 556,
    Đ: 722,
    ơ: 554,
    Ơ: 778,
    ư: 600,
    Ư: 796,
    '“': 500,
    '”': 500,
    '‘': 333,
    '’': 333,
    '–': 500,
    '—': 1000,
    '…': 1000,
  },
  italic: {
    đ: 500,
    Đ: 722,
    ơ: 534,
    Ơ: 722,
    ư: 545,
    Ư: 754,
    '“': 556,
    '”': 556,
    '‘': 333,
    '’': 333,
    '–': 500,
    '—': 889,
    '…': 889,
  },
};

/** A letter we have no width for counts as a wide one. */
const UNKNOWN_WIDTH = 1000;

const FIRST_PRINTABLE = 32;

const WIDTHS: Record<FontStyle, ReadonlyMap<string, number>> = {
  regular: widthMap('regular'),
  bold: widthMap('bold'),
  italic: widthMap('italic'),
};

function widthMap(style: FontStyle): ReadonlyMap<string, number> {
  const printable = PRINTABLE[style]
    .split(' ')
    .map((width, index): [string, number] => [String.fromCodePoint(FIRST_PRINTABLE + index), Number(width)]);
  return new Map([...printable, ...Object.entries(OTHERS[style])]);
}

const HORNED: Record<string, string> = { o: 'ơ', O: 'Ơ', u: 'ư', U: 'Ư' };

function baseLetter(letter: string): string {
  const [base = '', ...marks] = letter.normalize('NFD');
  return marks.includes('\u031b') ? (HORNED[base] ?? base) : base;
}

const POINTS_PER_MM = 72 / 25.4;

/** How wide the text prints, in millimetres. */
export function textWidth(text: string, size: number, style: FontStyle): number {
  const widths = WIDTHS[style];
  let thousandths = 0;
  for (const letter of text.normalize('NFC').replaceAll('\u00a0', ' ')) {
    thousandths += widths.get(baseLetter(letter)) ?? UNKNOWN_WIDTH;
  }
  return (thousandths * size) / 1000 / POINTS_PER_MM;
}

export interface Measure {
  size: number;
  style: FontStyle;
  /** Room for one line, in millimetres. */
  width: number;
}

/**
 * Breaks a long name into as few lines as fit, of even length: a head reads better as two equal
 * lines than as a full one and a single word.
 */
export function balancedLines(text: string, measure: Measure): string[] {
  const words = text.split(' ').filter((word) => word !== '');
  const fewest = greedyLines(words, measure).length;
  if (fewest <= 1 || words.length > MOST_WORDS_TO_BALANCE) return greedyLines(words, measure);
  let best: string[] | null = null;
  let whole: string[] | null = null;
  // Narrow the column step by step while the number of lines stays the same.
  for (let width = measure.width; width > 0; width -= 1) {
    const lines = greedyLines(words, { ...measure, width });
    if (lines.length > fewest) break;
    best = lines;
    if (!lines.some(splitsQuotation)) whole = lines;
  }
  return whole ?? best ?? greedyLines(words, measure);
}

/** The width of the widest of those lines. */
export function balancedWidth(text: string, measure: Measure): number {
  const widths = balancedLines(text, measure).map((line) => textWidth(line, measure.size, measure.style));
  return Math.min(measure.width, Math.max(0, ...widths));
}

const MOST_WORDS_TO_BALANCE = 60;

/** A line that breaks off inside “Dân vận khéo” reads badly. */
function splitsQuotation(line: string): boolean {
  return (line.match(/“/gu)?.length ?? 0) !== (line.match(/”/gu)?.length ?? 0);
}

function greedyLines(words: readonly string[], { size, style, width }: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, style) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}
