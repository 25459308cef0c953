import type { Page } from '@playwright/test';
import { ask, firstOf, people, signInAs } from './support/demo.ts';
import { expect, test } from './support/kheo.ts';
import { button, card, field, open } from './support/screen.ts';
import { score } from './whole-year/recognise.ts';

test.use({ world: 'demo' });

const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'Việc của tôi' });

test('the standing agency takes a registration up from its queue', async ({ page }) => {
  await signInAs(page, people.agency);
  await expect(home(page)).toBeVisible();
  await open(page, '/tham-dinh', 'Thẩm định, giao nhiệm vụ');
  const rows = page.getByRole('table', { name: 'Chờ nhận' }).getByRole('row');
  await expect(rows.getByRole('link').first()).toBeVisible();
  const before = await rows.count();
  await rows.nth(1).getByRole('link').first().click();
  const panel = page.getByRole('dialog', { name: 'Thẩm định đăng ký' });
  await button(panel, 'Nhận thẩm định').click();
  await button(page.getByRole('dialog', { name: 'Nhận thẩm định' }), 'Nhận thẩm định').click();
  await expect(panel.getByText('Đang thẩm định', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(before - 1);
});

test('a ward finds on its home what it owes, and records progress', async ({ page }) => {
  await signInAs(page, people.ward);
  await expect(home(page)).toBeVisible();
  await expect(card(page, 'Tôi phải làm').getByRole('listitem').first()).toBeVisible();
  await open(page, await firstOf(page, '/api/practices?state=implementing', '/mo-hinh'));
  await button(page, 'Ghi tiến độ').first().click();
  const drawer = page.getByRole('dialog', { name: 'Ghi tiến độ' });
  await field(drawer, 'Đã làm được gì').fill('Tổ dân vận họp, phân công từng hộ theo tuần.');
  await button(drawer, 'Ghi tiến độ').click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText('Tổ dân vận họp, phân công từng hộ theo tuần.').first()).toBeVisible();
});

test('a school registers a practice that continues, in few inputs', async ({ page }) => {
  await signInAs(page, people.school);
  await expect(home(page)).toBeVisible();
  await page.getByRole('link', { name: 'Đăng ký mô hình' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Đăng ký/ })).toBeVisible();
  await field(page, 'Tên mô hình').fill('Thư viện xanh');
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  await button(page, 'Để sau').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thư viện xanh' })).toBeVisible();
});

test('a member of the steering committee sees the area in his or her charge, and no other', async ({
  page,
}) => {
  await signInAs(page, people.member);
  await expect(home(page)).toBeVisible();
  const { items } = await ask<{ items: { unit: { shortName: string } }[] }>(page, '/api/practices?size=200');
  const units = new Set(items.map((one) => one.unit.shortName));
  expect(units.size).toBeGreaterThan(0);
  expect([...units].join(' ')).not.toContain('Hương Chữ');
});

test('an inspector scores a practice at the place', async ({ page }) => {
  await signInAs(page, people.inspector);
  await expect(home(page)).toBeVisible();
  const practice = await firstOf(page, '/api/practices?lacking=team_score', '/mo-hinh');
  await score(page, practice, { by: 'Chấm điểm của đoàn kiểm tra', share: 0.8 });
  await expect(page.getByRole('table', { name: 'Ba cột điểm theo tiêu chí' })).toContainText('Đoàn kiểm tra');
});

test('a leader finds the draft that waits for a signature, and sends it back', async ({ page }) => {
  await signInAs(page, people.leader);
  await expect(home(page)).toBeVisible();
  await open(page, await firstOf(page, '/api/documents?state=awaiting_signature', '/van-ban'));
  await button(page, 'Trả lại dự thảo').click();
  const dialog = page.getByRole('dialog');
  await field(dialog, 'Cần sửa gì').fill('Kiểm tra lại số liệu mục 2 trước khi trình.');
  await button(dialog, 'Trả lại').click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Dự thảo', { exact: true }).first()).toBeVisible();
});

test('the province answers a proposal from below', async ({ page }) => {
  await signInAs(page, people.province);
  await open(page, '/de-nghi-cap-tren', 'Đề nghị cấp trên công nhận');
  await page
    .getByRole('button', { name: /^Ghi kết quả/ })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Số quyết định').fill('131-QĐ/TU');
  await button(drawer, 'Ghi kết quả').click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText('131-QĐ/TU').first()).toBeVisible();
});

test('the administrator sees who did what, and no more', async ({ page }) => {
  await signInAs(page, people.administrator);
  await open(page, '/quan-tri/nhat-ky');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mô hình', exact: true })).toHaveCount(0);
});

test('a citizen finds a recognised practice without typing marks', async ({ page }) => {
  await signInAs(page, people.citizen);
  await open(page, '/trien-lam');
  const cards = page.getByRole('heading', { level: 2 });
  const name = await cards.first().innerText();
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  await page.getByRole('searchbox').first().fill(plain);
  await expect(cards.first()).toHaveText(name);
});

test('with the keyboard alone: Ctrl-K, words without marks, Enter opens', async ({ page }) => {
  await signInAs(page, people.agency);
  await expect(home(page)).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^Tìm mô hình/ })).toBeFocused();
  await page.keyboard.type('huong xuan');
  await expect(page.getByRole('option', { name: /Hương Xuân/ }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test.describe('when something is lost', () => {
  test.use({ mayRefuse: true });

  test('a lost session keeps what is typed; signing in again saves it', async ({ page, context }) => {
    await page.goto('/');
    const { demoPassword } = await ask<{ demoPassword: string }>(page, '/api/session');
    await signInAs(page, people.ward);
    await open(page, '/mo-hinh/moi');
    await field(page, 'Tên mô hình').fill('Ngõ phố không rác');
    await expect(page.getByText(/^Đã lưu/)).toBeVisible();
    await context.clearCookies();
    await field(page, 'Nội dung thực hiện').fill('Mỗi sáng Chủ nhật, cả ngõ cùng quét dọn.');
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await expect(dialog).toBeVisible();
    await field(dialog, 'Mật khẩu').fill(demoPassword);
    await button(dialog, 'Đăng nhập lại').click();
    await expect(dialog).toBeHidden();
    await expect(field(page, 'Nội dung thực hiện')).toHaveValue('Mỗi sáng Chủ nhật, cả ngõ cùng quét dọn.');
    await expect(page.getByText(/^Đã lưu/)).toBeVisible();
    await page.reload();
    await expect(field(page, 'Nội dung thực hiện')).toHaveValue('Mỗi sáng Chủ nhật, cả ngõ cùng quét dọn.');
  });

  test('a lost network says so and keeps what is typed; it is saved when the network is back', async ({
    page,
    context,
    watch,
  }) => {
    await signInAs(page, people.ward);
    await open(page, '/mo-hinh/moi');
    await field(page, 'Tên mô hình').fill('Tiếng loa an ninh');
    await expect(page.getByText(/^Đã lưu/)).toBeVisible();
    watch.offline = true;
    await context.setOffline(true);
    await expect(page.getByText('Đang mất mạng.')).toBeVisible();
    await field(page, 'Nội dung thực hiện').fill('Phát bản tin an ninh lúc 17 giờ mỗi ngày.');
    await expect(page.getByText(/giữ trên máy|chờ có mạng/).first()).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText(/^Đã lưu/)).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(field(page, 'Nội dung thực hiện')).toHaveValue('Phát bản tin an ninh lúc 17 giờ mỗi ngày.');
  });
});
