/**
 * Vietnamese text typed before Unicode: the bytes are Latin letters on which a font drew Vietnamese ones. TCVN3 has
 * one letter for each (its capitals hang on the font: .VnTimeH draws small letters as capitals); VNI puts the marks
 * behind the letter. 134 letters each; written by hand from the two standards.
 */

const TCVN3_PAIRS =
  'à=µ ả=¶ ã=· á=¸ ạ=¹ ă=¨ ằ=» ẳ=¼ ẵ=½ ắ=¾ ặ=Æ â=© ầ=Ç ẩ=È ẫ=É ấ=Ê ậ=Ë đ=® è=Ì ẻ=Î ẽ=Ï é=Ð ẹ=Ñ ' +
  'ê=ª ề=Ò ể=Ó ễ=Ô ế=Õ ệ=Ö ì=× ỉ=Ø ĩ=Ü í=Ý ị=Þ ò=ß ỏ=á õ=â ó=ã ọ=ä ô=« ồ=å ổ=æ ỗ=ç ố=è ộ=é ' +
  'ơ=¬ ờ=ê ở=ë ỡ=ì ớ=í ợ=î ù=ï ủ=ñ ũ=ò ú=ó ụ=ô ư=\u00AD ừ=õ ử=ö ữ=÷ ứ=ø ự=ù ỳ=ú ỷ=û ỹ=ü ý=ý ỵ=þ ' +
  'Ă=¡ Â=¢ Ê=£ Ô=¤ Ơ=¥ Ư=¦ Đ=§';

const VNI_LOWER =
  'á=aù à=aø ả=aû ã=aõ ạ=aï â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë ' +
  'é=eù è=eø ẻ=eû ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò ' +
  'ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï ' +
  'ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î đ=ñ';

function pairsOf(text: string): [unicode: string, legacy: string][] {
  return text.split(' ').map((pair) => {
    const [unicode = '', legacy = ''] = pair.split('=');
    return [unicode.normalize('NFC'), legacy];
  });
}

const fromTcvn3 = new Map(pairsOf(TCVN3_PAIRS).map(([unicode, legacy]) => [legacy, unicode]));

const fromVni = new Map(
  pairsOf(VNI_LOWER).flatMap(([unicode, legacy]) => {
    const upper = legacy.toUpperCase();
    return [
      [legacy, unicode],
      [upper, unicode.toUpperCase()],
      // A capital letter with small marks, as some keyboards wrote it.
      [`${upper.slice(0, 1)}${legacy.slice(1)}`, unicode.toUpperCase()],
    ] as [string, string][];
  }),
);

export type LegacyEncoding = 'tcvn3' | 'tcvn3_capitals' | 'vni';

/** Which encoding a font draws; null for a font of Unicode. */
export function encodingOfFont(font: string | null | undefined): LegacyEncoding | null {
  if (!font) return null;
  if (/^VNI[- ]/i.test(font)) return 'vni';
  if (!/^\.Vn/i.test(font)) return null;
  const plain = font.replace(/\s*(?:Bold|Italic)$/i, '');
  return plain.endsWith('H') ? 'tcvn3_capitals' : 'tcvn3';
}

/** Text of a legacy encoding as Unicode (NFC). What is no letter of the encoding stays. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return vniToUnicode(text);
  const unicode = Array.from(text, (letter) => fromTcvn3.get(letter) ?? letter).join('');
  return encoding === 'tcvn3_capitals' ? unicode.toUpperCase() : unicode;
}

function vniToUnicode(text: string): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    const two = fromVni.get(text.slice(at, at + 2));
    const one = two === undefined ? fromVni.get(text.charAt(at)) : undefined;
    out += two ?? one ?? text.charAt(at);
    at += two === undefined ? 1 : 2;
  }
  return out.normalize('NFC');
}

/** Words that hardly a paper of an office goes without, all with marks: they tell whether a text was decoded right. */
const COMMON = new Set(
  (
    'của và các được trong những với là đã năm công tác nhân dân vận động đảng tỉnh xã phường thị huyện mô hình ' +
    'tổ chức hội đồng kế hoạch báo cáo thực hiện phát triển xây dựng đời sống người hộ gia đình tại về đến từ để'
  )
    .split(' ')
    .filter((word) => /[^\u0020-\u007F]/.test(word)),
);

function commonWords(text: string): number {
  let found = 0;
  for (const word of text
    .slice(0, 20_000)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u))
    if (COMMON.has(word)) found += 1;
  return found;
}

/**
 * Makes Unicode of a text whose fonts are not known, where it reads as Vietnamese only then. Text that is Unicode
 * already is left alone.
 */
export function mendLegacyText(text: string): { text: string; encoding: LegacyEncoding | null } {
  const asItIs = commonWords(text.normalize('NFC'));
  let best: { text: string; encoding: LegacyEncoding | null; found: number } = {
    text,
    encoding: null,
    found: asItIs * 3 + 4,
  };
  for (const encoding of ['tcvn3', 'vni'] as const) {
    const decoded = fromLegacy(text, encoding);
    const found = commonWords(decoded);
    if (found > best.found) best = { text: decoded, encoding, found };
  }
  return { text: best.text, encoding: best.encoding };
}

/** The same for bytes: UTF-8, UTF-16 with its mark, the Vietnamese code page of Windows, or a legacy encoding. */
export function decodeVietnamese(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // The byte order mark stays: passages are offsets into the file's text.
    return mendLegacyText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).text;
  } catch {
    const western = mendLegacyText(new TextDecoder('windows-1252').decode(bytes));
    const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
    return commonWords(vietnamese) > commonWords(western.text) ? vietnamese : western.text;
  }
}
