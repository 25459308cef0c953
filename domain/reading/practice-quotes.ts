/** Names between quotation marks: rules `quote-after-model`, `quote-in-run`, `quote-in-list`, `quote-is-model`. */
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { ReadingContext } from './context.ts';
import {
  isGenericName,
  isMovementName,
  isNameLike,
  isYetToBeDone,
  nameOf,
  type Candidate,
} from './practice-candidates.ts';
import { beforeEnumerator, cueBefore } from './practice-cues.ts';
import { settingAfter, startsPlace, type Setting } from './places.ts';
import { announcedLines } from './practice-lines.ts';
import { fieldOf } from './sections.ts';
import { isFigureOfSpeech, RUN_JOINTS, saysItIsAModel, turnsAway } from './practice-said.ts';
import { subjectBefore } from './practice-subject.ts';
import type { Quote } from './quotes.ts';
import { isAllCapitals, isCapital, type Token } from './tokens.ts';
import type { PracticeNature } from './types.ts';
import { bodyHeads, placeKinds } from './words/organisation-words.ts';
import { nationWide } from './words/practice-words.ts';

interface Accepted {
  readonly quote: Quote;
  readonly name: string;
  readonly nature: PracticeNature;
  readonly rule: string;
  readonly confidence: number;
  /** Starts a new run: a place in a bracket holds for the whole run before it. */
  readonly startsRun: boolean;
}

interface ListState {
  /** Paragraph in which a list of practices is open. */
  openIn: number;
  /** Whether "như", "gồm" or a colon has opened it. */
  isTold: boolean;
  last: { quote: Quote; isAccepted: boolean } | null;
  nature: PracticeNature;
  /** First tokens of the lines below what announces models. */
  readonly announced: ReadonlySet<number>;
}

export function quotedPractices(context: ReadingContext): Candidate[] {
  const accepted: Accepted[] = [];
  const state: ListState = {
    openIn: -1,
    isTold: false,
    last: null,
    nature: 'model',
    announced: announcedLines(context),
  };
  let paragraph = 0;
  for (const quote of context.quotes) {
    while ((context.script.paragraphs[paragraph]?.to ?? Infinity) <= quote.open) paragraph += 1;
    const name = nameOf(context.tokens, quote.from, quote.to);
    if (name === '' || isMovementName(name)) continue;
    const found = judge(context, { quote, paragraph, state, name });
    if (found !== null) accepted.push(found);
    state.last = { quote, isAccepted: found !== null };
  }
  return placeRuns(context, accepted);
}

const FEWEST_GENERIC = 4;

/** "mô hình “tự quản”" names a kind. */
function isKind(name: string): boolean {
  if (nationWide.has(foldVietnamese(name))) return true;
  // "Chi bộ số", "Dân vận số".
  if (/[^ ]+ số$/iu.test(name) && !/một số$/iu.test(name)) return false;
  return name.split(' ').length < FEWEST_GENERIC && isGenericName(name);
}

/** "Mô hình “IMO”": one word in capitals right after its noun. */
function isShortForm(tokens: readonly Token[], { open, from, to }: Quote): boolean {
  const isModel = tokens[open - 2]?.low === 'mô' && tokens[open - 1]?.low === 'hình';
  return isModel && to === from + 1 && isAllCapitals(tokens[from]) && (tokens[from]?.text.length ?? 0) > 2;
}

interface Judged {
  readonly quote: Quote;
  readonly paragraph: number;
  readonly state: ListState;
  readonly name: string;
}

