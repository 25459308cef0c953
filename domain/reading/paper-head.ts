/** The paper itself: type, place, date, issuer, subject, signer, recipients, the period it covers, its secrecy. */
import type { Day } from '#domain/kernel/day.ts';
import { dateAt } from './dates.ts';
import { wordsOf, type ReadingContext } from './context.ts';
import { periodIn } from './paper-period.ts';
import { isAllCapitals, isCapital } from './tokens.ts';
import type { Paragraph } from './script.ts';
import type { CitedDocument, PaperItself } from './types.ts';
import { documentTypes } from './words/document-words.ts';

const HEAD_PARAGRAPHS = 40;
const FOOT_PARAGRAPHS = 40;

export interface PaperHead {
  /** Index of the token at which the head ends. */
  readonly end: number;
  readonly type: string | null;
  readonly issuer: string | null;
  readonly place: string | null;
  readonly issuedOn: Day | null;
  readonly title: Paragraph | null;
}

export function readHead(context: ReadingContext): PaperHead {
  const head = context.script.paragraphs.slice(0, HEAD_PARAGRAPHS).filter((one) => !one.isFootnote);
  const title = head.find((paragraph) => isTitle(context, paragraph)) ?? null;
  const end = title?.to ?? endWithoutTitle(context, head);
  const dated = placeAndDate(context, head, end);
  const type = title === null ? null : (documentTypes.at(context.tokens, startOf(title))?.value ?? null);
  return { end, type, issuer: issuerLine(context, head, end), ...dated, title };
}

function startOf(paragraph: Paragraph): number {
  return paragraph.marker?.style === 'dash' ? paragraph.marker.end : paragraph.from;
}

/** "BÁO CÁO" alone on its line, or in capitals before its subject. */
function isTitle({ tokens }: ReadingContext, paragraph: Paragraph): boolean {
  const from = startOf(paragraph);
  const type = documentTypes.at(tokens, from);
  if (type === null || !isAllCapitals(tokens[from]) || !isAllCapitals(tokens[type.end - 1])) return false;
  const isAlone = type.end >= paragraph.to - 1;
  return (
    (type.end - from > 1 || isAlone) && (isAlone || isAllCapitals(tokens[type.end]) || !paragraph.marker)
  );
}

/** A letter has no title: its head ends at "Kính gửi", or with the line of its number. */
function endWithoutTitle({ tokens }: ReadingContext, head: readonly Paragraph[]): number {
  const letter = head.find(
    ({ from }) => tokens[from]?.low === 'kính' && /^(?:gửi|trình)$/.test(tokens[from + 1]?.low ?? ''),
  );
  if (letter) return letter.from;
  const numbered = head
    .slice(0, 14)
    .find(({ from }) => tokens[from]?.text === 'Số' && tokens[from + 1]?.low !== 'người');
  return numbered?.to ?? 0;
}

function placeAndDate(
  { tokens }: ReadingContext,
  head: readonly Paragraph[],
  end: number,
): { place: string | null; issuedOn: Day | null } {
  for (const { from, to } of head) {
    if (from > end && end > 0) break;
    for (let at = from; at < to; at += 1) {
      const date = tokens[at]?.low === 'ngày' ? dateAt(tokens, at) : null;
      if (date === null || date.day === null || tokens[at - 1]?.low !== ',') continue;
      let start = at - 1;
      while (
        start > from &&
        (isCapital(tokens[start - 1]) || ['-', '.'].includes(tokens[start - 1]?.low ?? ''))
      )
        start -= 1;
      // The line holds nothing but place and date, or is one cell of the head's table.
      const isOwnLine = start === from || ['\t', '|', '*'].includes(tokens[start - 1]?.text ?? '');
      const place = wordsOf(tokens, start, at - 1);
      if (!isOwnLine && (!/^th[áa]ng$/.test(tokens[at + 2]?.low ?? '') || /^[A-ZĐ/-]*$/.test(place)))
        continue;
      return { place: place === '' ? null : place, issuedOn: date.day };
    }
  }
  return { place: null, issuedOn: null };
}

const NO_ISSUER = /^(?:ĐẢNG CỘNG SẢN|CỘNG HÒA|CỘNG HOÀ|ĐỘC LẬP|Độc lập)/u;

/** The last line of capitals before the number: the body itself stands below its parent. */
function issuerLine({ tokens }: ReadingContext, head: readonly Paragraph[], end: number): string | null {
  let issuer: string | null = null;
  for (const paragraph of head) {
    if (paragraph.from >= end) break;
    if (tokens[paragraph.from]?.low === 'số') break;
    const line = wordsOf(tokens, paragraph.from, paragraph.to);
    if (paragraph.isAllCapitals && !NO_ISSUER.test(line) && !documentTypes.at(tokens, paragraph.from))
      issuer = line;
  }
  return issuer;
}

