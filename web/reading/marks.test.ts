import { describe, expect, test } from 'vitest';
import { blocksOf, type Mark, marksByBlock, meantBy, segmentsOf, trimmedRange } from './marks.ts';

function mark(id: string, start: number, end: number): Mark {
  return { id, kind: 'figure', start, end, state: 'proposed', unsure: false, failed: false };
}

describe('the text as blocks', () => {
  test('every letter stands in exactly one block, whatever the line breaks', () => {
    for (const text of ['', 'một', 'một\nhai\n\nba', '\n', `${'a'.repeat(9_001)}\nb`, '😀'.repeat(5_000)]) {
      expect(
        blocksOf(text)
          .map(({ start, end }) => text.slice(start, end))
          .join(''),
      ).toBe(text);
    }
  });

  test('a line of many thousand letters is cut, and never inside a letter', () => {
    const blocks = blocksOf(`x${'😀'.repeat(5_000)}`);
    expect(blocks.length).toBeGreaterThan(2);
    expect(blocks.every(({ start }) => start === 0 || start % 2 === 1)).toBe(true);
  });
});

describe('marks over the text', () => {
  const text = 'Có 386 mô hình, gồm:\n- kinh tế 53;\n- khác 333.';
  const blocks = blocksOf(text);
  const sum = mark('sum', 3, text.length - 1);
  const total = mark('total', 3, 14);

  test('a mark over several lines stands in each of them, a short one in its own', () => {
    const found = marksByBlock(blocks, [total, sum]).map((marks) => marks.map((one) => one.id));
    expect(found).toEqual([['total', 'sum'], ['sum'], ['sum']]);
  });

  test('overlapping marks share the stretch between them, and nothing of the text is lost', () => {
    const [block] = blocks;
    const segments = block ? segmentsOf(text, block, [total, sum]) : [];
    expect(segments.map((one) => [one.text, one.marks.map((each) => each.id)])).toEqual([
      ['Có ', []],
      ['386 mô hình', ['total', 'sum']],
      [', gồm:\n', ['sum']],
    ]);
    expect(segments[1]?.begins.map((one) => one.id)).toEqual(['total', 'sum']);
  });

  test('a press means the narrowest mark, the next press the wider one, then the first again', () => {
    expect(meantBy([sum, total], null)?.id).toBe('total');
    expect(meantBy([sum, total], 'total')?.id).toBe('sum');
    expect(meantBy([sum, total], 'sum')?.id).toBe('total');
    expect(meantBy([], null)).toBeUndefined();
  });
});

test('a selection loses the white space at its ends and may be drawn backwards', () => {
  expect(trimmedRange('  hai ba ', 8, 0)).toEqual({ start: 2, end: 8 });
  expect(trimmedRange('  ', 0, 2)).toBeNull();
});
