import { formatNumber } from '#domain/kernel/numbers.ts';

/** "A, B, C và 4 đơn vị khác": units by name as far as a line can hold. */
export function nameUnits(names: readonly string[], most = 4): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} và ${formatNumber(names.length - most)} đơn vị khác`;
}
