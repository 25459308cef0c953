import type { Consolidated } from './consolidated-words.ts';

type Part = Consolidated['sections'][number]['parts'][number];

/** Units that wrote the same, under the words that they wrote. */
export interface SameWords {
  readonly words: string;
  readonly parts: readonly Part[];
}

/** Each text once, in the order in which it comes first; alike but for spaces is the same. */
export function bySameWords(parts: readonly Part[]): SameWords[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = part.words.replaceAll(/\s+/g, ' ').trim();
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return [...groups.values()].map((group) => ({ words: group[0]?.words ?? '', parts: group }));
}
