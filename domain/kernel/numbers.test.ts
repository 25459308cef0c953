import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatArea, formatLabour, formatMoney, parseArea, parseLabour, parseMoney } from './money.ts';
import { formatCount, formatNumber, formatPercent, formatShare, parseCount, parseNumber } from './numbers.ts';

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; message: string }): T | string =>
  result.ok ? result.value : result.message;

describe('numbers', () => {
  test.each([
    [1234.5, '1.234,5'],
    [0, '0'],
    [-0, '0'],
    [-1234567, '-1.234.567'],
    [0.1 + 0.2, '0,3'],
    [1045, '1.045'],
  ])('writes %d as %s', (value, text) => expect(formatNumber(value)).toBe(text));

  test.each([
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
    ['1.045', 1045],
    ['1 045', 1045],
    ['12,345', 12.345],
    ['-5', -5],
    ['0', 0],
    [' 13.000 ', 13000],
  ])('reads %j as %d', (text, value) => expect(valueOf(parseNumber(text))).toBe(value));

  test.each([
    '',
    '1.5',
    '1,234.5',
    '1.23.456',
    'mười',
    '1e5',
    '0x10',
    '1,',
    '--1',
    '1.234.5',
    '99999999999999999999',
  ])('does not guess at %j', (text) => expect(parseNumber(text).ok).toBe(false));

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 999 }),
        (whole, thousandths) => {
          const value = Number(`${whole}.${String(thousandths).padStart(3, '0')}`);
          expect(valueOf(parseNumber(formatNumber(value)))).toBe(value + 0);
        },
      ),
    );
  });
  it('writes shares with their denominators', () => {
    expect(formatShare(24, 39)).toBe('24/39 (61,5%)');
    expect(formatShare(0, 0)).toBe('0/0');
    expect(formatPercent(0.0226, 2)).toBe('2,26%');
  });
  it('counts things whole, and writes small counts with a zero', () => {
    expect(parseCount('2,5').ok || parseCount('-1').ok).toBe(false);
    expect(valueOf(parseCount('190'))).toBe(190);
    expect([formatCount(5), formatCount(12)]).toEqual(['05', '12']);
  });
});

describe('money', () => {
  test.each([
    [915_000_000, '915 triệu đồng'],
    [44_500_000, '44.500.000 đồng'],
    [1_200_000_000, '1,2 tỷ đồng'],
    [1_234_567_000, '1.234.567.000 đồng'],
    [500_000, '500.000 đồng'],
    [0, '0 đồng'],
  ])('writes %d as %s', (amount, text) => expect(formatMoney(amount)).toBe(text));

  test.each([
    ['915 triệu', 915_000_000],
    ['1,2 tỷ', 1_200_000_000],
    ['1,2 tỉ đồng', 1_200_000_000],
    ['500.000đ', 500_000],
    ['500.000 ₫', 500_000],
    ['44.500.000 đồng', 44_500_000],
    ['44,5 triệu đồng', 44_500_000],
    ['1 tỷ 200 triệu', 1_200_000_000],
    ['500 nghìn', 500_000],
    ['500 ngàn đồng', 500_000],
    ['50tr', 50_000_000],
    ['500000', 500_000],
    ['4,35 triệu'.normalize('NFD'), 4_350_000],
  ])('reads %j as %d', (text, amount) => expect(valueOf(parseMoney(text))).toBe(amount));

  test.each([
    '',
    'nhiều',
    '5 bao gạo',
    '1.5 triệu',
    '-5 triệu',
    '200 triệu 1 tỷ',
    '0,5 đồng',
    '5 triệu người',
  ])('does not guess at %j', (text) => expect(parseMoney(text).ok).toBe(false));

  it('reads back exactly what it writes', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9_000_000_000_000 }),
        fc.constantFrom(1, 1_000, 100_000, 1_000_000),
        (n, unit) => {
          const amount = Math.min(n * unit, 9_000_000_000_000_000);
          expect(valueOf(parseMoney(formatMoney(amount)))).toBe(amount);
        },
      ),
    );
  });
});

describe('land and labour', () => {
  test.each([
    ['1.200 m²', 1200],
    ['1.200m2', 1200],
    ['2,5 ha', 25_000],
    ['350 mét vuông', 350],
    ['350', 350],
  ])('reads %j as %d m²', (text, value) => expect(valueOf(parseArea(text))).toBe(value));
  it('refuses a sào, which is not the same everywhere', () => {
    expect(valueOf(parseArea('3 sào'))).toContain('mỗi vùng một khác');
    expect(parseArea('50 m').ok).toBe(false);
  });
  it('writes them with their units', () => {
    expect([formatArea(1200), formatArea(25_000), formatLabour(190)]).toEqual([
      '1.200 m²',
      '2,5 ha',
      '190 ngày công',
    ]);
  });
  test.each([
    ['190 ngày công', 190],
    ['190 công', 190],
    ['1.250', 1250],
  ])('reads %j as %d working days', (text, value) => expect(valueOf(parseLabour(text))).toBe(value));
});
