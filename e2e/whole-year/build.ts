import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { readyForm } from '#server/testing/reports.ts';
import { thisYear } from '../support/days.ts';
import { HttpActor } from '../support/http-actor.ts';
import { button, card, field, open } from '../support/screen.ts';
import { testPassword } from '../support/sign-in.ts';
import type { Town } from '../support/town.ts';

/** A photo as a phone takes it, small. */
export function photo(): Promise<Buffer> {
  return sharp({ create: { width: 960, height: 720, channels: 3, background: '#5b8f6b' } })
    .jpeg()
    .toBuffer();
}

/** What was done, with a photo; then what people gave. */
export async function recordWork(page: Page, practice: string, text: string): Promise<void> {
  await open(page, practice);
  await button(page, 'Ghi tiến độ').first().click();
  const drawer = page.getByRole('dialog', { name: 'Ghi tiến độ' });
  await field(drawer, 'Số người tham gia').fill('48');
  await field(drawer, 'Đã làm được gì').fill(text);
  await drawer
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'anh-hien-truong.jpg', mimeType: 'image/jpeg', buffer: await photo() });
  await field(drawer, 'Chú thích: anh-hien-truong.jpg').fill('Buổi ra quân đầu tiên');
  await button(drawer, 'Ghi tiến độ').click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText(text).first()).toBeVisible();
}

export async function recordMoney(page: Page, practice: string, amount: string): Promise<void> {
  await open(page, practice);
  await button(page, /Ghi nguồn lực/)
    .first()
    .click();
  const drawer = page.getByRole('dialog', { name: 'Ghi nguồn lực huy động' });
  await field(drawer, 'Số tiền').fill(amount);
  await field(drawer, 'Ghi chú').fill('Các hộ ven sông đóng góp mua xuồng tuần tra.');
  await button(drawer, 'Ghi').click();
  await expect(drawer).toBeHidden();
}

/** Answers the first self-check that the plan asks for. */
export async function selfCheck(page: Page, practice: string): Promise<void> {
  await open(page, practice);
  await button(card(page, 'Tự kiểm tra'), 'Tự kiểm tra').first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('radio', { name: 'Đúng tiến độ' }).check();
  await field(drawer, 'Kết quả so với mục tiêu').fill(
    '12/12 hộ đã ký cam kết; tuần tra đều hai lần mỗi tuần.',
  );
  await button(drawer, 'Ghi tự kiểm tra').click();
  await expect(drawer).toBeHidden();
}

/** The standing agency takes in the half-year form; the half-year that is over by now is owed. */
export async function askForReports(address: string, { town }: Town): Promise<void> {
  const agency = await new HttpActor(address).signIn('thuongtruc', testPassword);
  await agency.call('POST /api/report-forms', {
    body: readyForm('dvk-6-thang', { ownerUnitId: town, askedFrom: `${thisYear - 1}-07-01` }),
  });
}

/** The unit's report: figures are counted already, it only writes; then it is sent. */
export async function writeReport(page: Page, name: RegExp): Promise<string> {
  await open(page, '/bao-cao', 'Báo cáo của đơn vị');
  const mine = page.getByRole('list', { name: 'Báo cáo tôi phải viết' });
  await mine.getByRole('button', { name }).or(mine.getByRole('link', { name })).first().click();
  await expect(page).toHaveURL(/\/bao-cao\/[0-9a-f-]{36}$/);
  await field(page, 'Đợt ra quân').fill('2');
  await field(page, 'Lượt người tham gia').fill('190');
  await field(page, 'Cuộc đối thoại').fill('1');
  await field(page, 'Công tác lãnh đạo, chỉ đạo').fill(
    'Đảng ủy ban hành kế hoạch, phân công người theo dõi.',
  );
  await field(page, 'Kết quả thực hiện').fill(
    'Các mô hình được giao đều đã triển khai, người dân hưởng ứng.',
  );
  await field(page, 'Hạn chế, khó khăn và nguyên nhân').fill('Thiếu kinh phí mua phương tiện tuần tra.');
  await field(page, 'Kiến nghị, đề xuất').fill('Đề nghị hỗ trợ áo phao cho tổ tự quản.');
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  await button(page, 'Duyệt trong đơn vị').click();
  await button(page.getByRole('dialog'), 'Đồng ý').click();
  await expect(page.getByText('Đã duyệt trong đơn vị').first()).toBeVisible();
  await button(page, 'Gửi báo cáo').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, 'Gửi báo cáo').click();
  await expect(dialog).toBeHidden();
  return new URL(page.url()).pathname;
}
