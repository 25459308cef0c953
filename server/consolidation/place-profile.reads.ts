import { yearOf } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { profileFactNames, profileFacts } from '#domain/reports/profile-facts.ts';
import type { Db } from '#server/platform/database/db.ts';

interface ProfileYear {
  readonly year: number;
  readonly source: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** A place at the end of a period and at its beginning, where both are known (S3: 3,8% in 2012, 2,26% in 2017). */
export interface PlaceProfile {
  readonly now: ProfileYear;
  readonly before: ProfileYear | null;
}

export async function placeProfile(
  db: Db,
  of: { unitId: string; period: Period },
): Promise<PlaceProfile | null> {
  const rows = await db
    .selectFrom('unit_profile')
    .select(['year', 'source', 'facts'])
    .where('unit_id', '=', of.unitId)
    .where('year', '<=', yearOf(of.period.to))
    .where('year', '>=', yearOf(of.period.from) - 1)
    .orderBy('year', 'desc')
    .execute();
  const years = rows.map((row) => ({ ...row, facts: row.facts as unknown as Record<string, string> }));
  const [now] = years;
  if (!now) return null;
  return { now, before: years.length > 1 ? (years.at(-1) ?? null) : null };
}

export interface ProfileLine {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly now: string;
  readonly before: string;
}

/** Known facts in their order, then those that an office keeps beside them. */
export function profileLines({ now, before }: PlaceProfile): ProfileLine[] {
  const known: readonly string[] = profileFactNames;
  const codes = [...known, ...Object.keys(now.facts).filter((code) => !known.includes(code))];
  return codes
    .filter((code) => (now.facts[code] ?? '').trim() !== '')
    .map((code) => {
      const words: { label: string; unit: string } = (
        profileFacts as Record<string, { label: string; unit: string }>
      )[code] ?? { label: code, unit: '' };
      return { code, ...words, now: now.facts[code] ?? '', before: before?.facts[code] ?? '' };
    });
}
