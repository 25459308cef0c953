import { expect, type Page } from '@playwright/test';
import { button, field, open, pick, pressAndConfirm } from '../support/screen.ts';

type Score = 'Tự chấm điểm' | 'Chấm điểm của đoàn kiểm tra' | 'Ghi điểm cuối';

/** Scores every criterion at a share of its maximum; those without points are met. */
export async function score(
  page: Page,
  practice: string,
  given: { by: Score; share: number },
): Promise<void> {
  await open(page, practice);
  await button(page, given.by).first().click();
  const drawer = page.getByRole('dialog');
  const points = drawer.getByRole('textbox', { name: /^Điểm \(tối đa/ });
  await expect(points.first()).toBeVisible();
  for (const box of await points.all()) {
    const label = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    const max = Number(/\d+/.exec(label)?.[0] ?? 0);
    await box.fill(String(Math.round(max * given.share)));
  }
  for (const passed of await drawer.getByRole('radio', { name: 'Đạt', exact: true }).all())
    await passed.check();
  await button(drawer, 'Ghi điểm').click();
  await expect(drawer).toBeHidden();
}

export async function propose(page: Page, practice: string): Promise<void> {
  await open(page, practice);
  await pressAndConfirm(page, 'Đề nghị công nhận');
  await expect(page.getByText('Đề nghị công nhận', { exact: true }).first()).toBeVisible();
}

/** Prepares the meeting of everything proposed; returns its address. */
export async function prepareMeeting(page: Page): Promise<string> {
  await open(page, '/hop-xet', 'Họp xét công nhận');
  await page.getByRole('link', { name: 'Chuẩn bị cuộc họp' }).first().click();
  await field(page, 'Căn cứ').fill('Quy chế làm việc của Ban Chỉ đạo, Điều 7');
  await field(page, 'Số thành viên').fill('9');
  await field(page, 'Số người dự').fill('8');
  await field(page, 'Chủ trì').fill('Phó Bí thư Thường trực Thị ủy');
  await button(page, 'Chuẩn bị cuộc họp').click();
  await expect(page).toHaveURL(/\/hop-xet\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

export async function vote(
  page: Page,
  name: string,
  votes: readonly [forIt: number, against: number, abstained: number],
): Promise<void> {
  const labels = ['Tán thành', 'Không tán thành', 'Không tham gia'];
  for (const [index, label] of labels.entries())
    await field(page, `${label}: ${name}`).fill(String(votes[index]));
}

export async function conclude(page: Page): Promise<void> {
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  await button(page, /^Kết luận/)
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await button(dialog, 'Kết luận').click();
  await expect(dialog).toBeHidden();
}

/** Proposes a reward on one of the two tracks. */
export async function proposeReward(
  page: Page,
  reward: { practice: string; track: string; form: string; reason: string },
): Promise<void> {
  await open(page, '/khen-thuong', 'Khen thưởng');
  await button(page, 'Đề nghị khen thưởng').click();
  const drawer = page.getByRole('dialog', { name: 'Đề nghị khen thưởng' });
  await pick(drawer, 'Mô hình, điển hình đã được công nhận', reward.practice);
  await drawer.getByRole('radio', { name: reward.track }).check();
  await drawer.getByLabel('Hình thức').selectOption(reward.form);
  await field(drawer, 'Tóm tắt thành tích').fill(reward.reason);
  await button(drawer, 'Đề nghị').click();
  await expect(drawer).toBeHidden();
}

/** Writes down what became of the only proposal of a list: granted here, recognised above. */
export async function recordOutcome(page: Page, symbol: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Ghi kết quả/ })
    .first()
    .click();
  const drawer = page.getByRole('dialog');
  await field(drawer, 'Số quyết định').fill(symbol);
  await button(drawer, 'Ghi kết quả').click();
  await expect(drawer).toBeHidden();
}

export async function proposeUpward(page: Page, practice: string): Promise<void> {
  await open(page, '/de-nghi-cap-tren', 'Đề nghị cấp trên công nhận');
  await button(page, 'Đề nghị cấp trên').click();
  const drawer = page.getByRole('dialog');
  await pick(drawer, 'Mô hình, điển hình đã được công nhận', practice);
  await field(drawer, 'Lý do đề nghị').fill('Cách làm bền vững, đã được nhiều nơi đến học.');
  await button(drawer, 'Đề nghị').click();
  await expect(drawer).toBeHidden();
}
