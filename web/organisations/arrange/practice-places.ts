import type { ActDraft } from './act-draft.ts';

interface Suggested {
  readonly id: string;
  readonly to: number | null;
}

/** Where each practice goes: what was chosen by hand, else what its village suggests; null where nobody said. */
export function practicePlaces(
  draft: ActDraft,
  practices: readonly Suggested[],
): Readonly<Record<string, number | null>> {
  if (draft.rule === 'share') return {};
  return Object.fromEntries(
    practices.map((one) => {
      const chosen = draft.practices[one.id];
      const suggested = draft.rule === 'village' ? one.to : null;
      return [one.id, chosen === undefined ? suggested : chosen];
    }),
  );
}
