import { describe, expect, it } from 'vitest';
import {
  moneyEcho,
  readTypedDay,
  readTypedMoney,
  readTypedNumber,
  showDay,
  showNumber,
} from './typed-value.ts';

describe('a date field', () => {
  it.each([
    ['5/3', '2026-03-05'],
    ['05-03-2023', '2023-03-05'],
    ['5.3.23', '2023-03-05'],
    [' 31/12/2026 ', '2026-12-31'],
  ])('reads %j as %s in the year 2026', (text, day) => {
    expect(readTypedDay(text, 2026)).toEqual({ value: day, error: null });
  });

  it('takes an empty field as no day', () => {
    expect(readTypedDay('  ', 2026)).toEqual({ value: null, error: null });
  });

  it.each(['30/2', 'mai', '5/13', '2026'])('says that %j cannot be read, with an example', (text) => {
    const typed = readTypedDay(text, 2026);
    expect(typed.value).toBeNull();
    expect(typed.error).toContain('5/3/2026');
  });

  it('shows a day as dd/mm/yyyy and nothing as nothing', () => {
    expect(showDay('2026-03-05')).toBe('05/03/2026');
    expect(showDay(null)).toBe('');
  });
});

describe('a number field', () => {
  it.each([
    ['1.234,5', 1234.5],
    ['12', 12],
    ['0,75', 0.75],
  ])('reads %j as %d', (text, value) => {
    expect(readTypedNumber(text)).toEqual({ value, error: null });
  });

  it('says why letters are not a number', () => {
    expect(readTypedNumber('mười hai').error).not.toBeNull();
  });

  it('shows numbers the Vietnamese way', () => {
    expect(showNumber(1234.5)).toBe('1.234,5');
  });
});

describe('a money field', () => {
  it.each([
    ['915 triệu', 915_000_000],
    ['1,2 tỷ', 1_200_000_000],
    ['500.000', 500_000],
  ])('reads %j as %d đồng', (text, value) => {
    expect(readTypedMoney(text)).toEqual({ value, error: null });
  });

  it('repeats in full what it understood', () => {
    expect(moneyEcho(915_000_000)).toContain('915.000.000 đồng');
    expect(moneyEcho(null)).toBeUndefined();
  });
});
