import {
  appendix,
  cell,
  concurrentSignature,
  footnote,
  heading,
  list,
  paper,
  paragraph,
  table,
} from '#domain/documents/paper-parts.ts';
import type { Paper } from '#domain/documents/paper.ts';

/** A paper that carries the same words wherever words can stand. */
export function paperFullOf(words: string): Paper {
  return paper({
    layout: 'party',
    parentBody: words,
    issuer: words === '' ? 'x' : words,
    symbol: { number: 1, typeCode: 'BC', issuerCode: words === '' ? 'x' : words },
    place: words,
    issuedOn: '2023-01-01',
    draftYear: 2023,
    typeName: words,
    subject: words,
    addressLine: { label: 'Kính gửi', bodies: [words, words] },
    blocks: [
      heading(0, words, words),
      heading(1, words, words),
      paragraph([words, footnote(words)]),
      list(words, [words]),
      table(
        [
          { title: words, width: 1 },
          { title: words, width: 3 },
        ],
        [[words, [words, footnote(words)]], [words]],
        {
          caption: words,
          totalRow: [cell(words, { columns: 2 })],
        },
      ),
      appendix(words, { number: words, note: words, orientation: 'landscape' }),
      paragraph(words),
    ],
    signatures: [concurrentSignature(words, words, words), concurrentSignature(words, words, null)],
    recipients: [words, words],
    traces: {
      [words]: { label: words, definition: words, scope: words, asOf: '2023-01-01', value: 1, unit: words },
    },
  });
}
