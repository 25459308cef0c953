import { describe, expect, it } from 'vitest';
import { dueDay, type WorkCalendar } from './due.ts';
import { aggregatedFigures, contributionOf, figureFaults, figuresOf, shareOf } from './figures.ts';
import { formatFigure, readFigure } from './figure-text.ts';
import { formContentSchema, formFaults, type Indicator } from './form.ts';
import { holidaysByLaw, specialDays } from './holidays.ts';
import { readyForms } from './ready-forms.ts';
import { isPeriodOf, periodBefore, periodLastYear, periodsOfYear, periodWords } from './report-period.ts';

const calendar: WorkCalendar = {
  holidays: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']),
  workedInstead: new Set(),
};

describe('report forms', () => {
  it('are whole: every ready form passes its own rules', () => {
    for (const form of readyForms) expect(formContentSchema.parse(form.content)).toEqual(form.content);
  });

  it('name a formula that stands before what it is made of, a code used twice and a part without its whole', () => {
    const [monthly] = readyForms;
    const indicators = monthly?.content.indicators ?? [];
    const [first] = indicators;
    if (!first) throw new Error('the monthly form has figures');
    const faults = formFaults({
      sections: [],
      indicators: [
        { ...first, source: { kind: 'sum', of: ['later'] } },
        { ...first, partOf: 'nothing' },
        { ...first, code: 'later' },
      ],
    });
    expect(faults.map((fault) => fault.path.join('.'))).toEqual([
      'indicators.1.code',
      'indicators.0.source',
      'indicators.1.partOf',
    ]);
  });

  it('put together only figures of one unit and one step, and count units as whole ones', () => {
    const base = {
      label: 'Chỉ tiêu',
      definition: 'Để thử',
      group: '',
      unit: 'hộ',
      decimals: 0,
      source: { kind: 'entered', required: false },
      aggregation: 'sum',
      partOf: null,
    } as const;
    const faults = (...indicators: Partial<Indicator>[]) =>
      formFaults({
        sections: [],
        indicators: indicators.map((one, at): Indicator => ({ ...base, code: `c${at}`, ...one })),
      }).map((fault) => fault.path.join('.'));
    const share = {
      source: { kind: 'share', part: 'c0', whole: 'c1' },
      aggregation: 'share',
      unit: '%',
    } as const;
    expect(faults({}, { unit: ' Hộ' }, { source: { kind: 'sum', of: ['c0', 'c1'] } }, share)).toEqual([]);
    expect(faults({ decimals: 1 }, { source: { kind: 'sum', of: ['c0'] } })).toEqual(['indicators.1.source']);
    expect(faults({ unit: 'ha' }, { source: { kind: 'sum', of: ['c0'] } })).toEqual(['indicators.1.source']);
    expect(faults({}, { unit: 'người', partOf: 'c0' })).toEqual(['indicators.1.partOf']);
    expect(faults({ decimals: 3 }, {}, share)).toEqual(['indicators.2.source']);
    expect(faults({}, { unit: 'người' }, share)).toEqual(['indicators.2.source']);
    expect(faults({}, { aggregation: 'units' }, share)).toEqual(['indicators.2.source']);
    expect(faults({ aggregation: 'units', decimals: 1 })).toEqual(['indicators.0.decimals']);
    const counts = (
      measure: 'registered' | 'registered_in_period' | 'households' | 'money_in_period',
      unit: string,
    ) => ({ source: { kind: 'register', measure, baseField: null }, unit }) as const;
    expect(faults(counts('registered', 'mô hình'), { ...counts('households', 'hộ'), partOf: 'c0' })).toEqual(
      [],
    );
    expect(
      faults(counts('registered', 'mô hình'), { ...counts('registered_in_period', 'mô hình'), partOf: 'c0' }),
    ).toEqual(['indicators.1.partOf']);
    expect(
      faults(counts('registered', 'mô hình'), { ...counts('money_in_period', 'đồng'), partOf: 'c0' }),
    ).toEqual(['indicators.1.partOf']);
  });
});

