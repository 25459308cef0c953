/**
 * Brings a part into sight. In the office its pane scrolls and the page stays; on the phone the page is the pane.
 * Parts that scroll by themselves carry `data-pane-scroll`.
 */
export function showWithin(part: HTMLElement, where: 'center' | 'nearest'): void {
  const pane = part.closest<HTMLElement>('[data-pane-scroll]');
  if (pane === null || getComputedStyle(pane).overflowY === 'visible') {
    part.scrollIntoView({ block: where });
    return;
  }
  settle({ part, pane, where }, ROUNDS);
}

/** What was out of sight gets its true height a frame or two after it is drawn: looked at again until then. */
const ROUNDS = 5;

interface Wish {
  readonly part: HTMLElement;
  readonly pane: HTMLElement;
  readonly where: 'center' | 'nearest';
}

function settle(wish: Wish, rounds: number): void {
  wish.pane.scrollTop += wayTo(wish);
  if (rounds > 0) requestAnimationFrame(() => settle(wish, rounds - 1));
}

function wayTo({ part, pane, where }: Wish): number {
  const box = part.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const above = box.top - frame.top;
  const below = box.bottom - frame.bottom;
  if (where === 'center') return above - Math.max(0, (frame.height - box.height) / 2);
  if (above < 0) return above - EDGE;
  return below > 0 ? Math.min(below + EDGE, above) : 0;
}

const EDGE = 12;

/** Both panes in full between the head of the application and the bar at the foot, where they are not yet. */
export function showDesk(): void {
  const desk = document.querySelector<HTMLElement>('[data-desk]');
  if (desk === null || matchMedia('(max-width: 47.99em)').matches) return;
  const { top, bottom } = desk.getBoundingClientRect();
  if (top < HEAD || bottom > innerHeight - BAR) scrollBy({ top: top - HEAD - EDGE });
}

/** What lies over the page at its top and its foot, in pixels. */
const HEAD = 64;
const BAR = 84;
