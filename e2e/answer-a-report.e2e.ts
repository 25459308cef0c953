import type { Page } from '@playwright/test';
import { CountedInputs } from './support/counted-inputs.ts';
import { today } from './support/days.ts';
import { ask, people, signInAs } from './support/demo.ts';
import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { button, card, field, open } from './support/screen.ts';
import { selfCheck } from './whole-year/build.ts';
import { addMonths } from '#domain/kernel/day.ts';
import { periodWords } from '#domain/reports/report-period.ts';

test.use({ world: 'demo', story: 'answer-a-report' });
test.describe.configure({ mode: 'serial' });
// A person has three minutes for it; so have the scripted steps.
test.setTimeout(180_000);

/** Presses and fields that answering a monthly form may take (screens.md: as quick as a registration). */
const mostInputs = 12;

/** The month that runs: nobody in the told story has answered it. */
const month = `${today.slice(0, 7)}-01`;
const monthWords = periodWords('month', { from: month, to: addMonths(month, 1) });
const monthly = new RegExp(`Báo cáo tháng .*, ${monthWords}`);
const participants = 'Lượt người tham gia';

let ward: Page;
let agency: Page;
let report = '';

test.beforeEach(async ({ visit }) => {
  ward = await visit();
  await signInAs(ward, people.ward);
  agency = await visit();
  await signInAs(agency, people.agency);
});

test('a ward answers in at most 12 inputs, is returned once and resubmits', async () => {
  await test.step('The ward finds what it owes and writes only what the register does not know', async () => {
    const hand = new CountedInputs();
    await hand.press(ward.getByRole('link', { name: monthly }));
    await look(ward, 'report-owed');
    await hand.press(button(ward, new RegExp(`^Viết báo cáo: .*${monthWords}`)));
    await expect(ward.getByRole('button', { name: /^Mô hình, điển hình đã đăng ký: \d+\. / })).toBeVisible();
    await hand.write(field(ward, 'Đợt ra quân'), '3');
    await hand.write(field(ward, participants), '1250');
    await hand.write(field(ward, 'Cuộc đối thoại'), '2');
    await hand.write(field(ward, 'Việc đáng chú ý trong tháng'), 'Ra quân dọn bờ sông Bồ. Dân hưởng ứng.');
    await expect(field(ward, participants)).toHaveValue('1.250');
    await hand.press(button(ward, 'Gửi báo cáo'));
    const sent = ward.getByRole('dialog');
    await expect(sent).toContainText(`${participants}1.250 lượt người`);
    await hand.press(button(sent, 'Gửi báo cáo'));
    await expect(ward.getByText('Đã gửi', { exact: true })).toBeVisible();
    expect(hand.count, 'inputs of answering').toBeLessThanOrEqual(mostInputs);
    report = new URL(ward.url()).pathname;
    await look(ward, 'report-sent');
  });

  await test.step('The agency pins reasons to a figure and to a sentence, and returns it', async () => {
    await open(agency, report);
    await button(agency, `Ghim: ${participants}`).click();
    await agency.getByLabel(`Cần sửa gì ở ${participants}`).fill('Kiểm tra lại: gấp ba tháng trước.');
    await button(agency, 'Ghim: Mô hình mới trong tháng').click();
    await agency.getByLabel('Cần sửa gì ở Mô hình mới trong tháng').fill('Đối chiếu lại với sổ.');
    await agency.getByText('Ra quân dọn bờ sông Bồ.').selectText();
    await button(agency, 'Ghim câu đã chọn').click();
    await agency.getByLabel(/^Cần sửa gì ở Việc đáng chú ý/).fill('Nêu số hộ tham gia.');
    await look(agency, 'report-review');
    await agency.reload();
    await expect(agency.getByLabel(`Cần sửa gì ở ${participants}`)).toHaveValue(/gấp ba/);
    await button(agency, 'Trả lại').click();
    const drawer = agency.getByRole('dialog');
    await expect(field(drawer, 'Cần bổ sung gì')).toHaveValue('Bổ sung, sửa 3 chỗ đã ghim.');
    await button(drawer, 'Trả lại').click();
    await expect(agency.getByText('Bị trả lại', { exact: true })).toBeVisible();
  });

  await test.step('The ward sees why, where it is, and sends again', async () => {
    const hand = new CountedInputs();
    await open(ward, '/');
    const waiting = ward.getByRole('list', { name: 'Chờ tôi trả lời' });
    await hand.press(waiting.getByRole('link', { name: monthly }));
    const places = ward.getByRole('list', { name: 'Chỗ cần sửa' });
    await expect(places).toContainText('Nêu số hộ tham gia.');
    await look(ward, 'report-returned');
    await button(places, 'Mô hình mới trong tháng').click();
    await expect(
      ward.getByRole('listitem').filter({ hasText: 'Đối chiếu lại với sổ.' }).last(),
    ).toBeFocused();
    await hand.press(button(places, participants));
    await expect(field(ward, participants)).toBeFocused();
    await hand.write(field(ward, participants), '420');
    await hand.press(button(ward, 'Gửi báo cáo'));
    await hand.press(button(ward.getByRole('dialog'), 'Gửi báo cáo'));
    await expect(ward.getByText('Đã gửi', { exact: true })).toBeVisible();
    const editions = card(ward, 'Các lần chốt số liệu');
    await expect(editions).toContainText(`${participants}: 1.250 → 420`);
    expect(hand.count, 'inputs of answering the return').toBeLessThanOrEqual(mostInputs);
  });
});

