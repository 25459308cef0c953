/** Units that wrote the same, under the words that they wrote. */
export interface SameWords<P> {
  readonly words: string;
  readonly parts: readonly P[];
}

/** So many units are named; of more their number says more than their names. */
export const namedUnits = 5;

/** Each text once: what most wrote first, else in the order in which it comes; alike but for spaces is the same. */
export function bySameWords<P extends { readonly words: string }>(parts: readonly P[]): SameWords<P>[] {
  const groups = new Map<string, P[]>();
  for (const part of parts) {
    const key = part.words.replaceAll(/\s+/g, ' ').trim();
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  const many = (group: readonly P[]): number => (group.length > namedUnits ? group.length : 0);
  return [...groups.values()]
    .toSorted((a, b) => many(b) - many(a))
    .map((group) => ({ words: group[0]?.words ?? '', parts: group }));
}
