import { addDays, formatDay } from '#domain/kernel/day.ts';
import type { Page } from '@playwright/test';
import { ask, people, signInAs } from './support/demo.ts';
import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { button, field, open, pick } from './support/screen.ts';

// A list without its paper is refused on purpose.
test.use({ world: 'demo', story: 'consolidation', mayRefuse: true });
test.setTimeout(120_000);

const committee = 'Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã';
const leaving = 'Chủ tịch Hội Nông dân thị xã';
const coming = 'Chủ tịch Hội Liên hiệp Phụ nữ thị xã';

const members = (page: Page) => page.getByRole('table', { name: /^Thành viên ngày/ });

/** The committee's officer consolidates it, sees both days, takes it back, and hands on what he has in hand. */
test('a steering committee is consolidated by a decision, shown on any day, and taken back', async ({
  page,
}) => {
  await signInAs(page, people.agency);
  const { today } = await ask<{ today: string }>(page, '/api/session');
  await open(page, '/to-chuc/ban-khoi-to', 'Ban, khối, tổ');
  await look(page, 'bodies');
  await page.getByRole('link', { name: committee }).click();
  await expect(members(page).getByRole('link', { name: leaving })).toBeVisible();
  await look(page, 'body');

  await button(page, 'Kiện toàn').click();
  await expect(page.getByRole('heading', { level: 1, name: `Kiện toàn ${committee}` })).toBeVisible();
  await field(page, 'Ngày có hiệu lực').fill(formatDay(today));
  await button(page, 'Xem trước thay đổi').click();
  // No paper, nobody comes or goes: refused beside the fields, before anything is shown.
  await expect(page.getByText('Chọn văn bản trong sổ, hoặc ghi số, ký hiệu').first()).toBeVisible();
  await field(page, 'Hoặc số, ký hiệu, ngày của quyết định').fill('Quyết định kiện toàn năm nay');
  await button(page, `Cho ra: ${leaving}`).click();
  await pick(page, 'Thêm người vào danh sách', coming);
  await button(page, 'Xem trước thay đổi').click();
  const preview = page.getByRole('region', { name: '3. Xem trước' });
  for (const words of ['Vào: 1', 'Ra: 1', 'Đổi: 0', 'Giữ nguyên: 5'])
    await expect(preview.getByText(words)).toBeVisible();
  await look(page, 'consolidation-preview');
  await button(page, 'Ghi quyết định kiện toàn').click();

  await expect(page.getByRole('heading', { level: 1, name: committee })).toBeVisible();
  await expect(members(page).getByRole('link', { name: coming })).toBeVisible();
  await expect(members(page).getByRole('link', { name: leaving })).toHaveCount(0);
  await page.goto(`${new URL(page.url()).pathname}?ngay=${addDays(today, -1)}`);
  await expect(members(page).getByRole('link', { name: leaving })).toBeVisible();
  await expect(members(page).getByRole('link', { name: coming })).toHaveCount(0);

  await button(page, 'Rút lại quyết định cuối').click();
  await button(page.getByRole('dialog'), 'Ghi nhầm danh sách.').click();
  await button(page.getByRole('dialog'), 'Rút lại quyết định').click();
  await expect(page.getByText(/Đã rút lại lúc/)).toBeVisible();
  await page.goto(new URL(page.url()).pathname);
  await expect(members(page).getByRole('link', { name: leaving })).toBeVisible();
});

test('what somebody has in hand is handed over from the page of that person', async ({ page }) => {
  await signInAs(page, people.agency);
  await open(page, '/to-chuc/nguoi?q=can+bo+ban+dan+van', 'Con người');
  await look(page, 'people');
  await page.getByRole('link', { name: 'Cán bộ Ban Dân vận Thị ủy' }).click();
  await button(page, 'Bàn giao công việc').click();
  await expect(page.getByRole('heading', { level: 1, name: /^Bàn giao công việc của/ })).toBeVisible();
  // Roles are given by administrators only: said beside the role, and the rest can go.
  await expect(page.getByText(/bạn không có quyền giao vai trò này/)).toBeVisible();
  await pick(page, 'Người nhận tất cả', 'Phó Bí thư Thị ủy');
  await field(page, 'Lý do').fill('Chuyển công tác khác');
  await look(page, 'hand-over');
  await button(page, /^Bàn giao \d+ việc$/).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cán bộ Ban Dân vận Thị ủy' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Diễn biến' }).getByText('Bàn giao công việc')).toBeVisible();
});
