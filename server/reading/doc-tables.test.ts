import { expect, it } from 'vitest';
import { tablesInDocText } from './doc-tables.ts';

it('tables of an old Word file come as rows of cells, paragraphs inside a cell kept together', () => {
  const text =
    'Danh sách đăng ký\nTT\tTên mô hình\tĐơn vị\t\n1\tCamera\nan ninh\tThôn 1\t\n2\tHiến đất\t\t\nNơi nhận:\nLưu.\n';
  expect(tablesInDocText(text)).toEqual([
    [
      ['TT', 'Tên mô hình', 'Đơn vị'],
      ['1', 'Camera an ninh', 'Thôn 1'],
      ['2', 'Hiến đất', ''],
    ],
  ]);
});

it('two tables with words between them stay two', () => {
  const text = 'A\tB\t\n1\t2\t\nBiểu số 2\nC\tD\tE\t\n3\t4\t5\t\n';
  expect(tablesInDocText(text)).toEqual([
    [
      ['A', 'B'],
      ['1', '2'],
    ],
    [
      ['C', 'D', 'E'],
      ['3', '4', '5'],
    ],
  ]);
});

it.each(['', 'Không có bảng nào.\n', 'Một dòng\tcó dấu cách dài\n'])(
  'text without a table (%j) gives none',
  (text) => {
    expect(tablesInDocText(text)).toEqual([]);
  },
);
