/** What the words before a name say that it is: a model, an exemplar, or something that only sounds like one. */
import { sentenceStart, type ReadingContext } from './context.ts';
import { isMovementName, nameOf } from './practice-candidates.ts';
import { phrases } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import type { Token } from './tokens.ts';
import { cues, exemplarOpeners, genericSyllables, opensList, type Cue } from './words/practice-words.ts';

const FURTHEST_CUE = 14;
const STOPS = new Set(['.', ';', '\n', '?', '!', '\t', '|']);

export interface CueBefore {
  readonly cue: Cue;
  /** Whether "như", "gồm" or a colon stands between the cue and the name. */
  readonly isList: boolean;
  readonly at: number;
  /** Whether another noun stands nearer ("mô hình trên các lĩnh vực như"): then only quoted names are sure. */
  readonly isThroughBlocker?: boolean;
}

/** What governs a name: the nearest cue before it, or the noun of which a long sentence tells before its list. */
export function cueBefore(context: ReadingContext, open: number): CueBefore | null {
  const near = nearCueBefore(context, open);
  const isSure = near !== null && near.cue !== 'blocker' && near.cue !== 'group';
  return isSure ? near : (subjectOfList(context, open) ?? namedBefore(context, open) ?? near);
}

const FURTHEST_SENTENCE = 60;

/** "Tập đoàn có 412 mô hình. Nổi bật là “…”": the sentence before says of what the list tells. */
function namedBefore(context: ReadingContext, open: number): CueBefore | null {
  const { tokens } = context;
  const opener = openerBefore(tokens, open) ?? fromBefore(context, open);
  const start = opener === null ? 0 : sentenceStart(tokens, opener);
  const isShort = opener !== null && opener - start <= SHORT_OPENING;
  if (!isShort || (exemplarOpeners.at(tokens, opener) === null && tokens[opener]?.low !== 'từ')) return null;
  for (let at = start - 2; at >= 0 && at > start - FURTHEST_SENTENCE; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break') return null;
    if (token.low === '.' && token.spaced === false && tokens[at + 1]?.spaced === true) return null;
    const found = longestCueEndingAt(context, at);
    if (found?.cue === 'model') return { ...found, isList: true, isThroughBlocker: true };
  }
  return null;
}

const SHORT_OPENING = 3;

/** "… các mô hình tự quản. Từ “A” đến “B”, “C” …": the word that opens a run from one name to another. */
function fromBefore({ tokens, quoteByOpen }: ReadingContext, open: number): number | null {
  const isFrom = tokens[open - 1]?.low === 'từ' && sentenceStart(tokens, open) === open - 1;
  return isFrom && tokens[quoteByOpen.get(open)?.end ?? -1]?.low === 'đến' ? open - 1 : null;
}

const FURTHEST_SUBJECT = 48;
const PLURALS = new Set(['các', 'những', 'nhiều', 'số', 'loạt']);
const PREPOSITIONS = new Set('của do tại ở trên trong với cho từ thuộc giữa theo vào về'.split(' '));

/** "Các mô hình do các đơn vị xây dựng, được nhân dân đánh giá cao, như: “…”". */
function subjectOfList(context: ReadingContext, open: number): CueBefore | null {
  const { tokens } = context;
  const opener = openerBefore(tokens, beforeNoun(tokens, beforeEnumerator(tokens, open)));
  if (opener === null) return null;
  const first = Math.max(sentenceStart(tokens, opener), opener - FURTHEST_SUBJECT);
  for (let at = opener - 1; at > first; at -= 1) {
    const found = longestCueEndingAt(context, at);
    if (found === null || !PLURALS.has(tokens[found.at - 1]?.low ?? '')) continue;
    if (PREPOSITIONS.has(tokens[found.at - 2]?.low ?? '')) continue;
    // "hàng loạt mô hình mới, đó là các câu lạc bộ như: …": another word for the models.
    if (found.cue === 'group' && tokens[found.at - 2]?.low === 'là') continue;
    const isThroughBlocker = holdsOtherNoun(tokens, at + 1, opener);
    return found.cue === 'model' ? { ...found, isList: true, isThroughBlocker } : null;
  }
  return null;
}

/** Nouns of those who carry a model out, and words of time: no list is of them. */
const CARRIERS = phrases('địa phương|đơn vị|cơ quan|lực lượng|tổ chức|năm|tháng|ngày|về|kết quả|nhân dân');
const WHERE = new Set(['ở', 'tại', 'trên', 'như', 'là']);

/** Whether the list may be of something else that is told between the models and its opening. */
function holdsOtherNoun(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const found = cues.at(tokens, at);
    if (found === null || found.value === 'model') continue;
    const before = PLURALS.has(tokens[at - 1]?.low ?? '') ? tokens[at - 2]?.low : tokens[at - 1]?.low;
    const isCarrier = CARRIERS.at(tokens, at) !== null && !WHERE.has(before ?? '');
    if (!isCarrier && before !== 'là' && before !== '(') return true;
  }
  return false;
}

