import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { button, field } from './support/screen.ts';
import { signIn, testPassword } from './support/sign-in.ts';

test.use({ story: 'first-run', mayRefuse: true });

/** An empty installation becomes an office's own, in the browser alone. */
test('the first unit and the first administrator are set up by the wizard', async ({ page, visit }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Đơn vị đầu tiên' })).toBeVisible();
  await look(page, 'wizard-unit');
  await field(page, 'Tên đơn vị').fill('Thị ủy Hương Trà');
  await field(page, 'Tên gọi ngắn').fill('Hương Trà');
  await page.getByLabel('Loại đơn vị').selectOption('Huyện ủy, Thị ủy, Thành ủy');
  await field(page, 'Mã đơn vị').fill('huongtra');
  await button(page, 'Tiếp tục').click();
  await field(page, 'Tên hiển thị').fill('Quản trị hệ thống');
  await field(page, 'Tên đăng nhập').fill('quantri');
  await field(page, 'Mật khẩu').fill('ngắn');
  await button(page, 'Thiết lập').click();
  await expect(page.getByText(/ký tự/).first()).toBeVisible();
  await look(page, 'wizard-administrator');
  await field(page, 'Mật khẩu').fill(testPassword);
  await button(page, 'Thiết lập').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Khéo đã sẵn sàng' })).toBeVisible();
  await look(page, 'wizard-done');
  await button(page, 'Đến trang đăng nhập').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập' })).toBeVisible();

  const administrator = await visit();
  await signIn(administrator, 'quantri');
  await look(administrator, 'wizard-first-home');
});
