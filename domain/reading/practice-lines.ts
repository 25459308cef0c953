/** Lines of a list in which the one who has the practice stands first: rule `line-with-owner`. */
import { sentenceEnd, type ReadingContext } from './context.ts';
import { isGenericName, nameOf, type Candidate } from './practice-candidates.ts';
import { readSetting } from './places.ts';
import type { Paragraph } from './script.ts';
import { fieldOf } from './sections.ts';
import { isCapital, type Token } from './tokens.ts';
import { bodyHeads, placeKinds } from './words/organisation-words.ts';
import { announcing, cues, officeWork, persons } from './words/practice-words.ts';
import { roleWords } from './words/section-words.ts';

/** "1. Phường A: Ngõ phố không rác.", "- Chi bộ thôn B - Mô hình: Nuôi bò", below what announces models. */
export function ownedLines(context: ReadingContext): Candidate[] {
  const announced = announcedLines(context);
  return context.script.paragraphs.flatMap((paragraph) => {
    if (paragraph.isRow || paragraph.isFootnote) return [];
    if (!announced.has(paragraph.from) && !isInSectionOfModels(context, paragraph)) return [];
    const candidate = readLine(context, paragraph);
    return candidate === null ? [] : [candidate];
  });
}

/** First tokens of the marked lines that stand below a line which announces models. */
export function announcedLines(context: ReadingContext): ReadonlySet<number> {
  const announced = new Set<number>();
  let isOpen = false;
  for (const paragraph of context.script.paragraphs) {
    if (paragraph.isRow || paragraph.isFootnote) continue;
    if (opens(context, paragraph)) isOpen = true;
    else if (isOpen && closes(context, paragraph)) isOpen = false;
    else if (isOpen && paragraph.marker !== null) announced.add(paragraph.from);
  }
  return announced;
}

function isInSectionOfModels({ outline }: ReadingContext, { from, marker }: Paragraph): boolean {
  const section = outline.sectionAt(from);
  if (marker === null || section === null || !section.isAboutModels) return false;
  return section.role !== 'targets' && section.role !== 'proposals';
}

const LONGEST_LEAD = 40;

/** "DANH SÁCH MÔ HÌNH …" alone on its line, "… có 21 mô hình. Tiêu biểu:". */
function opens({ tokens }: ReadingContext, { from, to, marker }: Paragraph): boolean {
  const start = marker?.end ?? from;
  if (to - start > LONGEST_LEAD || !namesModels(tokens, start, to)) return false;
  if (roleIsAhead(tokens, start, to)) return false;
  if (tokens[to - 1]?.low === ':') return true;
  return announcing.at(tokens, start) !== null && sentenceEnd(tokens, start) >= to;
}

function namesModels(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const cue = cues.at(tokens, at)?.value;
    if (cue === 'model' || cue === 'exemplar') return true;
  }
  return false;
}

function roleIsAhead(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const role = roleWords.at(tokens, at)?.value;
    if (role === 'targets' || role === 'proposals') return true;
  }
  return false;
}

const KINDS = new Set(['tập', 'cá', 'khối', 'nhóm']);

/** A heading ends the list, unless it only divides it by field, place or kind. */
function closes({ script, tokens }: ReadingContext, { from, to, marker, isAllCapitals }: Paragraph): boolean {
  const isHeading = marker?.style === 'roman' || marker?.style === 'part' || isAllCapitals;
  if (marker !== null && !isHeading) return false;
  if (!isHeading) return true;
  const start = marker?.end ?? from;
  return !(
    fieldOf(script, start, to) !== null ||
    tokens.slice(start, start + 3).some((token) => KINDS.has(token.low)) ||
    opensOwner(tokens, start)
  );
}

const LONGEST_OWNER = 18;

function opensOwner(tokens: readonly Token[], at: number): boolean {
  if (!isCapital(tokens[at])) return false;
  return Boolean(bodyHeads.at(tokens, at) ?? placeKinds.at(tokens, at) ?? persons.at(tokens, at));
}

/** Where the owner ends: the first colon, or a hyphen with spaces before a capital. */
function endOfOwner(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from + 1; at < Math.min(to, from + LONGEST_OWNER); at += 1) {
    const low = tokens[at]?.low ?? '';
    if (low === ':') return at;
    if (low === '-' && tokens[at]?.spaced && isCapital(tokens[at + 1])) return at;
    if (['.', ';', '(', '“', '"', '«'].includes(low)) return null;
  }
  return null;
}

const FEWEST_SYLLABLES = 2;
const LONGEST_NAME = 34;

function readLine(context: ReadingContext, { from, to, marker }: Paragraph): Candidate | null {
  const { tokens } = context;
  const start = marker?.end ?? from;
  if (marker === null || !opensOwner(tokens, start)) return null;
  const cut = endOfOwner(tokens, start, to);
  if (cut === null) return null;
  const named = afterLabel(tokens, cut + 1);
  const end = endOfName(tokens, named, to);
  const syllables = tokens.slice(named, end).filter((token) => token.kind !== 'mark').length;
  if (syllables < FEWEST_SYLLABLES || syllables > LONGEST_NAME || !isCapital(tokens[named])) return null;
  if (officeWork.at(tokens, named) !== null || countsModels(tokens, named, end)) return null;
  if (context.quotes.some((quote) => quote.open >= named && quote.open < end)) return null;
  const name = nameOf(tokens, named, end);
  if (isGenericName(name)) return null;
  const { places, owners } = readSetting(tokens, start, cut);
  const owner = owners.length > 0 ? owners.join('; ') : null;
  const common = { nature: 'model', subject: null, rule: 'line-with-owner', confidence: 0.75 } as const;
  return { ...common, from: named, to: end, coversFrom: start, name, places, owner };
}

/** "Mô hình:", "mô hình" and "Xây dựng mô hình" before the name belong to no name. */
function afterLabel(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + 4; at += 1) {
    if (tokens[at]?.low !== 'mô' || tokens[at + 1]?.low !== 'hình') continue;
    return tokens[at + 2]?.low === ':' ? at + 3 : at + 2;
  }
  return from;
}

/** The name goes to the end of its sentence or to a mark after which it is told of. */
function endOfName(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const low = tokens[at]?.low ?? '';
    const isStop = low === '.' && (at + 1 >= to || tokens[at + 1]?.spaced === true);
    if (isStop || [';', ':', '(', '…'].includes(low)) return at;
  }
  return to;
}

/** "Xã A: Đăng ký 12 mô hình": a count, no name. */
function countsModels(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind === 'number' && cues.at(tokens, at + 1)?.value === 'model') return true;
  }
  return false;
}
