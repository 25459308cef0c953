import { expect, it } from 'vitest';
import { csvOf } from './csv-list.ts';

it.each(['=1+1', '+84', '-1', '@SUM(A1)', '\t=1'])('no cell of a list begins a formula: %s', (cell) => {
  const [, line] = csvOf(['Tên'], [[cell]]).split('\r\n');
  expect(line).toBe(`"'${cell}"`);
});

it('keeps quotes and semicolons inside their cell', () => {
  expect(csvOf(['A', 'B'], [['a;b', 'nói "được"']])).toBe('\uFEFF"A";"B"\r\n"a;b";"nói ""được"""\r\n');
});
