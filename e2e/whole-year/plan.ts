import { expect, type Page } from '@playwright/test';
import { inDays, thisYear, today, typed } from '../support/days.ts';
import { button, field, open, pick, pressAndConfirm } from '../support/screen.ts';

/** The sheet this year's practices are scored by: the usual criteria, with their legal basis. */
export async function writeCriteria(page: Page): Promise<void> {
  await open(page, '/tieu-chi/moi', 'Soạn bộ tiêu chí');
  await field(page, 'Căn cứ').fill('Hướng dẫn công nhận mô hình “Dân vận khéo” giai đoạn 2026-2030');
  await button(page, 'Lưu bộ tiêu chí').click();
  await expect(page).toHaveURL(/\/tieu-chi\/[0-9a-f-]{36}$/);
}

/** Makes the year's campaign: the prepared plan with this story's dates. Returns its address. */
export async function writePlan(page: Page): Promise<string> {
  await open(page, '/chien-dich', 'Chiến dịch');
  await page
    .getByRole('link', { name: /Lập chiến dịch/ })
    .first()
    .click();
  await button(page, 'Soạn kế hoạch').click();
  await expect(page).toHaveURL(/\/ke-hoach\/sua$/);
  await fillDates(page);
  await field(page, 'Địa danh ghi trên văn bản').fill('Hương Trà');
  const areas = page.getByRole('textbox', { name: 'Địa bàn phụ trách' }).first();
  await areas.scrollIntoViewIfNeeded();
  await pick(
    page.getByRole('listitem').filter({ has: areas }).first(),
    'Địa bàn phụ trách',
    'Đảng bộ phường Hương Xuân',
  );
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  await button(page, 'Xong, xem chiến dịch').click();
  await expect(page).toHaveURL(/\/chien-dich\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Everything of the year happens today: the first intake ends today, the second begins tomorrow. */
async function fillDates(page: Page): Promise<void> {
  await field(page, 'Đợt 1: nhận từ ngày').fill(typed(inDays(-10)));
  await field(page, 'Đợt 1: đến hết ngày').fill(typed(today));
  await field(page, 'Đợt 2: nhận từ ngày').fill(typed(inDays(1)));
  await field(page, 'Đợt 2: đến hết ngày').fill(typed(inDays(20)));
  const dues = page.getByRole('textbox', { name: 'Hạn trả lời' });
  for (const [index, due] of [today, inDays(5), inDays(10), inDays(15)].entries())
    await dues.nth(index).fill(typed(due));
  await field(page, 'Sơ kết: đơn vị gửi trước').fill(typed(inDays(3)));
  await field(page, 'Sơ kết: Ban Chỉ đạo báo cáo trước').fill(typed(inDays(5)));
  await field(page, 'Tổng kết: đơn vị gửi trước').fill(typed(inDays(10)));
  await field(page, 'Tổng kết: Ban Chỉ đạo báo cáo trước').fill(typed(inDays(12)));
}

export async function openCampaign(page: Page, campaign: string): Promise<void> {
  await open(page, campaign, `Phong trào thi đua “Dân vận khéo” năm ${thisYear}`);
  await pressAndConfirm(page, 'Phát động');
  await expect(page.getByText('Đang thực hiện').first()).toBeVisible();
}

/** The additions for the second half of the year: the first intake is over, the second runs from today. */
export async function openSecondIntake(page: Page, campaign: string): Promise<void> {
  await open(page, `${campaign}/ke-hoach/sua`);
  await field(page, 'Đợt 1: đến hết ngày').fill(typed(inDays(-1)));
  await field(page, 'Đợt 2: nhận từ ngày').fill(typed(today));
  await button(page, 'Lưu kế hoạch').click();
  await expect(page).toHaveURL(new RegExp(`${campaign}$`));
}
