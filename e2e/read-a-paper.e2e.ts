import type { Page } from '@playwright/test';
import { people, signInAs } from './support/demo.ts';
import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { button, field, open } from './support/screen.ts';

// A paper marked secret and an empty one are refused on purpose.
test.use({ world: 'demo', story: 'reading', mayRefuse: true });
test.setTimeout(180_000);

const paper = `BAN CHẤP HÀNH ĐẢNG BỘ THỊ XÃ HƯƠNG TRÀ

Hương Trà, ngày 15 tháng 11 năm 2019

BÁO CÁO
kết quả thực hiện phong trào thi đua “Dân vận khéo” năm 2019

Thực hiện Kế hoạch số 77-KH/TU, ngày 12/02/2019 của Ban Thường vụ Thị ủy về phong trào thi đua “Dân vận khéo”, các cấp ủy đã lãnh đạo phong trào đạt kết quả sau:

I. KẾT QUẢ
1. Lĩnh vực văn hóa - xã hội
Toàn thị xã đăng ký 60 mô hình (kinh tế: 20 mô hình; văn hóa - xã hội: 30 mô hình; quốc phòng - an ninh: 15 mô hình). Tiêu biểu có mô hình “Ngõ phố không rác thải nhựa” (Hương Xuân), mô hình “Ánh sáng đường làng quê lúa” (Hương Văn).
`;

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function drop(page: Page, name: string, text: string): Promise<void> {
  await open(page, '/doc-tai-lieu', 'Đọc tài liệu');
  await expect(button(page, 'Chọn tệp')).toBeEnabled();
  await page.getByLabel('Tệp tài liệu', { exact: true }).setInputFiles(file(name, text));
}

const fact = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const openTab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click();

/** An old report is read, confirmed by keyboard, corrected, and becomes records that lead back to their passage. */
test('an old report becomes register entries, each with the passage it came from', async ({ page }) => {
  await signInAs(page, people.agency);
  await drop(page, 'bao-cao-2019.txt', paper);
  await expect(page.getByRole('heading', { level: 1, name: /năm 2019/ })).toBeVisible();
  const text = page.getByRole('region', { name: 'Nguyên văn tài liệu' });
  await expect(text).toContainText('Ngõ phố không rác thải nhựa');

  // The sum that fails is pointed at in words, and its figures are a press away.
  await openTab(page, /^Tổng/);
  await expect(page.getByText('1 tổng không khớp').first()).toBeVisible();
  await fact(page, /^60 ≠ 20 \+ 30 \+ 15/).click();
  await look(page, 'reading-sum');

  // By keyboard: the first practice is confirmed, the next one corrected.
  await openTab(page, /^Mô hình/);
  await fact(page, /^Ngõ phố không rác thải nhựa/).focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Ngõ phố' }).getByText('Đã xác nhận'),
  ).toBeVisible();
  await fact(page, /^Ánh sáng đường làng quê lúa/).focus();
  await page.keyboard.press('e');
  await field(page, 'Chủ mô hình').fill('Hội Nông dân phường Hương Văn');
  await button(page, 'Lưu sửa').click();
  await expect(page.getByText('Đã sửa', { exact: true })).toBeVisible();
  await expect(fact(page, /^Ánh sáng đường làng.*Hội Nông dân phường Hương Văn/)).toBeVisible();
  // In the text a press on a mark finds its fact.
  await openTab(page, /^Văn bản/);
  await text.locator('[data-facts]', { hasText: 'Ngõ phố' }).first().click();
  await expect(page.getByRole('tab', { name: /^Mô hình/ })).toHaveAttribute('aria-selected', 'true');
  await look(page, 'reading-practice');

  await button(page, /^Xác nhận cả/).click();
  await button(page, 'Đưa vào sổ').click();
  await button(page.getByRole('dialog'), 'Đưa vào sổ').click();
  await expect(page.getByRole('note').getByText(/^Đã đưa vào sổ:/)).toBeVisible();
  await look(page, 'reading-registered');

  // The record leads back to exactly its passage.
  await openTab(page, /^Mô hình/);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Ánh sáng đường làng' })
    .getByRole('link', { name: 'Mở trong sổ' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Ánh sáng đường làng/ })).toBeVisible();
  const passages = page.getByRole('region', { name: 'Trích từ tài liệu' });
  await expect(passages.getByText('Ánh sáng đường làng quê lúa').first()).toBeVisible();
  await look(page, 'practice-with-passage');
  await passages.getByRole('link', { name: 'Mở đúng đoạn này' }).first().click();
  await expect(page.getByRole('tab', { name: /^Mô hình/ })).toHaveAttribute('aria-selected', 'true');

  // The same file again is the same reading.
  await drop(page, 'bao-cao-2019.txt', paper);
  await expect(page.getByText('Tệp này đã được đọc trước đó', { exact: false })).toBeVisible();
  await open(page, '/doc-tai-lieu', 'Đọc tài liệu');
  await look(page, 'readings');
});

