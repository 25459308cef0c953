/** A sentence's beginning from words that stand within one: "tháng 3 năm 2026". */
export function upperFirst(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
