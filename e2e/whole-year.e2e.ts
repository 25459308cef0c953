import { thisYear } from './support/days.ts';
import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { button, card, field, open, pressAndConfirm } from './support/screen.ts';
import { foundTown } from './support/town.ts';
import { readWord } from './support/word.ts';
import { choose, decide, noteFieldCheck, openQueue } from './whole-year/appraise.ts';
import { askForReports, recordMoney, recordWork, selfCheck, writeReport } from './whole-year/build.ts';
import { countIndependently } from './whole-year/independent-counts.ts';
import { acknowledge, compose, draftAddress, sign } from './whole-year/papers.ts';
import { openCampaign, openSecondIntake, writeCriteria, writePlan } from './whole-year/plan.ts';
import {
  conclude,
  prepareMeeting,
  propose,
  proposeReward,
  proposeUpward,
  recordOutcome,
  score,
  vote,
} from './whole-year/recognise.ts';
import { fillRegistration, register, registerList, send } from './whole-year/register.ts';
import { offer, takeUp } from './whole-year/spread.ts';
import * as practices from './whole-year/town-practices.ts';

test.use({ story: 'whole-year' });

test('a year of the movement, from plan to closing report', async ({ kheo, visit }) => {
  test.setTimeout(420_000);
  await askForReports(kheo.address, await foundTown(kheo.address));
  const officer = await visit('thuongtruc');
  const huongXuan = await visit('huongxuan');
  const school = await visit('thptdanghuytru');
  const huongVan = await visit('huongvan');
  const leader = await visit('lanhdao');
  const inspector = await visit('kiemtra');
  const province = await visit('tinh');
  const { flowers, cameras } = practices;
  let campaign = '';
  let riverPage = '';
  let schoolPage = '';

  await test.step('1. The standing agency plans the year and opens it', async () => {
    await writeCriteria(officer);
    campaign = await writePlan(officer);
    await look(officer, 'year-campaign-draft');
    await openCampaign(officer, campaign);
  });

  await test.step('1. Units register: by the form, kept as it is typed, and by an Excel list', async () => {
    await look(huongXuan, 'year-home-unit');
    await open(huongXuan, '/mo-hinh/moi');
    await fillRegistration(huongXuan, practices.river);
    await expect(huongXuan.getByText(/^Đã lưu/)).toBeVisible();
    await expect(huongXuan).toHaveURL(/id=/);
    await huongXuan.reload();
    await expect(field(huongXuan, 'Nội dung thực hiện')).toHaveValue(practices.river.content);
    await expect(field(huongXuan, 'Người phụ trách')).not.toHaveValue('');
    riverPage = await send(huongXuan);
    await registerList(huongXuan, practices.huongXuanList);
    await look(huongXuan, 'year-import-sent');
    schoolPage = await register(school, practices.school);
  });

  await test.step('2. Accepted by many, one returned with its reason, one declined', async () => {
    const all = [practices.river, ...practices.huongXuanList, practices.school].map((one) => one.name);
    await decide(officer, 'Chờ nhận', { action: 'Nhận thẩm định', names: all });
    await noteFieldCheck(officer, practices.river.name, 'Đã đi thực tế bờ nam sông, 12 hộ đồng thuận.');
    await look(officer, 'year-appraisal-panel');
    await decide(officer, 'Đang thẩm định', {
      action: 'Trả lại',
      names: [flowers.name],
      reason: 'Chưa nêu chỉ tiêu đo đếm được; bổ sung số hộ tham gia và chiều dài tuyến đường.',
    });
    await decide(officer, 'Đang thẩm định', {
      action: 'Không giao',
      names: [cameras.name],
      reason: 'Trùng với mô hình Công an phường đang thực hiện trên cùng địa bàn.',
    });
    const accepted = all.filter((name) => name !== flowers.name && name !== cameras.name);
    await decide(officer, 'Đang thẩm định', { action: 'Nhận, giao thực hiện', names: accepted });
  });

  await test.step('2. The unit mends what was returned; it is accepted after all', async () => {
    await open(huongXuan, '/');
    await huongXuan
      .getByRole('link', { name: new RegExp(flowers.name) })
      .first()
      .click();
    if (!huongXuan.url().endsWith('/sua')) await button(huongXuan, 'Sửa đăng ký').click();
    await expect(huongXuan.getByText(/bổ sung số hộ tham gia/).first()).toBeVisible();
    await field(huongXuan, 'Nội dung thực hiện').fill(`${flowers.content} 45 hộ tham gia, 1.200 m.`);
    await send(huongXuan);
    await decide(officer, 'Chờ nhận', { action: 'Nhận thẩm định', names: [flowers.name] });
    await decide(officer, 'Đang thẩm định', { action: 'Nhận, giao thực hiện', names: [flowers.name] });
  });

  await test.step('2. The notice is drafted, signed, issued and acknowledged', async () => {
    await openQueue(officer, 'Đã nhận, chưa có thông báo');
    await button(officer, /^Dự thảo thông báo giao/).click();
    const notice = await draftAddress(officer);
    await look(officer, 'year-notice-draft');
    expect(await sign(officer, leader, notice)).toMatch(/^01-TB\//);
    await acknowledge(huongXuan, notice);
    await acknowledge(school, notice);
  });

  await test.step('3. Units carry out: progress with a photo, contributions', async () => {
    await recordWork(huongXuan, riverPage, 'Họp 4 tổ dân phố, 12 hộ ký cam kết bảo vệ dòng sông.');
    await recordMoney(huongXuan, riverPage, '15 triệu');
    await recordWork(school, schoolPage, 'Ra quân trực cổng trường, 320 phụ huynh ký cam kết.');
  });

  await test.step('4. Self-checks, the second intake and its supplementary notice', async () => {
    await selfCheck(huongXuan, riverPage);
    await selfCheck(school, schoolPage);
    await openSecondIntake(officer, campaign);
    const ricePage = await register(huongVan, practices.huongVan);
    await decide(officer, 'Chờ nhận', { action: 'Nhận thẩm định', names: [practices.huongVan.name] });
    await decide(officer, 'Đang thẩm định', {
      action: 'Nhận, giao thực hiện',
      names: [practices.huongVan.name],
    });
    await openQueue(officer, 'Đã nhận, chưa có thông báo');
    await button(officer, /^Dự thảo thông báo bổ sung/).click();
    const notice = await draftAddress(officer);
    expect(await sign(officer, leader, notice)).toMatch(/^02-TB\//);
    await acknowledge(huongVan, notice);
    await open(huongVan, ricePage);
    await expect(huongVan.getByText('Đang thực hiện').first()).toBeVisible();
  });

  await test.step('4. The mid-year reports of a unit and of the committee', async () => {
    const report = await writeReport(huongXuan, /6 tháng/);
    await look(huongXuan, 'year-unit-report');
    await open(officer, report);
    await pressAndConfirm(officer, 'Tiếp nhận');
    const midYear = await compose(officer, campaign, 'Báo cáo sơ kết 6 tháng');
    expect(await sign(officer, leader, midYear)).toMatch(/^01-BC\//);
  });

  await test.step('5. Proposed, scored by the unit, the team and the meeting', async () => {
    for (const [unit, practice] of [
      [huongXuan, riverPage],
      [school, schoolPage],
    ] as const) {
      await score(unit, practice, { by: 'Tự chấm điểm', share: 0.95 });
      await propose(unit, practice);
      await score(inspector, practice, { by: 'Chấm điểm của đoàn kiểm tra', share: 0.9 });
      await score(officer, practice, { by: 'Ghi điểm cuối', share: 0.9 });
    }
    await prepareMeeting(officer);
    await vote(officer, practices.river.name, [7, 0, 1]);
    await vote(officer, practices.school.name, [3, 4, 1]);
    await look(officer, 'year-meeting');
    await conclude(officer);
    await button(officer, 'Dự thảo quyết định công nhận').click();
    const decision = await draftAddress(officer);
    expect(await sign(officer, leader, decision)).toMatch(/^01-QĐ\//);
    await open(huongXuan, riverPage);
    await expect(huongXuan.getByText('Được công nhận').first()).toBeVisible();
    await open(school, schoolPage);
    await expect(school.getByText('Chưa công nhận').first()).toBeVisible();
  });

  await test.step('5. Rewards on two tracks, and recognition by the province', async () => {
    const reason = 'Giữ sạch 3 km bờ sông, 12 hộ tham gia thường xuyên.';
    await proposeReward(officer, {
      practice: practices.river.name,
      track: 'Khen thưởng của Đảng (cấp ủy)',
      form: 'Giấy khen của cấp ủy',
      reason,
    });
    await recordOutcome(officer, '05-QĐ/ThU');
    await proposeReward(officer, {
      practice: practices.river.name,
      track: 'Khen thưởng của Nhà nước (chính quyền)',
      form: 'Giấy khen của Chủ tịch UBND',
      reason,
    });
    await look(officer, 'year-rewards');
    await proposeUpward(officer, practices.river.name);
    await open(province, '/');
    await expect(province.getByText(practices.river.name).first()).toBeVisible();
    await open(province, '/de-nghi-cap-tren');
    await recordOutcome(province, '125-QĐ/TU');
    await look(province, 'year-upward');
  });

  await test.step('6. Another unit takes the practice up', async () => {
    await offer(officer, practices.river.name, 'Đảng bộ phường Hương Văn');
    await takeUp(huongVan, practices.river.name, 'Bờ bắc sông Bồ, tổ dân phố Giáp Tư');
    await open(huongXuan, riverPage);
    await expect(card(huongXuan, 'Nguồn gốc và nhân rộng').getByRole('listitem')).toContainText('Hương Văn');
  });

  await test.step('6. The closing report: its figures equal an independent count', async () => {
    const closing = await compose(officer, campaign, 'Báo cáo tổng kết');
    await look(officer, 'year-closing-report');
    const { figures, fields } = await countIndependently(kheo.databaseUrl, campaign.split('/').at(-1) ?? '');
    for (const [label, count] of figures) {
      const figure = officer.getByRole('button', { name: new RegExp(`^${label}: \\d`) }).first();
      const shown = /^[^:]+: (\d+)/.exec((await figure.getAttribute('aria-label')) ?? '')?.[1];
      expect.soft(Number(shown), label).toBe(count);
    }
    for (const [name, count] of fields) {
      const figure = officer.getByRole('button', { name: new RegExp(`^Đăng ký: ${name}: 0?${count}\\.`) });
      await expect.soft(figure.first(), `registered in ${name}`).toBeVisible();
    }
    expect([...fields.values()].reduce((sum, n) => sum + n, 0)).toBe(figures.get('Đăng ký'));
    const download = officer.waitForEvent('download');
    await officer.getByRole('link', { name: 'Tải Word', exact: true }).click();
    const word = await readWord(await (await download).path());
    expect(word).toContain('BÁO CÁO');
    expect(word).toContain(practices.river.name);
    expect(await sign(officer, leader, closing)).toMatch(/^02-BC\//);
  });

  await test.step('6. Next year begins with what goes on', async () => {
    await open(officer, campaign);
    await look(officer, 'year-campaign-end');
    await button(officer, 'Bắt đầu chiến dịch năm sau').click();
    await choose(officer, [practices.river.name]);
    await look(officer, 'year-next');
    await button(officer, 'Lập chiến dịch với 1 mô hình tiếp tục').click();
    await expect(officer.getByRole('heading', { level: 1 })).toContainText(String(thisYear + 1));
    await open(huongXuan, riverPage);
    const lineage = card(huongXuan, 'Nguồn gốc và nhân rộng').getByRole('listitem');
    await expect(lineage.filter({ hasText: String(thisYear + 1) })).toHaveCount(1);
  });
});