test('what the reader missed is marked by hand, and everything can be left open again', async ({ page }) => {
  await signInAs(page, people.agency);
  await drop(page, 'tin-ngan.txt', paper.replaceAll('2019', '2018'));
  await expect(page.getByRole('heading', { name: 'Nguyên văn' })).toBeVisible();
  await button(page, 'Đánh dấu').click();
  const drawer = page.getByRole('dialog', { name: 'Đánh dấu đoạn còn sót' });
  await field(drawer, 'Đoạn trong văn bản').fill('các cấp ủy đã lãnh đạo');
  await field(drawer, 'Tên mô hình, điển hình').fill('Cấp ủy làm gương');
  await button(drawer, 'Đánh dấu').click();
  await openTab(page, /^Mô hình/);
  await expect(fact(page, /^Cấp ủy làm gương/)).toBeVisible();

  await button(page, 'Bỏ tất cả').click();
  await expect(page.getByText('Đã duyệt hết')).toBeVisible();
  await button(page, 'Hoàn tác').click();
  await expect(page.getByText('2 chưa duyệt', { exact: true })).toBeVisible();
  await button(page, 'Bỏ tài liệu này').click();
  await button(page.getByRole('dialog'), 'Bỏ tài liệu').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đọc tài liệu' })).toBeVisible();
});

test('an empty file and a paper marked secret are refused with the reason, and nothing is kept', async ({
  page,
}) => {
  await signInAs(page, people.agency);
  await drop(page, 'rong.txt', '  \n');
  await expect(page.getByRole('alert')).toContainText('không có chữ nào');
  await drop(page, 'mat.txt', `MẬT\n${paper}`);
  await expect(page.getByRole('alert')).toContainText('MẬT');
  await expect(page.getByText('Chưa lưu gì của tệp này.')).toBeVisible();
  await look(page, 'reading-refused');
});

test('a list with headings of its own becomes drafts once its columns are told', async ({ page }) => {
  await signInAs(page, people.ward);
  await open(page, '/mo-hinh/nhap-danh-sach', 'Nhập danh sách đăng ký');
  await page.getByRole('link', { name: 'nhập danh sách bất kỳ' }).click();
  await page.getByLabel('Tệp danh sách', { exact: true }).setInputFiles({
    name: 'viec-lam-hay.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'STT,Việc làm hay,Nơi thực hiện,Nhóm lĩnh vực\n1,Bếp ăn ít khói,Tổ dân phố 2,Văn hóa - xã hội\n2,Cửa hàng 0 đồng,Tổ dân phố 5,Văn hóa - xã hội\n',
    ),
  });
  await expect(page.getByText('Chọn cột nào là tên mô hình.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Cột “Việc làm hay” là' }).selectOption('Tên mô hình');
  await look(page, 'list-columns');
  await button(page, 'Kiểm tra các dòng').click();
  await expect(page.getByText('Không có lỗi')).toBeVisible();
  await button(page, 'Ghi thành bản nháp').click();
  await expect(page.getByText('Cách hiểu các cột được nhớ', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Xem các bản nháp' }).click();
  await expect(page.getByText('Cửa hàng 0 đồng').first()).toBeVisible();
});
