import { dayInVietnam, type Day } from '#domain/kernel/day.ts';

/** Where the time comes from. Tests and the demo story turn their own clock; everything else uses `systemClock`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export function todayOf(clock: Clock): Day {
  return dayInVietnam(clock.now());
}

/** A clock that stands where it is put: for tests and for telling the demo story through its year. */
export class SettableClock implements Clock {
  #now: Date;

  constructor(start: string | Date) {
    this.#now = new Date(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Moves to an instant, or to 9:00 in Vietnam of a day. */
  set(to: string): void {
    this.#now = new Date(/^\d{4}-\d{2}-\d{2}$/.test(to) ? `${to}T09:00:00+07:00` : to);
  }

  /** Moves on by some minutes, so that what follows has its own time. */
  pass(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }
}
