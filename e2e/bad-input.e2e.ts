import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { Client } from 'pg';
import { inDays, typed } from './support/days.ts';
import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { openYear } from './support/open-year.ts';
import { button, field, open } from './support/screen.ts';
import { foundTown } from './support/town.ts';
import { chooseList, fillRegistration, fillTemplate, send } from './whole-year/register.ts';
import { river, school } from './whole-year/town-practices.ts';

test.use({ story: 'bad-input', mayRefuse: true });
test.describe.configure({ mode: 'serial' });

let page: Page;

test.beforeAll(async ({ kheo }) => {
  await openYear(kheo.address, await foundTown(kheo.address));
});

test.beforeEach(async ({ visit }) => {
  page = await visit('huongxuan');
});

/** What the database holds, whatever the screens say: the first value of the first row. */
async function stored(databaseUrl: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: string }>(sql);
    return String(rows[0]?.value);
  } finally {
    await client.end();
  }
}

const countPractices = async (databaseUrl: string): Promise<number> =>
  Number(await stored(databaseUrl, 'select count(*) as value from practice'));

async function downloadTemplate(): Promise<string> {
  await open(page, '/mo-hinh/nhap-danh-sach', 'Nhập danh sách đăng ký');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải tệp mẫu' }).click();
  return (await download).path();
}

test('a broken Excel file is refused in words, and nothing is written', async ({ kheo }) => {
  const template = await downloadTemplate();
  const whole = await fillTemplate(template, [river]);
  await chooseList(page, whole.subarray(0, Math.floor(whole.length / 2)), 'hong.xlsx');
  await expect(page.getByRole('alert')).toContainText(/không đọc được|hỏng/i);
  await look(page, 'bad-broken-excel');
  await chooseList(page, Buffer.from('not a workbook'), 'khong-phai-excel.xlsx');
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await countPractices(kheo.databaseUrl)).toBe(0);
});

test('a formula and a wrong day in a list are named by their cells; the mended list is read', async ({
  kheo,
}) => {
  const workbook = new ExcelJS.Workbook();
  const template = await downloadTemplate();
  await workbook.xlsx.load((await fillTemplate(template, [river, school])) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  const first = 3;
  if (sheet) {
    sheet.getCell(`A${first}`).value = { formula: 'CONCATENATE("Mô hình ","số 1")', result: 'Mô hình số 1' };
    sheet.getCell(`H${first + 1}`).value = '31/02';
  }
  await chooseList(page, Buffer.from(await workbook.xlsx.writeBuffer()));
  const faults = page.getByRole('table', { name: 'Các ô cần sửa' });
  await expect(faults.getByRole('rowheader', { name: `A${first}` })).toBeVisible();
  await expect(faults.getByRole('row', { name: new RegExp(`A${first}`) })).toContainText(/công thức/i);
  await expect(faults.getByRole('rowheader', { name: `H${first + 1}` })).toBeVisible();
  await look(page, 'bad-cells');
  expect(await countPractices(kheo.databaseUrl)).toBe(0);
  await chooseList(page, await fillTemplate(template, [river, school]));
  await expect(button(page, 'Ghi 2 dòng thành bản nháp')).toBeVisible();
});

test('dates that end before they begin and an endless name are refused beside their fields', async ({
  kheo,
}) => {
  await open(page, '/mo-hinh/moi', 'Đăng ký mô hình, điển hình');
  await fillRegistration(page, river);
  await field(page, 'Ngày kết thúc').fill(typed(inDays(-40)));
  await field(page, 'Tên mô hình').fill('Dân vận khéo '.repeat(770));
  await button(page, 'Gửi đăng ký').click();
  await expect(page.getByRole('link', { name: /Tên mô hình: không quá 300 ký tự/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Ngày kết thúc: ngày kết thúc phải/ })).toBeVisible();
  await look(page, 'bad-fields');
  await expect(field(page, 'Nội dung thực hiện')).toHaveValue(river.content);
  expect((await field(page, 'Tên mô hình').inputValue()).length).toBeGreaterThan(9_000);
  expect(await countPractices(kheo.databaseUrl)).toBeLessThanOrEqual(1);
  await field(page, 'Tên mô hình').fill(river.name);
  await field(page, 'Ngày kết thúc').fill(typed(inDays(30)));
  await send(page);
});

test('what a registration lacks is named, each with a way to its field', async () => {
  await open(page, '/mo-hinh/moi');
  await field(page, 'Tên mô hình').fill('Mô hình chưa đủ mục');
  await button(page, 'Gửi đăng ký').click();
  const summary = page.getByRole('alert').first();
  await expect(summary).toContainText(/lĩnh vực/i);
  await summary.getByRole('link', { name: /lĩnh vực/i }).click();
  await expect(page.getByLabel('Lĩnh vực')).toBeFocused();
});

test('a name typed in decomposed letters is the same name', async ({ kheo }) => {
  await open(page, '/mo-hinh/moi');
  await fillRegistration(page, { ...school, name: school.name.normalize('NFD') });
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  const address = await send(page);
  const id = address.split('/').at(-1);
  const name = await stored(kheo.databaseUrl, `select name as value from practice where id = '${id}'`);
  expect(name).toBe(school.name.normalize('NFC'));
  await open(page, `/mo-hinh?q=${encodeURIComponent('giao thong truoc cong truong')}`);
  await expect(page.getByRole('link', { name: school.name })).toBeVisible();
});

test('a photo of 30 MB is refused with its limit; what was typed stays', async ({ visit, kheo }, test) => {
  const photo = test.outputPath('anh-lon.jpg');
  await writeFile(photo, bigPhoto());
  const report = await visit('huongvan');
  await open(report, '/van-ban/moi');
  await field(report, 'Trích yếu').fill('Kế hoạch công tác dân vận năm nay');
  await report.locator('input[type="file"]').first().setInputFiles(photo);
  await expect(report.getByRole('alert')).toContainText(/15 MB/);
  await look(report, 'bad-big-photo');
  expect(await stored(kheo.databaseUrl, 'select count(*) as value from file')).toBe('0');
  await expect(field(report, 'Trích yếu')).toHaveValue('Kế hoạch công tác dân vận năm nay');
});

/** Begins as a photo does and goes on for 30 MB. */
function bigPhoto(): Buffer {
  const bytes = Buffer.alloc(30 * 1024 * 1024, 7);
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]).copy(bytes);
  return bytes;
}
