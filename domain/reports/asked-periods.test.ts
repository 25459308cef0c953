import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '#domain/kernel/day.ts';
import { askedPeriod, askedPeriods, type AskedForm } from './asked-periods.ts';

const someDay = fc.integer({ min: 0, max: 1_500 }).map((days): Day => addDays('2022-01-01', days));

it('the period that begins on a day is the one among all that are asked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('month', 'quarter', 'half_year', 'year'),
      someDay,
      fc.option(someDay),
      someDay,
      fc.boolean(),
      (periodKind, askedFrom, askedTo, day, firstOfMonth) => {
        const form: AskedForm = { periodKind, askedFrom, askedTo, customFrom: null, customTo: null };
        const from: Day = firstOfMonth ? `${day.slice(0, 7)}-01` : day;
        expect(askedPeriod(form, from)).toEqual(
          askedPeriods(form, from).find((one) => one.from === from) ?? null,
        );
      },
    ),
  );
});
