export interface Timed {
  readonly name: string;
  readonly ms: number[];
}

/** Before anything counts. */
export const warmRounds = 3;

/** Runs ways one after the other, A-B-C-A-B-C, for so many rounds; each gives its own answer to be compared. */
export async function interleave<T>(
  ways: Readonly<Record<string, (round: number) => Promise<T>>>,
  rounds: number,
  same: (answers: readonly T[], round: number) => void,
): Promise<Timed[]> {
  const timed = Object.keys(ways).map((name) => ({ name, ms: [] as number[] }));
  // Before it counts, so often: plans, caches and compiled code are then the same for all.
  for (let round = 0; round < warmRounds; round += 1) for (const way of Object.values(ways)) await way(0);
  for (let round = 0; round < rounds; round += 1) {
    const answers: T[] = [];
    for (const one of timed) {
      const begun = performance.now();
      const answer = await ways[one.name]?.(round);
      one.ms.push(performance.now() - begun);
      if (answer !== undefined) answers.push(answer);
    }
    same(answers, round);
  }
  return timed;
}

export function quantile(all: readonly number[], part: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** "median 1.2 ms (p5 1.0, p95 2.3)" */
export function spread(all: readonly number[]): string {
  const at = (part: number): string => quantile(all, part).toFixed(2);
  return `median ${at(0.5)} ms (p5 ${at(0.05)}, p95 ${at(0.95)})`;
}
