import { ask, firstOf, people, signInAs } from './support/demo.ts';
import { inDays, today, typed } from './support/days.ts';
import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { button, card, field, open, pick } from './support/screen.ts';

test.use({ world: 'demo', story: 'delegate-an-absence', mayRefuse: true });

const member = 'Ủy viên Ban Chỉ đạo phụ trách phía bắc thị xã';
const done = 'Họp tổ dân vận thay đồng chí vắng mặt.';

/** An officer goes to school for a week; a colleague does the work in the officer's name, and then no more. */
test('a ward officer hands the work on for an absence and takes it back', async ({ page, visit }) => {
  const colleague = await visit();
  await signInAs(colleague, people.member);
  await expect(colleague.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible();
  await expect(colleague.getByRole('link', { name: 'Đăng ký mô hình' })).toHaveCount(0);

  await signInAs(page, people.ward);
  await open(page, '/tai-khoan');
  await page.getByRole('link', { name: 'Ủy quyền khi vắng mặt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ủy quyền khi vắng mặt' })).toBeVisible();
  await look(page, 'delegation-none');
  await button(page, 'Ủy quyền').click();
  const drawer = page.getByRole('dialog', { name: 'Ủy quyền khi vắng mặt' });
  await expect(drawer.getByRole('checkbox', { name: /^Cán bộ đơn vị/ })).toBeChecked();
  await button(drawer, 'Ủy quyền').click();
  await expect(drawer.getByText('Chưa nhập ngày').first()).toBeVisible();
  await pick(drawer, 'Người làm thay', member);
  await field(drawer, 'Đến hết ngày').fill(typed(inDays(6)));
  await field(drawer, 'Lý do vắng mặt').fill('Đi học tại Trường Chính trị tỉnh');
  await button(drawer, 'Ủy quyền').click();
  await expect(drawer).toBeHidden();
  const given = card(page, 'Tôi ủy quyền cho người khác');
  await expect(given.getByText('Đang hiệu lực')).toBeVisible();
  await expect(given).toContainText(`${member}, từ ${typed(today)} đến ${typed(inDays(6))}`);
  await look(page, 'delegation-given');

  await colleague.reload();
  await expect(colleague.getByText(`Đang được ủy quyền đến ${typed(inDays(6))}`)).toBeVisible();
  await look(colleague, 'home-standing-in');
  const { items } = await ask<{ items: { unit: { id: string; name: string } }[] }>(page, '/api/practices');
  const unitId = items[0]?.unit.id ?? '';
  const list = `/api/practices?state=implementing&unitId=${unitId}`;
  const practice = await firstOf(colleague, list, '/mo-hinh');
  await open(colleague, practice);
  await button(colleague, 'Ghi tiến độ').first().click();
  const progress = colleague.getByRole('dialog', { name: 'Ghi tiến độ' });
  await field(progress, 'Đã làm được gì').fill(done);
  await button(progress, 'Ghi tiến độ').click();
  await expect(progress).toBeHidden();
  await open(page, practice);
  await expect(page.getByText(`${member} (thay mặt`).first()).toBeVisible();

  await open(page, '/tai-khoan/uy-quyen');
  await button(page, /^Thu lại ủy quyền/).click();
  const back = page.getByRole('dialog', { name: 'Thu lại ủy quyền' });
  await button(back, 'Đã trở lại làm việc.').click();
  await button(back, 'Thu lại ủy quyền').click();
  await expect(back).toBeHidden();
  await expect(given.getByText('Đã hết')).toBeVisible();
  await open(colleague, practice);
  await expect(button(colleague, 'Ghi tiến độ')).toHaveCount(0);
});
