import type { Page } from '@playwright/test';
import { formatDay } from '#domain/kernel/day.ts';
import { inDays, today } from './support/days.ts';
import { expect, test } from './support/kheo.ts';
import { button, card, field, open, pick } from './support/screen.ts';
import { foundTown } from './support/town.ts';

test.use({ story: 'reorganise-units' });

const tree = (page: Page) => page.getByRole('tree');
const line = (page: Page, name: string) =>
  tree(page).getByRole('treeitem', { name: new RegExp(`^${name} `) });
const xuan = 'Đảng bộ phường Hương Xuân';
const van = 'Đảng bộ phường Hương Văn';
const kimTra = 'Đảng bộ phường Kim Trà';

test('an administrator merges two wards, looks before and after, compares, and takes it back', async ({
  kheo,
  visit,
}) => {
  const town = await foundTown(kheo.address);
  const page = await visit('quantri');

  await test.step('from the unit’s page, what is missing is said beside its field', async () => {
    await open(page, `/to-chuc/${town.huongXuan}`, xuan);
    await page.getByRole('link', { name: 'Sắp xếp đơn vị này' }).click();
    await page.getByRole('link', { name: /^Sáp nhập, hợp nhất/ }).click();
    await expect(page.getByRole('list', { name: /^Đã chọn/ })).toContainText(xuan);
    await pick(page, 'Đơn vị sáp nhập', van);
    await button(page, 'Tiếp tục').click();
    await button(page, 'Tiếp tục').click();
    await expect(page.getByText('Chọn ngày có hiệu lực.').first()).toBeVisible();
  });

  await test.step('a reload loses nothing; a code in use is refused before anything happens', async () => {
    await field(page, 'Có hiệu lực từ ngày').fill(formatDay(today));
    await field(page, 'Lý do').fill('Sắp xếp đơn vị hành chính cấp xã');
    await page.reload();
    await expect(field(page, 'Lý do')).toHaveValue('Sắp xếp đơn vị hành chính cấp xã');
    await field(page, 'Số, ký hiệu, nơi ban hành').fill('Nghị quyết 1675/NQ-UBTVQH15');
    await button(page, 'Tiếp tục').click();
    await field(page, 'Tên đơn vị').fill(kimTra);
    await field(page, 'Tên ngắn').fill('Kim Trà');
    await field(page, 'Mã').fill('tinh');
    await button(page, 'Tiếp tục').click();
    await expect(page.getByRole('alert')).toContainText('Mã “tinh” đã dùng cho đơn vị khác');
    await button(page, 'Sửa ở bước “Về đâu”').click();
    await field(page, 'Mã').fill('kim-tra');
    await button(page, 'Tiếp tục').click();
  });

  await test.step('the preview names all that ends, begins and moves; then it is done', async () => {
    const preview = card(page, `Từ ngày ${formatDay(today)}`);
    await expect(preview).toContainText(xuan);
    await expect(preview).toContainText(van);
    await expect(preview).toContainText(kimTra);
    await expect(card(page, 'Những gì đang ở đơn vị cũ')).toContainText('quyền của cán bộ');
    await button(page, 'Sáp nhập').click();
    await expect(page.getByText('Đã ghi.')).toBeVisible();
  });

  await test.step('the tree after, and by the slider the tree before', async () => {
    await open(page, '/to-chuc', 'Tổ chức');
    await expect(line(page, kimTra)).toBeVisible();
    await expect(line(page, xuan)).toHaveCount(0);
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL(/ngay=/);
    await expect(line(page, xuan)).toBeVisible();
    await expect(line(page, kimTra)).toHaveCount(0);
    await button(page, 'Về hôm nay').click();
    await page.getByRole('checkbox', { name: /^Hiện đơn vị cũ/ }).check();
    await line(page, kimTra).focus();
    await page.keyboard.press('ArrowRight');
    await expect(line(page, xuan)).toBeVisible();
  });

  await test.step('the old name, without marks, finds what the ward became', async () => {
    await page.getByRole('searchbox', { name: 'Tìm theo tên nay hoặc tên cũ' }).fill('huong xuan');
    const found = card(page, 'Tìm thấy “huong xuan”');
    await expect(found).toContainText('Tên cũ');
    await found.getByRole('link', { name: kimTra }).click();
    await expect(page.getByRole('heading', { level: 1, name: kimTra })).toBeVisible();
    await expect(card(page, 'Đơn vị cũ và đơn vị kế tục')).toContainText(van);
    await expect(card(page, 'Quá trình của đơn vị')).toContainText('Nghị quyết 1675/NQ-UBTVQH15');
  });

  await test.step('two days compared', async () => {
    await open(page, `/to-chuc/so-sanh?tu=${inDays(-1)}&den=${today}`, 'So sánh tổ chức hai ngày');
    await expect(page.getByRole('table', { name: 'Kết thúc hoạt động' }).getByRole('row')).toHaveCount(3);
    await expect(page.getByRole('table', { name: 'Thành lập' })).toContainText(kimTra);
    const counts = page.getByRole('table', { name: 'Số đơn vị theo loại' });
    await expect(counts.getByRole('row', { name: /Đảng bộ xã, phường/ })).toContainText('−1');
  });

  await test.step('taken back: the organisation is as if it had never been', async () => {
    await open(page, '/to-chuc/cac-lan-sap-xep', 'Các lần sắp xếp tổ chức');
    await page.getByRole('link', { name: /→ Kim Trà$/ }).click();
    await button(page, 'Hoàn tác').click();
    const dialog = page.getByRole('dialog');
    await field(dialog, 'Lý do').fill('Ghi nhầm ngày có hiệu lực');
    await button(dialog, 'Hoàn tác').click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Đã hoàn tác', { exact: true })).toBeVisible();
    await open(page, '/to-chuc', 'Tổ chức');
    await expect(line(page, xuan)).toBeVisible();
    await expect(line(page, kimTra)).toHaveCount(0);
  });
});
