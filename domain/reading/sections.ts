/** The outline as it is printed, whatever is wrong in its numbers, with the field and the role of each section. */
import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Paragraph, Script } from './script.ts';
import type { SectionRole } from './types.ts';
import { fieldWords } from './words/field-words.ts';
import { roleWords } from './words/section-words.ts';

export interface ScriptSection {
  readonly paragraph: Paragraph;
  readonly number: string;
  readonly titleFrom: number;
  readonly titleTo: number;
  readonly level: number;
  readonly field: BaseField | null;
  readonly role: SectionRole;
  /** Whether its own words name the role, rather than those of a section above. */
  readonly hasOwnRole: boolean;
  /** Whether its words, or those of a section above, announce models. */
  readonly isAboutModels: boolean;
}

export interface Outline {
  readonly sections: readonly ScriptSection[];
  /** The section in which the token stands; null before the first. */
  sectionAt(index: number): ScriptSection | null;
}

const LONGEST_TITLE = 40;
const LONGEST_FIELD_TITLE = 16;

interface Opening {
  readonly level: number;
  readonly titleFrom: number;
  readonly titleTo: number;
}

export function readOutline(script: Script): Outline {
  const sections: ScriptSection[] = [];
  const stack: ScriptSection[] = [];
  for (const paragraph of script.paragraphs) {
    if (paragraph.isFootnote || paragraph.isRow) continue;
    const opening = openingOf(script, paragraph);
    if (opening === null) continue;
    while (stack.length > 0 && (stack.at(-1)?.level ?? 0) >= opening.level) stack.pop();
    const section = makeSection(script, { paragraph, opening, parent: stack.at(-1) ?? null });
    stack.push(section);
    sections.push(section);
  }
  return { sections, sectionAt: (index) => findSection(script, sections, index) };
}

/** By place on the page, not by reading order: footnotes are read last, but belong where they are printed. */
function findSection(
  script: Script,
  sections: readonly ScriptSection[],
  index: number,
): ScriptSection | null {
  const start = script.tokens[index]?.start ?? 0;
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((script.tokens[sections[middle]?.paragraph.from ?? 0]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1] ?? null;
}

function openingOf(script: Script, paragraph: Paragraph): Opening | null {
  const { marker, from, to } = paragraph;
  const titleFrom = marker?.end ?? from;
  const titleTo = endOfTitle(script, titleFrom, to);
  if (titleTo <= titleFrom) return null;
  const level = levelOf(script, paragraph, { titleFrom, titleTo });
  return level === null ? null : { level, titleFrom, titleTo };
}

/** A title ends with its line, or at the colon or full stop after which the section's text goes on. */
function endOfTitle(script: Script, from: number, to: number): number {
  const end = Math.min(to, from + LONGEST_TITLE);
  for (let at = from; at < end; at += 1) {
    const token = script.tokens[at];
    if (token?.low === ':' || (token?.low === '.' && script.tokens[at + 1]?.kind !== 'number')) return at;
  }
  return end;
}

function levelOf(
  script: Script,
  { marker, isAllCapitals, to }: Paragraph,
  { titleFrom, titleTo }: Omit<Opening, 'level'>,
): number | null {
  if (marker?.style === 'part') return 0;
  if (marker?.style === 'roman') return 1;
  if (marker?.style === 'step') return 2;
  if (marker?.style === 'decimal') return marker.written.startsWith('0') ? null : 1 + marker.depth;
  if (marker?.style === 'letter') return 5;
  const isWholeLine = titleTo >= to - 1;
  if (marker === null && isAllCapitals && titleTo - titleFrom <= LONGEST_TITLE) return 1;
  const isShort = titleTo - titleFrom <= LONGEST_FIELD_TITLE;
  const namesField = isShort && namesOneField(script, titleFrom, titleTo) && beginsAsField(script, titleFrom);
  if (namesField) return 6;
  // "* Ưu điểm:" and "Phương hướng năm 2023" alone on a line open a section, too.
  const opensRole = isShort && isWholeLine && roleWords.at(script.tokens, titleFrom) !== null;
  return opensRole ? 6 : null;
}

const FIELD_OPENERS = new Set(['lĩnh', 'về', 'trên', 'trong', 'ở', 'thuộc', 'mô', 'nhóm', 'công']);

function beginsAsField(script: Script, from: number): boolean {
  const first = script.tokens[from];
  return FIELD_OPENERS.has(first?.low ?? '') || fieldWords.at(script.tokens, from) !== null;
}

function namesOneField(script: Script, from: number, to: number): boolean {
  return fieldOf(script, from, to) !== null;
}

/** The one field that these words name; null where they name none, or several. */
export function fieldOf(script: Script, from: number, to: number): BaseField | null {
  const named = new Set<BaseField>();
  for (let at = from; at < to; at += 1) {
    const found = fieldWords.at(script.tokens, at);
    if (found === null) continue;
    if (found.value === 'economy_and_society') return null;
    if (found.value !== 'none') named.add(found.value);
    at = found.end - 1;
  }
  const [field, ...others] = named;
  return field !== undefined && others.length === 0 ? field : null;
}

const LONGEST_NAMING = 30;

/** A title that is itself the name of a practice ("1. Mô hình “…”") names no field. */
function ownField(script: Script, from: number, to: number): BaseField | null {
  if (to - from > LONGEST_NAMING) return null;
  const title = script.tokens.slice(from, to);
  const isPractice = title[0]?.low === 'mô' || title.some((token) => /^[“"«]$/.test(token.text));
  return isPractice ? null : fieldOf(script, from, to);
}

/** What a title says of its section: results win over tasks ("Kết quả thực hiện các nhiệm vụ"). */
function roleOf(script: Script, from: number, to: number): SectionRole | null {
  let first: SectionRole | null = null;
  for (let at = from; at < to; at += 1) {
    const found = roleWords.at(script.tokens, at);
    if (found === null) continue;
    if (found.value === 'results') return 'results';
    first ??= found.value;
    at = found.end - 1;
  }
  return first;
}

/** "Kết quả xây dựng các mô hình", "Một số mô hình tiêu biểu". */
function announcesModels({ tokens }: Script, from: number, to: number): boolean {
  if (to - from > LONGEST_NAMING) return false;
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.low === 'mô' && tokens[at + 1]?.low === 'hình' && at > from) return true;
  }
  return false;
}

function makeSection(
  script: Script,
  { paragraph, opening, parent }: { paragraph: Paragraph; opening: Opening; parent: ScriptSection | null },
): ScriptSection {
  const { titleFrom, titleTo, level } = opening;
  const ownRole = titleTo - titleFrom <= LONGEST_TITLE - 10 ? roleOf(script, titleFrom, titleTo) : null;
  return {
    paragraph,
    number: paragraph.marker?.style === 'dash' ? '' : (paragraph.marker?.written ?? ''),
    titleFrom,
    titleTo,
    level,
    field: ownField(script, titleFrom, titleTo) ?? parent?.field ?? null,
    role: ownRole ?? parent?.role ?? 'other',
    hasOwnRole: ownRole !== null,
    isAboutModels: parent?.isAboutModels === true || announcesModels(script, titleFrom, titleTo),
  };
}