const LONGEST_NOUN = 3;

/** "như: những buổi “…”": where the plural noun before a name begins, unless it is one that bears other names. */
function beforeNoun(tokens: readonly Token[], open: number): number {
  for (let at = open - 1; at > open - 1 - LONGEST_NOUN && tokens[at]?.kind === 'word'; at -= 1) {
    const cue = cues.before(tokens, at + 1)?.value;
    if (cue === 'other' || cue === 'blocker') return open;
    if (tokens[at]?.low === 'những' || tokens[at]?.low === 'các') return at;
  }
  return open;
}

/** The "như", "gồm" or colon right before a name. */
function openerBefore(tokens: readonly Token[], open: number): number | null {
  const at = tokens[open - 1]?.low === ':' ? open - 2 : open - 1;
  const word = opensList.before(tokens, at + 1);
  if (word !== null) return word.start;
  return at === open - 2 ? open - 1 : null;
}

/** The nearest cue before a name. Quotations of the movement's own name are looked through. */
function nearCueBefore(context: ReadingContext, open: number): CueBefore | null {
  const { tokens } = context;
  let isList = false;
  let steps = 0;
  const from = beforeBracket(tokens, beforeEnumerator(tokens, open));
  for (let at = from - 1; at >= 0 && steps < FURTHEST_CUE; at -= 1, steps += 1) {
    const token = tokens[at];
    if (token === undefined || STOPS.has(token.low)) return null;
    const quote = quoteEndingAt(context, at);
    if (quote !== undefined) {
      if (!isMovementName(nameOf(tokens, quote.from, quote.to))) return null;
      at = quote.open;
      steps += 2;
      continue;
    }
    if (token.low === ')' || token.low === '(') return null;
    isList ||= token.low === ':' || opensList.at(tokens, at) !== null;
    const found = longestCueEndingAt(context, at);
    if (found === null) continue;
    const settled = settle(context, { ...found, isList }, from);
    // "mô hình đăng ký mới năm 2023 gồm:": a weak word before a list is looked over.
    const isPassed = found.cue === 'other' && settled?.cue === 'group' && isList;
    if (!isPassed) return settled;
    steps += at - found.at;
    at = found.at;
  }
  return null;
}

const LONGEST_REMARK = 8;

/** "mô hình (nay là đề án) “…”": where the remark between the noun and its name begins. */
function beforeBracket(tokens: readonly Token[], open: number): number {
  if (tokens[open - 1]?.low !== ')') return open;
  for (let at = open - 2; at > open - LONGEST_REMARK; at -= 1) {
    if (tokens[at]?.low === '(') return cues.before(tokens, at)?.value === 'model' ? at : open;
  }
  return open;
}

/** "gồm: 1. “…”; 2. “…”": where the number before a name begins. */
export function beforeEnumerator(tokens: readonly Token[], open: number): number {
  const closes = tokens[open - 1]?.low === '.' || tokens[open - 1]?.low === ')';
  const number = tokens[open - 2];
  if (!closes || number?.kind !== 'number' || number.text.length > 2) return open;
  return tokens[open - 3]?.low === '(' ? open - 3 : open - 2;
}

function longestCueEndingAt(context: ReadingContext, at: number): { cue: Cue; at: number } | null {
  const found = cues.before(context.tokens, at + 1);
  return found === null ? null : { cue: found.value, at: found.start };
}

/** "các mô hình, phong trào như": a cue that is joined to "mô hình" counts as one. */
function settle(context: ReadingContext, found: CueBefore, open: number): CueBefore | null {
  const { tokens } = context;
  if (found.cue === 'other' || found.cue === 'group' || found.cue === 'blocker') {
    const joint = tokens[found.at - 1]?.low ?? '';
    const joined = joint === ',' || joint === 'và' ? cues.before(tokens, found.at - 1) : null;
    if (joined?.value === 'model' || joined?.value === 'exemplar')
      return { cue: joined.value, isList: found.isList, at: joined.start };
  }
  if (found.cue === 'exemplar' && found.isList && speaksOfModels(tokens, found.at))
    return { ...found, cue: 'model' };
  if (found.cue === 'other' && tokens[found.at]?.low === 'về' && found.at === open - 1) {
    const named = cueOfMovement(context, found.at - 1);
    if (named !== null) return named;
  }
  if (found.cue === 'other' && found.isList && BELONGS.has(tokens[found.at - 1]?.low ?? '')) {
    const model = cues.before(tokens, found.at - 1);
    if (model?.value === 'model') return { cue: 'model', isList: true, at: model.start };
  }
  const kindOfModel = cueOfThing(tokens, found, open) ?? cueOfContent(tokens, found, open);
  if (kindOfModel !== null) return { ...kindOfModel, isList: found.isList };
  if (found.cue === 'blocker') return blockedCue(context, found);
  if (found.cue === 'other' && isWeakOther(context, found, open)) return { ...found, cue: 'group' };
  return found;
}

