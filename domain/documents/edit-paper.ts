import { formatDayInWords, type Day } from '#domain/kernel/day.ts';
import { formatCount, formatNumber } from '#domain/kernel/numbers.ts';
import type { FieldProblem } from '#domain/kernel/problem.ts';
import { signatureFrom } from './paper-head.ts';
import { figuresOf, type Block, type Paper } from './paper.ts';
import { formatSymbol } from './symbols.ts';

export interface PaperEdits {
  readonly paper: Paper;
  readonly subject: string;
  readonly signerPost: string;
  readonly signerName: string;
}

/**
 * A draft with an officer's edits. Words, tables, recipients and signer may change; who issues it, its symbol,
 * its layout and what its figures were traced to may not.
 */
export function editPaper(stored: Paper, edits: PaperEdits): Paper {
  const { paper } = edits;
  const [first, ...others] = paper.signatures;
  const signer = { authority: '', post: edits.signerPost, name: edits.signerName };
  const signed =
    edits.signerPost === ''
      ? first
      : { ...signatureFrom(signer), authority: first?.authority ?? stored.signatures[0]?.authority ?? [] };
  return {
    ...stored,
    subject: edits.subject,
    orientation: paper.orientation,
    place: paper.place,
    addressLine: paper.addressLine,
    blocks: paper.blocks,
    signatures: signed ? [signed, ...others] : [],
    recipients: paper.recipients,
    ...(paper.recipientSeparator ? { recipientSeparator: paper.recipientSeparator } : {}),
  };
}

/**
 * Figures that no longer say what they were counted as: an officer may drop a figure or write words around it,
 * never change it while it still claims its source (architecture of figures: what the register knows is not typed).
 */
export function figureFaults(stored: Paper, edited: Paper): FieldProblem[] {
  const spellings = new Map<string, Set<string>>();
  for (const run of figuresOf(stored)) {
    const known = spellings.get(run.traceId) ?? new Set();
    spellings.set(run.traceId, known.add(run.text.trim()));
  }
  const faults = new Map<string, string>();
  for (const run of figuresOf(edited)) {
    const trace = stored.traces[run.traceId];
    if (!trace) {
      faults.set(run.traceId, `Số “${run.text}” không có nguồn trong sổ; hãy ghi thành chữ thường.`);
      continue;
    }
    const written = new Set([formatNumber(trace.value), formatCount(trace.value)]);
    const spelt = written.has(run.text.trim()) || spellings.get(run.traceId)?.has(run.text.trim());
    if (run.value !== trace.value || !spelt)
      faults.set(
        run.traceId,
        `“${trace.label}” được tính từ sổ là ${formatNumber(trace.value)}, không sửa thành “${run.text}”. Số sai thì sửa bản ghi rồi lập lại dự thảo.`,
      );
  }
  return [...faults].map(([traceId, message]) => ({ path: `paper.traces.${traceId}`, message }));
}

/** "Kèm theo Thông báo số 05-TB/ThU, ngày 12 tháng 3 năm 2023 của Ban Thường vụ Thị ủy"; gaps while it is a draft. */
export function attachedNote(paper: Paper, typeWord: string, speaker: string): string {
  return `Kèm theo ${typeWord} ${symbolAndDay(paper)} của ${speaker}`;
}

function symbolAndDay(paper: Paper): string {
  const symbol = paper.symbol ? formatSymbol({ ...paper.symbol, layout: paper.layout }) : '';
  const day = paper.issuedOn
    ? formatDayInWords(paper.issuedOn)
    : `ngày      tháng      năm ${paper.draftYear}`;
  return `số ${symbol}, ${day}`;
}

/** The paper with its number and day, in its head and in the notes of its appendices; never changed afterwards. */
export function freezePaper(draft: Paper, issued: { number: number; issuedOn: Day }): Paper {
  if (!draft.symbol) throw new Error('a paper without a symbol takes no number');
  const paper: Paper = {
    ...draft,
    symbol: { ...draft.symbol, number: issued.number },
    issuedOn: issued.issuedOn,
  };
  const gap = /số\s+[-/][^,]*, ngày\s+tháng\s+năm \d{4}/u;
  const fill = (block: Block): Block =>
    block.kind === 'appendix' && block.note
      ? { ...block, note: block.note.replace(gap, () => symbolAndDay(paper)) }
      : block;
  return { ...paper, blocks: draft.blocks.map(fill) };
}
