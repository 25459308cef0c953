import type { Day } from '#domain/kernel/day.ts';
import { demoPassword } from '#server/accounts/session.reads.ts';
import type { SettableClock } from '#server/platform/clock.ts';
import { Actor } from '#server/platform/http/actor.ts';
import type { App } from '#server/platform/http/app.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { Seeded } from './seeded.ts';
import { StoryCalendar, Timeline } from './timeline.ts';

/** What every chapter has at hand: the people, who speak through HTTP, the clock, and what earlier chapters made. */
export class Story {
  readonly app: App;
  readonly clock: SettableClock;
  readonly calendar: StoryCalendar;
  readonly files: EvidenceFiles;
  readonly random = new Seeded(1930);
  readonly timeline = new Timeline();
  readonly say: (text: string) => void;
  /** Keys of units.ts → ids. */
  readonly units = new Map<string, string>();
  readonly accounts = new Map<string, string>();
  /** Records by a name of the story: documents, stages, campaigns, criteria sets. */
  readonly records = new Map<string, string>();
  readonly #actors = new Map<string, Actor>();
  readonly #now: string;

  constructor(given: {
    app: App;
    clock: SettableClock;
    today: Day;
    now: string;
    files: EvidenceFiles;
    say: (text: string) => void;
  }) {
    this.app = given.app;
    this.clock = given.clock;
    this.calendar = new StoryCalendar(given.today);
    this.files = given.files;
    this.say = given.say;
    this.#now = given.now;
  }

  as(username: string): Actor {
    return found(this.#actors, username, 'account');
  }

  unit(key: string): string {
    return found(this.units, key, 'unit');
  }

  record(name: string): string {
    return found(this.records, name, 'record');
  }

  /** Turns the clock to the moment at which the story ends. */
  turnToNow(): void {
    this.clock.set(this.#now);
  }

  /**
   * Signs people in now, at the end of the story: a session that was begun later than any day of the story is in
   * force on all of them, so that nobody signs in anew on each day.
   */
  async signIn(usernames: readonly string[]): Promise<void> {
    const before = this.clock.now().toISOString();
    this.turnToNow();
    const waiting = [...usernames];
    const worker = async (): Promise<void> => {
      for (let username = waiting.shift(); username; username = waiting.shift())
        this.#actors.set(username, await new Actor(this.app).signIn(username, demoPassword));
    };
    await Promise.all([worker(), worker(), worker()]);
    this.clock.set(before);
  }

  async signOutAll(): Promise<void> {
    this.turnToNow();
    for (const actor of this.#actors.values()) await actor.call('DELETE /api/session', {});
  }

  /** Uploads a drawn picture or the sample paper and returns the file's id. */
  async upload(username: string, file: { name: string; content: Uint8Array }): Promise<string> {
    return (await this.as(username).call('POST /api/files', { file })).id;
  }
}

function found<T>(known: ReadonlyMap<string, T>, name: string, what: string): T {
  const value = known.get(name);
  if (value === undefined) throw new Error(`the demo story knows no ${what} “${name}”`);
  return value;
}
