/** A reading in words, for the command line. */
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { approximationWords, figureKindWords } from '#domain/figures/reported-figure.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type {
  CitedDocument,
  NamedPractice,
  PaperItself,
  PaperReading,
  ReadFigure,
  SumCheck,
} from './types.ts';

export function summaryOf({ paper, documents, practices, figures, checks }: PaperReading): string {
  const blocks = [
    block('VĂN BẢN', paperLines(paper)),
    block(`VĂN BẢN ĐƯỢC VIỆN DẪN (${documents.length})`, documents.map(documentLine)),
    block(`MÔ HÌNH, ĐIỂN HÌNH (${practices.length})`, practices.map(practiceLine)),
    block(`SỐ LIỆU (${figures.length})`, figures.map(figureLine)),
    block(`TỔNG VÀ CÁC PHẦN (${checks.length})`, checks.map(checkLine)),
  ];
  return blocks.join('\n\n');
}

function block(title: string, lines: readonly string[]): string {
  return [title, ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : ['  (không có)'])].join('\n');
}

function paperLines(paper: PaperItself): string[] {
  const rows: [string, string | null][] = [
    ['Loại', paper.type],
    ['Số, ký hiệu', paper.symbol],
    ['Nơi ban hành', paper.issuer],
    ['Địa danh', paper.place],
    ['Ngày', paper.issuedOn === null ? null : formatDay(paper.issuedOn)],
    ['Trích yếu', paper.subject],
    ['Kỳ', paper.period?.asWritten ?? null],
    [
      'Người ký',
      paper.signer === null ? null : [paper.signer.post, paper.signer.name].filter(Boolean).join(', '),
    ],
    ['Nơi nhận', paper.recipients.length === 0 ? null : paper.recipients.join('; ')],
    ['Độ mật', paper.secrecy],
  ];
  return rows.filter(([, value]) => value !== null).map(([label, value]) => `${label}: ${value}`);
}

function documentLine(one: CitedDocument): string {
  const parts = [`${one.type ?? 'Văn bản'} ${one.symbol}`];
  if (one.issuedOn !== null) parts.push(`ngày ${formatDay(one.issuedOn)}`);
  if (one.issuer !== null) parts.push(one.issuer);
  if (one.isOwn) parts.push('(số của chính văn bản)');
  return parts.join(', ');
}

function practiceLine(one: NamedPractice): string {
  const parts = [one.nature === 'exemplar' ? `Điển hình: ${one.name}` : `“${one.name}”`];
  if (one.places.length > 0) parts.push(one.places.join('; '));
  if (one.owner !== null && one.nature === 'model') parts.push(one.owner);
  if (one.field !== null) parts.push(baseFieldWords[one.field]);
  return parts.join(' – ');
}

function figureLine(one: ReadFigure): string {
  const amount = [approximationWords[one.approx], formatNumber(one.value), one.unit].filter(
    (word) => word !== '',
  );
  const scope = one.scope === null ? '' : ` – ${one.scope}`;
  return `${amount.join(' ')} [${figureKindWords[one.kind]}]${scope}`;
}

function checkLine(one: SumCheck): string {
  const sum = one.parts.map((part) => formatNumber(part)).join(' + ');
  return `${formatNumber(one.total)} = ${sum}: ${one.ok ? 'khớp' : 'KHÔNG KHỚP'}`;
}
