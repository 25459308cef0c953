import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  compareVietnamese,
  fixTonePlacement,
  foldVietnamese,
  longText,
  looksLikeSameName,
  nameSimilarity,
  normaliseMultiline,
  normaliseText,
  optionalShortText,
  shortText,
} from './text.ts';

const SYLLABLES = [
  'hòa',
  'ủy',
  'thủy',
  'đoàn',
  'Hương',
  'Xuân',
  'khỏe',
  'Trà',
  'quý',
  'xã',
  'phường',
  'lũy',
  'họa',
  'tòa',
  'Đảng',
  'giữ',
  'gìn',
  'nghĩa',
  'ngoài',
  'huỳnh',
  'thuở',
  'khuỷu',
  'Ẫ',
  'Ỡ',
  'Ậ',
  'lòe',
  'hóa',
  'tùy',
  'suy',
  'người',
];
const vietnameseName = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 8 })
  .map((syllables) => syllables.join(' '));

/** The other way in which the same syllables are written: hoà, uỷ. */
function otherTonePlacement(text: string): string {
  const decomposed = text.normalize('NFD');
  return decomposed
    .replace(/(?<![qQ])([oO])([\u0300\u0301\u0309\u0303\u0323])([aAeE])(?![\p{L}\p{M}])/gu, '$1$3$2')
    .replace(/(?<![qQ])([uU])([\u0300\u0301\u0309\u0303\u0323])([yY])(?![\p{L}\p{M}])/gu, '$1$3$2')
    .normalize('NFC');
}

describe('folding for search', () => {
  test.each([
    ['Đảng ủy phường Hương Xuân', 'dang uy phuong huong xuan'],
    ['ĐẢNG UỶ', 'dang uy'],
    ['“Dân vận khéo” – năm 2023', 'dan van kheo nam 2023'],
    ['05-QĐ/ĐU', '05 qd du'],
    ['  a\u00A0\u200Bb  ', 'a b'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => expect(foldVietnamese(text)).toBe(folded));

  it('finds a name whichever way it is typed', () => {
    fc.assert(
      fc.property(vietnameseName, (name) => {
        const folded = foldVietnamese(name);
        expect(foldVietnamese(name.normalize('NFD'))).toBe(folded);
        expect(foldVietnamese(name.normalize('NFC'))).toBe(folded);
        expect(foldVietnamese(otherTonePlacement(name))).toBe(folded);
        expect(foldVietnamese(folded)).toBe(folded);
        expect(foldVietnamese(name.toUpperCase())).toBe(folded);
      }),
      { numRuns: 500 },
    );
  });
});

describe('tone placement', () => {
  test.each([
    ['hoà bình', 'hòa bình'],
    ['Uỷ ban, uỷ viên', 'Ủy ban, ủy viên'],
    ['HOÀ THUỶ', 'HÒA THỦY'],
    ['khoẻ mạnh', 'khỏe mạnh'],
    ['văn hoá – xã hội', 'văn hóa – xã hội'],
    ['tuỳ, luỹ, suý', 'tùy, lũy, súy'],
    ['tòan dân, khỏan, hùynh, ngòai', 'toàn dân, khoản, huỳnh, ngoài'],
    ['quý, quỳ, quà, quả', 'quý, quỳ, quà, quả'],
    ['thuyền, khuỷu, huýt, hoàn, hoặc, loắt choắt', 'thuyền, khuỷu, huýt, hoàn, hoặc, loắt choắt'],
    ['giữ gìn, già, giúp', 'giữ gìn, già, giúp'],
  ])('writes %j as %j', (text, fixed) => expect(fixTonePlacement(text)).toBe(fixed));

  it('leaves right text alone and undoes the other placement', () => {
    fc.assert(
      fc.property(vietnameseName, (name) => {
        expect(fixTonePlacement(name)).toBe(name);
        expect(fixTonePlacement(otherTonePlacement(name).normalize('NFD'))).toBe(name);
      }),
    );
  });
});

describe('normalising what enters', () => {
  it('makes one line of NFC with plain spaces', () => {
    expect(normaliseText(' Hương\u00A0 Trà\u200B\r\n\t2023\u0000 '.normalize('NFD'))).toBe('Hương Trà 2023');
  });
  it('keeps paragraphs and drops heaps of empty lines', () => {
    expect(normaliseMultiline('a  b \r\n\r\n\r\n\r\n c\u0007')).toBe('a b\n\nc');
  });
  it('leaves alone what is normal already, and knows it as such', () => {
    const piece = fc.oneof(fc.constantFrom(...SYLLABLES, ' ', '\n', '\t', 'ệ', '\u0323', 'Å'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        // What is nothing but invisible makes every step be taken.
        expect(normaliseMultiline(text)).toBe(normaliseMultiline(`\u200B${text}`));
      }),
    );
  });
  it('is stable and never leaves what PostgreSQL refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once.isWellFormed() && !once.includes('\u0000')).toBe(true);
        const lines = normaliseMultiline(text);
        expect(normaliseMultiline(lines)).toBe(lines);
      }),
    );
  });
});

