import { describe, expect, test } from 'vitest';
import { readPaper } from './read-paper.ts';
import { documentsOf, figuresOf, practicesOf, sumsOf } from './testing/expected-paper.ts';
import { papersOfBorders } from './testing/papers-of-borders.ts';
import { papersOfCities } from './testing/papers-of-cities.ts';
import { papersOfDistricts } from './testing/papers-of-districts.ts';
import { papersOfOthers } from './testing/papers-of-others.ts';
import { papersOfWards } from './testing/papers-of-wards.ts';

describe.each([
  ...papersOfDistricts,
  ...papersOfWards,
  ...papersOfBorders,
  ...papersOfCities,
  ...papersOfOthers,
])('reading $what', (paper) => {
  const reading = readPaper(paper.text);

  test('finds its documents', () => expect(documentsOf(reading)).toEqual(paper.documents));
  test('finds its practices', () => expect(practicesOf(reading)).toEqual(paper.practices));
  test('finds its figures', () => expect(figuresOf(reading)).toBe(paper.figures));
  test('finds its sums', () => expect(sumsOf(reading)).toEqual(paper.sums));

  test('stands by the text', () => {
    const facts = [...reading.documents, ...reading.practices, ...reading.figures, ...reading.checks];
    for (const fact of facts) expect(paper.text.slice(fact.start, fact.end)).toBe(fact.asWritten);
  });
});
