import { yearOf } from '#domain/kernel/day.ts';
import type { Figures } from '#domain/reports/figures.ts';
import type { Indicator } from '#domain/reports/form.ts';
import { takenFact, type ProfileYear } from '#domain/reports/profile-facts.ts';
import type { Db } from '#server/platform/database/db.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import { countRegister, type CountAsked } from './register-count.reads.ts';

/** What is known of a report before anybody types: counted from the register, or taken from the place's profile. */
export interface KnownFigures {
  readonly counted: Figures;
  /** Of which year's profile, by the indicator's code. */
  readonly profileYears: ProfileYears;
}

export type ProfileYears = Readonly<Record<string, number>>;

/** What is known now for a unit and a period, in the order of the form's indicators. */
export async function knownFigures(db: Db, asked: CountAsked): Promise<KnownFigures> {
  const counted = await countRegister(db, asked);
  const { indicators, unitId, period } = asked;
  if (!indicators.some((one) => one.source.kind === 'profile')) return { counted, profileYears: {} };
  const years = await profileYears(db, unitId, yearOf(period.to));
  const taken = indicators.map((one) => takenBy(one, years, yearOf(period.to)));
  return {
    counted: indicators.map((_, at) => taken[at]?.value ?? counted[at] ?? null),
    profileYears: Object.fromEntries(
      indicators.flatMap(({ code }, at) => (taken[at] ? [[code, taken[at].year]] : [])),
    ),
  };
}

function takenBy({ source, decimals }: Indicator, years: readonly ProfileYear[], lastYear: number) {
  return source.kind === 'profile' ? takenFact(years, { fact: source.fact, decimals, lastYear }) : null;
}

/** The unit's own profile only: what lies below it has profiles and reports of its own. */
async function profileYears(db: Db, unitId: string, lastYear: number): Promise<ProfileYear[]> {
  const rows = await db
    .selectFrom('unit_profile')
    .select(['year', 'facts'])
    .where('unit_id', '=', unitId)
    .where('year', '<=', lastYear)
    .modifyEnd(prepared)
    .execute();
  return rows.map(({ year, facts }) => ({ year, facts: facts as unknown as ProfileYear['facts'] }));
}
