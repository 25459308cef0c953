import { expect, it } from 'vitest';
import { figureFaults, largestFigure } from './figures.ts';
import { saidIn } from './interchange.ts';
import { interchangeForm } from './testing/interchange-form.ts';

const { indicators } = interchangeForm;
const codes = indicators.map((one) => one.code);
const nothing = indicators.map(() => null);

it('a figure beyond the largest is refused by name, stated, counted or computed', () => {
  const tooLarge = (counted: bigint | null, stated: bigint | null) =>
    figureFaults(indicators, {
      counted: [counted, ...nothing.slice(1)],
      stated: [null, stated, ...nothing.slice(2)],
      reasons: {},
    })
      .filter((fault) => fault.kind === 'large' && fault.refuses)
      .map((fault) => fault.code);
  expect(tooLarge(largestFigure, largestFigure)).toEqual([]);
  expect(tooLarge(null, largestFigure + 1n)).toEqual(['money']);
  // The formula over the counted one is as large.
  expect(tooLarge(largestFigure + 1n, null)).toEqual(['registered', 'all']);
});

it('a file with a figure beyond the largest is told so at the figure', () => {
  const given = (stated: string) =>
    saidIn(interchangeForm, {
      report: {
        nothingToReport: false,
        figures: [{ code: 'registered', stated, reason: 'Đếm tay' }],
        sections: [],
      },
      where: (item: unknown) => item,
    } as never).faults.map((fault) => fault.message);
  expect(codes).toContain('registered');
  expect(given('1000000000000000')).toEqual([]);
  expect(given('1000000000000001')).toEqual(['“Chỉ tiêu registered” quá lớn; xem lại đơn vị tính']);
});
