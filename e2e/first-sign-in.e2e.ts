import { generate } from 'otplib';
import type { Page } from '@playwright/test';
import { HttpActor } from './support/http-actor.ts';
import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { button, card, field, open } from './support/screen.ts';
import { signIn, testPassword } from './support/sign-in.ts';
import { foundTown } from './support/town.ts';

test.use({ story: 'first-sign-in', mayRefuse: true });

const person = { username: 'huongho', displayName: 'Cán bộ phường Hương Hồ' };

/** From the administrator's link to a session that needs the telephone, and the list of where one is signed in. */
test('an invited officer sets a password and a second factor, and sees every session', async ({
  kheo,
  visit,
}) => {
  const { huongXuan } = await foundTown(kheo.address);
  const link = await invite(kheo.address, huongXuan);

  const officer = await visit();
  await takeInvitation(officer, link);
  await officer.goto(link);
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText(/không còn dùng được/);
  await look(officer, 'invitation-over');

  const codes = await setSecondFactor(officer);

  const other = await visit();
  await signInTwice(other, codes[0] ?? '');
  await endOtherSessions(officer);
  await goOnAfterBothSteps(other, codes[1] ?? '');
});

/** A new account without a password, and the link that the administrator hands over. */
async function invite(address: string, unitId: string): Promise<string> {
  const administrator = await new HttpActor(address).signIn('quantri', testPassword);
  const { id } = await administrator.call('POST /api/accounts', {
    body: {
      ...person,
      password: null,
      grant: { role: 'unit_officer', unitId, beginsOn: '2020-01-01', endsOn: null, coversSubtree: true },
    },
  });
  const { token } = await administrator.call('POST /api/accounts/:id/invitation', { params: { id } });
  return `${address}/moi/${token}`;
}

async function takeInvitation(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByText(person.displayName)).toBeVisible();
  await look(page, 'invitation');
  await field(page, 'Mật khẩu mới').fill('ngắn');
  await field(page, 'Nhập lại mật khẩu mới').fill('khác');
  await button(page, 'Đặt mật khẩu và đăng nhập').click();
  await expect(page.getByText('Hai lần nhập mật khẩu mới chưa giống nhau.')).toBeVisible();
  await field(page, 'Nhập lại mật khẩu mới').fill('ngắn');
  await button(page, 'Đặt mật khẩu và đăng nhập').click();
  await expect(page.getByRole('alert').filter({ hasText: 'Mật khẩu chưa đủ mạnh' })).toBeVisible();
  await field(page, 'Mật khẩu mới').fill(testPassword);
  await field(page, 'Nhập lại mật khẩu mới').fill(testPassword);
  await button(page, 'Đặt mật khẩu và đăng nhập').click();
  await expect(page.getByRole('banner')).toContainText(person.displayName);
}

async function setSecondFactor(page: Page): Promise<string[]> {
  await open(page, '/tai-khoan', 'Tài khoản của tôi');
  await look(page, 'account');
  await button(page, 'Bật xác thực hai lớp').click();
  await button(page, 'Tiếp tục').click();
  await expect(page.getByRole('img', { name: /Mã QR/ })).toBeVisible();
  await look(page, 'second-factor-scan');
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await field(page, 'Mã sáu số đang hiện trong ứng dụng').fill('000000');
  await button(page, 'Bật xác thực hai lớp').click();
  await expect(page.getByText('Mã xác nhận không đúng.')).toBeVisible();
  await field(page, 'Mã sáu số đang hiện trong ứng dụng').fill(await generate({ secret }));
  await button(page, 'Bật xác thực hai lớp').click();
  const list = page.getByRole('list', { name: 'Mã dự phòng' });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  await look(page, 'recovery-codes');
  const codes = await list.getByRole('listitem').allTextContents();
  await expect(button(page, 'Xong')).toBeDisabled();
  await page.getByLabel('Tôi đã cất mã dự phòng').check();
  await button(page, 'Xong').click();
  await expect(card(page, 'Xác thực hai lớp')).toContainText('Còn 10 mã dự phòng');
  return codes;
}

async function signInTwice(page: Page, recoveryCode: string): Promise<void> {
  await page.goto('/tai-khoan');
  await field(page, 'Tên đăng nhập').fill(person.username);
  await field(page, 'Mật khẩu').fill(testPassword);
  await button(page, 'Đăng nhập').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhập mã xác thực' })).toBeVisible();
  await look(page, 'second-step');
  // Reloading does not let anybody past it.
  await page.reload();
  await field(page, 'Mã xác thực').fill('000000');
  await button(page, 'Tiếp tục').click();
  await expect(page.getByRole('alert')).toContainText('Mã xác thực không đúng');
  await button(page, 'Không có điện thoại: dùng mã dự phòng').click();
  await field(page, 'Mã dự phòng').fill(recoveryCode.toLowerCase());
  await button(page, 'Tiếp tục').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' })).toBeVisible();
  await expect(card(page, 'Xác thực hai lớp')).toContainText('Còn 9 mã dự phòng');
  await expect(card(page, 'Phiên đăng nhập')).toContainText('2 phiên');
  await look(page, 'account-with-sessions');
}

async function endOtherSessions(page: Page): Promise<void> {
  await page.reload();
  await button(page, 'Kết thúc tất cả phiên khác').click();
  await button(page.getByRole('dialog'), 'Kết thúc phiên khác').click();
  await expect(card(page, 'Phiên đăng nhập')).toContainText('1 phiên');
}

/** What was being done when the session ended goes out after both steps, over the page as it was. */
async function goOnAfterBothSteps(page: Page, recoveryCode: string): Promise<void> {
  await page.getByRole('radio', { name: /^Lớn/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await field(dialog, 'Mật khẩu').fill(testPassword);
  await button(dialog, 'Đăng nhập lại').click();
  await button(dialog, 'Không có điện thoại: dùng mã dự phòng').click();
  await look(page, 'second-step-over-the-page');
  await field(dialog, 'Mã dự phòng').fill(recoveryCode);
  await button(dialog, 'Tiếp tục').click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('radio', { name: /^Lớn/ })).toBeChecked();
  await page.reload();
  await expect(page.getByRole('radio', { name: /^Lớn/ })).toBeChecked();
}

test('the password alone opens the account no more', async ({ page }) => {
  await page.goto('/');
  await field(page, 'Tên đăng nhập').fill(person.username);
  await field(page, 'Mật khẩu').fill(testPassword);
  await button(page, 'Đăng nhập').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhập mã xác thực' })).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await button(page, 'Đăng nhập lại từ đầu').click();
  await signIn(page, 'quantri');
});
