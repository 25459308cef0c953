import { expect, test } from './support/kheo.ts';
import { look } from './support/look.ts';
import { field, open } from './support/screen.ts';
import { foundTown } from './support/town.ts';
import { openCampaign, writeCriteria, writePlan } from './whole-year/plan.ts';
import { decide, noteFieldCheck } from './whole-year/appraise.ts';
import { fillRegistration, register, registerList, send } from './whole-year/register.ts';
import * as practices from './whole-year/town-practices.ts';

test.use({ story: 'whole-year' });

test('a year of the movement, from plan to closing report', async ({ kheo, visit }) => {
  test.setTimeout(240_000);
  await foundTown(kheo.address);
  const officer = await visit('thuongtruc');
  const huongXuan = await visit('huongxuan');
  const school = await visit('thptdanghuytru');
  let campaign = '';

  await test.step('1. The standing agency plans the year and opens it', async () => {
    await writeCriteria(officer);
    await look(officer, 'year-criteria');
    campaign = await writePlan(officer);
    await look(officer, 'year-campaign-draft');
    await open(officer, `${campaign}/ke-hoach/sua`);
    await look(officer, 'year-plan-editor');
    await openCampaign(officer, campaign);
    await look(officer, 'year-campaign-open');
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
    await look(huongXuan, 'year-registration');
    await send(huongXuan);
    await look(huongXuan, 'year-practice-sent');
    await registerList(huongXuan, practices.huongXuanList);
    await look(huongXuan, 'year-import-sent');
    await register(school, practices.school);
  });

  await test.step('2. Accepted by many, one returned with its reason, one declined', async () => {
    await look(officer, 'year-home-agency');
    const all = [practices.river, ...practices.huongXuanList, practices.school].map((one) => one.name);
    await decide(officer, 'Chờ nhận', { action: 'Nhận thẩm định', names: all });
    await noteFieldCheck(officer, practices.river.name, 'Đã đi thực tế bờ nam sông, 12 hộ đồng thuận.');
    await look(officer, 'year-appraisal-panel');
    const [flowers, cameras, trees] = practices.huongXuanList.map((one) => one.name);
    const accepted = all.filter((name) => name !== flowers && name !== cameras);
    await decide(officer, 'Đang thẩm định', { action: 'Nhận, giao thực hiện', names: accepted });
    await decide(officer, 'Đang thẩm định', {
      action: 'Trả lại',
      names: [flowers ?? ''],
      reason: 'Chưa nêu chỉ tiêu đo đếm được; bổ sung số hộ tham gia và chiều dài tuyến đường.',
    });
    await decide(officer, 'Đang thẩm định', {
      action: 'Không giao',
      names: [cameras ?? ''],
      reason: 'Trùng với mô hình Công an phường đang thực hiện trên cùng địa bàn.',
    });
    void trees;
  });
});
