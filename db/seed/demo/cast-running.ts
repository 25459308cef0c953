import { ideasOfCommune } from './cast-2023.ts';
import { practiceAt, type StoryPractice } from './practice.ts';
import { ideasFor, type PracticeIdea } from './practice-ideas.ts';
import type { Seeded } from './seeded.ts';
import type { StoryCalendar } from './timeline.ts';
import { grassroots, type DemoUnit } from './units.ts';

/** How far a practice has come by today; one letter each, so that a unit's year is one short word below. */
const fateOf = {
  R: 'recognised',
  N: 'not_met',
  M: 'in_meeting',
  S: 'scored',
  P: 'proposed',
  G: 'steady',
  L: 'check_missing',
  Q: 'silent',
  A: 'not_started',
  X: 'stopped',
  D: 'declined',
  W: 'withdrawn',
} as const;
export type Fate = (typeof fateOf)[keyof typeof fateOf];

/** Additions of the second half-year that came in when it was extended. */
export type LateFate = 'submitted' | 'appraising' | 'in_draft_notice' | 'accepted' | 'returned' | 'draft';

/**
 * The units' years: first intake, then after “+” the second. Hải Dương and Bình Thành stay short of five; the
 * treasury, one school and the forest board have not registered at all.
 */
const years: Readonly<Record<string, string>> = {
  tuha: 'RMPGGLS+G',
  huongvan: 'RMPGGLG+G',
  huongvaan: 'RMGPLQ+G',
  huongxuan: 'RGPPLQ+G',
  huongchu: 'RMSPGL+G',
  huongan: 'MPPGGLW+G',
  huongho: 'RNMPGX+G',
  huongtoan: 'RMPGGL',
  huongvinh: 'GLLQQP',
  huongphong: 'RMPGGSL+G',
  haiduong: 'GLQ',
  huongtho: 'MPGLQX',
  huongbinh: 'NPGGL',
  binhthanh: 'QLG',
  binhtien: 'RMPGL+G',
  matran: 'RP',
  thiuy: 'MD',
  uybannd: 'MPD',
  toaan: 'G',
  vienkiemsat: 'L',
  thihanhan: 'P',
  thue: 'A',
  baohiem: 'M',
  vanhoa: 'GL',
  chinhtri: 'S',
  yte: 'RP',
  benhvien2: 'Q',
  congan: 'RMG',
  quansu: 'RG',
  thptdanghuytru: 'LMG',
  thptbinhdien: 'G',
  gdtx: 'Q',
  nganhangnn: 'P',
  nganhangcs: 'M',
  dienluc: 'A',
  ximang: 'G',
};

const lateYears: readonly (readonly [string, LateFate])[] = [
  ['tuha', 'submitted'],
  ['huongvaan', 'submitted'],
  ['huongan', 'submitted'],
  ['huongan', 'submitted'],
  ['huongvinh', 'submitted'],
  ['huongphong', 'appraising'],
  ['huongho', 'appraising'],
  ['vanhoa', 'appraising'],
  ['huongchu', 'in_draft_notice'],
  ['huongtoan', 'in_draft_notice'],
  ['huongvan', 'in_draft_notice'],
  ['thiuy', 'accepted'],
  ['matran', 'accepted'],
  ['huongxuan', 'returned'],
  ['huongxuan', 'returned'],
  ['binhtien', 'returned'],
  ['huongxuan', 'draft'],
  ['huongtho', 'draft'],
  ['gdtx', 'draft'],
];

export interface CastMember {
  readonly practice: StoryPractice;
  readonly fate: Fate;
  readonly intake: 1 | 2;
  /** Begun on a form, or carried over from 2023 as a draft. */
  readonly carriedFrom: StoryPractice | null;
}

export interface RunningCast {
  readonly members: readonly CastMember[];
  readonly late: readonly { practice: StoryPractice; fate: LateFate }[];
}

