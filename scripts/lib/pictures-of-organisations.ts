import type { Page } from 'playwright-core';
import { ask, bringUp, first, type Picture, see, settled, viewers } from './picture.ts';

const { agency, administrator } = viewers;

/** The organisation through time, its bodies, and one's own account. Nothing is written: acts stop at their preview. */
export const organisationPictures: readonly Picture[] = [
  { name: 'to-chuc', as: agency, open: openTree },
  { name: 'ten-cu', as: agency, open: openOldName },
  {
    name: 'don-vi',
    as: agency,
    open: async (page) => see(page, `/to-chuc/${await unit(page, 'Đảng bộ xã Bình Tiến')}`),
  },
  { name: 'sap-nhap', as: administrator, open: openMerge },
  { name: 'ban-khoi-to', as: administrator, open: openBody },
  { name: 'kien-toan', as: agency, open: openConsolidation },
  { name: 'bang-phan-quyen', as: administrator, open: (page) => see(page, '/quan-tri/phan-quyen') },
  { name: 'phien-dang-nhap', as: agency, open: (page) => see(page, '/tai-khoan') },
  { name: 'uy-quyen', as: agency, open: openDelegation },
];

async function unit(page: Page, name: string): Promise<string> {
  const found = await ask<{ id: string; name: string }>(page, `/api/units?q=${encodeURIComponent(name)}`);
  return first(
    found.filter((one) => one.name === name),
    name,
  ).id;
}

/** On the day before the commune was renamed. */
async function openTree(page: Page): Promise<void> {
  await see(page, '/to-chuc?ngay=2020-01-31');
  await page.getByRole('treeitem').first().focus();
  await page.evaluate(() => scrollTo(0, 0));
}

async function openOldName(page: Page): Promise<void> {
  await see(page, '/to-chuc?q=binh+dien');
  await page.getByText('Tên cũ', { exact: true }).first().waitFor();
}

async function openMerge(page: Page): Promise<void> {
  const [one, other] = ['Đảng bộ phường Hương Xuân', 'Đảng bộ phường Hương Văn'];
  await see(page, `/to-chuc/sap-xep/sap-nhap?don-vi=${await unit(page, one)}`);
  await page.getByRole('list', { name: /^Đã chọn/ }).waitFor();
  await choose(page, 'Đơn vị sáp nhập', other);
  await goOn(page);
  await page.getByLabel('Có hiệu lực từ ngày').first().fill('1/12');
  await page.getByLabel('Số, ký hiệu, nơi ban hành').fill('Nghị quyết 1675/NQ-UBTVQH15');
  await page.getByLabel('Lý do').fill('Sắp xếp đơn vị hành chính cấp xã');
  await goOn(page);
  await page.getByLabel('Tên đơn vị').fill('Đảng bộ phường Kim Trà');
  await page.getByLabel('Tên ngắn').fill('Phường Kim Trà');
  await page.getByLabel('Mã', { exact: false }).first().fill('KT');
  await goOn(page);
  await page.getByText('Những gì đang ở đơn vị cũ').waitFor();
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
}

const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: 'Tiếp tục' }).click();

async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name: label, exact: true });
  await box.click();
  await box.fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

/** The bloc of S3's ward, founded in 2015 and consolidated twice. */
async function openBody(page: Page): Promise<void> {
  const found = await ask<{ id: string }>(page, '/api/bodies?kind=mobilisation_bloc');
  await see(page, `/to-chuc/ban-khoi-to/${first(found, 'mobilisation bloc').id}`);
}

async function openConsolidation(page: Page): Promise<void> {
  const found = await ask<{ id: string }>(page, '/api/bodies?kind=steering_committee');
  await see(page, `/to-chuc/ban-khoi-to/${first(found, 'steering committee').id}/kien-toan`);
  const today = await page.evaluate(
    async () => (await (await fetch('/api/session')).json()) as { today: string },
  );
  await page.getByLabel('Ngày có hiệu lực').first().fill(today.today.split('-').toReversed().join('/'));
  await page
    .getByLabel('Hoặc số, ký hiệu, ngày của quyết định')
    .fill('Quyết định kiện toàn của Ban Thường vụ');
  await page.getByRole('button', { name: 'Cho ra: Chủ tịch Hội Nông dân thị xã' }).click();
  await choose(page, 'Thêm người vào danh sách', 'Chủ tịch Hội Liên hiệp Phụ nữ thị xã');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  const preview = page.getByRole('region', { name: '3. Xem trước' });
  await preview.getByText('Vào: 1').waitFor();
  await settled(page);
  await bringUp(page, preview);
}

async function openDelegation(page: Page): Promise<void> {
  await see(page, '/tai-khoan/uy-quyen');
  await page.getByRole('button', { name: 'Ủy quyền', exact: true }).first().click();
  await page.getByRole('dialog').getByText('Vai trò được làm thay').waitFor();
  await page.getByLabel('Lý do vắng mặt').fill('Đi học tại Trường Chính trị tỉnh');
}