/** "7 mô hình trong phong trào toàn dân bảo vệ an ninh, gồm: …": the list is of the models. */
const BELONGS = new Set(['trong', 'thuộc', 'từ']);

/** "mô hình “Dân vận khéo” về “…”", "mô hình dân vận khéo về “…”". */
function cueOfMovement(context: ReadingContext, last: number): CueBefore | null {
  const plain = longestCueEndingAt(context, last);
  if (plain?.cue === 'model') return { ...plain, isList: false };
  const quote = quoteEndingAt(context, last);
  if (quote === undefined || !isMovementName(nameOf(context.tokens, quote.from, quote.to))) return null;
  const before = longestCueEndingAt(context, quote.open - 1);
  return before?.cue === 'model' ? { ...before, isList: false } : null;
}

/** Things that may bear a practice's name though they mostly bear other names. */
const THINGS = new Set('nhà phiên chuyến gian hành ngày lớp phần ứng chương bếp quầy tủ điểm'.split(' '));

const FURTHEST_THING = 4;
const LONGEST_ATTRIBUTE = 2;

/** "khu dân cư tự quản “…”": between the thing and its name stands no more than what kind it is. */
function isPlainAttribute(tokens: readonly Token[], from: number, open: number): boolean {
  const words = tokens.slice(from, open);
  return words.length <= LONGEST_ATTRIBUTE && words.every(({ low }) => genericSyllables.has(low));
}

/** "mô hình khu dân cư “…”", "mô hình xây dựng gia đình “…”": the noun right before says what kind of thing it is. */
function cueOfThing(
  tokens: readonly Token[],
  found: CueBefore,
  open: number,
): Omit<CueBefore, 'isList'> | null {
  const isThing = found.cue === 'group' || THINGS.has(tokens[found.at]?.low ?? '');
  const end = cues.at(tokens, found.at)?.end ?? open;
  if (!isThing || !isPlainAttribute(tokens, end, open)) return null;
  for (let at = found.at; at > found.at - FURTHEST_THING; at -= 1) {
    const model = cues.before(tokens, at);
    if (model?.value === 'model') return { cue: 'model', at: model.start };
    if (model !== null || tokens[at - 1]?.kind !== 'word') return null;
  }
  return null;
}

const FURTHEST_CONTENT = 4;

/** "đăng ký mô hình với nội dung: “…”". */
function cueOfContent(
  tokens: readonly Token[],
  found: CueBefore,
  open: number,
): Omit<CueBefore, 'isList'> | null {
  const isContent = tokens[found.at]?.low === 'nội' && open - found.at <= FURTHEST_CONTENT;
  if (!isContent) return null;
  const isRegistered = tokens[found.at - 2]?.low === 'đăng' && tokens[found.at - 1]?.low === 'ký';
  if (isRegistered && speaksOfModels(tokens, found.at)) return { cue: 'model', at: found.at };
  if (!['với', 'có', 'về'].includes(tokens[found.at - 1]?.low ?? '')) return null;
  const model = cues.before(tokens, found.at - 1);
  return model?.value === 'model' ? { cue: 'model', at: model.start } : null;
}

const FURTHEST_MODEL = 30;

/** "có 45 mô hình, điển hình là …": here "điển hình" means "for example". */
function speaksOfModels(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at > from - FURTHEST_MODEL && at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break' || token.low === '.') return false;
    if (token.low === 'mô' && tokens[at + 1]?.low === 'hình') return true;
  }
  return false;
}

/** "mô hình hiệu quả trên các lĩnh vực như": the list is of models though another noun stands nearer. */
function blockedCue(context: ReadingContext, found: CueBefore): CueBefore | null {
  for (let at = found.at - 1; at > found.at - 10 && at >= 0; at -= 1) {
    const token = context.tokens[at];
    if (token === undefined || STOPS.has(token.low) || token.low === ',' || token.low === ')') break;
    const earlier = longestCueEndingAt(context, at);
    if (earlier?.cue === 'model') {
      const isThroughBlocker = holdsOtherNoun(context.tokens, at + 1, found.at + 1);
      return { cue: 'model', isList: found.isList, at: earlier.at, isThroughBlocker };
    }
    if (earlier?.cue === 'other') break;
  }
  return { ...found, cue: 'blocker' };
}

/** One-word cues speak only for what stands right after them ("về “…”", "năm “…”"). */
function isWeakOther(context: ReadingContext, found: CueBefore, open: number): boolean {
  const word = context.tokens[found.at]?.low ?? '';
  const isOneWord = !['phong', 'cuộc', 'chủ', 'khẩu', 'phương', 'danh', 'đề', 'chương'].includes(word);
  return isOneWord && open - found.at > 3;
}

function quoteEndingAt(context: ReadingContext, at: number): Quote | undefined {
  return context.quoteByLast.get(at);
}
