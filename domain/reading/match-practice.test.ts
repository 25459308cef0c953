import { describe, expect, it } from 'vitest';
import { matchPractice, type InRegister, type NamedInPaper } from './match-practice.ts';

const year = (at: number) => ({ from: `${at}-01-01`, to: `${at}-12-31` });
const named = (name: string, unitId: string, at: number): NamedInPaper => ({
  name,
  unitIds: [unitId],
  todayIds: [unitId],
  period: year(at),
});
const known = (id: string, name: string, unitId: string, at: number, todayId = unitId): InRegister => ({
  ...named(name, unitId, at),
  id,
  todayIds: [todayId],
});

describe('a practice that a paper names', () => {
  it('is the one of its name, place and years, whatever word opens the name', () => {
    const found = matchPractice(named('Hàng rào xanh', 'a', 2020), [
      known('1', 'Mô hình Hàng rào xanh', 'a', 2020),
    ]);
    expect(found).toMatchObject({ match: 'same', practice: { id: '1' } });
  });

  it('goes on from the last of its name at its place in earlier years', () => {
    const found = matchPractice(named('Hàng rào xanh', 'a', 2022), [
      known('1', 'Hàng rào xanh', 'a', 2019),
      known('2', 'Hàng rào xanh', 'a', 2020),
    ]);
    expect(found).toMatchObject({ match: 'continued', practice: { id: '2' } });
  });

  it('is new where the name stands at another place, of a later year only, or is another number', () => {
    const elsewhere = matchPractice(named('Hàng rào xanh', 'a', 2020), [
      known('1', 'Hàng rào xanh', 'b', 2020),
    ]);
    expect(elsewhere).toMatchObject({ match: 'new', practice: null });
    expect(elsewhere.alike.map((one) => one.practice.id)).toEqual(['1']);
    expect(
      matchPractice(named('Hàng rào xanh', 'a', 2018), [known('1', 'Hàng rào xanh', 'a', 2020)]).match,
    ).toBe('new');
    expect(
      matchPractice(named('Tổ tự quản số 1', 'a', 2020), [known('1', 'Tổ tự quản số 2', 'a', 2020)]).match,
    ).toBe('new');
  });

  it('is not the same because two places of old are one today, but may go on from either', () => {
    const asked = { ...named('Hàng rào xanh', 'a', 2020), todayIds: ['c'] };
    expect(matchPractice(asked, [known('1', 'Hàng rào xanh', 'b', 2020, 'c')]).match).toBe('new');
    expect(matchPractice(asked, [known('1', 'Hàng rào xanh', 'b', 2019, 'c')]).match).toBe('continued');
  });

  it('is the one at the first of its places where the register keeps one for each', () => {
    const asked = { ...named('Hàng rào xanh', 'b', 2020), unitIds: ['b', 'a'], todayIds: ['b', 'a'] };
    const found = matchPractice(asked, [
      known('1', 'Hàng rào xanh', 'a', 2020),
      known('2', 'Hàng rào xanh', 'b', 2020),
    ]);
    expect(found).toMatchObject({ match: 'same', practice: { id: '2' } });
  });

  it('is left to a person where two in the register are it', () => {
    const found = matchPractice(named('Hàng rào xanh', 'a', 2020), [
      known('1', 'Hàng rào xanh', 'a', 2020),
      known('2', 'Mô hình hàng rào xanh', 'a', 2020),
    ]);
    expect(found).toMatchObject({ match: null, practice: null });
    expect(found.alike).toHaveLength(2);
  });
});
