import type { Page } from '@playwright/test';
import { ask, people, signInAs } from './support/demo.ts';
import { expect, test } from './support/kheo.ts';
import { button, card, field, open } from './support/screen.ts';

/** The standing agency's side of the reports: who sent, more time, the consolidated paper, its correction. */
test.use({ world: 'demo', mayRefuse: true });
test.setTimeout(180_000);

async function formId(page: Page, code: string): Promise<string> {
  const { items } = await ask<{ items: { id: string; code: string }[] }>(page, '/api/report-forms');
  const found = items.find((one) => one.code === code);
  if (found === undefined) throw new Error(`No form has the code ${code}`);
  return found.id;
}

test('a month is looked through: several accepted at once, others reminded, one day moved', async ({
  page,
}) => {
  await signInAs(page, people.agency);
  const monthly = await formId(page, 'dvk-thang');
  await open(page, `/bao-cao/theo-doi?formId=${monthly}`, 'Theo dõi báo cáo');
  await page.getByRole('table').getByRole('link', { name: 'T10/2026' }).click();
  await expect(page.getByRole('heading', { name: 'Tháng 10 năm 2026' })).toBeVisible();
  const ticks = page.getByRole('checkbox', { name: 'Chọn dòng này' });
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await button(page, 'Tiếp nhận (2)').click();
  await button(page.getByRole('dialog'), 'Tiếp nhận').click();
  await expect(page.getByText('Đã tiếp nhận 2 báo cáo.')).toBeVisible();
  await button(page, /^Nhắc \(/).click();
  await button(page.getByRole('dialog'), 'Nhắc').click();
  await expect(page.getByText(/^Đã nhắc \d+ đơn vị/)).toBeVisible();

  await open(page, `/bao-cao/theo-doi?formId=${monthly}&ky=2026-11-01`);
  await button(page, 'Gia hạn').click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Hạn mới').fill('1/12/2026');
  await field(drawer, 'Lý do').fill('Mưa lũ trên địa bàn');
  await button(drawer, 'Gia hạn').click();
  await expect(drawer.getByText(/Phải sau hạn đang có/).first()).toBeVisible();
  await field(drawer, 'Hạn mới').fill('14/12/2026');
  await button(drawer, 'Gia hạn').click();
  await expect(drawer).toBeHidden();
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await button(page, 'Gia hạn').click();
  await expect(drawer.getByLabel('Cho đơn vị')).toContainText('2 đơn vị đã chọn, chưa gửi');
  await field(drawer, 'Hạn mới').fill('16/12/2026');
  await field(drawer, 'Lý do').fill('Ngập sâu hơn');
  await button(drawer, 'Gia hạn').click();
  await expect(drawer).toBeHidden();
  await open(page, `/quan-tri/bieu-bao-cao/${monthly}?muc=gia-han`);
  await expect(page.getByRole('row', { name: /Mưa lũ trên địa bàn/ })).toContainText('14/12/2026');
  await expect(page.getByRole('row', { name: /Ngập sâu hơn/ })).toHaveCount(2);
});

test('the consolidated report is drafted, issued, and corrected with a reason', async ({ page }) => {
  await signInAs(page, people.agency);
  const monthly = await formId(page, 'dvk-thang');
  const totals = `/bao-cao/tong-hop?formId=${monthly}&ky=2026-10-01&muc=van-ban`;
  await open(page, totals, 'Tổng hợp báo cáo');
  await button(page, 'Soạn báo cáo tổng hợp').click();
  await expect(page.getByRole('dialog')).toContainText('đơn vị chưa gửi');
  await button(page.getByRole('dialog'), 'Soạn dự thảo').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Tổng hợp tháng 10 năm/ })).toBeVisible();
  await page.getByText('Việc đáng chú ý trong tháng').click();
  await page
    .getByText(/^\d+\/\d+ đơn vị cùng viết$/)
    .first()
    .click();
  await expect(page.getByRole('link', { name: /Hương Xuân/ }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Sửa, ban hành' }).click();
  await button(page, 'Cấp số, ban hành').click();
  await button(page.getByRole('dialog'), 'Ban hành').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Báo cáo \d+-BC/ })).toBeVisible();
  await card(page, 'Báo cáo này làm từ').getByRole('link').click();

  await button(page, 'Soạn bản đính chính').click();
  const question = page.getByRole('dialog');
  await button(question, 'Soạn dự thảo').click();
  await expect(question).toContainText('Nêu lý do cụ thể');
  await field(question, 'Lý do đính chính').fill('Bổ sung số liệu của phường Tứ Hạ.');
  await button(question, 'Soạn dự thảo').click();
  await expect(page.getByText('Bản lần 2')).toBeVisible();
  await expect(page.getByText('Bổ sung số liệu của phường Tứ Hạ.')).toBeVisible();
  await open(page, totals);
  const editions = card(page, /^Báo cáo tổng hợp/);
  await expect(editions.getByText('Đã ban hành')).toBeVisible();
  await expect(editions.getByText('Dự thảo', { exact: true })).toBeVisible();
});

test('a ready form is taken, changed before anybody answers, and handed on as a file', async ({ page }) => {
  await signInAs(page, people.agency);
  await open(page, '/quan-tri/bieu-bao-cao', 'Biểu báo cáo');
  await button(page, /^Dùng biểu này: Báo cáo tổng kết giai đoạn/).click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Giai đoạn từ ngày').fill('1/1/2021');
  await field(drawer, 'Đến ngày').fill('31/12/2025');
  await button(drawer, 'Dùng biểu này').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Báo cáo tổng kết giai đoạn/ })).toBeVisible();

  await page.getByRole('link', { name: 'Sửa nội dung' }).click();
  await button(page, 'Thêm chỉ tiêu').click();
  await button(drawer, 'Xong').click();
  await expect(drawer.getByText('Không để trống').first()).toBeVisible();
  await field(drawer, 'Tên chỉ tiêu').fill('Hội nghị biểu dương');
  await field(drawer, 'Định nghĩa').fill('Số hội nghị biểu dương điển hình trong giai đoạn.');
  await field(drawer, 'Đơn vị tính').fill('hội nghị');
  await button(drawer, 'Xong').click();
  await expect(drawer).toBeHidden();
  await button(page, 'Lưu').click();
  await expect(page.getByRole('cell', { name: /^Hội nghị biểu dương/ })).toBeVisible();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải tệp .json' }).click(),
  ]);
  await open(page, '/quan-tri/bieu-bao-cao');
  await button(page, 'Nhận từ tệp').click();
  await page.locator('input[type=file]').setInputFiles(await file.path());
  await button(drawer, 'Nhận biểu').click();
  await expect(drawer).toContainText('đã có biểu mẫu mã');
});
