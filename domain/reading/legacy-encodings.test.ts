import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeVietnamese, encodingOfFont, fromLegacy, mendLegacyText } from './legacy-encodings.ts';

/** Latin letters as the old fonts drew them. */
const tcvn3 = 'B¸o c¸o kÕt qu¶ thùc hiÖn phong trµo thi ®ua “D©n vËn khÐo” n¨m 2009 cña §¶ng bé x·';
const vni =
  'Baùo caùo keát quaû thöïc hieän phong traøo thi ñua “Daân vaän kheùo” naêm 2009 cuûa Ñaûng boä xaõ';
const unicode = 'Báo cáo kết quả thực hiện phong trào thi đua “Dân vận khéo” năm 2009 của Đảng bộ xã';

describe('text typed before Unicode', () => {
  it('reads TCVN3 and VNI letter by letter', () => {
    expect(fromLegacy(tcvn3, 'tcvn3')).toBe(unicode);
    expect(fromLegacy(vni, 'vni')).toBe(unicode);
    expect(fromLegacy('ñöôøng lôùp Öu ñaõi, yù nghóa, tæ leä', 'vni')).toBe(
      'đường lớp Ưu đãi, ý nghĩa, tỉ lệ',
    );
    expect(fromLegacy('§¶ng ñy ph­êng', 'tcvn3_capitals')).toBe('ĐẢNG ỦY PHƯỜNG');
  });

  it('has a letter of its own for each of the 134', () => {
    const vowels = 'a ă â e ê i o ô ơ u ư y'.split(' ');
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    const letters = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
    const wanted = [...letters, 'đ'].filter((letter) => !/^[a-z]$/.test(letter));
    expect(wanted).toHaveLength(67);
    const latin = Array.from({ length: 128 }, (_, at) => String.fromCharCode(128 + at));
    const pieces = [...latin, ...'aeouyôöAEOUYÔÖ'].flatMap((first) => [
      first,
      ...latin.map((mark) => first + mark),
    ]);
    const read = new Set(pieces.map((piece) => fromLegacy(piece, 'vni')));
    for (const letter of wanted) {
      expect(read).toContain(letter);
      expect(read).toContain(letter.toUpperCase());
    }
    const small = new Set(latin.map((letter) => fromLegacy(letter, 'tcvn3')));
    for (const letter of wanted) expect(small).toContain(letter);
  });

  it('knows the encoding by the font', () => {
    expect(encodingOfFont('.VnTime')).toBe('tcvn3');
    expect(encodingOfFont('.VnTimeH')).toBe('tcvn3_capitals');
    expect(encodingOfFont('VNI-Times')).toBe('vni');
    expect(encodingOfFont('Times New Roman')).toBeNull();
  });

  it('mends text of unknown fonts and leaves Unicode alone', () => {
    expect(mendLegacyText(tcvn3)).toEqual({ text: unicode, encoding: 'tcvn3' });
    expect(mendLegacyText(vni)).toEqual({ text: unicode, encoding: 'vni' });
    expect(mendLegacyText(unicode)).toEqual({ text: unicode, encoding: null });
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(mendLegacyText(text).encoding).toBeNull();
      }),
    );
  });

  it('reads bytes of UTF-8, UTF-16, the Vietnamese code page and TCVN3', () => {
    const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(decodeVietnamese(new TextEncoder().encode(unicode))).toBe(unicode);
    const wide = new Uint8Array(Buffer.from(`\uFEFF${unicode}`, 'utf16le'));
    expect(decodeVietnamese(wide)).toBe(unicode);
    const plain = tcvn3.replaceAll(/[“”]/g, '"');
    expect(decodeVietnamese(bytesOf(plain))).toBe(unicode.replaceAll(/[“”]/g, '"'));
  });
});
