import { expect, type Locator, type Page } from '@playwright/test';

/** Where something is looked for: a page, or a part of one. */
export type Place = Page | Locator;

/** A field one types into, by its label; never the button of its calendar. */
export const field = (place: Place, name: string): Locator =>
  place.getByRole('textbox', { name, exact: true });

/** One of very many, found by typing a part of its name. */
export async function pick(place: Place, name: string, text: string): Promise<void> {
  const box = field(place, name);
  await box.click();
  await box.fill(text);
  const page = 'page' in place && typeof place.page === 'function' ? place.page() : (place as Page);
  await page.getByRole('option', { name: text }).first().click();
}

export const button = (place: Place, name: string | RegExp): Locator =>
  place.getByRole('button', { name, exact: typeof name === 'string' });

/** Presses a button of the page, and the same words in the question that comes. */
export async function pressAndConfirm(page: Page, name: string, confirm = name): Promise<void> {
  await button(page, name).click();
  const dialog = page.getByRole('dialog');
  await button(dialog, confirm).click();
  await expect(dialog).toBeHidden();
}

/** A page of the application by its address, once its heading is there. */
export async function open(page: Page, address: string, heading?: string | RegExp): Promise<void> {
  await page.goto(address);
  await expect(
    heading === undefined
      ? page.getByRole('heading', { level: 1 })
      : page.getByRole('heading', { level: 1, name: heading }),
  ).toBeVisible();
}

/** A card of a page: the region with this heading. */
export const card = (page: Place, title: string | RegExp): Locator =>
  page.getByRole('region', { name: title });
