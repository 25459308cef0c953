import { expect, test } from 'vitest';
import { readFixedDays, showFixedDays } from './fixed-days.ts';

test('days of the year are read as they are written in plans', () => {
  expect(readFixedDays('15/7, 10/12')).toEqual([
    { month: 7, day: 15 },
    { month: 12, day: 10 },
  ]);
  expect(readFixedDays('05.12')).toEqual([{ month: 12, day: 5 }]);
});

test('what is no day is refused, nothing is guessed', () => {
  for (const text of ['', '31/4', '15/13', 'ngày 15', '15/7,']) expect(readFixedDays(text)).toBeNull();
});

test('what is shown reads back the same', () => {
  const days = [
    { month: 2, day: 29 },
    { month: 12, day: 10 },
  ];
  expect(readFixedDays(showFixedDays(days))).toEqual(days);
});
