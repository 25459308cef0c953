import { expect, test } from 'vitest';
import { bySameWords } from './same-words.ts';

const part = (name: string, words: string) => ({
  reportId: name,
  unit: { id: name, name, shortName: name, kind: 'commune_committee' as const },
  words,
});

test('units that wrote the same stand together under their words, once', () => {
  const groups = bySameWords([
    part('Hương Xuân', 'Đã quán triệt.'),
    part('Tứ Hạ', 'Tổ chức 3 hội nghị.'),
    part('Hương Vân', 'Đã  quán triệt. '),
  ]);
  expect(groups.map((one) => [one.words, one.parts.map(({ unit }) => unit.name)])).toEqual([
    ['Đã quán triệt.', ['Hương Xuân', 'Hương Vân']],
    ['Tổ chức 3 hội nghị.', ['Tứ Hạ']],
  ]);
});
