import { expect, type Page } from '@playwright/test';

/** Of every account in worlds that the tests make. */
export const testPassword = 'mật khẩu để thử 2026';

/** Signs in at the form, as a person does, and waits for the home page. */
export async function signIn(page: Page, username: string, password = testPassword): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByRole('textbox', { name: 'Mật khẩu', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByRole('banner')).toBeVisible();
}