function judge(context: ReadingContext, { quote, paragraph, state, name }: Judged): Accepted | null {
  const { tokens } = context;
  const isName = isNameLike(tokens, quote.from, quote.to) || isShortForm(tokens, quote);
  if (!isName || isKind(name)) return null;
  const common = { quote, name };
  const isInList = state.openIn === paragraph;
  if (isInList && state.last?.isAccepted && followsInRun(context, state.last.quote, quote)) {
    const startsRun = hasSemicolon(context, state.last.quote.end, quote.open);
    return { ...common, nature: state.nature, rule: 'quote-in-run', confidence: 0.9, startsRun };
  }
  // What follows a rejected name in one run is of its kind: "các phong trào “A”, “B”".
  const last = state.last;
  if (last !== null && !last.isAccepted && followsInRun(context, last.quote, quote)) return null;
  const before = cueBefore(context, quote.open);
  if (before?.cue === 'model' || before?.cue === 'exemplar') {
    // "30 điển hình “…”": what so many have been honoured as is a title.
    if (before.cue === 'exemplar' && !before.isList && tokens[before.at - 1]?.kind === 'number') return null;
    if (isYetToBeDone(context, quote.open) || turnsAway(tokens, before.at, quote.open)) return null;
    state.isTold = before.isList || (state.isTold && isInList);
    state.openIn = paragraph;
    state.nature = before.cue === 'exemplar' ? 'exemplar' : 'model';
    const rule = before.isList ? 'quote-in-list' : 'quote-after-model';
    return { ...common, nature: state.nature, rule, confidence: 0.95, startsRun: true };
  }
  if (isInList && isOwnersOwn(context, quote.open)) {
    return { ...common, nature: state.nature, rule: 'quote-in-list', confidence: 0.8, startsRun: true };
  }
  if (before?.cue === 'other') return null;
  if (saysItIsAModel(context, quote)) {
    return { ...common, nature: 'model', rule: 'quote-is-model', confidence: 0.85, startsRun: true };
  }
  if (before === null && isLineOfModels(context, quote.open, state.announced)) {
    state.isTold = true;
    state.openIn = paragraph;
    state.nature = 'model';
    return { ...common, nature: 'model', rule: 'quote-in-section', confidence: 0.7, startsRun: true };
  }
  if (!isInList || before?.cue === 'blocker' || isFigureOfSpeech(tokens, quote)) return null;
  if (turnsAway(tokens, Math.max(last?.quote.end ?? 0, quote.open - FURTHEST_TURN), quote.open)) return null;
  // After a single model a word before small letters tells of something else: "các tuyến đường “nắng bụi”".
  const isPlain = tokens[quote.from]?.kind === 'word' && !isCapital(tokens[quote.from]);
  if (!state.isTold && isPlain && tokens[quote.open - 1]?.kind === 'word') return null;
  const startsRun = true;
  return { ...common, nature: state.nature, rule: 'quote-in-list', confidence: 0.75, startsRun };
}

const FURTHEST_TURN = 14;

/** In a section about models a line may hold no more than an owner and a name: "+ Trường A: “…”". */
function isLineOfModels(context: ReadingContext, open: number, announced: ReadonlySet<number>): boolean {
  const { tokens, outline, script } = context;
  const line = script.paragraphAt.get(open - 1) ?? script.paragraphAt.get(open - 2);
  if (line?.marker?.end === open && announced.has(line.from)) return true;
  const section = outline.sectionAt(open);
  if (section === null || section.role === 'targets' || section.role === 'proposals') return false;
  const before = tokens[open - 1];
  if (before?.low === ':' && namesField(context, open - 1)) return true;
  if (!section.isAboutModels) return false;
  if (before?.low === ':') return bodyOrPlaceBefore(tokens, open - 1);
  return script.paragraphAt.get(open - 1)?.marker?.end === open || before?.kind === 'break';
}

/** "1. Kinh tế: “…”": the line's own label is one of the movement's fields. */
function namesField({ script, tokens }: ReadingContext, colon: number): boolean {
  let from = colon;
  while (from > 0 && colon - from < LONGEST_OWNER && tokens[from - 1]?.kind !== 'break') from -= 1;
  const start = script.paragraphAt.get(from)?.marker?.end ?? from;
  return script.paragraphAt.has(from) && fieldOf(script, start, colon) !== null;
}

const LONGEST_OWNER = 14;

function bodyOrPlaceBefore(tokens: readonly Token[], colon: number): boolean {
  for (let at = colon - 1; at >= 0 && at > colon - LONGEST_OWNER; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'word') return false;
    if (isCapital(token) && (bodyHeads.at(tokens, at) || placeKinds.at(tokens, at))) return true;
  }
  return false;
}

const LONGEST_JOINT = 4;

/** Between two names of a run stand a joint, or what tells the place and owner of the first. */
function followsInRun(context: ReadingContext, before: Quote, quote: Quote): boolean {
  const { tokens } = context;
  const after = settingAfter(tokens, before.end);
  let at = after.end;
  let joints = 0;
  const open = beforeEnumerator(tokens, quote.open);
  while (at < open && joints < LONGEST_JOINT && RUN_JOINTS.has(tokens[at]?.low ?? '')) {
    at += 1;
    joints += 1;
  }
  // "“A” “B”": the comma between them was forgotten.
  return at === open && (joints > 0 || open === before.end);
}

