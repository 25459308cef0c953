import { describe, expect, it } from 'vitest';
import { checkFigures, figureHeadline } from './reported-figure.ts';

const figure = (id: string, value: number, more: object = {}) => ({
  id,
  label: id,
  kind: 'registered' as const,
  value,
  unit: 'mô hình',
  approx: 'exact' as const,
  partOfId: null,
  outOfId: null,
  ...more,
});
const partOf = (total: string) => ({ partOfId: total });

describe('reported figures', () => {
  it('add up in S0: 386 = 53 + 242 + 77 + 14', () => {
    const checks = checkFigures([
      figure('all', 386),
      figure('economy', 53, partOf('all')),
      figure('culture', 242, partOf('all')),
      figure('defence', 77, partOf('all')),
      figure('politics', 14, partOf('all')),
    ]);
    expect(checks).toEqual([
      { figureId: 'all', rule: 'parts_sum', ok: true, message: '53 + 242 + 77 + 14 = 386' },
    ]);
  });

  it('point at a total that its parts do not reach, and by how much', () => {
    const [check] = checkFigures([
      figure('Tổng', 1045),
      figure('a', 900, partOf('Tổng')),
      figure('b', 140.5, partOf('Tổng')),
    ]);
    expect(check).toMatchObject({ figureId: 'Tổng', ok: false });
    expect(check?.message).toBe('“Tổng”: 900 + 140,5 = 1.040,5, khác 1.045 (lệch 4,5)');
  });

  it('are no sum with a single part, as in S1: 253, of which 157 new', () => {
    expect(checkFigures([figure('all', 253), figure('new', 157, partOf('all'))])).toEqual([]);
  });

  it('are not judged where a part is only about right, nor across units of measure', () => {
    const parts = [figure('all', 100), figure('a', 60, partOf('all'))];
    const about = figure('b', 45, { ...partOf('all'), approx: 'over' });
    const money = figure('c', 45, { ...partOf('all'), unit: 'triệu đồng' });
    expect(checkFigures([...parts, about])).toEqual([]);
    expect(checkFigures([...parts, money])).toEqual([]);
  });

  it('hold a share within its whole', () => {
    const whole = figure('39 TCCS', 39, { unit: 'TCCS đảng' });
    const share = (value: number) =>
      checkFigures([whole, figure('24 TCCS', value, { outOfId: '39 TCCS', unit: 'TCCS đảng' })])[0];
    expect(share(24)).toMatchObject({ ok: true, message: '24/39 (61,5%)' });
    expect(share(40)).toMatchObject({ ok: false });
  });

  it('are known by their headline', () => {
    const units = { kind: 'units_registered' as const, unit: 'TCCS đảng' };
    expect(
      figureHeadline([
        figure('all', 386),
        figure('registered', 24, { ...units, outOfId: 'expected' }),
        figure('expected', 39, { kind: 'units_expected', unit: 'TCCS đảng' }),
      ]),
    ).toBe('386 mô hình; 24/39 (61,5%) TCCS đảng');
    expect(
      figureHeadline([
        figure('people', 13_000, { kind: 'participants', unit: 'lượt người', approx: 'over' }),
      ]),
    ).toBe('hơn 13.000 lượt người');
  });
});