test('the total opens down to the report, its records and one photo', async ({ visit }) => {
  await open(agency, report);
  await button(agency, 'Tiếp nhận').click();
  await button(agency.getByRole('dialog'), 'Tiếp nhận').click();
  await expect(agency.getByText('Đã tiếp nhận', { exact: true })).toBeVisible();
  const province = await visit();
  await signInAs(province, people.province);
  const { items } = await ask<{ items: { id: string; code: string }[] }>(province, '/api/report-forms');
  const form = items.find((one) => one.code === 'dvk-thang');
  await open(province, `/bao-cao/tong-hop?formId=${form?.id}&ky=${month}`);
  await province.getByRole('link', { name: 'Mở từng phần của Mô hình, điển hình đã đăng ký' }).click();
  const parts = province.getByRole('table', { name: /^Từng phần của Mô hình/ });
  await parts.getByRole('link', { name: /Hương Xuân/ }).click();
  await expect(province).toHaveURL(new RegExp(`${report}$`));
  const figure = province.getByRole('button', { name: /^Mô hình, điển hình đã đăng ký: \d+\. / });
  const count = /: (\d+)\./.exec((await figure.getAttribute('aria-label')) ?? '')?.[1];
  await figure.click();
  await province.getByRole('link', { name: 'Mở danh sách đã đếm' }).click();
  const records = province.getByRole('table', { name: /mô hình/i }).first();
  await expect(records.getByRole('row')).toHaveCount(Number(count) + 1);
  await openOneWithPhoto(province);
  await province
    .getByRole('button', { name: /^Xem ảnh/ })
    .first()
    .click();
  const photo = province.getByRole('dialog').locator('img');
  await expect(photo).toBeVisible();
  await expect
    .poll(() => photo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 100))
    .toBe(true);
});

/** Goes to a practice of the list shown that has a photo. */
async function openOneWithPhoto(page: Page): Promise<void> {
  const links = page.getByRole('table').first().getByRole('link');
  const found: string[] = [];
  for (const link of await links.all()) {
    const address = await link.getAttribute('href');
    const id = /^\/mo-hinh\/([0-9a-f-]{36})/.exec(address ?? '')?.[1];
    if (id === undefined) continue;
    const practice = await ask<{
      progress: { evidence: { file: { hasPreview: boolean } }[] }[];
    }>(page, `/api/practices/${id}`);
    if (practice.progress.some((one) => one.evidence.some((proof) => proof.file.hasPreview)))
      found.push(address ?? '');
  }
  expect(found.length, 'practices of the list with a photo').toBeGreaterThan(0);
  await page.getByRole('table').first().locator(`a[href="${found[0]}"]`).first().click();
}

/** A practice under way with a self-check to answer, which no answer has called on track so far. */
async function notYetEffective(page: Page): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>(page, '/api/practices?state=implementing');
  for (const { id } of items) {
    const { selfChecks } = await ask<{ selfChecks: { answer: { status: string } | null }[] }>(
      page,
      `/api/practices/${id}`,
    );
    const onTrack = selfChecks.some((one) => one.answer?.status === 'on_track');
    if (!onTrack && selfChecks.some((one) => one.answer === null)) return `/mo-hinh/${id}`;
  }
  throw new Error('Every practice of the ward is effective already');
}

