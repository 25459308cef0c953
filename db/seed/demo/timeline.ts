import { addDays, type Day } from '#domain/kernel/day.ts';
import type { SettableClock } from '#server/platform/clock.ts';

/** Times of an office day at which things happen; a day of the story has these and no others. */
const officeHours = [
  '07:45',
  '08:20',
  '09:05',
  '09:50',
  '10:40',
  '13:40',
  '14:25',
  '15:10',
  '15:55',
  '16:40',
] as const;
export const lastSlot = officeHours.length - 1;

type Act = () => Promise<unknown>;

/** So many acts of one time run side by side: as many as the database connections of the story. */
const sideBySide = 6;

/**
 * What happens when. Acts are noted in any order and played in the order of their days and hours, with the clock
 * turned to each; acts of the same hour are of different people and run side by side.
 */
export class Timeline {
  readonly #acts = new Map<string, Act[]>();

  /** Notes an act at an hour of a day; the slot counts the office hours from 0. */
  on(day: Day, slot: number, act: Act): void {
    const hour = officeHours[Math.min(slot, lastSlot)] ?? officeHours[0];
    const at = `${day}T${hour}:00+07:00`;
    const known = this.#acts.get(at);
    if (known) known.push(act);
    else this.#acts.set(at, [act]);
  }

  async play(clock: SettableClock): Promise<void> {
    for (const at of [...this.#acts.keys()].toSorted()) {
      clock.set(at);
      await inParallel(this.#acts.get(at) ?? [], at);
    }
    this.#acts.clear();
  }
}

async function inParallel(acts: readonly Act[], at: string): Promise<void> {
  const waiting = [...acts];
  const worker = async (): Promise<void> => {
    for (let act = waiting.shift(); act; act = waiting.shift())
      try {
        await act();
      } catch (error) {
        throw new Error(`The demo story was refused at ${at}: ${String(error)}`, { cause: error });
      }
  };
  await Promise.all(Array.from({ length: Math.min(sideBySide, acts.length) }, worker));
}

/** The year of reference: what the story says of 22 November happens today, all else as far from it as there. */
export class StoryCalendar {
  readonly today: Day;
  readonly year: number;

  constructor(today: Day) {
    this.today = today;
    this.year = Number(today.slice(0, 4));
  }

  /** The real day of a day of reference, `MM-DD`. */
  day(reference: string): Day {
    const apart = (Date.parse(`2026-${reference}`) - Date.parse('2026-11-22')) / 86_400_000;
    return addDays(this.today, Math.round(apart));
  }
}
