import type { Page } from '@playwright/test';
import { ask, firstOf, people, signInAs } from './support/demo.ts';
import { expect, test } from './support/kheo.ts';
import { look, settle } from './support/look.ts';
import { button, field, open } from './support/screen.ts';

test.use({ world: 'demo' });
test.setTimeout(240_000);

/** Looks at pages by their addresses, each under a name of its own. */
async function lookAt(page: Page, pages: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, address] of Object.entries(pages)) {
    await open(page, address);
    await look(page, name);
  }
}

interface Campaigns {
  items: { id: string; state: string }[];
}

async function campaignIn(page: Page, state: string): Promise<string> {
  const { items } = await ask<Campaigns>(page, '/api/campaigns');
  const campaign = items.find((one) => one.state === state);
  if (campaign === undefined) throw new Error(`No campaign is ${state}`);
  return campaign.id;
}

test('before one signs in: the sign-in page and the gallery', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look(page, 'sign-in');
  await lookAt(page, { 'gallery-public': '/trien-lam', 'not-found-public': '/khong-co-trang-nay' });
});

test('the standing agency: campaign, plan, appraisal, lists, records', async ({ page }) => {
  await signInAs(page, people.agency);
  const running = await campaignIn(page, 'open');
  const closed = await campaignIn(page, 'closed');
  await lookAt(page, {
    'agency-home': '/',
    'agency-campaigns': '/chien-dich',
    'agency-campaign': `/chien-dich/${running}`,
    'agency-campaign-closed': `/chien-dich/${closed}`,
    'agency-plan': `/chien-dich/${running}/ke-hoach`,
    'agency-plan-edit': `/chien-dich/${running}/ke-hoach/sua`,
    'agency-campaign-new': '/chien-dich/moi',
    'agency-exemptions': `/chien-dich/${running}/don-vi`,
    'agency-stages': '/giai-doan',
    'agency-criteria': '/tieu-chi',
    'agency-criteria-set': await firstOf(page, '/api/criteria-sets', '/tieu-chi'),
    'agency-practices': '/mo-hinh',
    'agency-practice-under-way': await firstOf(page, '/api/practices?state=implementing', '/mo-hinh'),
    'agency-practice-recognised': await firstOf(page, '/api/practices?state=recognised', '/mo-hinh'),
    'agency-appraisal': '/tham-dinh',
  });
});

test('the standing agency: papers, meetings, rewards, figures, organisation', async ({ page }) => {
  await signInAs(page, people.agency);
  const closed = await campaignIn(page, 'closed');
  await lookAt(page, {
    'agency-documents': '/van-ban',
    'agency-document-new': '/van-ban/moi',
    'agency-closing-report': await firstOf(page, '/api/documents?purpose=closing_report', '/van-ban'),
    'agency-notice': await firstOf(page, '/api/documents?purpose=notice_of_assignment', '/van-ban'),
    'agency-received': await firstOf(page, '/api/documents?direction=received', '/van-ban'),
    'agency-meetings': '/hop-xet',
    'agency-meeting': await firstOf(page, `/api/campaigns/${closed}/meetings`, '/hop-xet'),
    'agency-rewards': '/khen-thuong',
    'agency-upward': '/de-nghi-cap-tren',
    'agency-replication': '/nhan-rong',
    'agency-reports': '/bao-cao',
    'agency-figures': '/so-lieu',
    'agency-figure-set': await firstOf(page, '/api/figure-sets', '/so-lieu'),
    'agency-figures-new': '/so-lieu/moi',
    'agency-readings': '/doc-tai-lieu',
    'agency-organisation': '/to-chuc',
    'agency-unit': await firstOf(page, '/api/units?kind=commune_committee&limit=5', '/to-chuc'),
    'agency-profile': `${await firstOf(page, '/api/units?kind=commune_committee&limit=5', '/to-chuc')}/dac-diem-tinh-hinh`,
    'agency-account': '/tai-khoan',
  });
});