function hasSemicolon(context: ReadingContext, from: number, to: number): boolean {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const low = context.tokens[at]?.low;
    if (low === '(') depth += 1;
    else if (low === ')') depth -= 1;
    else if (low === ';' && depth === 0) return true;
  }
  return false;
}

/** In an open list: "Tiểu đoàn 4 với “…”", "Trạm ra đa 38 có “…”". */
function isOwnersOwn(context: ReadingContext, open: number): boolean {
  const joins = ['với', 'có'].includes(context.tokens[open - 1]?.low ?? '');
  return joins && subjectBefore(context, open) !== null;
}

/** Each name with its own place and owner; a bracket after a run of names joined by commas holds for all of them. */
function placeRuns(context: ReadingContext, accepted: readonly Accepted[]): Candidate[] {
  const candidates: Candidate[] = [];
  let run: Accepted[] = [];
  const close = () => {
    candidates.push(...placeRun(context, run));
    run = [];
  };
  for (const one of accepted) {
    if (one.startsRun) close();
    run.push(one);
  }
  close();
  return candidates;
}

const FURTHEST_WHOSE = 12;

/** "“X” là mô hình mới … của Hội A", "… mà Đảng ủy B đang triển khai": whose it is, told after what it is. */
function settingFrom(tokens: readonly Token[], { quote, rule }: Accepted): number {
  if (rule !== 'quote-is-model') return quote.end;
  for (let at = quote.end; at < quote.end + FURTHEST_WHOSE; at += 1) {
    const low = tokens[at]?.low ?? '.';
    if (low === '.' || low === ';' || low === '\n') break;
    const isWhose = low === 'của' || low === 'do' || low === 'mà' || low === 'ở' || low === 'tại';
    const isProper = startsPlace(tokens, at + 1) || isCapital(tokens[at + 1]);
    if (isWhose && isProper) return at;
  }
  return quote.end;
}

function placeRun(context: ReadingContext, run: readonly Accepted[]): Candidate[] {
  const settings = run.map((one) => settingAfter(context.tokens, settingFrom(context.tokens, one)));
  const before = run[0] === undefined ? null : subjectBefore(context, run[0].quote.open);
  return run.map((one, index) => {
    const setting = isEmpty(settings[index])
      ? (sharedSetting(context, { run, settings, index }) ?? placeAhead(context.tokens, one.quote.end))
      : settings[index];
    const places = setting === undefined || isEmpty(setting) ? (before?.places ?? []) : setting.places;
    const owners =
      setting === undefined || setting.owners.length === 0 ? (before?.owners ?? []) : setting.owners;
    return {
      from: one.quote.from,
      to: one.quote.to,
      name: one.name,
      nature: one.nature,
      subject: null,
      places,
      owner: owners.length > 0 ? owners.join('; ') : null,
      rule: one.quote.isUnclosed ? 'quote-unclosed' : one.rule,
      confidence: one.quote.isUnclosed ? 0.7 : one.confidence,
    };
  });
}

const FURTHEST_PLACE = 12;

/** "“X” giữa lãnh đạo và người dân ở phường A": the place after what is done, before any mark. */
function placeAhead(tokens: readonly Token[], from: number): Setting | undefined {
  for (let at = from; at < from + FURTHEST_PLACE && tokens[at]?.kind === 'word'; at += 1) {
    const isWhere = tokens[at]?.low === 'ở' || tokens[at]?.low === 'tại';
    if (isWhere && startsPlace(tokens, at + 1)) return settingAfter(tokens, at);
  }
  return undefined;
}

interface Run {
  readonly run: readonly Accepted[];
  readonly settings: readonly Setting[];
  readonly index: number;
}

/** A bracket or "ở …" after the run holds for all of it; "của Hội Phụ nữ" tells whose the last one is. */
function sharedSetting(context: ReadingContext, { run, settings, index }: Run): Setting | undefined {
  const next = settings.findIndex((setting, at) => at > index && !isEmpty(setting));
  const quote = run[next]?.quote;
  if (quote === undefined) return undefined;
  return ['(', 'ở', 'tại'].includes(context.tokens[quote.end]?.low ?? '') ? settings[next] : undefined;
}

function isEmpty(setting: Setting | undefined): boolean {
  return setting === undefined || (setting.places.length === 0 && setting.owners.length === 0);
}
