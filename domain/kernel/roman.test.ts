import { expect, it } from 'vitest';
import { roman } from './roman.ts';

it.each([
  [1, 'I'],
  [3, 'III'],
  [4, 'IV'],
  [5, 'V'],
  [8, 'VIII'],
  [9, 'IX'],
  [14, 'XIV'],
  [39, 'XXXIX'],
  [40, 'XL'],
  [48, 'XLVIII'],
  [90, 'XC'],
  [100, 'C'],
])('writes %i as %s', (value, written) => {
  expect(roman(value)).toBe(written);
});
