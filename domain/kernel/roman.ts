const steps = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** 4 → "IV": numbers of parts and lists, as papers write them. */
export function roman(value: number): string {
  let [rest, written] = [value, ''];
  for (const [step, letters] of steps)
    while (rest >= step) {
      written += letters;
      rest -= step;
    }
  return written;
}
