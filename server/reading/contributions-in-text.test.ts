import { describe, expect, it } from 'vitest';
import { contributionOf, practiceBeside } from './contributions-in-text.ts';
import type { FactRow, FigureContent, PracticeContent } from './reading-facts.reads.ts';

const figure = (kind: FigureContent['kind'], value: number, unit: string): FigureContent => ({
  value,
  unit,
  kind,
  approx: 'exact',
  movement: 'dvk',
  scope: null,
  repeats: null,
});

describe('what was given to a practice', () => {
  it.each([
    [
      'money of the people',
      figure('money', 1.5, 'tỷ đồng'),
      'Nhân dân đóng góp 1,5 tỷ đồng',
      ['money', 1_500_000_000, 'đồng', 'people'],
    ],
    [
      'money of the budget',
      figure('money', 80, 'triệu đồng'),
      'ngân sách cấp 80 triệu đồng',
      ['money', 80_000_000, 'đồng', 'budget'],
    ],
    [
      'money of two sources',
      figure('money', 80, 'triệu đồng'),
      'ngân sách và Nhân dân góp 80 triệu đồng',
      ['money', 80_000_000, 'đồng', 'other'],
    ],
    [
      'land that was given',
      figure('land', 0.2, 'ha'),
      'các hộ hiến 0,2 ha đất',
      ['land', 2_000, 'm²', 'people'],
    ],
    [
      'working days',
      figure('labour', 350, 'ngày công'),
      'góp 350 ngày công',
      ['labour', 350, 'ngày công', 'other'],
    ],
    ['houses', figure('houses', 9, 'nhà'), 'sửa 9 nhà', ['in_kind', 9, 'nhà', 'other']],
  ])('is %s', (_, given, sentence, [kind, amount, unit, source]) => {
    expect(contributionOf(given, String(sentence))).toEqual({ kind, amount, unit, source });
  });

  it.each([
    ['a yield', figure('money', 150, 'triệu đồng/ha/năm'), 'đạt 150 triệu đồng/ha/năm'],
    ['an income', figure('money', 60, 'triệu đồng'), 'thu nhập bình quân 60 triệu đồng'],
    ['an area that is planted', figure('land', 36.5, 'ha'), 'thực hiện trồng ổi trên 36,5 ha'],
    ['people', figure('people', 12, 'người'), 'có 12 người'],
  ])('is not %s', (_, told, sentence) => {
    expect(contributionOf(told, sentence)).toBeNull();
  });
});

describe('a figure beside a practice', () => {
  const text =
    'Mô hình “A” góp 5 triệu đồng; mô hình “B” góp 7 triệu đồng. Các mô hình “C”, “D” góp 9 triệu đồng. Cả xã góp 11 triệu đồng.';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const practices = ['A', 'B', 'C', 'D'].map(
    (name) =>
      ({
        id: name,
        ...at(`“${name}”`),
        content: { name, mentions: [] },
      }) as unknown as FactRow<PracticeContent>,
  );
  const figures = ['5 triệu', '7 triệu', '9 triệu', '11 triệu'].map(at);
  const beside = (words: string) =>
    practiceBeside(at(words) as FactRow<FigureContent>, { text, practices, figures })?.practice.id ?? null;

  it('belongs to the one practice named before it in its sentence, and to none of several in a row', () => {
    expect(['5 triệu', '7 triệu', '9 triệu', '11 triệu'].map(beside)).toEqual(['A', 'B', null, null]);
  });
});
