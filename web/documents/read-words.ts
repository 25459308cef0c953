import type { Run, TextRun } from '#domain/documents/paper.ts';

/**
 * The runs that an edited paragraph says: its words as they stand now, and the figures and footnotes it began
 * with (marked by `data-run`), which can be moved past or taken out but not rewritten.
 */
export function readWords(host: Node, original: readonly Run[]): Run[] {
  const runs: Run[] = [];
  const add = (text: string, bold: boolean, italic: boolean) => {
    if (text === '') return;
    const last = runs.at(-1);
    if (last?.kind === 'text' && (last.bold ?? false) === bold && (last.italic ?? false) === italic)
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push(textRun(text, bold, italic));
  };
  const walk = (node: Node, bold: boolean, italic: boolean) => {
    if (node.nodeType === node.TEXT_NODE) {
      add((node.textContent ?? '').replaceAll(/\s*[\r\n]+\s*/gu, ' '), bold, italic);
      return;
    }
    const place = (node as Partial<HTMLElement>).dataset?.['run'];
    const kept = place === undefined ? undefined : original[Number(place)];
    if (kept !== undefined) {
      runs.push(kept);
      return;
    }
    const name = node.nodeName.toLowerCase();
    for (const child of node.childNodes)
      walk(child, bold || name === 'b' || name === 'strong', italic || name === 'i' || name === 'em');
  };
  for (const child of host.childNodes) walk(child, false, false);
  return runs;
}

function textRun(text: string, bold: boolean, italic: boolean): TextRun {
  return { kind: 'text', text, ...(bold && { bold }), ...(italic && { italic }) };
}

/** Nothing but blanks, and no figure. */
export function isEmpty(runs: readonly Run[]): boolean {
  return runs.every((run) => run.kind === 'text' && run.text.trim() === '');
}
