import { addDays, daysBetween, type Day } from '#domain/kernel/day.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, type WorkCalendar } from './due.ts';
import { formContentSchema, formDefaults } from './form.ts';
import { readyForms } from './ready-forms.ts';
import { nextReminder, reminderBy, reminderDays, reminderWords, type ReminderRule } from './reminders.ts';

/** Tết of 2026: Monday 16 to Friday 20 February; Saturday the 28th is worked in exchange. */
const calendar: WorkCalendar = {
  holidays: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']),
  workedInstead: new Set(['2026-02-28']),
};
const usual: ReminderRule = { beforeDue: [3, 0], overdue: { everyDays: 2, atMost: 5 } };
const march = { from: '2026-03-01', to: '2026-03-31' };
const of = { due: '2026-04-07', period: march, ruleSince: '2026-01-01', calendar };

describe('the days on which a unit is reminded', () => {
  it.each<[string, ReminderRule, Day, Day[]]>([
    [
      'before the due day, on it, and every so many days after',
      { beforeDue: [5, 0], overdue: { everyDays: 7, atMost: 2 } },
      '2026-04-07',
      ['2026-04-02', '2026-04-07', '2026-04-14', '2026-04-21'],
    ],
    [
      'on the working day before where it falls on a weekend',
      { beforeDue: [3], overdue: null },
      '2026-04-07',
      ['2026-04-03'],
    ],
    [
      'before Tết and not in it; a late one after it',
      { beforeDue: [1, 0], overdue: { everyDays: 1, atMost: 2 } },
      '2026-02-17',
      ['2026-02-13', '2026-02-23'],
    ],
    ['on a Saturday worked in exchange', { beforeDue: [0], overdue: null }, '2026-02-28', ['2026-02-28']],
    ['never where the form says nothing', formDefaults.reminders, '2026-04-07', []],
  ])('%s', (_, rule, due, days) => {
    expect(reminderDays(rule, due, calendar)).toEqual(days);
  });

  it('are not before the period has begun, nor before the rule was there', () => {
    const rule: ReminderRule = { beforeDue: [60, 20, 0], overdue: null };
    expect(nextReminder(rule, of, '2026-01-01')).toBe('2026-03-18');
    expect(nextReminder(rule, { ...of, ruleSince: '2026-03-19' }, '2026-01-01')).toBe('2026-04-07');
    expect(nextReminder(rule, of, '2026-04-08')).toBeNull();
  });
});

describe('a day on which nothing could be sent', () => {
  const rule: ReminderRule = { beforeDue: [0], overdue: null };
  it.each([
    ['2026-04-06', null],
    ['2026-04-07', '2026-04-07'],
    ['2026-04-08', '2026-04-07'],
    ['2026-04-14', '2026-04-07'],
    ['2026-04-15', null],
    ['2026-04-11', null],
  ])('is made up for within a week and on working days: on %s that of %s', (today, day) => {
    expect(reminderBy(rule, of, today)).toBe(day);
  });

  it('counts once with those missed before it', () => {
    expect(reminderBy(usual, of, '2026-04-13')).toBe('2026-04-13');
    expect(reminderBy({ ...usual, overdue: { everyDays: 2, atMost: 1 } }, of, '2026-04-13')).toBe(
      '2026-04-09',
    );
  });
});

describe('a unit that is reminded by rule', () => {
  const day = fc.integer({ min: -120, max: 200 }).map((days) => addDays('2026-01-01', days));
  const rules = fc.record({
    beforeDue: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
    overdue: fc.option(
      fc.record({ everyDays: fc.integer({ min: 1, max: 30 }), atMost: fc.integer({ min: 1, max: 20 }) }),
    ),
  });

  it('is never reminded before it was asked, twice for one day, on a day off, after it has sent, or more often than told', () => {
    fc.assert(
      fc.property(
        rules,
        day,
        day,
        day,
        fc.integer({ min: 0, max: 99 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
        (rule, due, ruleSince, sentOn, length, works) => {
          const period = { from: addDays(due, -length), to: due };
          const told: { on: Day; of: Day }[] = [];
          for (let at = 0; at < 760; at += 1) {
            const today = addDays('2025-08-01', at);
            // The machine is off on some days.
            if (!works[at % works.length] || today >= sentOn) continue;
            const asked = reminderBy(rule, { due, period, ruleSince, calendar }, today);
            if (asked === null || told.some(({ on }) => on >= asked)) continue;
            told.push({ on: today, of: asked });
          }
          const allowed = rule.beforeDue.length + (rule.overdue?.atMost ?? 0);
          expect(told.length).toBeLessThanOrEqual(allowed);
          expect(new Set(told.map((one) => one.of)).size).toBe(told.length);
          for (const one of told) {
            expect(one.on >= period.from && one.on >= ruleSince && one.on < sentOn).toBe(true);
            expect(isWorkingDay(one.on, calendar) && isWorkingDay(one.of, calendar)).toBe(true);
            expect(daysBetween(one.of, one.on)).toBeLessThanOrEqual(7);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is reminded on every day that the rule asks where nothing keeps it from that', () => {
    fc.assert(
      fc.property(rules, day, (rule, due) => {
        const at = { due, period: { from: '2020-01-01', to: due }, ruleSince: '2020-01-01', calendar };
        for (const asked of reminderDays(rule, due, calendar)) {
          expect(reminderBy(rule, at, asked)).toBe(asked);
          expect(nextReminder(rule, at, asked)).toBe(asked);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the rule of reminders', () => {
  it.each<[ReminderRule, string]>([
    [usual, 'Nhắc trước hạn 3 ngày và đúng hạn; quá hạn thì nhắc lại mỗi 2 ngày, nhiều nhất 5 lần'],
    [{ beforeDue: [3, 15], overdue: null }, 'Nhắc trước hạn 15 ngày, 3 ngày'],
    [{ beforeDue: [], overdue: { everyDays: 1, atMost: 3 } }, 'Quá hạn thì nhắc mỗi ngày, nhiều nhất 3 lần'],
    [formDefaults.reminders, 'Không nhắc theo lịch'],
  ])('is said in words', (rule, words) => {
    expect(reminderWords(rule)).toBe(words);
  });

  it('is none for a form that was saved before there were any', () => {
    const [monthly] = readyForms;
    const { reminders: _reminders, approvedByAnother: _another, ...old } = monthly?.content ?? {};
    expect(formContentSchema.parse(old)).toMatchObject(formDefaults);
  });

  it('refuses a number of days twice, and another signer where nobody signs', () => {
    const [monthly] = readyForms;
    const wrong = {
      ...monthly?.content,
      approvedByAnother: true,
      reminders: { ...usual, beforeDue: [3, 3] },
    };
    const found = formContentSchema.safeParse(wrong);
    expect(found.error?.issues.map((one) => one.path.join('.'))).toEqual([
      'reminders.beforeDue',
      'approvedByAnother',
    ]);
    expect(formContentSchema.safeParse({ ...monthly?.content, reminders: usual }).success).toBe(true);
  });
});