describe('periods', () => {
  it('are the calendar’s, in order, with their words', () => {
    expect(periodsOfYear('quarter', 2026).map((period) => periodWords('quarter', period))).toEqual([
      'quý I năm 2026',
      'quý II năm 2026',
      'quý III năm 2026',
      'quý IV năm 2026',
    ]);
    expect(periodWords('half_year', { from: '2026-01-01', to: '2026-06-30' })).toBe('6 tháng đầu năm 2026');
    expect(periodWords('custom', { from: '2017-01-01', to: '2020-12-31' })).toBe('giai đoạn 2017 - 2020');
    expect(isPeriodOf('month', { from: '2026-02-01', to: '2026-02-28' })).toBe(true);
    expect(isPeriodOf('month', { from: '2026-02-01', to: '2026-02-27' })).toBe(false);
  });

  it('know the one before and the one a year ago', () => {
    const january = { from: '2026-01-01', to: '2026-01-31' };
    expect(periodBefore('month', january)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(periodLastYear('month', january)).toEqual({ from: '2025-01-01', to: '2025-01-31' });
    expect(periodLastYear('month', { from: '2024-02-01', to: '2024-02-29' })).toEqual({
      from: '2023-02-01',
      to: '2023-02-28',
    });
  });
});

describe('the day on which a report is due', () => {
  it.each([
    [
      'five working days after a month',
      { kind: 'working_days_after', days: 5 },
      '2026-03-01',
      '2026-03-31',
      '2026-04-07',
    ],
    ['over Tết', { kind: 'working_days_after', days: 5 }, '2026-01-01', '2026-02-15', '2026-02-27'],
    [
      '25 July for the first half (S2)',
      {
        kind: 'fixed',
        days: [
          { month: 7, day: 25 },
          { month: 12, day: 15 },
        ],
        shift: 'none',
      },
      '2023-01-01',
      '2023-06-30',
      '2023-07-25',
    ],
    [
      '15 December for the year (S2)',
      { kind: 'fixed', days: [{ month: 12, day: 15 }], shift: 'none' },
      '2023-01-01',
      '2023-12-31',
      '2023-12-15',
    ],
    [
      'moved back from a Sunday',
      { kind: 'days_after', days: 5, shift: 'previous' },
      '2026-06-01',
      '2026-06-30',
      '2026-07-03',
    ],
  ] as const)('%s', (_, rule, from, to, due) => {
    expect(dueDay(rule as never, { from, to }, calendar)).toBe(due);
  });
});

describe('figures', () => {
  const content = readyForms.find((form) => form.code === 'dvk-nam')?.content;
  const indicators = content?.indicators ?? [];
  const at = (code: string) => indicators.findIndex((indicator) => indicator.code === code);
  const empty = indicators.map(() => null);
  const withValues = (values: Record<string, bigint>) =>
    indicators.map((indicator) => values[indicator.code] ?? null);

  it('are the register’s where the unit states no other, and shares of their own whole', () => {
    const figures = figuresOf(indicators, {
      counted: withValues({ registered: 8n, effective: 3n }),
      stated: withValues({ effective: 4n }),
    });
    expect(figures[at('effective')]).toBe(4n);
    expect(figures[at('effective_share')]).toBe(500n);
    expect(shareOf(1n, 3n, { decimals: 1 })).toBe(333n);
    expect(shareOf(2n, 3n, { decimals: 1 })).toBe(667n);
    expect(shareOf(1n, 0n, { decimals: 1 })).toBeNull();
  });

  it('add up above: sums are sums, units are counted once, shares are made anew', () => {
    const one = figuresOf(indicators, {
      counted: withValues({ registered: 8n, effective: 2n, units_registered: 8n }),
      stated: empty,
    });
    const two = figuresOf(indicators, {
      counted: withValues({ registered: 2n, effective: 2n, units_registered: 2n }),
      stated: empty,
    });
    const sums = contributionOf(indicators, one).map(
      (value, index) => value + (contributionOf(indicators, two)[index] ?? 0n),
    );
    const total = aggregatedFigures(indicators, sums);
    expect(total[at('registered')]).toBe(10n);
    expect(total[at('units_registered')]).toBe(2n);
    expect(total[at('effective_share')]).toBe(400n);
  });

  it('are checked: another figure needs its reason, a part stays below its whole, nothing is below zero', () => {
    const faults = (stated: Record<string, bigint>, reasons: Record<string, string> = {}) =>
      figureFaults(indicators, {
        counted: withValues({ registered: 8n, effective: 3n, recognised: 1n }),
        stated: withValues({ campaign_days: 1n, participants: 10n, dialogues: 0n, ...stated }),
        reasons,
      }).map((fault) => fault.message);
    expect(faults({})).toEqual([]);
    expect(faults({ effective: 5n })).toEqual([
      '“Hoạt động có hiệu quả” khác số đếm từ sổ đăng ký; ghi lý do',
    ]);
    expect(faults({ effective: 9n }, { effective: 'Kể cả mô hình của chi hội' })).toEqual([
      '“Hoạt động có hiệu quả” lớn hơn tổng của nó (“Mô hình, điển hình đã đăng ký”)',
      '“Tỷ lệ mô hình có hiệu quả” vượt quá 100 %',
    ]);
    expect(faults({ dialogues: -1n })).toEqual(['“Cuộc đối thoại” không thể nhỏ hơn 0']);
  });

  it('of a share go up together: a part without its whole, or a whole without its part, is not sent', () => {
    const typed = { source: { kind: 'entered', required: false } } as const;
    const own = indicators
      .filter((one) => ['registered', 'effective', 'effective_share'].includes(one.code))
      .map((one) => (one.source.kind === 'share' ? one : { ...one, ...typed, partOf: null }));
    const faults = (...stated: (bigint | null)[]) =>
      figureFaults(own, { counted: [null, null, null], stated, reasons: {} }).map((fault) => [
        fault.code,
        fault.kind,
        fault.message,
      ]);
    expect(own.map((one) => one.code)).toEqual(['registered', 'effective', 'effective_share']);
    expect(faults(null, null, null)).toEqual([]);
    expect(faults(8n, 3n, null)).toEqual([]);
    expect(faults(0n, 0n, null)).toEqual([]);
    expect(faults(null, 3n, null)).toEqual([
      [
        'registered',
        'missing',
        '“Mô hình, điển hình đã đăng ký” còn trống, cần có để tính “Tỷ lệ mô hình có hiệu quả”',
      ],
    ]);
    expect(faults(8n, null, null).map(([code]) => code)).toEqual(['effective']);
    expect(faults(0n, 3n, null)).toEqual([
      ['registered', 'share', '“Mô hình, điển hình đã đăng ký” bằng 0 mà “Hoạt động có hiệu quả” lớn hơn 0'],
    ]);
  });

  it('make no share above where its part or its whole cannot be added up', () => {
    const share = indicators.filter((one) =>
      ['registered', 'effective', 'effective_share'].includes(one.code),
    );
    const without = share.map((one) =>
      one.code === 'effective' ? { ...one, aggregation: 'none' as const } : one,
    );
    expect(aggregatedFigures(share, [8n, 4n, 0n])).toEqual([8n, 4n, 500n]);
    expect(aggregatedFigures(without, [8n, 0n, 0n])).toEqual([8n, null, null]);
  });
});

describe('figures as text', () => {
  it.each([
    ['1.234,5', 1, '12345'],
    ['1234,5', 1, '12345'],
    ['0,05', 2, '5'],
    ['-12', 0, '-12'],
    ['1.234.567', 0, '1234567'],
    ['', 0, null],
    ['1,25', 1, undefined],
    ['12a', 0, undefined],
    ['1.23', 0, undefined],
  ] as const)('“%s” with %i decimals is read as %s', (text, decimals, exact) => {
    expect(readFigure(text, decimals)).toBe(exact);
  });

  it('come back as they were written', () => {
    expect(formatFigure('12345', 1)).toBe('1.234,5');
    expect(formatFigure('5', 2)).toBe('0,05');
    expect(formatFigure('-1234567', 0)).toBe('-1.234.567');
    expect(formatFigure(null, 0)).toBe('');
  });
});

describe('days off', () => {
  const off = (year: number) => holidaysByLaw(year).map((one) => one.day);

  it('are those of the law, with Tết from its eve on', () => {
    expect(off(2026)).toEqual([
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-26',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-09-01',
      '2026-09-02',
    ]);
  });

  it('that fall on a weekend are made up for on the next working day', () => {
    expect(off(2022).filter((day) => day.startsWith('2022-04') || day.startsWith('2022-05'))).toEqual([
      '2022-04-10',
      '2022-04-11',
      '2022-04-30',
      '2022-05-01',
      '2022-05-02',
      '2022-05-03',
    ]);
  });

  it('are changed by the office for a year', () => {
    const days = specialDays(2026, [{ day: '2026-08-22', name: 'Làm bù 31/8', works: true }]);
    expect(days.find((one) => one.day === '2026-08-22')).toEqual({
      day: '2026-08-22',
      name: 'Làm bù 31/8',
      works: true,
      byOffice: true,
    });
  });
});
