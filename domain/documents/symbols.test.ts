import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPE_CODES } from './document-types.ts';
import { formatSymbol, formatSymbolLine, normaliseSymbol, parseSymbol } from './symbols.ts';

describe('a symbol is written by the rule of its layout', () => {
  it('hyphen then slash for the party, with a 0 below ten', () => {
    expect(formatSymbol({ number: 5, typeCode: 'BC', issuerCode: 'ĐU', layout: 'party' })).toBe('05-BC/ĐU');
    expect(formatSymbol({ number: 512, typeCode: 'BC', issuerCode: 'ThU', layout: 'party' })).toBe(
      '512-BC/ThU',
    );
  });

  it('slash then hyphen for the state', () => {
    expect(formatSymbol({ number: 15, typeCode: 'BC', issuerCode: 'UBND', layout: 'state' })).toBe(
      '15/BC-UBND',
    );
  });

  it('a state công văn names no type', () => {
    const letter = { number: 15, typeCode: 'CV', issuerCode: 'UBND-NC', layout: 'state' } as const;
    expect(formatSymbol(letter)).toBe('15/UBND-NC');
  });

  it('a draft keeps room for the number, without a colon in the party layout', () => {
    const draft = { number: null, typeCode: 'BC', issuerCode: 'ThU' } as const;
    expect(formatSymbolLine({ ...draft, layout: 'party' })).toMatch(/^Số {7}-BC\/ThU$/u);
    expect(formatSymbolLine({ ...draft, layout: 'state' })).toMatch(/^Số: {7}\/BC-ThU$/u);
  });
});

describe('symbols are read as offices spell them', () => {
  it.each([
    ['Số 26 - KH/BCĐ', '26-KH/BCĐ'],
    ['Số: 70 - BC/ĐU', '70-BC/ĐU'],
    ['06-TB/Đ.U', '06-TB/ĐU'],
    ['03/QĐ-ĐU', '03/QĐ-ĐU'],
    ['05-QĐ/ĐU', '05-QĐ/ĐU'],
    ['5-QĐ/ĐU', '05-QĐ/ĐU'],
    ['số 160-KH/TU,', '160-KH/TU'],
    ['23\u00a0–\u00a0CTr / ThU', '23-CTr/ThU'],
    ['15 / BC - UBND', '15/BC-UBND'],
    ['30/2020/NĐ-CP', '30/2020/NĐ-CP'],
    ['70-BC/ĐU'.normalize('NFD'), '70-BC/ĐU'],
  ])('%s is %s', (written, symbol) => {
    expect(normaliseSymbol(written)).toBe(symbol);
  });

  it('takes a party and a state symbol apart', () => {
    expect(parseSymbol('Số 26 - kh/BCĐ')).toEqual({
      number: 26,
      typeCode: 'KH',
      issuerCode: 'BCĐ',
      layout: 'party',
    });
    expect(parseSymbol('03/QĐ-ĐU')).toEqual({ number: 3, typeCode: 'QĐ', issuerCode: 'ĐU', layout: 'state' });
    expect(parseSymbol('15/UBND-NC')).toEqual({
      number: 15,
      typeCode: 'CV',
      issuerCode: 'UBND-NC',
      layout: 'state',
    });
  });

  it('knows what is not a symbol', () => {
    expect(parseSymbol('Kế hoạch năm 2023')).toBeNull();
    expect(parseSymbol('05-XX/ĐU')).toBeNull();
  });

  it('what is written is read back', () => {
    const symbol = fc.record({
      number: fc.integer({ min: 1, max: 9999 }),
      typeCode: fc.constantFrom(...DOCUMENT_TYPE_CODES.filter((code) => code !== 'CV')),
      issuerCode: fc.constantFrom('TU', 'ThU', 'ĐU', 'BCĐ', 'BTGDVTU', 'MTTQ-BTT', 'UBND'),
      layout: fc.constantFrom('party' as const, 'state' as const),
    });
    fc.assert(
      fc.property(symbol, (parts) => {
        expect(parseSymbol(`Số : ${formatSymbol(parts).replace('-', ' - ')}`)).toEqual(parts);
      }),
    );
  });
});
