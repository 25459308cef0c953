/** A model named in a sentence without quotation marks: rules `named-in-sentence`, `named-in-line`. */
import { sentenceStart, type ReadingContext } from './context.ts';
import { isMovementName, isYetToBeDone, nameOf, type Candidate } from './practice-candidates.ts';
import { settingAfter } from './places.ts';
import { subjectBefore } from './practice-subject.ts';
import { candidateFrom, unquotedName } from './practice-names.ts';
import { isCapital, type Token } from './tokens.ts';
import { endsName, pluralBefore } from './words/practice-words.ts';

const FEWEST_SYLLABLES = 3;

export function namedPractices(context: ReadingContext): Candidate[] {
  const { tokens } = context;
  const found: Candidate[] = [];
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    const isModel = tokens[at]?.low === 'mô' && tokens[at + 1]?.low === 'hình';
    if (!isModel || context.taken[at] === 1) continue;
    const candidate = namedAt(context, at) ?? calledModel(context, at);
    if (candidate === null) continue;
    found.push(candidate);
    at = Math.max(at, candidate.to - 1);
  }
  return found;
}

function namedAt(context: ReadingContext, at: number): Candidate | null {
  const { tokens } = context;
  const before = tokens[at - 1];
  if (before?.kind === 'number' || pluralBefore.has(before?.low ?? '')) return null;
  const start = afterMovement(context, at + 2);
  const first = tokens[start];
  if (first?.kind !== 'word' && first?.kind !== 'number') return null;
  if ((endsName.at(tokens, start) || TELLS_WHERE.has(first.low)) && !isCapital(first)) return null;
  if (start > at + 2 && (NOT_AFTER_MOVEMENT.has(first.low) || isCapital(first))) return null;
  // "mô hình Dân vận khóm, ấp": a way of organising the work itself.
  if (start === at + 2 && first.low === 'dân' && tokens[start + 1]?.low === 'vận') return null;
  const isCooperative = first.low === 'hợp' && tokens[start + 1]?.low === 'tác';
  if (NAMES_FOLLOW.has(first.low) && !isCapital(first)) return null;
  if (MODELS_OF_GOVERNMENT.has(first.low) && !isCooperative) return null;
  // "… là mô hình mới trong công tác dân vận" tells what something else is.
  if (before?.low === 'là' && !isCapital(first)) return null;
  const name = unquotedName(tokens, start, { limit: tokens.length, commas: false });
  const syllables = tokens.slice(name.from, name.to).filter((token) => token.kind !== 'mark').length;
  const told = isTold(context, { at, to: name.to }) || isSibling(context, at);
  // "Mô hình 5+1 của Hội Phụ nữ": a number may begin a name that is told of.
  const isProper = syllables >= 2 && (isCapital(first) || (first.kind === 'number' && told));
  if (!isProper && syllables < FEWEST_SYLLABLES) return null;
  // "mô hình xây dựng gia đình “5 có, 3 sạch”": the name is the quoted one.
  if (context.quoteByOpen.has(name.to)) return null;
  if (holdsAnother(context, name.from, name.to) || isYetToBeDone(context, at)) return null;
  const role = context.outline.sectionAt(at)?.role;
  if (role === 'limits' && !isProper) return null;
  if (!isProper && !told) return null;
  const isLine = before === undefined || before.kind === 'break' || before.kind === 'mark';
  const rule = isLine ? 'named-in-line' : 'named-in-sentence';
  // "Dân vận khéo trong giải phóng mặt bằng" is a name of one piece.
  const isOnePiece = start > at + 2 && tokens[at + 2]?.kind === 'word' && OPENS_FIELD_OF_WORK.has(first.low);
  const range = isOnePiece ? { from: at + 2, to: name.to } : name;
  const candidate = candidateFrom(context, range, { rule, confidence: isProper ? 0.7 : 0.6 });
  if (candidate === null || candidate.places.length > 0 || candidate.owner !== null) return candidate;
  const subject = subjectBefore(context, at);
  const owner = subject === null || subject.owners.length === 0 ? null : subject.owners.join('; ');
  return { ...candidate, places: subject?.places ?? [], owner };
}

const GROUPS = new Set(['tổ', 'đội', 'nhóm', 'clb', 'câu', 'hội', 'bếp', 'quỹ']);

