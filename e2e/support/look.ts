import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { office, phone } from './screens.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Found {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/**
 * Looks at a page as it stands, in the office and on the phone: no WCAG 2.2 A/AA violation, one h1, a title, no
 * sideways scrolling on the phone. Leaves a picture of each width in .cache/screens.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const size of [phone, office]) {
    await page.setViewportSize(size);
    await settle(page);
    await page.screenshot({ path: join('.cache/screens', `${name}-${size.width}.png`), fullPage: true });
    const at = `${name} at ${size.width} px`;
    expect.soft(await violations(page), `WCAG violations of ${at}`).toEqual([]);
    const facts = await page.evaluate(() => ({
      headings: document.querySelectorAll('h1').length,
      title: document.title,
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    expect.soft(facts.headings, `h1 of ${at}`).toBe(1);
    expect.soft(facts.title, `title of ${at}`).toMatch(/\S.*Khéo/);
    expect.soft(facts.over, `sideways scrolling of ${at}`).toBeLessThanOrEqual(0);
  }
}

/** Waits until nothing is being fetched, drawn or moved. */
export async function settle(page: Page): Promise<void> {
  await expect(page.locator('[data-skeleton], [aria-busy="true"]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => null)),
    ),
  );
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the pages' own policy forbids foreign scripts.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async (wanted) => {
    const { axe } = window as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: Found[] }> };
    };
    const result = await axe.run(document, {
      runOnly: { type: 'tag', values: wanted },
      resultTypes: ['violations'],
    });
    return result.violations;
  }, tags);
  return found.flatMap((one) =>
    one.nodes.map((node) => `${one.id} (${one.help}): ${node.target.join(' ')}\n  ${node.failureSummary}`),
  );
}
