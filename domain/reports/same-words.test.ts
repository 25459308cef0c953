import { expect, test } from 'vitest';
import { bySameWords } from './same-words.ts';

const told = (parts: readonly { name: string; words: string }[]) =>
  bySameWords(parts).map((one) => [one.words, one.parts.map(({ name }) => name).join(', ')]);

test('units that wrote the same stand together under their words, once', () => {
  expect(
    told([
      { name: 'Hương Xuân', words: 'Đã quán triệt.' },
      { name: 'Tứ Hạ', words: 'Tổ chức 3 hội nghị.' },
      { name: 'Hương Vân', words: 'Đã  quán triệt. ' },
    ]),
  ).toEqual([
    ['Đã quán triệt.', 'Hương Xuân, Hương Vân'],
    ['Tổ chức 3 hội nghị.', 'Tứ Hạ'],
  ]);
});

test('what many wrote comes before what few wrote', () => {
  const many = Array.from({ length: 6 }, (_, at) => ({ name: `Xã ${at}`, words: 'Đã quán triệt.' }));
  const few = ['A', 'B'].map((name) => ({ name, words: `Ý của ${name}.` }));
  expect(told([...few, ...many]).map(([words]) => words)).toEqual(['Đã quán triệt.', 'Ý của A.', 'Ý của B.']);
});
