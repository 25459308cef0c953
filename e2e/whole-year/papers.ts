import { expect, type Page } from '@playwright/test';
import { button, open, pressAndConfirm } from '../support/screen.ts';

/** Composes a paper of the campaign from the register; returns the address of its draft. */
export async function compose(page: Page, campaign: string, paper: string): Promise<string> {
  await open(page, campaign);
  await button(page, 'Lập văn bản').click();
  await page.getByRole('menuitem', { name: new RegExp(`^${paper}`) }).click();
  return draftAddress(page);
}

export async function draftAddress(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/van-ban\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Dự thảo', { exact: true }).first()).toBeVisible();
  return new URL(page.url()).pathname;
}

/** The agency puts the draft before the leader, who numbers and issues it. Returns the symbol. */
export async function sign(officer: Page, leader: Page, paper: string): Promise<string> {
  await open(officer, paper);
  await pressAndConfirm(officer, 'Trình ký');
  await open(leader, '/');
  await expect(leader.locator(`a[href$="${paper}"]`).first()).toBeVisible();
  await open(leader, paper);
  await button(leader, 'Cấp số, ban hành').click();
  const drawer = leader.getByRole('dialog', { name: 'Cấp số, ban hành' });
  await button(drawer, 'Ban hành').click();
  await expect(drawer).toBeHidden();
  await expect(leader.getByText('Đã ban hành', { exact: true }).first()).toBeVisible();
  const title = await leader.getByRole('heading', { level: 1 }).innerText();
  return /\d+-\S+/.exec(title)?.[0] ?? '';
}

/** The unit finds the paper waiting, says that it is known, and begins what it assigns. */
export async function acknowledge(unit: Page, paper: string): Promise<void> {
  await open(unit, '/');
  await unit.locator(`a[href$="${paper}"]`).first().click();
  await button(unit, 'Đã nhận, quán triệt').click();
  const drawer = unit.getByRole('dialog');
  await button(drawer, 'Xác nhận').click();
  await expect(drawer).toBeHidden();
}
