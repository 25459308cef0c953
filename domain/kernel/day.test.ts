import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayInVietnam,
  daySchema,
  daysBetween,
  daysLeft,
  formatDay,
  formatDayInWords,
  halfOf,
  isDay,
  parseVietnameseDay,
  quarterOf,
  weekdayName,
} from './day.ts';

const someDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1930-02-03', days));

describe('reading a typed day', () => {
  test.each([
    ['5/3', '2026-03-05'],
    ['05/3/2023', '2023-03-05'],
    ['05-03-2023', '2023-03-05'],
    ['5.3.23', '2023-03-05'],
    ['07.9', '2026-09-07'],
    ['21-6', '2026-06-21'],
    ['3/2/85', '1985-02-03'],
    [' 5 / 3 / 2023 ', '2023-03-05'],
    ['2023-03-05', '2023-03-05'],
    ['05 tháng 02', '2026-02-05'],
    ['ngày 02 tháng 10 năm 2020', '2020-10-02'],
    ['29/2/2024', '2024-02-29'],
  ])('reads %j as %s', (text, day) => expect(parseVietnameseDay(text, { defaultYear: 2026 })).toBe(day));

  test.each([
    '',
    '5',
    '31/2',
    '29/2/2023',
    '3/13/2023',
    '5/3/202',
    'hôm qua',
    '2023-13-01',
    '1/1/0023',
    '5/3/2023 8h',
  ])('does not guess at %j', (text) => expect(parseVietnameseDay(text, { defaultYear: 2026 })).toBeNull());

  it('reads back every day that it writes', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(parseVietnameseDay(formatDay(day), { defaultYear: 1999 })).toBe(day);
        expect(parseVietnameseDay(formatDayInWords(day), { defaultYear: 1999 })).toBe(day);
      }),
    );
  });
});

describe('writing a day', () => {
  test.each([
    ['2020-10-02', 'ngày 02 tháng 10 năm 2020'],
    ['2023-02-15', 'ngày 15 tháng 02 năm 2023'],
    ['2023-03-09', 'ngày 09 tháng 3 năm 2023'],
  ])('%s is %s', (day, words) => expect(formatDayInWords(day)).toBe(words));

  it('names the weekday', () => {
    expect(weekdayName('2026-01-01')).toBe('Thứ năm');
    expect(weekdayName('1945-09-02')).toBe('Chủ nhật');
  });
  test.each([
    ['2026-05-01', 'Quá 2 ngày'],
    ['2026-05-03', 'Hôm nay'],
    ['2026-05-07', 'Còn 4 ngày'],
  ])('a limit on %s, seen on 03/05/2026: %s', (due, words) =>
    expect(daysLeft(due, '2026-05-03')).toBe(words),
  );
});

describe('counting days', () => {
  it('adds and subtracts alike', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -9_000, max: 9_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(isDay(addDays(day, count))).toBe(true);
      }),
    );
  });
  it('keeps to the end of shorter months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });
  it('knows quarters and halves', () => {
    expect([quarterOf('2026-03-31'), quarterOf('2026-04-01')]).toEqual([1, 2]);
    expect([halfOf('2026-06-30'), halfOf('2026-07-01')]).toEqual([1, 2]);
  });
  it('takes the day that Vietnam has at an instant', () => {
    expect(dayInVietnam('2026-01-01T16:59:59Z')).toBe('2026-01-01');
    expect(dayInVietnam('2026-01-01T17:00:00Z')).toBe('2026-01-02');
  });
});

describe('days in schemas', () => {
  test.each(['2026-02-29', '05/03/2026', '', '2026-3-5', '1200-01-01'])('refuses %j', (value) =>
    expect(daySchema.safeParse(value).success).toBe(false),
  );
  it('says so in words', () => {
    expect(daySchema.safeParse('x').error?.issues[0]?.message).toContain('Ngày không có thật');
    expect(daySchema.safeParse(undefined).error?.issues[0]?.message).toBe('Chưa nhập ngày');
  });
});
