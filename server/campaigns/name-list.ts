/** "A, B, C và 4 đơn vị khác": who is late, by name as far as a line can hold. */
export function nameUnits(names: readonly string[], most = 4): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} và ${names.length - most} đơn vị khác`;
}