test('a sent report stands still while the register moves on, until the unit says otherwise', async () => {
  const effective = ward.getByRole('button', { name: /^Hoạt động có hiệu quả: \d+\. / });
  await open(ward, report);
  const sent = /: (\d+)\./.exec((await effective.getAttribute('aria-label')) ?? '')?.[1];
  const now = Number(sent) + 1;
  await selfCheck(ward, await notYetEffective(ward));

  await open(ward, report);
  const differences = ward.getByRole('list', { name: 'Số khác với số đã gửi' });
  await expect(differences).toContainText(`sổ hiện có ${now}, báo cáo ghi ${sent}`);
  await expect(effective).toHaveAccessibleName(new RegExp(`: ${sent}\\.`));
  await look(ward, 'report-differs');
  await button(ward, 'Giữ số đã gửi').click();
  await expect(differences).toContainText('Đơn vị giữ số đã gửi, ngày');
  await expect(button(ward, 'Giữ số đã gửi')).toBeHidden();
  await look(ward, 'report-kept');
  await button(ward, 'Nhận số mới').click();
  const accepting = ward.getByRole('dialog');
  await field(accepting, 'Vì sao số thay đổi').fill('Tự kiểm tra một mô hình sau khi gửi.');
  await button(accepting, 'Nhận số mới').click();
  await expect(effective).toHaveAccessibleName(new RegExp(`: ${now}\\.`));

  await button(ward, 'Đính chính số liệu').click();
  const correcting = ward.getByRole('dialog');
  await field(correcting, participants).fill('435');
  await button(correcting, 'Đính chính').click();
  await expect(correcting).toContainText('Nêu lý do đính chính.');
  await field(correcting, 'Vì sao đính chính').fill('Cộng thiếu một thôn.');
  await look(ward, 'report-correction');
  await button(correcting, 'Đính chính').click();
  await expect(correcting).toBeHidden();
  const editions = card(ward, 'Các lần chốt số liệu');
  await expect(editions).toContainText(`Hoạt động có hiệu quả: ${sent} → ${now}`);
  await expect(editions).toContainText(`${participants}: 420 → 435`);
});

test('what is wrong is said beside its field and at the top; the draft stays', async () => {
  const { items } = await ask<{ items: { id: string | null; form: { code: string }; state: string }[] }>(
    ward,
    '/api/reports/owed',
  );
  const draft = items.find((one) => one.form.code === 'dvk-nam' && one.state === 'draft');
  await open(ward, `/bao-cao/${draft?.id}`);
  const words = await field(ward, 'Kết quả thực hiện').inputValue();
  await field(ward, participants).fill('bốn trăm');
  await field(ward, participants).press('Enter');
  await expect(field(ward, 'Cuộc đối thoại')).toBeFocused();
  await field(ward, 'Cuộc đối thoại').fill('7');
  await button(ward, 'Ghi số khác: Hoạt động có hiệu quả').click();
  await field(ward, 'Số của đơn vị: Hoạt động có hiệu quả').fill('999');
  await button(ward, 'Duyệt trong đơn vị').click();
  const summary = ward.getByRole('alert');
  await expect(summary).toContainText(`“${participants}” chỉ nhập số`);
  await expect(summary).toContainText('“Hoạt động có hiệu quả” lớn hơn tổng của nó');
  await expect(summary).toContainText('“Tỷ lệ mô hình có hiệu quả” vượt quá 100 %');
  await expect(ward.getByRole('dialog')).toHaveCount(0);
  await look(ward, 'report-faults');
  await summary.getByRole('link', { name: new RegExp(participants) }).click();
  await expect(field(ward, participants)).toBeFocused();
  await expect(field(ward, participants)).toHaveValue('bốn trăm');

  await expect(ward.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
  await ward.reload();
  await expect(field(ward, 'Cuộc đối thoại')).toHaveValue('7');
  await expect(field(ward, 'Số của đơn vị: Hoạt động có hiệu quả')).toHaveValue('999');
  await expect(field(ward, 'Kết quả thực hiện')).toHaveValue(words);
  await button(ward, 'Dùng số của sổ: Hoạt động có hiệu quả').click();
  await expect(ward.getByText(/lớn hơn tổng của nó/)).toHaveCount(0);
  await expect(ward.getByText(/^Đã lưu nháp lúc/)).toBeVisible();
});
