import { expect, type Page } from '@playwright/test';
import { button, field, open } from '../support/screen.ts';

type Queue = 'Chờ nhận' | 'Đang thẩm định' | 'Đã nhận, chưa có thông báo' | 'Bị trả lại';

export async function openQueue(page: Page, queue: Queue): Promise<void> {
  await open(page, '/tham-dinh', 'Thẩm định, giao nhiệm vụ');
  await page.getByRole('tab', { name: queue }).click();
  await expect(page.getByRole('tab', { name: queue })).toHaveAttribute('aria-selected', 'true');
}

/** Marks rows of the list by their names. */
export async function choose(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names)
    await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
}

/** Decides about registrations of a queue, one or many at once. */
export async function decide(
  page: Page,
  queue: Queue,
  decision: { action: string; names: readonly string[]; reason?: string },
): Promise<void> {
  await openQueue(page, queue);
  await choose(page, decision.names);
  await button(page, `${decision.action} (${decision.names.length})`).click();
  const dialog = page.getByRole('dialog');
  if (decision.reason !== undefined) await field(dialog, 'Lý do').fill(decision.reason);
  await button(dialog, decision.action).click();
  await expect(dialog).toBeHidden();
}

/** Notes what was seen at the place, in the panel beside last year's and the near ones. */
export async function noteFieldCheck(page: Page, name: string, text: string): Promise<void> {
  await openQueue(page, 'Đang thẩm định');
  await page.getByRole('link', { name }).click();
  const panel = page.getByRole('dialog', { name: 'Thẩm định đăng ký' });
  await button(panel, 'Ghi kết quả thẩm định').click();
  const note = page.getByRole('dialog').last();
  await note.getByRole('textbox', { name: /Kết quả|Nhận xét|Nội dung/ }).fill(text);
  await note.getByRole('button', { name: /^Ghi/ }).click();
  await expect(panel.getByText(text)).toBeVisible();
}
