import { readFile } from 'node:fs/promises';
import { people, signInAs } from './support/demo.ts';
import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';

test.use({ world: 'demo' });

test('a ward takes the sheet of a report it owes and brings it back', async ({ page }) => {
  await signInAs(page, people.ward);
  await page.goto('/bao-cao');
  await page.getByRole('link', { name: 'Ra tệp, vào tệp' }).click();
  await expect(page.getByRole('heading', { name: 'Báo cáo ra tệp, vào tệp' })).toBeVisible();
  await look(page, 'report-files');

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tháng 11 năm 2026' }).click();
  const path = await (await coming).path();
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles({
    name: 'bao-cao.xlsx',
    mimeType: 'application/octet-stream',
    buffer: await readFile(path),
  });
  await expect(page.getByRole('status').filter({ hasText: 'Tệp có 1 báo cáo, chưa ghi gì' })).toBeVisible();

  const wrong = Buffer.from(JSON.stringify({ format: 'kheo-reports', formatVersion: 1, reports: [{}] }));
  await chooser.setInputFiles({ name: 'sai.json', mimeType: 'application/json', buffer: wrong });
  await expect(page.getByText('Báo cáo thứ 1, trường formCode')).toBeVisible();
  await look(page, 'report-files-wrong');
});
