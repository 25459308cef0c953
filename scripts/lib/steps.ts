/** Calm progress lines for people: one per step, with the time it took. */
export interface Steps {
  run<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  say(text: string): void;
}

export function createSteps(out: NodeJS.WritableStream = process.stdout): Steps {
  const write = (line: string): void => void out.write(`${line}\n`);
  return {
    say: write,
    async run(title, work) {
      const startedAt = performance.now();
      write(`  … ${title}`);
      const result = await work((text) => write(`      ${text}`));
      write(`  ✓ ${title} (${elapsed(startedAt)})`);
      return result;
    },
  };
}

/** '0,4 giây', '1 phút 05 giây'. */
export function elapsed(since: number): string {
  const seconds = (performance.now() - since) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1).replace('.', ',')} giây`;
  return `${Math.floor(seconds / 60)} phút ${String(Math.floor(seconds % 60)).padStart(2, '0')} giây`;
}