/** "Tổ đưa đò đêm ở bản Lác là mô hình …": the group that opens the sentence is the practice. */
function calledModel(context: ReadingContext, at: number): Candidate | null {
  const { tokens } = context;
  const is = tokens[at - 1]?.low === 'là' ? at - 1 : -1;
  const start = sentenceStart(tokens, at);
  if (is < 0 || !GROUPS.has(tokens[start]?.low ?? '') || !isCapital(tokens[start])) return null;
  const name = unquotedName(tokens, start, { limit: is, commas: false });
  const setting = settingAfter(tokens, name.to);
  const reachesVerb = name.to === is || setting.end === is;
  if (!reachesVerb || name.to - name.from < FEWEST_CALLED || holdsAnother(context, start, name.to))
    return null;
  if (context.taken.subarray(start, name.to).includes(1)) return null;
  return candidateFrom(context, name, { rule: 'called-model', confidence: 0.6 });
}

const FEWEST_CALLED = 4;

/** Ways of organising an office, the economy or a study: no practice of the movement. */
const MODELS_OF_GOVERNMENT = new Set(
  'trưởng phó bí chủ chính tăng quản hợp bộ số toán dự đánh hóa mẫu kiêm một hai tập'.split(' '),
);

/** "mô hình với tên gọi “…”", "mô hình mang tên …": the name is still to come. */
const NAMES_FOLLOW = new Set(['với', 'mang', 'lấy', 'tên']);

const OPENS_FIELD_OF_WORK = new Set(['trong', 'về', 'tham']);

const NOT_AFTER_MOVEMENT = new Set(
  'trên của tại ở và các là được đã năm giai cấp gắn theo do tiêu điển có cho từ với đến khi mà để như này đó nói'.split(
    ' ',
  ),
);

/** "Mô hình “Dân vận khéo” vận động hội viên …": the name stands after the movement's own. */
function afterMovement(context: ReadingContext, at: number): number {
  const quote = context.quoteByOpen.get(at);
  if (quote !== undefined && isMovementName(nameOf(context.tokens, quote.from, quote.to))) return quote.end;
  const isPlain = ['dân', 'vận', 'khéo'].every((word, index) => context.tokens[at + index]?.low === word);
  return isPlain ? at + 3 : at;
}

/** A second "mô hình" or "điển hình" inside means that none is named: "mô hình, điển hình". */
function holdsAnother({ tokens }: ReadingContext, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (tokens[at]?.low === 'hình' && tokens[at - 1]?.low !== 'loại') return true;
  return false;
}

/** "mô hình “A”; mô hình “B”; mô hình nuôi heo đất": the last of models that are named in one sentence. */
function isSibling({ tokens, quoteByLast }: ReadingContext, at: number): boolean {
  const isJoint = tokens[at - 1]?.low === ';' || tokens[at - 1]?.low === ',';
  const quote = isJoint ? quoteByLast.get(at - 2) : undefined;
  return (
    quote !== undefined && tokens[quote.open - 1]?.low === 'hình' && tokens[quote.open - 2]?.low === 'mô'
  );
}

const CARRYING_OUT = new Set(['với', 'có', 'được', 'tốt', 'hiệu', 'trì', 'mắt', 'rộng', 'xướng', 'lập']);

/** "Đoàn xã với mô hình …", "Hội CCB xã xây dựng được mô hình …": it is theirs, and it is there. */
function carriesOut(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.low ?? '';
  return CARRYING_OUT.has(before) || (before === 'quả' && tokens[at - 2]?.low === 'hiệu');
}

const TELLS_WHERE = new Set(['tại', 'ở', 'của', 'trên', 'thuộc']);

const LONG_LABEL = 6;

/** A definite model is told something of: where it is, whose it is, or what it has brought. */
function isTold(context: ReadingContext, { at, to }: { at: number; to: number }): boolean {
  const { tokens } = context;
  const setting = settingAfter(tokens, to);
  const subject = subjectBefore(context, at);
  if (subject !== null && (subject.places.length > 0 || carriesOut(tokens, at))) return true;
  if (setting.places.length > 0 || setting.owners.some((owner) => /\p{Lu}/u.test(owner.slice(1))))
    return true;
  const opensSentence = tokens[at]?.text === 'Mô';
  const opensLine = at === 0 || tokens[at - 1]?.kind === 'break' || context.script.paragraphAt.has(at);
  // "Mô hình hàng cây thanh niên: …": the line's own label.
  if (opensSentence && opensLine && tokens[to]?.low === ':' && to - at > LONG_LABEL) return true;
  return opensSentence && to < tokens.length && endsName.at(tokens, to) !== null;
}
