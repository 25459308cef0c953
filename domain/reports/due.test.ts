import { describe, expect, it } from 'vitest';
import { dueRuleSchema } from './due.ts';

describe('a fixed day on which reports are due', () => {
  it('is a day that there is in every year', () => {
    const on = (month: number, day: number) =>
      dueRuleSchema.safeParse({ kind: 'fixed', days: [{ month, day }], shift: 'none' }).success;
    expect([on(2, 28), on(12, 31), on(4, 30)]).toEqual([true, true, true]);
    expect([on(2, 31), on(2, 29), on(4, 31)]).toEqual([false, false, false]);
  });
});
