import { addDays } from '#domain/kernel/day.ts';
import { practiceAt, type StoryPractice } from './practice.ts';
import { ideasFor, type PracticeIdea } from './practice-ideas.ts';
import type { Seeded } from './seeded.ts';
import { communes, otherBodies } from './units.ts';

/** How many practices each commune registers for 2023 in the first and in the second intake; S2 asks for five. */
const communeShare: Record<string, readonly [number, number]> = {
  tuha: [5, 1],
  huongvan: [5, 0],
  huongvaan: [5, 1],
  huongxuan: [6, 1],
  huongchu: [5, 0],
  huongan: [5, 0],
  huongho: [5, 1],
  huongtoan: [5, 0],
  huongvinh: [4, 0],
  huongphong: [6, 1],
  haiduong: [4, 0],
  huongtho: [4, 1],
  huongbinh: [5, 0],
  binhthanh: [3, 0],
  binhtien: [4, 1],
};
/** These did not register in 2023. */
const missing2023: readonly string[] = ['khobac', 'lamnghiep', 'thpthuongvinh', 'ximang'];
const two2023: readonly string[] = ['congan', 'yte', 'matran'];

export interface Cast2023 {
  readonly first: readonly StoryPractice[];
  readonly second: readonly StoryPractice[];
}

/** Who builds what in 2023. */
export function castOf2023(random: Seeded): Cast2023 {
  const first: StoryPractice[] = [];
  const second: StoryPractice[] = [];
  for (const [at, unit] of communes.entries()) {
    const ideas = ideasOfCommune(unit.key, at);
    const [inFirst, inSecond] = communeShare[unit.key] ?? [0, 0];
    for (let number = 0; number < inFirst + inSecond; number += 1) {
      const idea = ideas[number];
      if (!idea) throw new Error('too few ideas');
      const late = number >= inFirst;
      (late ? second : first).push(
        practiceAt(unit, idea, {
          place: unit.places[number % unit.places.length] ?? '',
          quality: qualityOf(random, unit.key, number),
          ...(late
            ? { startsOn: '2023-07-25', endsOn: '2023-12-20' }
            : { startsOn: addDays('2023-04-20', random.whole(0, 10)), endsOn: '2023-12-15' }),
          consent: random.chance(0.75),
        }),
      );
    }
  }
  for (const [at, unit] of otherBodies.entries()) {
    if (missing2023.includes(unit.key)) continue;
    const ideas = ideasFor(unit);
    for (let number = 0; number < (two2023.includes(unit.key) ? 2 : 1); number += 1)
      first.push(
        practiceAt(unit, nth(ideas, at + number), {
          place: '',
          quality: qualityOf(random, unit.key, number),
          startsOn: '2023-04-24',
          endsOn: '2023-12-15',
          consent: random.chance(0.6),
        }),
      );
  }
  return { first, second };
}

/** Ideas of a commune, each once, in an order of its own; guava gardens are what Hương Xuân is known for (S0). */
export function ideasOfCommune(key: string, at: number): PracticeIdea[] {
  const [guava, ...ideas] = ideasFor({ key, kind: 'commune_committee' });
  const order = ideas.map((_, number) => nth(ideas, at * 3 + number * 5));
  return guava && key === 'huongxuan' ? [guava, ...order] : order;
}

function nth<T>(items: readonly T[], number: number): T {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

/** The first of each unit goes best; the guava gardens of Hương Xuân best of all. */
function qualityOf(random: Seeded, key: string, number: number): number {
  if (key === 'huongxuan' && number === 0) return 0.96;
  if (number === 0) return 0.84 + random.next() * 0.1;
  return 0.6 + random.next() * 0.3;
}
