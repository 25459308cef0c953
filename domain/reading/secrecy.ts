/**
 * Whether a paper carries a mark of secrecy. Such papers are not taken in (Law on the protection of state secrets,
 * 117/2025): the mark stands alone on a line of the head, or behind "Độ mật".
 */
export function secrecyMark(text: string): 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT' | null {
  const head = text.normalize('NFC').slice(0, 4_000).split(/\r?\n/).slice(0, 60);
  for (const line of head)
    for (const cell of line.split('\t')) {
      const words = cell.replaceAll(/[\s*_()[\]:.\-–]+/g, ' ').trim();
      const marked = /^(?:(?:Độ|Dấu|Mức độ) mật |ĐỘ MẬT |DẤU |MỨC ĐỘ MẬT )?(TUYỆT MẬT|TỐI MẬT|MẬT)$/u.exec(
        words,
      )?.[1];
      if (marked === 'MẬT' || marked === 'TỐI MẬT' || marked === 'TUYỆT MẬT') return marked;
      const told = /^độ mật (tuyệt mật|tối mật|mật)$/iu.exec(words)?.[1];
      if (told) return told.toUpperCase() as 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';
    }
  return null;
}