describe('Vietnamese order', () => {
  it('goes a ă â, d đ, e ê, o ô ơ, u ư and tones after letters', () => {
    const sorted = ['a', 'ă', 'â', 'b', 'd', 'đ', 'e', 'ê', 'o', 'ô', 'ơ', 'u', 'ư'];
    expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted);
    expect(['Tổ 10', 'Tổ 2'].sort(compareVietnamese)).toEqual(['Tổ 2', 'Tổ 10']);
  });
});

describe('near duplicates', () => {
  test.each([
    ['Thu gom rác thải tại nguồn', 'Mô hình “Thu gom rác thải tại nguồn”'],
    ['Tuyến đường hoa phụ nữ', 'Tuyến đường hoa của phụ nữ'],
    ['Camera an ninh khu dân cư', 'CAMERA AN NINH KHU DAN CU'],
    ['Hoà giải ở cơ sở', 'Hòa giải cơ sở'],
  ])('sees %j and %j as one', (a, b) => expect(looksLikeSameName(a, b)).toBe(true));

  test.each([
    ['Tổ dân phố số 1 tự quản về môi trường', 'Tổ dân phố số 2 tự quản về môi trường'],
    ['Tuyến đường hoa phụ nữ', 'Tuyến đường điện thắp sáng'],
    ['Trồng rau sạch', 'Nuôi gà thả vườn'],
    ['Mô hình Dân vận khéo', ''],
  ])('tells %j from %j', (a, b) => expect(looksLikeSameName(a, b)).toBe(false));

  it('is symmetric and lies between 0 and 1', () => {
    fc.assert(
      fc.property(vietnameseName, vietnameseName, (a, b) => {
        expect(nameSimilarity(a, b)).toBeCloseTo(nameSimilarity(b, a));
        expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(nameSimilarity(a, b)).toBeLessThanOrEqual(1);
        expect(nameSimilarity(a, a)).toBe(1);
      }),
    );
  });
});

describe('text in schemas', () => {
  const messageOf = (result: { error?: { issues: { message: string }[] } | undefined }) =>
    result.error?.issues[0]?.message;

  it('keeps the normalised text', () => {
    expect(shortText(300).parse('  Hòa\u00A0Bình '.normalize('NFD'))).toBe('Hòa Bình');
  });
  it('says how long is too long', () => {
    expect(messageOf(shortText(300).safeParse('x'.repeat(10_000)))).toBe(
      'Không quá 300 ký tự; đang có 10.000',
    );
    expect(messageOf(longText(1_000).safeParse('x'.repeat(1_001)))).toBe(
      'Không quá 1.000 ký tự; đang có 1.001',
    );
  });
  it('counts the length after normalising', () => {
    expect(shortText(4).safeParse('đườn'.normalize('NFD')).success).toBe(true);
  });
  it('refuses blank text where text is needed', () => {
    expect(messageOf(shortText(10).safeParse(' \u200B '))).toBe('Chưa nhập');
    expect(messageOf(shortText(10).safeParse(undefined))).toBe('Chưa nhập');
    expect(messageOf(shortText(10).safeParse(5))).toBe('Cần nhập chữ');
    expect(optionalShortText(10).parse(' ')).toBe('');
  });
});
