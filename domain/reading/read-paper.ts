/** Text in, facts out. Pure: the same text gives the same reading, and nothing is kept between two. */
import { passage, wordsOf, type ReadingContext } from './context.ts';
import { markTimes } from './dates.ts';
import { readDocuments } from './documents.ts';
import { kindOf, movementOf, scopeOf } from './figure-kinds.ts';
import { readBareParts } from './bare-figures.ts';
import { readQuantities } from './figures.ts';
import type { Quantity } from './quantity.ts';
import { isNameLike } from './practice-candidates.ts';
import { readHead, readPaperItself } from './paper-head.ts';
import { readPractices } from './practices.ts';
import { readQuotes, type Quote } from './quotes.ts';
import { makeScript } from './script.ts';
import { readOutline, type Outline } from './sections.ts';
import { readSource } from './source-text.ts';
import { readSums } from './sums.ts';
import type { PaperReading, ReadFigure, Section, SumCheck } from './types.ts';
import { planTypes } from './words/section-words.ts';

/** Reads one paper: what it is, its outline, documents, practices, figures and sums. */
export function readPaper(text: string): PaperReading {
  const context = makeContext(text);
  const head = readHead(context);
  const aimed = planTypes.has(head.type?.toLowerCase() ?? '')
    ? { ...context, outline: asPlan(context.outline) }
    : context;
  const documents = readDocuments(aimed, head);
  markTimes(aimed.tokens, aimed.taken);
  const practices = readPractices(aimed);
  markQuotedNames(aimed);
  const counted = readQuantities(aimed);
  const quantities = [...counted, ...readBareParts(aimed, counted)].toSorted((a, b) => a.at - b.at);
  const sums = readSums(aimed, quantities);
  const { figures, checks } = inTextOrder(makeFigures(aimed, quantities, sums), sums);
  return {
    paper: readPaperItself(aimed, head, documents),
    sections: sectionsOf(aimed),
    documents,
    practices: practices.toSorted((a, b) => a.start - b.start),
    figures,
    checks,
  };
}

function makeContext(text: string): ReadingContext {
  const source = readSource(text);
  const script = makeScript(source.text);
  const quotes = readQuotes(script);
  return {
    source,
    script,
    tokens: script.tokens,
    outline: readOutline(script),
    quotes,
    quoteByLast: new Map(quotes.map((quote) => [quote.end - 1, quote])),
    quoteByOpen: new Map(quotes.map((quote) => [quote.open, quote])),
    taken: new Uint8Array(script.tokens.length),
  };
}

/** In a plan everything is ahead, except where a heading speaks of results. */
function asPlan(outline: Outline): Outline {
  const sections = outline.sections.map((one) =>
    one.role === 'other' ? { ...one, role: 'targets' as const } : one,
  );
  const bySection = new Map(outline.sections.map((one, index) => [one, sections[index] ?? null]));
  return {
    sections,
    sectionAt: (index) => {
      const found = outline.sectionAt(index);
      return found === null ? null : (bySection.get(found) ?? null);
    },
  };
}

/** Numbers inside names count nothing ("60 phút sạch nhà"); numbers in what somebody says do. */
function markQuotedNames(context: ReadingContext): void {
  for (const quote of context.quotes) {
    const isName = isNameLike(context.tokens, quote.from, quote.to) && !isSpeech(context, quote);
    const isShort = quote.to - quote.from <= 2;
    if (!quote.isUnclosed && (isName || isShort)) context.taken.fill(1, quote.from, quote.to);
  }
}

const SAYS = new Set('biết nói sẻ định tâm mạnh kể bộc hứng khoe hay tỏ viết lời khởi hồi sự'.split(' '));

/** After a word of saying and a colon, or where somebody says "tôi". */
function isSpeech({ tokens }: ReadingContext, { open, from, to }: Quote): boolean {
  if (tokens.slice(from, to).some((token) => token.low === 'tôi')) return true;
  return tokens[open - 1]?.low === ':' && SAYS.has(tokens[open - 2]?.low ?? '');
}

function makeFigures(
  context: ReadingContext,
  quantities: readonly Quantity[],
  sums: readonly SumCheck[],
): ReadFigure[] {
  const parentOf = new Map(
    sums.flatMap((sum) => sum.partFigures.map((part) => [part, sum.totalFigure] as const)),
  );
  return quantities.map((quantity, index) => {
    const parent = parentOf.get(index);
    const told = parent === undefined ? quantity : (quantities[parent] ?? quantity);
    const kind = kindOf(context, told.unit === quantity.unit ? told : quantity);
    return {
      ...passage(context, quantity.from, quantity.to),
      value: quantity.value,
      unit: quantity.unit,
      approx: quantity.approx,
      kind,
      movement: movementOf(context, told, kind),
      scope: scopeOf(context, quantity),
      repeats: null,
      rule: quantity.rule,
      confidence: quantity.confidence,
    };
  });
}

const SMALL = 100;

/** Sorts by place in the text, and marks a large number told again with the same unit as a repeat. */
function inTextOrder(
  figures: readonly ReadFigure[],
  sums: readonly SumCheck[],
): { figures: ReadFigure[]; checks: SumCheck[] } {
  const order = figures
    .map((_, index) => index)
    .sort((a, b) => (figures[a]?.start ?? 0) - (figures[b]?.start ?? 0) || a - b);
  const placeOf = new Map(order.map((index, place) => [index, place]));
  const first = new Map<string, number>();
  const sorted = order.flatMap((index, place) => {
    const figure = figures[index];
    if (figure === undefined) return [];
    const key = `${figure.value} ${figure.unit.toLowerCase().split(' ')[0] ?? ''}`;
    const isTelling = figure.value >= SMALL || !Number.isInteger(figure.value);
    const repeats = isTelling ? (first.get(key) ?? null) : null;
    if (!first.has(key)) first.set(key, place);
    return [{ ...figure, repeats }];
  });
  const checks = sums.map((sum) => ({
    ...sum,
    totalFigure: placeOf.get(sum.totalFigure) ?? sum.totalFigure,
    partFigures: sum.partFigures.map((part) => placeOf.get(part) ?? part),
  }));
  return { figures: sorted, checks };
}

function sectionsOf(context: ReadingContext): Section[] {
  return context.outline.sections.map((section) => {
    const { start, end } = passage(context, section.paragraph.from, section.titleTo);
    const { number, level, field, role, titleFrom, titleTo } = section;
    return { start, end, number, title: wordsOf(context.tokens, titleFrom, titleTo), level, field, role };
  });
}