export function readPaperItself(
  context: ReadingContext,
  head: PaperHead,
  documents: readonly CitedDocument[],
): PaperItself {
  const own = documents.find((one) => one.isOwn) ?? null;
  const subject = subjectOf(context, head);
  return {
    type: head.type ?? own?.type ?? null,
    symbol: own?.symbol ?? null,
    issuer: head.issuer ?? issuerOfPreamble(context, head),
    place: head.place,
    issuedOn: head.issuedOn ?? own?.issuedOn ?? null,
    subject,
    signer: signerOf(context),
    recipients: recipientsOf(context),
    period: periodIn(subject ?? ''),
    secrecy: secrecyOf(context),
  };
}

/** "…; Ban Thường vụ Thị ủy báo cáo kết quả thực hiện như sau:" */
function issuerOfPreamble({ tokens, script }: ReadingContext, head: PaperHead): string | null {
  const next = script.paragraphs.filter((one) => one.from > head.end).slice(0, 4);
  for (const { from, to } of next) {
    for (let at = to - 1; at > from; at -= 1) {
      const isVerb =
        ['báo', 'ban', 'xây', 'đề'].includes(tokens[at]?.low ?? '') && tokens[at]?.text === tokens[at]?.low;
      if (!isVerb || tokens[to - 1]?.low !== ':') continue;
      let start = at;
      while (start > from && !['\n', ',', ';', '.'].includes(tokens[start - 1]?.low ?? '')) start -= 1;
      if (isCapital(tokens[start]) && at - start < 14) return wordsOf(tokens, start, at);
    }
  }
  return null;
}

const PREAMBLE = new Set([
  'thực',
  'căn',
  'kính',
  'để',
  'nhằm',
  'trong',
  'qua',
  'năm',
  'sau',
  'theo',
  'ban',
  'ủy',
  'đảng',
  'phần',
]);

function subjectOf({ tokens, script }: ReadingContext, head: PaperHead): string | null {
  if (head.title === null) return null;
  const type = documentTypes.at(tokens, startOf(head.title));
  const lines: string[] = [];
  if (type !== null && type.end < head.title.to) lines.push(wordsOf(tokens, type.end, head.title.to));
  const index = script.paragraphs.indexOf(head.title);
  for (const paragraph of script.paragraphs.slice(index + 1, index + 5)) {
    const first = tokens[paragraph.from];
    const opensBody = paragraph.marker !== null || first?.kind !== 'word';
    const isSentence = tokens[paragraph.to - 1]?.low === '.' && lines.length > 0;
    if (opensBody || isSentence || paragraph.to - paragraph.from > 80) break;
    if (lines.length > 0 && !paragraph.isAllCapitals && PREAMBLE.has(first.low) && isCapital(first)) break;
    lines.push(wordsOf(tokens, paragraph.from, paragraph.to));
    if (lines.length === 3) break;
  }
  const subject = lines.join(' ').trim();
  return subject === '' ? null : subject;
}

function lastParagraphs({ script }: ReadingContext): Paragraph[] {
  return script.paragraphs.filter((one) => !one.isFootnote).slice(-FOOT_PARAGRAPHS);
}

/** The last line of two to five capitalised words; above it the post, in capitals. */
function signerOf(context: ReadingContext): PaperItself['signer'] {
  const { tokens } = context;
  const all = lastParagraphs(context);
  const foot = all.slice(-Math.min(14, Math.ceil(all.length / 2)));
  for (let index = foot.length - 1; index >= 0; index -= 1) {
    const paragraph = foot[index];
    if (paragraph === undefined || paragraph.marker !== null) continue;
    const words = tokens.slice(paragraph.from, paragraph.to);
    const isName =
      words.length >= 2 &&
      words.length <= 5 &&
      words.every((word) => isCapital(word) && !isAllCapitals(word));
    if (!isName) continue;
    const posts: string[] = [];
    for (let above = index - 1; above >= 0; above -= 1) {
      const line = foot[above];
      if (line === undefined || !(line.isAllCapitals || line.to - line.from <= 2) || line.marker !== null)
        break;
      posts.unshift(wordsOf(tokens, line.from, line.to));
    }
    return {
      name: wordsOf(tokens, paragraph.from, paragraph.to),
      post: posts.length > 0 ? posts.join(' ') : null,
    };
  }
  return null;
}

function recipientsOf(context: ReadingContext): string[] {
  const { tokens } = context;
  const foot = lastParagraphs(context);
  const start = foot.findIndex(({ from }) => tokens[from]?.low === 'nơi' && tokens[from + 1]?.low === 'nhận');
  const recipients: string[] = [];
  for (const paragraph of start < 0 ? [] : foot.slice(start + 1)) {
    if (paragraph.marker?.style !== 'dash') break;
    recipients.push(wordsOf(tokens, paragraph.marker.end, paragraph.to).replace(/[,;:./]+$/, ''));
  }
  return recipients;
}

const SECRECY = new Set(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT']);

function secrecyOf(context: ReadingContext): string | null {
  for (const { from, to } of context.script.paragraphs.slice(0, HEAD_PARAGRAPHS)) {
    const line = wordsOf(context.tokens, from, to).replace(/^\(|\)$/g, '');
    if (SECRECY.has(line)) return line;
  }
  return null;
}