/** Known from S0, and carried on by Hương Xuân in this year. */
export const riverWatch: PracticeIdea = {
  name: 'Tổ tự quản bảo vệ tài nguyên, khoáng sản trên sông Bồ',
  field: 'defence_security',
  content: 'Tổ tuần tra ven sông Bồ, nhắc nhở và báo tin khai thác cát trái phép; họp dân mỗi tháng một lần.',
  owner: 'Ban Công tác Mặt trận',
  aim: { text: 'hộ ký cam kết', target: 60, unit: 'hộ' },
};

/** Who builds what this year; `before` are the practices of 2023 that can be continued. */
export function castOfYear(
  random: Seeded,
  calendar: StoryCalendar,
  before: readonly StoryPractice[],
): RunningCast {
  const members: CastMember[] = [];
  const left = new Map<string, PracticeIdea[]>();
  for (const unit of grassroots) {
    const ideas = ideasLeft(unit, before);
    for (const [at, step] of stepsOf(unit.key).entries()) {
      const { fate, intake } = step;
      const carriedFrom =
        fate === 'recognised' || unit.key === 'thptdanghuytru'
          ? at === 0
            ? firstOf(before, unit)
            : null
          : null;
      const river = unit.key === 'huongxuan' && at === 1;
      const idea = carriedFrom?.idea ?? (river ? riverWatch : ideas.shift());
      if (!idea) throw new Error(`no idea left for ${unit.key}`);
      const practice = practiceAt(unit, idea, {
        place: river ? 'bờ nam sông Bồ' : (carriedFrom?.place ?? placeOf(unit, at)),
        quality: qualityFor(random, fate),
        startsOn: calendar.day(intake === 1 ? '04-15' : '08-15'),
        endsOn: calendar.day(at % 4 === 0 ? '12-31' : '12-15'),
        consent: random.chance(0.75),
        ...(river
          ? { origin: 'continued' as const, source: `paper:${riverWatch.name}:huongxuan` }
          : carriedFrom
            ? { origin: 'continued' as const }
            : {}),
      });
      members.push({ practice, fate, intake, carriedFrom });
    }
    left.set(unit.key, ideas);
  }
  const late = lateYears.map(([key, fate], at) => {
    const unit = grassroots.find((one) => one.key === key);
    const idea = left.get(key)?.shift();
    if (!unit || !idea) throw new Error(`no idea left for ${key}`);
    const practice = practiceAt(unit, idea, {
      place: placeOf(unit, at),
      quality: 0.75,
      startsOn: calendar.day('11-25'),
      endsOn: calendar.day('12-31'),
      consent: false,
    });
    return { practice, fate };
  });
  return { members, late };
}

function stepsOf(key: string): { fate: Fate; intake: 1 | 2 }[] {
  const [first = '', second = ''] = (years[key] ?? '').split('+');
  const read = (letters: string, intake: 1 | 2) =>
    [...letters].map((letter) => ({ fate: fateOf[letter as keyof typeof fateOf], intake }));
  return [...read(first, 1), ...read(second, 2)];
}

/** What the unit did not do in 2023: that would be continued, not registered as new. */
function ideasLeft(unit: DemoUnit, before: readonly StoryPractice[]): PracticeIdea[] {
  const done = new Set(before.filter((one) => one.unit.key === unit.key).map((one) => one.idea));
  const at = grassroots.indexOf(unit);
  const all = unit.kind === 'commune_committee' ? ideasOfCommune(unit.key, at) : ideasFor(unit);
  const left = all.filter((idea) => !done.has(idea));
  const from = unit.kind === 'commune_committee' ? 0 : (at * 2) % Math.max(1, left.length);
  return [...left.slice(from), ...left.slice(0, from)];
}

function firstOf(before: readonly StoryPractice[], unit: DemoUnit): StoryPractice | null {
  return before.find((one) => one.unit.key === unit.key) ?? null;
}

function placeOf(unit: DemoUnit, at: number): string {
  return unit.places.length === 0 ? '' : (unit.places[(at * 2 + 1) % unit.places.length] ?? '');
}

function qualityFor(random: Seeded, fate: Fate): number {
  if (fate === 'recognised') return 0.82 + random.next() * 0.14;
  if (fate === 'not_met') return 0.6;
  return 0.68 + random.next() * 0.22;
}
