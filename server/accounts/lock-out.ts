/**
 * How guessing is slowed down, and nobody locked out. A stranger's wrong tries count against the name and against
 * the address they come from; those in a browser where the account signed in before count against that browser
 * alone. So whoever guesses at an officer's name never keeps the officer's own computer out.
 */
const brakes = {
  /** Wrong passwords for a name (whether it exists or not) from browsers we do not know. */
  name: { free: 10, longest: 900, forgottenAfter: 24 * 3600 },
  /** Wrong passwords from an address; a whole office may share one. */
  address: { free: 50, longest: 900, forgottenAfter: 3600 },
  /** Wrong passwords in a browser where the account signed in before. */
  device: { free: 10, longest: 30, forgottenAfter: 24 * 3600 },
  /** Wrong one-time codes after a right password. */
  code: { free: 5, longest: 900, forgottenAfter: 24 * 3600 },
  /** Wrong current passwords while signed in. */
  own: { free: 5, longest: 900, forgottenAfter: 24 * 3600 },
} as const;

export type BrakeKind = keyof typeof brakes;
export type BrakeSubject = `${BrakeKind}:${string}`;

/** So many wrong tries in a row in a known browser, and it is a stranger's again. */
export const wrongTriesOfKnownDevice = 20;

export interface Tries {
  readonly failed: number;
  readonly lastFailedAt: string;
}

export function kindOf(subject: BrakeSubject): BrakeKind {
  return subject.slice(0, subject.indexOf(':')) as BrakeKind;
}

/** Wrong tries that still count now. */
export function triesThatCount(kind: BrakeKind, tries: Tries, now: string): number {
  return secondsBetween(tries.lastFailedAt, now) > brakes[kind].forgottenAfter ? 0 : tries.failed;
}

/** Seconds until the next try is looked at: none at first, then twice as long each time, up to the longest. */
export function secondsToWait(kind: BrakeKind, tries: Tries, now: string): number {
  const { free, longest } = brakes[kind];
  const failed = triesThatCount(kind, tries, now);
  if (failed < free) return 0;
  const pause = Math.min(longest, 2 ** (failed - free + 1));
  return Math.max(0, Math.ceil(pause - secondsBetween(tries.lastFailedAt, now)));
}

/** "45 giây", "3 phút": minutes are rounded up, so that nobody comes back too early. */
export function waitWords(seconds: number): string {
  return seconds < 60 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
}

function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
