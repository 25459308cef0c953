import { expect, type Page } from '@playwright/test';

/** Signs in by one press on an account of the demo story, as the sign-in page shows them. */
export async function signInAs(page: Page, displayName: string | RegExp): Promise<void> {
  await page.goto('/');
  const shown = page.getByRole('region', { name: 'Dùng thử' });
  await shown.getByRole('button', { name: displayName }).first().click();
  await expect(page.getByRole('navigation', { name: 'Chính', exact: true })).toBeVisible();
}

/** The people of the story, by how the sign-in page names them. */
export const people = {
  agency: /^Cán bộ cơ quan thường trực/,
  ward: /phường Hương Xuân.*Cán bộ đơn vị/,
  school: /Đặng Huy Trứ.*Cán bộ đơn vị/,
  member: /^Ủy viên Ban Chỉ đạo/,
  inspector: /^Thành viên Đoàn kiểm tra/,
  leader: /^Phó Bí thư/,
  province: /^Cán bộ Tỉnh ủy/,
  administrator: /^Quản trị hệ thống/,
  citizen: /^Người dân/,
} as const;

/** What the API answers this person, asked from the page itself. */
export function ask<T>(page: Page, path: string): Promise<T> {
  return page.evaluate(async (address) => (await fetch(address)).json(), path) as Promise<T>;
}

/** The address of the first record of a list, e.g. a practice that is under way. */
export async function firstOf(page: Page, list: string, screen: string): Promise<string> {
  const { items } = await ask<{ items: { id: string | null }[] }>(page, list);
  const id = items.find((item) => item.id !== null)?.id;
  if (id == null) throw new Error(`${list} is empty`);
  return `${screen}/${id}`;
}
