import type { Page } from 'playwright-core';
import { ask, bringUp, first, type Picture, see, settled, viewers } from './picture.ts';
import { organisationPictures } from './pictures-of-organisations.ts';
import { readingPictures } from './pictures-of-reading.ts';
import { reportPictures } from './pictures-of-reports.ts';

const { agency, ward, leader, administrator } = viewers;

export const pictures: readonly Picture[] = [
  { name: 'dang-nhap', as: '', open: (page) => page.getByRole('region', { name: 'Dùng thử' }).waitFor() },
  { name: 'home', as: ward, open: (page) => see(page, '/') },
  {
    name: 'campaign',
    as: agency,
    open: async (page) => see(page, `/chien-dich/${await campaign(page, 'open')}`),
  },
  { name: 'practice', as: agency, open: openRichPractice },
  { name: 'report', as: agency, open: async (page) => see(page, await closingReport(page)) },
  { name: 'nguon-so-lieu', as: agency, open: openFigure },
  { name: 'tham-dinh', as: agency, open: openAppraisal },
  { name: 'thong-bao', as: agency, open: openNotice },
  { name: 'hop-xet', as: agency, open: openMeeting },
  { name: 'so-lieu', as: agency, open: openFigureSet },
  { name: 'bi-tra-lai', as: ward, open: openReturned },
  { name: 'nhap-danh-sach', as: ward, open: openImport },
  { name: 'tu-kiem-tra', as: ward, open: openSelfCheck },
  { name: 'bao-cao-don-vi', as: ward, open: openReport },
  { name: 'cho-ky', as: leader, open: openForSignature },
  { name: 'tai-khoan', as: administrator, open: openAccounts },
  ...organisationPictures,
  ...readingPictures,
  ...reportPictures,
  // Last: it writes.
  { name: 'dang-ky', as: ward, open: openForm },
  { name: 'da-gui', as: ward, open: sendForm },
];

async function campaign(page: Page, state: 'open' | 'closed'): Promise<string> {
  const all = await ask<{ id: string; state: string }>(page, '/api/campaigns');
  return first(
    all.filter((one) => one.state === state),
    `${state} campaign`,
  ).id;
}

async function practices(page: Page, query: string): Promise<readonly { id: string }[]> {
  return ask<{ id: string }>(page, `/api/practices?size=100&${query}`);
}

/** The one of the running year's recognised with the most to see. */
async function openRichPractice(page: Page): Promise<void> {
  const found = await practices(page, `campaignId=${await campaign(page, 'open')}&state=recognised`);
  const parts = ['evidence', 'scores', 'contributions', 'rewards', 'descendants', 'documents'];
  await see(page, `/mo-hinh/${await heaviest(page, found, parts)}`);
}

/** Which of these records has the most in these parts; a part alone does not outweigh the others. */
async function heaviest(
  page: Page,
  found: readonly { id: string }[],
  parts: readonly string[],
): Promise<string> {
  const ids = found.slice(0, 30).map((one) => one.id);
  const weights = await page.evaluate(
    ([asked, names]) =>
      Promise.all(
        asked.map(async (id) => {
          const record = (await (await fetch(`/api/practices/${id}`)).json()) as Record<string, unknown>;
          const sizes = names.map((name) => {
            const part = record[name];
            return Array.isArray(part) ? Math.min(4, part.length) : part ? 4 : 0;
          });
          return sizes.reduce((sum: number, size) => sum + size, 0);
        }),
      ),
    [ids, parts] as const,
  );
  return first(
    ids.toSorted((a, b) => (weights[ids.indexOf(b)] ?? 0) - (weights[ids.indexOf(a)] ?? 0)),
    'practice',
  );
}

async function closingReport(page: Page): Promise<string> {
  const found = await ask<{ id: string; state: string }>(
    page,
    `/api/documents?purpose=closing_report&campaignId=${await campaign(page, 'closed')}`,
  );
  return `/van-ban/${first(found, 'closing report').id}`;
}

/** A figure of the closing report, opened. */
async function openFigure(page: Page): Promise<void> {
  await see(page, await closingReport(page));
  const figure = page.getByRole('button', { name: /Xem số này là gì/ }).nth(1);
  await bringUp(page, figure);
  await figure.click();
  await page.getByText('Mở danh sách đã đếm').waitFor();
}

async function openAppraisal(page: Page): Promise<void> {
  const inQueue = await practices(page, `campaignId=${await campaign(page, 'open')}&state=appraising`);
  const id = await heaviest(page, inQueue, ['lastYear', 'nearDuplicates', 'appraisalNotes']);
  await see(page, `/tham-dinh?tab=dang-tham-dinh&xem=${id}`);
  const panel = page.getByRole('dialog', { name: 'Thẩm định đăng ký' });
  await panel.getByRole('heading', { name: 'Tên gần giống' }).waitFor();
  await settled(page);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}

