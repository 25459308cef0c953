import { describe, expect, it } from 'vitest';
import { formFaults, indicatorSchema } from './form.ts';
import { figuresOf } from './figures.ts';
import {
  factWords,
  profileFactNames,
  profileFacts,
  profileFaults,
  takenFact,
  type ProfileYear,
} from './profile-facts.ts';
import { profileIndicator } from './profile-indicator.ts';

const years: ProfileYear[] = [
  { year: 2021, facts: { households: '1.800', poor_share: ' 3,8 ' } },
  { year: 2024, facts: { households: '', area_ha: '106,185' } },
];
const indicatorOf = (fact: (typeof profileFactNames)[number]) =>
  indicatorSchema.parse({ code: fact, ...profileIndicator(fact) });

describe('a fact of the place’s profile', () => {
  it('is of the nearest year that tells it, and never of a later one', () => {
    expect(takenFact(years, { fact: 'households', decimals: 0, lastYear: 2025 })).toEqual({
      year: 2021,
      value: 1800n,
    });
    expect(takenFact(years, { fact: 'households', decimals: 0, lastYear: 2020 })).toBeNull();
    expect(takenFact(years, { fact: 'people', decimals: 0, lastYear: 2025 })).toBeNull();
  });

  it('is converted to the indicator’s step exactly, or not at all', () => {
    const taken = (fact: 'poor_share' | 'area_ha', decimals: number) =>
      takenFact(years, { fact, decimals, lastYear: 2025 })?.value;
    expect([taken('poor_share', 1), taken('poor_share', 3), taken('poor_share', 0)]).toEqual([
      38n,
      3800n,
      null,
    ]);
    expect([taken('area_ha', 3), taken('area_ha', 2)]).toEqual([106_185n, null]);
  });

  it('is no finer for noughts at its end', () => {
    const taken = (text: string, decimals: number) =>
      takenFact([{ year: 2025, facts: { poor_share: text } }], {
        fact: 'poor_share',
        decimals,
        lastYear: 2025,
      })?.value;
    expect([taken('2,20', 1), taken('2,0', 0), taken('1.800,00', 0), taken('0,00', 0)]).toEqual([
      22n,
      2n,
      1800n,
      0n,
    ]);
    expect(taken('2,250', 1)).toBeNull();
  });

  it('fills a report in where the unit states nothing else', () => {
    const indicators = [indicatorOf('households')];
    expect(figuresOf(indicators, { counted: [1800n], stated: [null] })).toEqual([1800n]);
    expect(figuresOf(indicators, { counted: [1800n], stated: [1790n] })).toEqual([1790n]);
  });

  it('adds up over units where it is an amount, and a form that adds a share is refused', () => {
    const indicators = profileFactNames.map(indicatorOf);
    expect(formFaults({ sections: [], indicators })).toEqual([]);
    for (const one of indicators)
      expect(one.aggregation).toBe(
        profileFacts[one.code as keyof typeof profileFacts].unit === '%' ? 'none' : 'sum',
      );
    const added = [{ ...indicatorOf('poor_share'), aggregation: 'sum' as const }];
    expect(formFaults({ sections: [], indicators: added }).map((fault) => fault.path)).toEqual([
      ['indicators', 0, 'aggregation'],
    ]);
  });
});

describe('the facts of a year', () => {
  it('are numbers not below nought, and shares not above the whole', () => {
    const faults = profileFaults({ households: 'hơn 1800', people: '-1', poor_share: '100,001', own: 'Bồ' });
    expect(faults.map((one) => one.fact)).toEqual(['households', 'people', 'poor_share']);
    expect(
      profileFaults({ households: '1.800', poor_share: '100', near_poor_share: '', area_ha: '8,125' }),
    ).toEqual([]);
  });

  it('read the same however they were typed', () => {
    expect(['1800', '1.800', '2,260', '0,5', 'nhiều'].map(factWords)).toEqual([
      '1.800',
      '1.800',
      '2,26',
      '0,5',
      'nhiều',
    ]);
  });
});
