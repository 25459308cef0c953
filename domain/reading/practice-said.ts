/** What a sentence says of a name in quotation marks: that it is a model, or that it is only a figure of speech. */
import type { ReadingContext } from './context.ts';
import { phrases } from './lexicon.ts';
import { settingAfter } from './places.ts';
import type { Quote } from './quotes.ts';
import { isCapital, type Token } from './tokens.ts';
import { cues, opensList } from './words/practice-words.ts';

export const RUN_JOINTS = new Set([',', ';', 'và', '/', '-', 'hay', 'hoặc', 'cùng', 'với', 'đến']);
const SHORT_NAME = 3;

/** "những “điểm nóng”", "“hạt nhân” của phong trào": a few small words after the list is over. */
export function isFigureOfSpeech(tokens: readonly Token[], quote: Quote): boolean {
  const isSmall = !isCapital(tokens[quote.from]) && quote.to - quote.from <= SHORT_NAME;
  return isSmall && tokens[quote.from]?.kind === 'word' && tokens[quote.open - 1]?.kind === 'word';
}

/** What a model is likened to: "được ví như “cánh tay nối dài”", "trở thành “cầu nối”". */
const likens = phrases(
  'gọi vui là|gọi nôm na là|ví như|ví là|ví von là|coi là|xem là|coi như|xem như|trở thành|thực sự là|thật sự là|đóng vai trò là|giống như|như một|như những|biến thành',
);
/** What a model brings about is no name of it: "mô hình …, góp phần xây dựng “thế trận lòng dân”". */
const bringsAbout = phrases(
  'góp phần|qua đó|từ đó|nhờ đó|nhằm|tạo nên|tạo thế|trở thành|không còn|không để|xóa bỏ|khắc phục|phương châm|khẩu hiệu|tinh thần|thoát khỏi',
);

/** Whether between the noun and the name the sentence has turned to something else. */
export function turnsAway(tokens: readonly Token[], from: number, open: number): boolean {
  if (likens.before(tokens, open) !== null) return true;
  const last = tokens[open - 1]?.low === ':' ? open - 1 : open;
  if (last < open || opensList.before(tokens, last) !== null) return false;
  for (let at = from; at < open; at += 1) if (bringsAbout.at(tokens, at) !== null) return true;
  return false;
}

const MOST_JOINED = 6;
const BETWEEN = new Set(['cũng', 'đều', 'chính', 'đang', 'thực', 'sự', 'đã', 'vốn', 'được', 'thật', 'sẽ']);
const becomes = phrases(
  'là|trở thành|chọn làm|chọn là|đánh giá là|công nhận là|ghi nhận là|xem là|coi là|lựa chọn làm|xứng đáng là|nằm trong số|thuộc',
);
const AMONG = new Set('một hai ba bốn trong số những các nhiều cả'.split(' '));

/** "cũng là những mô hình …", "được chọn làm mô hình điểm", "là hai trong số các mô hình". */
function isCalledModel(tokens: readonly Token[], from: number): boolean {
  let at = [';', ','].includes(tokens[from]?.low ?? '') ? from + 1 : from;
  const isDash = ['-', '–'].includes(tokens[at]?.low ?? '') && tokens[at]?.spaced === true;
  while (BETWEEN.has(tokens[at]?.low ?? '') && becomes.at(tokens, at) === null) at += 1;
  const verb = isDash ? { end: at + 1 } : becomes.at(tokens, at);
  if (verb === null) return false;
  at = verb.end;
  while (AMONG.has(tokens[at]?.low ?? '')) at += 1;
  return cues.at(tokens, at)?.value === 'model';
}

const FURTHEST_OTHER = 3;

/** "“A”, “B” và nhiều mô hình khác". */
function isBesideOthers(tokens: readonly Token[], from: number): boolean {
  if (!['và', 'cùng', 'với', 'hay'].includes(tokens[from]?.low ?? '')) return false;
  let at = from + 1;
  while (AMONG.has(tokens[at]?.low ?? '') || tokens[at]?.low === 'với') at += 1;
  const model = cues.at(tokens, at);
  if (model?.value !== 'model') return false;
  return tokens.slice(model.end, model.end + FURTHEST_OTHER).some((token) => token.low === 'khác');
}

const LONGEST_NOUN = 3;

/** The name that is joined to this one: "“A” của Huyện đoàn hay “B”", "công trình “A”, phần việc “B”". */
function joined({ tokens, quoteByOpen }: ReadingContext, at: number): Quote | undefined {
  // What tells the owner may have run up to the next name and over its joint.
  const from = RUN_JOINTS.has(tokens[at]?.low ?? '') ? at + 1 : at;
  if (!RUN_JOINTS.has(tokens[from - 1]?.low ?? '')) return undefined;
  for (let open = from; open <= from + LONGEST_NOUN; open += 1) {
    const next = quoteByOpen.get(open);
    if (next !== undefined) return next;
    if (tokens[open]?.kind !== 'word' || isCapital(tokens[open])) return undefined;
  }
  return undefined;
}

/** "“A” của Huyện đoàn hay “B” của cô giáo C cũng là những mô hình …". */
function isAmongModels(context: ReadingContext, quote: Quote): boolean {
  let last = quote;
  for (let count = 0; count < MOST_JOINED; count += 1) {
    const at = settingAfter(context.tokens, last.end).end;
    const next = joined(context, at);
    if (next === undefined) return isCalledModel(context.tokens, at) || isBesideOthers(context.tokens, at);
    last = next;
  }
  return false;
}

const FURTHEST_STILL = 12;
const besides = phrases('ngoài|bên cạnh|cùng với|không chỉ có|tiếp nối');

/** "Ngoài “A”, xã còn duy trì các mô hình “B”": what stands besides models is one of them. */
function standsBesidesModels({ tokens }: ReadingContext, quote: Quote): boolean {
  if (besides.before(tokens, quote.open) === null) return false;
  let isStill = false;
  for (let at = quote.end; at < quote.end + FURTHEST_STILL; at += 1) {
    const low = tokens[at]?.low ?? '.';
    if (low === '.' || low === ';' || low === '\n' || low === '“') return false;
    isStill ||= low === 'còn';
    if (isStill && cues.at(tokens, at)?.value === 'model') return true;
  }
  return false;
}

/** "“Tiếng kẻng an ninh” là mô hình …", "“X” - một cách làm hay". */
export function saysItIsAModel(context: ReadingContext, quote: Quote): boolean {
  const { tokens } = context;
  if (isAmongModels(context, quote) || standsBesidesModels(context, quote)) return true;
  let at = quote.end;
  if (!['là', '-', '–', ','].includes(tokens[at]?.low ?? '')) return false;
  const isComma = tokens[at]?.low === ',';
  at += 1;
  // "“A”, mô hình “B”" names two; "“A”, một mô hình …" says what A is.
  if (isComma && !['một', 'là', 'những'].includes(tokens[at]?.low ?? '')) return false;
  while (['một', 'là', 'những', 'trong'].includes(tokens[at]?.low ?? '')) at += 1;
  return cues.at(tokens, at)?.value === 'model';
}
