/** The life of a practice (domain.md §2). `documented`: known only from an old paper; it has no campaign and takes no action. */
export const practiceStates = [
  'draft',
  'submitted',
  'appraising',
  'returned',
  'declined',
  'withdrawn',
  'assigned',
  'implementing',
  'stopped',
  'proposed',
  'recognised',
  'not_recognised',
  'documented',
] as const;
export type PracticeState = (typeof practiceStates)[number];

export const natures = ['model', 'exemplar'] as const;
export type Nature = (typeof natures)[number];
export const subjects = ['collective', 'individual', 'household'] as const;
export type Subject = (typeof subjects)[number];
export const origins = ['new', 'continued', 'replicated'] as const;
export type Origin = (typeof origins)[number];

/** Sets of states that definitions of the funnel share. */
export const registeredStates: readonly PracticeState[] = [
  'submitted',
  'appraising',
  'returned',
  'declined',
  'assigned',
  'implementing',
  'stopped',
  'proposed',
  'recognised',
  'not_recognised',
];
export const acceptedStates: readonly PracticeState[] = [
  'assigned',
  'implementing',
  'stopped',
  'proposed',
  'recognised',
  'not_recognised',
];
/** Carried out, now or earlier this year, and not stopped. */
export const carriedOutStates: readonly PracticeState[] = [
  'implementing',
  'proposed',
  'recognised',
  'not_recognised',
];
export const openStates: readonly PracticeState[] = [
  'submitted',
  'appraising',
  'returned',
  'assigned',
  'implementing',
  'proposed',
];
