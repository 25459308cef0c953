import { expect, test } from 'vitest';
import { changeWords } from './change-words.ts';

const count = (value: string | null) => ({ value, decimals: 0, unit: 'mô hình' });

test('a change is told with its amount and its share of what was before', () => {
  expect(changeWords(count('113'), '94')).toBe('tăng 19 (20,2 %)');
  expect(changeWords(count('94'), '113')).toBe('giảm 19 (16,8 %)');
  expect(changeWords(count('94'), '94')).toBe('bằng');
});

test('from nothing there is no share', () => {
  expect(changeWords(count('5'), '0')).toBe('tăng 5');
});

test('a share goes up by points', () => {
  expect(changeWords({ value: '752', decimals: 1, unit: '%' }, '700')).toBe('tăng 5,2 điểm');
});

test('what is not there is not compared', () => {
  expect(changeWords(count(null), '3')).toBe('–');
  expect(changeWords(count('3'), null)).toBe('–');
});