async function openNotice(page: Page): Promise<void> {
  const found = await ask<{ id: string }>(
    page,
    `/api/documents?purpose=notice_of_assignment&campaignId=${await campaign(page, 'open')}`,
  );
  await see(page, `/van-ban/${first(found, 'notice of assignment').id}`);
}

async function openMeeting(page: Page): Promise<void> {
  const id = await campaign(page, 'open');
  const found = await ask<{ id: string; state: string }>(page, `/api/campaigns/${id}/meetings`);
  const preparing = found.filter((one) => one.state !== 'concluded');
  await see(page, `/hop-xet/${first(preparing.length > 0 ? preparing : found, 'meeting').id}`);
}

async function openFigureSet(page: Page): Promise<void> {
  const found = await ask<{ id: string; title: string }>(page, '/api/figure-sets');
  const town = found.filter((one) => one.title.includes('2017'));
  await see(page, `/so-lieu/${first(town.length > 0 ? town : found, 'figure set').id}`);
}

async function openReturned(page: Page): Promise<void> {
  const found = await practices(page, 'state=returned');
  await see(page, `/mo-hinh/${first(found, 'returned registration').id}/sua`);
}

/** A list with mistakes: it is only read, nothing is written. */
async function openImport(page: Page): Promise<void> {
  await see(page, '/mo-hinh/nhap-danh-sach');
  const list = [
    'Tên mô hình, điển hình;Lĩnh vực;Địa chỉ;Ngày bắt đầu;Ngày kết thúc;Nội dung thực hiện;Chủ mô hình;Người phụ trách',
    'Đường hoa tự quản;Văn hóa - xã hội;Tổ dân phố 4;15/4;30/11;Trồng và chăm sóc hoa hai bên đường;Chi hội Phụ nữ tổ dân phố 4;Chi hội trưởng',
    'Cổng trường an toàn giao thông;An ninh;Trường Tiểu học số 1;15/4/2026;30/11/2026;Phụ huynh và công an phường trực giờ tan trường;Đoàn phường;Bí thư Đoàn phường',
    'Tổ vay vốn cùng giúp nhau;Kinh tế;Tổ dân phố 7;mùa xuân;30/11/2026;Giúp hộ cận nghèo vay vốn đúng mục đích;Hội Nông dân phường;',
  ].join('\n');
  await page.getByLabel('Tệp danh sách đăng ký').setInputFiles({
    name: 'danh-sach-huong-xuan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${list}`, 'utf8'),
  });
  await bringUp(page, page.getByRole('table', { name: 'Các ô cần sửa' }));
}

async function openSelfCheck(page: Page): Promise<void> {
  const lacking = await practices(page, 'lacking=self_check');
  const found = lacking.length > 0 ? lacking : await practices(page, 'state=implementing');
  await see(page, `/mo-hinh/${first(found, 'practice under way').id}`);
  await page.getByRole('button', { name: 'Tự kiểm tra', exact: true }).first().click();
  await page.getByRole('dialog').getByText('Mức độ').first().waitFor();
}

async function openReport(page: Page): Promise<void> {
  const found = await ask<{ id: string | null; canWrite: boolean; state: string }>(page, '/api/reports/owed');
  const mine = found.filter((one) => one.id !== null);
  const open = mine.filter((one) => one.state === 'draft' || one.state === 'returned');
  await see(page, `/bao-cao/${first([...open, ...mine], 'report of the unit').id ?? ''}`);
}

async function openForSignature(page: Page): Promise<void> {
  const found = await ask<{ id: string }>(page, '/api/documents?state=awaiting_signature');
  await see(page, `/van-ban/${first(found, 'paper to sign').id}`);
}

async function openAccounts(page: Page): Promise<void> {
  await see(page, '/quan-tri/tai-khoan');
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await page.getByRole('dialog').getByText('Vai trò').first().waitFor();
}

/** What the guide registers in its first five minutes. */
async function openForm(page: Page): Promise<void> {
  await see(page, '/mo-hinh/moi');
  await page.getByLabel('Tên mô hình').fill('Tổ tự quản bảo vệ dòng sông Bồ');
  await page
    .getByText(/giống \d+/)
    .first()
    .waitFor();
  await settled(page);
}

async function sendForm(page: Page): Promise<void> {
  await page.getByLabel('Lĩnh vực').selectOption({ label: 'Văn hóa - xã hội' });
  const fill = (label: string, text: string): Promise<void> => page.getByLabel(label).first().fill(text);
  await fill('Nội dung thực hiện', 'Mười hai hộ ven sông tuần tra, thu gom rác mỗi tháng hai lần.');
  await fill('Địa chỉ cụ thể', 'Tổ dân phố 3, bờ nam sông Bồ');
  await fill('Ngày bắt đầu', '1/12');
  await fill('Ngày kết thúc', '31/12');
  await fill('Chủ mô hình', 'Ban Công tác Mặt trận tổ dân phố 3');
  await fill('Người phụ trách', 'Trưởng ban Công tác Mặt trận');
  await page.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await page.getByText('Đã gửi đăng ký.').first().waitFor();
  await settled(page);
}