test('the standing agency: who reported, totals, forms, consolidated reports', async ({ page }) => {
  await signInAs(page, people.agency);
  const { items } = await ask<{ items: { id: string; code: string }[] }>(page, '/api/report-forms');
  const monthly = items.find((one) => one.code === 'dvk-thang')?.id;
  const halfYear = items.find((one) => one.code === 'dvk-6-thang')?.id;
  const totals = `/bao-cao/tong-hop?formId=${halfYear}&ky=2026-01-01`;
  await lookAt(page, {
    'reports-matrix': `/bao-cao/theo-doi?formId=${monthly}`,
    'reports-period': `/bao-cao/theo-doi?formId=${monthly}&ky=2026-10-01`,
    'reports-totals': totals,
    'reports-figure-parts': `${totals}&so=registered`,
    'reports-parts-table': `${totals}&muc=don-vi`,
    'reports-missing': `${totals}&muc=con-thieu`,
    'report-forms': '/quan-tri/bieu-bao-cao',
    'report-form': `/quan-tri/bieu-bao-cao/${halfYear}`,
    'report-form-edit': `/quan-tri/bieu-bao-cao/${halfYear}/sua`,
    holidays: '/quan-tri/ngay-nghi',
    'paper-templates': '/quan-tri/mau-bao-cao',
  });
  const consolidated = await firstOf(page, '/api/consolidated-reports', '/bao-cao/tong-hop');
  await lookAt(page, {
    'consolidated-list': `${totals}&muc=van-ban`,
    'consolidated-words': consolidated,
    'consolidated-figures': `${consolidated}?muc=so-lieu`,
    'consolidated-examples': `${consolidated}?muc=tieu-bieu`,
    'consolidated-missing': `${consolidated}?muc=con-thieu`,
  });
});

interface Sent {
  units: { cells: ({ reportId: string | null; state: string } | null)[] }[];
}

test('the standing agency: report files, a report that was sent, all of a form, words from below', async ({
  page,
}) => {
  await signInAs(page, people.agency);
  const { items } = await ask<{ items: { id: string; code: string }[] }>(page, '/api/report-forms');
  const monthly = items.find((one) => one.code === 'dvk-thang')?.id;
  const { units } = await ask<Sent>(page, `/api/reports/matrix?formId=${monthly}`);
  const sent = units
    .flatMap(({ cells }) => cells)
    .find((cell) => /^(?:submitted|accepted)$/.test(cell?.state ?? ''));
  if (sent === undefined) throw new Error('No report was sent');
  await lookAt(page, {
    'reports-files': `/bao-cao/tep?formId=${monthly}`,
    'report-sent': `/bao-cao/${sent?.reportId}`,
    'report-form-revisions': `/quan-tri/bieu-bao-cao/${monthly}?muc=cac-ban`,
    'report-form-extensions': `/quan-tri/bieu-bao-cao/${monthly}?muc=gia-han`,
  });
  await open(page, await firstOf(page, '/api/consolidated-reports', '/bao-cao/tong-hop'));
  const sections = page.locator('main details > summary');
  await sections.filter({ hasText: 'Công tác lãnh đạo' }).click();
  await sections.filter({ hasText: 'đơn vị cùng viết' }).first().click();
  await look(page, 'consolidated-words-open');
});

