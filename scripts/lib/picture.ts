import type { Locator, Page } from 'playwright-core';

export interface Picture {
  /** docs/images/<name>.png */
  readonly name: string;
  /** How the sign-in page names the person who looks; empty for nobody. */
  readonly as: string;
  /** Leads to what is to be seen. */
  readonly open: (page: Page) => Promise<void>;
}

/** People of the demo story, as the sign-in page begins their names. */
export const viewers = {
  agency: 'Cán bộ cơ quan thường trực',
  ward: 'Cán bộ phường Hương Xuân',
  leader: 'Phó Bí thư',
  administrator: 'Quản trị hệ thống',
} as const;

/** Opens a page of the application and waits until nothing is loading. */
export async function see(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root').first().waitFor({ state: 'detached' });
}

export async function ask<T>(page: Page, path: string): Promise<readonly T[]> {
  const answer = (await page.evaluate(async (address) => (await fetch(address)).json(), path)) as {
    items: readonly T[];
  };
  return answer.items;
}

export function first<T>(items: readonly T[], what: string): T {
  const [one] = items;
  if (one === undefined) throw new Error(`The story has no ${what}`);
  return one;
}

/** Puts it in the upper half of the window. */
export async function bringUp(page: Page, what: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  await page.evaluate((by) => window.scrollBy(0, by), (box?.y ?? 0) - 260);
}
