import { expect, type Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { inDays, today, typed } from '../support/days.ts';
import { button, field, open } from '../support/screen.ts';

export interface Registration {
  readonly name: string;
  readonly field: string;
  readonly content: string;
  readonly place: string;
  readonly owner: string;
}

/** Registers one practice by the form, as far as its last field; the draft has saved itself meanwhile. */
export async function fillRegistration(page: Page, one: Registration): Promise<void> {
  await field(page, 'Tên mô hình').fill(one.name);
  await page.getByLabel('Lĩnh vực').selectOption(one.field);
  await field(page, 'Nội dung thực hiện').fill(one.content);
  await field(page, 'Địa chỉ cụ thể').fill(one.place);
  await field(page, 'Ngày bắt đầu').fill(typed(inDays(-5)));
  await field(page, 'Ngày kết thúc').fill(typed(inDays(30)));
  await field(page, 'Chủ mô hình').fill(one.owner);
  await field(page, 'Người phụ trách').fill(`Người phụ trách, ${one.owner}`);
}

export async function register(page: Page, one: Registration): Promise<string> {
  await open(page, '/mo-hinh/moi', 'Đăng ký mô hình, điển hình');
  await fillRegistration(page, one);
  return send(page);
}

export async function send(page: Page): Promise<string> {
  await button(page, 'Gửi đăng ký').click();
  await expect(page).toHaveURL(/\/mo-hinh\/[0-9a-f-]{36}\?vua-gui=1$/);
  return new URL(page.url()).pathname;
}

/** Fills the office's template, as downloaded, with a list. */
export async function fillTemplate(template: string, list: readonly Registration[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(template);
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new Error('The template has no sheet');
  const head = findHead(sheet);
  for (const [index, one] of list.entries()) {
    const row = sheet.getRow(head.row + 1 + index);
    for (const [title, value] of cellsOf(one)) {
      const column = head.columns.get(title);
      if (column === undefined) throw new Error(`The template has no column “${title}”`);
      row.getCell(column).value = value;
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function cellsOf(one: Registration): [string, string][] {
  return [
    ['Tên mô hình, điển hình', one.name],
    ['Lĩnh vực', one.field],
    ['Địa chỉ', one.place],
    ['Ngày bắt đầu', typed(today)],
    ['Ngày kết thúc', typed(inDays(40))],
    ['Nội dung thực hiện', one.content],
    ['Chủ mô hình', one.owner],
    ['Người phụ trách', `Người phụ trách, ${one.owner}`],
  ];
}

function findHead(sheet: ExcelJS.Worksheet): { row: number; columns: Map<string, number> } {
  for (let number = 1; number <= 10; number += 1) {
    const columns = new Map<string, number>();
    sheet.getRow(number).eachCell((cell, column) => {
      columns.set(cell.text.replace(' (*)', '').trim(), column);
    });
    if (columns.has('Lĩnh vực')) return { row: number, columns };
  }
  throw new Error('The template has no heading row');
}

/** Sends a paper list: the template is downloaded, filled, read, written as drafts and sent. */
export async function registerList(page: Page, list: readonly Registration[]): Promise<void> {
  await open(page, '/mo-hinh/nhap-danh-sach', 'Nhập danh sách đăng ký');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải tệp mẫu' }).or(button(page, 'Tải tệp mẫu')).first().click();
  const template = await (await download).path();
  await chooseList(page, await fillTemplate(template, list));
  const read = page.getByRole('table', { name: 'Các dòng đọc được' });
  for (const one of list) await expect(read.getByText(one.name)).toBeVisible();
  await button(page, `Ghi ${list.length} dòng thành bản nháp`).click();
  await button(page, `Gửi tất cả ${list.length} đăng ký`).click();
  await expect(page.getByText(`Đã gửi ${list.length}/${list.length} đăng ký`)).toBeVisible();
}

export async function chooseList(page: Page, buffer: Buffer, name = 'danh-sach.xlsx'): Promise<void> {
  await page.getByLabel('Tệp danh sách đăng ký').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });
}
