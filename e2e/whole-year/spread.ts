import { expect, type Page } from '@playwright/test';
import { inDays, today, typed } from '../support/days.ts';
import { button, field, open, pick } from '../support/screen.ts';
import { send } from './register.ts';

/** Puts an effective practice to a unit. */
export async function offer(page: Page, practice: string, unit: string): Promise<void> {
  await open(page, '/nhan-rong', 'Nhân rộng');
  await button(page, 'Giới thiệu mô hình').first().click();
  const drawer = page.getByRole('dialog', { name: 'Giới thiệu mô hình để nhân rộng' });
  await pick(drawer, 'Mô hình giới thiệu', practice);
  await drawer.getByRole('checkbox', { name: unit, exact: true }).check();
  await button(drawer, 'Giới thiệu').click();
  await expect(drawer).toBeHidden();
}

/** The unit takes it up: a draft with its origin, finished for its own place and sent. */
export async function takeUp(page: Page, practice: string, place: string): Promise<void> {
  await open(page, '/nhan-rong', 'Nhân rộng');
  await button(page.getByRole('article', { name: practice }), 'Nhận áp dụng').click();
  await expect(page).toHaveURL(/\/mo-hinh\/[0-9a-f-]{36}\/sua$/);
  await field(page, 'Địa chỉ cụ thể').fill(place);
  await field(page, 'Ngày bắt đầu').fill(typed(today));
  await field(page, 'Ngày kết thúc').fill(typed(inDays(60)));
  await field(page, 'Chủ mô hình').fill('Chi hội Nông dân Giáp Tư');
  await field(page, 'Người phụ trách').fill('Chi hội trưởng Nông dân Giáp Tư');
  await send(page);
}
