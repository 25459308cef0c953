interface ForWhom {
  /** Null where the set is for any. */
  readonly nature: string | null;
  readonly subject: string | null;
}

/** The set that fits a practice and says most about whom it is for; of two alike, the first in the plan. */
export function chooseCriteria<T extends ForWhom>(
  sets: readonly T[],
  practice: { readonly nature: string; readonly subject: string },
): T | null {
  const fits = sets.filter(
    (set) =>
      (set.nature === null || set.nature === practice.nature) &&
      (set.subject === null || set.subject === practice.subject),
  );
  const closeness = (set: T): number => (set.nature === null ? 0 : 1) + (set.subject === null ? 0 : 1);
  return fits.toSorted((a, b) => closeness(b) - closeness(a))[0] ?? null;
}
