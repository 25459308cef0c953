import type { Steps } from './steps.ts';

/** Stops what was started, in reverse order, once. */
export interface Shutdown {
  onStop(work: () => Promise<void>): void;
  /** Between two steps of a start: a signal that came during the step is obeyed now. */
  ifAsked(): Promise<void>;
  /** From here on a signal stops at once. */
  started(): void;
  afterFailure(message: string): Promise<void>;
}

/** A stop that hangs (a connection that never ends) is cut after this. */
const longestStop = 20_000;

export function createShutdown(steps: Steps): Shutdown {
  const works: (() => Promise<void>)[] = [];
  let asked = false;
  let running = false;

  const stop = async (code: number): Promise<void> => {
    setTimeout(() => process.exit(code || 1), longestStop).unref();
    for (const work of works.reverse()) {
      await work().catch((error: unknown) => steps.say(`  ! ${String(error)}`));
    }
    if (works.length > 0) steps.say('Đã dừng.');
    process.exit(code);
  };

  const onSignal = (): void => {
    if (asked) return;
    asked = true;
    steps.say('\nĐang dừng…');
    // During the start the running step ends first: what it opens is then known and closed.
    if (running) void stop(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

  return {
    onStop: (work) => void works.push(work),
    ifAsked: async () => {
      if (asked) await stop(0);
    },
    started: () => {
      running = true;
      if (asked) void stop(0);
    },
    afterFailure: async (message) => {
      steps.say(`\n${message}`);
      await stop(1);
    },
  };
}
