import type { Page } from 'playwright-core';
import { ask, bringUp, first, type Picture, see, settled, viewers } from './picture.ts';

const { agency, ward } = viewers;

/** Reports as they are written, asked, followed, added up and made into one; a draft is written in. */
export const reportPictures: readonly Picture[] = [
  { name: 'viet-bao-cao', as: ward, open: openDraft },
  { name: 'theo-doi-bao-cao', as: agency, open: openMatrix },
  { name: 'tong-hop-bao-cao', as: agency, open: openParts },
  { name: 'bao-cao-tong-hop', as: agency, open: openConsolidated },
  { name: 'nhac-bao-cao', as: agency, open: openReminders },
  { name: 'dac-diem-tinh-hinh', as: ward, open: openProfile },
];

async function monthlyForm(page: Page): Promise<string> {
  const forms = await ask<{ id: string; periodKind: string; inForce: boolean }>(page, '/api/report-forms');
  return first(
    forms.filter((one) => one.periodKind === 'month' && one.inForce),
    'monthly report',
  ).id;
}

/** Counted figures and typed ones, and one that the unit states itself, with why. */
async function openDraft(page: Page): Promise<void> {
  const owed = await ask<{ id: string | null; state: string }>(page, '/api/reports/owed');
  const drafts = owed.filter((one) => one.id !== null && one.state === 'draft');
  await see(page, `/bao-cao/${first(drafts, 'draft of a report').id ?? ''}`);
  const other = page.getByRole('button', { name: 'Ghi số khác: Tiền huy động trong kỳ' });
  if ((await other.count()) > 0) {
    await other.click();
    await page.getByLabel('Số của đơn vị: Tiền huy động trong kỳ').fill('35.000.000');
    await page
      .getByLabel(/^Vì sao “Tiền huy động trong kỳ”/)
      .fill('4 triệu đồng góp cuối kỳ chưa ghi vào sổ.');
  }
  await page.getByText('Đã lưu nháp').waitFor();
  await bringUp(page, page.getByRole('heading', { name: 'Nguồn lực huy động' }));
}

async function openMatrix(page: Page): Promise<void> {
  await see(page, `/bao-cao/theo-doi?formId=${await monthlyForm(page)}`);
}

/** A figure of a month gone by, down to the units that it was added from. */
async function openParts(page: Page): Promise<void> {
  await see(page, `/bao-cao/tong-hop?formId=${await monthlyForm(page)}`);
  await page.getByRole('link', { name: 'Mở từng phần của Lượt người tham gia' }).click();
  await page.getByRole('button', { name: 'Đóng từng phần' }).waitFor();
  await settled(page);
}

async function openConsolidated(page: Page): Promise<void> {
  const found = await ask<{ id: string }>(page, '/api/consolidated-reports');
  await see(page, `/bao-cao/tong-hop/${first(found, 'consolidated report').id}`);
  await page.locator('summary', { hasText: 'Hạn chế, khó khăn và nguyên nhân' }).click();
  await page.evaluate(() => scrollTo(0, 0));
}

async function openReminders(page: Page): Promise<void> {
  await see(page, `/quan-tri/bieu-bao-cao/${await monthlyForm(page)}/sua`);
  await bringUp(page, page.getByRole('heading', { name: 'Nhắc đơn vị chưa gửi' }));
}

/** What the ward told of itself in two years. */
async function openProfile(page: Page): Promise<void> {
  const owed = await ask<{ unit: { id: string } }>(page, '/api/reports/owed');
  await see(page, `/to-chuc/${first(owed, 'unit that reports').unit.id}/dac-diem-tinh-hinh`);
}