test('the administrator: the organisation through time, and its acts step by step', async ({ page }) => {
  await signInAs(page, people.administrator);
  const unit = await firstOf(page, '/api/units?kind=commune_committee&limit=5', '/to-chuc');
  const id = unit.split('/').at(-1);
  await lookAt(page, {
    'organisation-tree-past': '/to-chuc?ngay=2019-01-01&cu=co',
    'organisation-other-tree': '/to-chuc?he=front',
    'organisation-search': '/to-chuc?q=binh%20dien',
    'organisation-unit': unit,
    'organisation-unit-past': `${unit}?ngay=2019-01-01`,
    'organisation-comparison': '/to-chuc/so-sanh?tu=2019-01-01&den=2024-01-01',
    'organisation-acts': '/to-chuc/cac-lan-sap-xep',
    'organisation-act': await firstOf(page, '/api/reorganisations?kind=change', '/to-chuc/cac-lan-sap-xep'),
    'organisation-arrange': `/to-chuc/sap-xep?don-vi=${id}`,
    'organisation-merge': `/to-chuc/sap-xep/sap-nhap?don-vi=${id}`,
    'organisation-split': `/to-chuc/sap-xep/chia-tach?don-vi=${id}`,
    'organisation-rename': `/to-chuc/sap-xep/doi-ten?don-vi=${id}`,
    'organisation-found': '/to-chuc/sap-xep/thanh-lap',
    'organisation-level': '/to-chuc/sap-xep/bo-cap',
    'organisation-generation': '/to-chuc/lap-to-chuc',
  });
  await open(page, `/to-chuc/sap-xep/chia-tach?don-vi=${id}`);
  await button(page, 'Tiếp tục').click();
  await button(page, 'Tiếp tục').click();
  await look(page, 'organisation-split-paper-missing');
  await field(page, 'Có hiệu lực từ ngày').fill('1/10/2026');
  await field(page, 'Lý do').fill('Chia theo nghị quyết');
  await button(page, 'Tiếp tục').click();
  await look(page, 'organisation-split-where');
});

test('a unit: home, registration, list, report', async ({ page }) => {
  await signInAs(page, people.ward);
  await lookAt(page, {
    'unit-home': '/',
    'unit-campaigns': '/chien-dich',
    'unit-campaign': `/chien-dich/${await campaignIn(page, 'open')}`,
    'unit-practices': '/mo-hinh',
    'unit-registration': '/mo-hinh/moi',
    'unit-import': '/mo-hinh/nhap-danh-sach',
    'unit-any-list': '/mo-hinh/nhap-danh-sach/bat-ky',
    'unit-practice': await firstOf(page, '/api/practices?state=implementing', '/mo-hinh'),
    'unit-reports': '/bao-cao',
    'unit-report': await firstOf(page, '/api/reports/owed', '/bao-cao'),
    'unit-report-files': '/bao-cao/tep',
    'unit-documents': '/van-ban',
    'unit-replication': '/nhan-rong',
    'not-found': '/khong-co-trang-nay',
  });
});

test('what opens over a page: find, drawers, dialogs, menus', async ({ page }) => {
  await signInAs(page, people.ward);
  await open(page, await firstOf(page, '/api/practices?state=implementing', '/mo-hinh'));
  await button(page, 'Ghi tiến độ').first().click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'over-progress');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await button(page, /Tự chấm điểm/)
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'over-score');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Tìm mô hình/ }).fill('song bo');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look(page, 'over-find');
});

test('the phone: the sheet behind “Thêm”', async ({ page }) => {
  await signInAs(page, people.ward);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Thêm' }).click();
  await expect(page.getByRole('dialog', { name: 'Thêm' })).toBeVisible();
  await settle(page);
});

/** What other roles see otherwise than the two above. */
const otherRoles = {
  school: { who: people.school, pages: ['/', '/nhan-rong'] },
  member: { who: people.member, pages: ['/', '/mo-hinh'] },
  inspector: { who: people.inspector, pages: ['/', '/mo-hinh'] },
  leader: { who: people.leader, pages: ['/', '/van-ban', '/bao-cao'] },
  province: { who: people.province, pages: ['/', '/chien-dich', '/de-nghi-cap-tren', '/so-lieu'] },
  administrator: {
    who: people.administrator,
    pages: ['/', '/to-chuc', '/quan-tri', '/quan-tri/tai-khoan', '/quan-tri/nhat-ky'],
  },
  citizen: { who: people.citizen, pages: ['/', '/trien-lam'] },
} as const;

for (const [name, { who, pages }] of Object.entries(otherRoles)) {
  test(`the pages of another role: ${name}`, async ({ page }) => {
    await signInAs(page, who);
    for (const address of pages) {
      await open(page, address);
      await look(page, `${name}-${address.replaceAll('/', '') || 'home'}`);
    }
  });
}
