import { describe, expect, it } from 'vitest';
import {
  containsDay,
  formatPeriod,
  halfPeriod,
  monthPeriod,
  monthsOf,
  overlaps,
  periodSchema,
  quarterPeriod,
  yearPeriod,
} from './period.ts';

describe('a period', () => {
  it('must not end before it begins, and says so at its end', () => {
    const result = periodSchema.safeParse({ from: '2026-05-02', to: '2026-05-01' });
    expect(result.error?.issues).toMatchObject([
      { path: ['to'], message: 'Ngày kết thúc (01/05/2026) trước ngày bắt đầu (02/05/2026)' },
    ]);
    expect(periodSchema.safeParse({ from: '2026-05-02', to: '2026-05-02' }).success).toBe(true);
  });
  it('holds both its ends', () => {
    const may = monthPeriod(2026, 5);
    expect([containsDay(may, '2026-05-01'), containsDay(may, '2026-05-31')]).toEqual([true, true]);
    expect([containsDay(may, '2026-04-30'), containsDay(may, '2026-06-01')]).toEqual([false, false]);
  });
  it('overlaps another that shares one day', () => {
    const a = { from: '2026-01-01', to: '2026-06-30' };
    expect(overlaps(a, { from: '2026-06-30', to: '2026-12-31' })).toBe(true);
    expect(overlaps(a, { from: '2026-07-01', to: '2026-12-31' })).toBe(false);
  });
  it('knows months, quarters, halves and years', () => {
    expect(monthPeriod(2024, 2)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(quarterPeriod(2026, 4)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(halfPeriod(2026, 2)).toEqual({ from: '2026-07-01', to: '2026-12-31' });
    expect(yearPeriod(2026)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });
  it('lists the months that it touches', () => {
    expect(monthsOf({ from: '2025-11-15', to: '2026-02-01' })).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
  });
  it('is written with both ends, or one when they are equal', () => {
    expect(formatPeriod(yearPeriod(2026))).toBe('01/01/2026 – 31/12/2026');
    expect(formatPeriod({ from: '2026-05-02', to: '2026-05-02' })).toBe('02/05/2026');
  });
});
