import { expect, test } from 'vitest';
import { reminderRuleSchema } from '#domain/reports/reminders.ts';
import { readDaysBefore, showDaysBefore } from './days-before.ts';

test('days before the due day are read as they are typed, each once, the earliest reminder first', () => {
  expect(readDaysBefore('0, 3')).toEqual([3, 0]);
  expect(readDaysBefore('7; 3;3')).toEqual([7, 3]);
  expect(readDaysBefore(' ')).toEqual([]);
});

test('what is no number of days, too long before or too often is refused', () => {
  for (const text of ['ba', '3,', '-1', '61', '1,5 ngày', '1,2,3,4,5,6,7'])
    expect(readDaysBefore(text)).toBeNull();
});

test('what is shown reads back the same', () => {
  expect(readDaysBefore(showDaysBefore([15, 3, 0]))).toEqual([15, 3, 0]);
  expect(readDaysBefore(showDaysBefore([]))).toEqual([]);
});

test('the field takes exactly what a rule may say', () => {
  const days = Array.from({ length: 100 }, (_, at) => [at]);
  const times = Array.from({ length: 20 }, (_, at) => Array.from({ length: at }, (__, day) => day));
  for (const beforeDue of [...days, ...times])
    expect(readDaysBefore(showDaysBefore(beforeDue)) !== null).toBe(
      reminderRuleSchema.safeParse({ beforeDue, overdue: null }).success,
    );
});
