import type { ResponseOf } from '#contract/endpoint.ts';
import type { homeApi } from '#contract/home.ts';
import type { practicesApi } from '#contract/practices.ts';
import type { QueryOf } from '#contract/endpoint.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { newId } from '#server/platform/ids.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, takeForm } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Home = ResponseOf<(typeof homeApi)['GET /api/home']>;
type PracticeQuery = QueryOf<(typeof practicesApi)['GET /api/practices']>;

let kheo: Kheo;
let town: Town;
let campaignId: string;
let formId: string;

beforeAll(async () => {
  kheo = await startKheo({ today: '2023-03-20' });
  town = await foundTown(kheo);
  campaignId = await openCampaign2023(kheo, town);
  formId = await takeForm(
    kheo,
    readyForm('dvk-6-thang', { ownerUnitId: town.town, askedFrom: '2023-01-01' }),
  );
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  await kheo.given.account({ username: 'dan', role: 'citizen', unitId: town.town });
});
afterAll(() => kheo.stop());

/** Sessions do not last from one day of the story to the next. */
const actorOn = (day: string, username: string): Promise<Actor> => {
  kheo.clock.set(day);
  return new Actor(kheo.app).signIn(username, testPassword);
};
const homeOn = async (day: string, username: string): Promise<Home> =>
  (await actorOn(day, username)).call('GET /api/home', {});
const taskOf = (home: Home, rule: string) => home.owed.find((task) => task.key.startsWith(`${rule}:`));
/** Half-year reports that are late stand before the town's officers the whole autumn. */
const besidesLateReports = (home: Home) => home.waiting.filter((one) => one.tag !== 'Chậm báo cáo');
const titles = (home: Home) => home.owed.map((task) => task.title);

describe('what a unit owes', () => {
  it('is its shortfall against the quota, with the day the intake closes', async () => {
    const home = await homeOn('2023-03-20', 'xuan');
    expect(taskOf(home, 'shortfall')).toMatchObject({
      title: 'Đăng ký thêm 5 mô hình cho đủ chỉ tiêu',
      due: '2023-03-31',
      daysLeft: 11,
      late: false,
      count: 5,
    });
    expect(home.area).toMatchObject({ campaignId, unitId: town.xuan });
  });

  it('counts what a village registers for its commune, and not what is only a draft', async () => {
    await placePractice(kheo, { campaignId, unitId: town.hamlet, state: 'submitted', name: 'Ngõ xanh' });
    await placePractice(kheo, { campaignId, unitId: town.xuan, state: 'draft', name: 'Vườn ổi an toàn' });
    const home = await homeOn('2023-03-20', 'xuan');
    expect(taskOf(home, 'shortfall')).toMatchObject({ count: 4 });
    expect(taskOf(home, 'drafts')).toMatchObject({
      title: 'Hoàn thiện và gửi bản đăng ký đang soạn: “Vườn ổi an toàn”',
      link: expect.stringMatching(/^\/mo-hinh\/[0-9a-f-]{36}$/),
    });
  });

  it('stays late after the intake has closed, and a closed intake takes no draft', async () => {
    const home = await homeOn('2023-04-02', 'chu');
    expect(taskOf(home, 'shortfall')).toMatchObject({ late: true, daysLeft: -2, due: '2023-03-31' });
    const other = await homeOn('2023-08-01', 'xuan');
    expect(taskOf(other, 'drafts')).toBeUndefined();
  });

  it('names what came back, by whom and why', async () => {
    const id = await placePractice(kheo, {
      campaignId,
      unitId: town.xuan,
      state: 'returned',
      name: 'Tổ tự quản trên sông Bồ',
    });
    await kheo.app.db
      .insertInto('history_entry')
      .values({
        id: newId(),
        at: kheo.clock.now().toISOString(),
        actor_name: 'Ban Chỉ đạo',
        subject_type: 'practice',
        subject_id: id,
        unit_id: town.xuan,
        action: 'return',
        from_state: 'appraising',
        to_state: 'returned',
        reason: 'Chưa nêu ngày kết thúc.',
      })
      .execute();
    const home = await homeOn('2023-04-02', 'xuan');
    expect(home.waiting[0]).toMatchObject({
      tone: 'red',
      tag: 'Bị trả lại',
      title: '“Tổ tự quản trên sông Bồ”',
      detail: 'Ban Chỉ đạo: “Chưa nêu ngày kết thúc.”',
      link: `/mo-hinh/${id}`,
    });
    expect((await homeOn('2023-04-02', 'chu')).waiting).toEqual([]);
  });

  it('are the self-checks due, late ones first, and reports and proposals near their day', async () => {
    for (const name of ['Chợ văn minh', 'Đường hoa'])
      await signOfLife(
        await placePractice(kheo, { campaignId, unitId: town.chu, state: 'implementing', name }),
        '2023-07-01',
      );
    const home = await homeOn('2023-07-02', 'chu');
    expect(taskOf(home, 'self_check')).toMatchObject({
      title: 'Tự kiểm tra 3 tháng: 2 mô hình',
      basis: expect.stringContaining('2 trong 2 mô hình chưa tự kiểm tra'),
      due: '2023-06-30',
      late: true,
      primary: true,
    });
    expect(taskOf(home, 'report')).toMatchObject({
      title: 'Báo cáo 6 tháng phong trào “Dân vận khéo”, 6 tháng đầu năm 2023',
      due: '2023-07-14',
      link: `/bao-cao?formId=${formId}`,
    });
    expect(titles(home).join()).not.toContain('Đề nghị công nhận');
    const days = home.owed.map((task) => task.due ?? '9999');
    expect(days).toEqual(days.toSorted());
    const autumn = await homeOn('2023-11-01', 'chu');
    expect(taskOf(autumn, 'propose')).toMatchObject({ count: 2, due: '2023-11-30' });
  });

  it('opens, with every link to a list, exactly the practices that were counted', async () => {
    const checked: string[] = [];
    for (const [day, username] of [
      ['2023-07-02', 'chu'],
      ['2023-11-01', 'chu'],
      ['2023-11-01', 'thuongtruc'],
      ['2023-11-01', 'thanhvien'],
    ] as const) {
      const actor = await actorOn(day, username);
      const { owed } = await actor.call('GET /api/home', {});
      const lists = owed.filter((task) => task.link.startsWith('/mo-hinh?'));
      for (const task of lists) {
        const query = Object.fromEntries(new URLSearchParams(task.link.split('?')[1])) as PracticeQuery;
        const { total } = await actor.call('GET /api/practices', { query });
        expect([task.title, total]).toEqual([task.title, task.count]);
        checked.push(task.key.split(':')[0] ?? '');
      }
    }
    expect(new Set(checked)).toEqual(new Set(['self_check', 'propose', 'silent']));
  });
});

describe('what the standing agency owes', () => {
  it('is what was sent, what is in appraisal, notices to write and units to urge', async () => {
    await placePractice(kheo, { campaignId, unitId: town.chu, state: 'appraising' });
    await placePractice(kheo, { campaignId, unitId: town.chu, state: 'assigned' });
    await placePractice(kheo, { campaignId, unitId: town.school, state: 'assigned' });
    const home = await homeOn('2023-04-10', 'thuongtruc');
    expect(taskOf(home, 'take_up')).toMatchObject({ count: 1, due: '2023-04-20', primary: true });
    expect(taskOf(home, 'decide')).toMatchObject({ count: 1 });
    expect(taskOf(home, 'notice')).toMatchObject({
      title: 'Dự thảo thông báo giao thực hiện 2 mô hình đã nhận',
      link: `/mo-hinh?campaignId=${campaignId}&lacking=notice`,
    });
    expect(taskOf(home, 'missing_units')).toMatchObject({ late: true, link: `/chien-dich/${campaignId}` });
    expect(taskOf(home, 'step')).toMatchObject({ title: expect.stringContaining('Bước 2 sắp hết hạn') });
    expect(home.area).toMatchObject({ unitId: town.town });
  });

  it('is scoring, the meeting, the decision and its own report at the end of the year', async () => {
    await placePractice(kheo, { campaignId, unitId: town.chu, state: 'proposed', name: 'Camera an ninh' });
    await placePractice(kheo, { campaignId, unitId: town.chu, state: 'recognised' });
    const home = await homeOn('2023-12-10', 'thuongtruc');
    expect(taskOf(home, 'team_score')).toMatchObject({
      title: 'Kiểm tra, chấm điểm “Camera an ninh” đề nghị công nhận',
      due: '2023-12-31',
    });
    expect(taskOf(home, 'to_meet')).toMatchObject({ count: 1, button: 'Chuẩn bị họp' });
    expect(taskOf(home, 'decision')).toMatchObject({ count: 1, button: 'Lập quyết định' });
    expect(titles(home)).toContain('Lập báo cáo tổng kết năm của Ban Chỉ đạo');
  });
});

describe('the others', () => {
  it('see only what is theirs: inspectors the scoring, leaders the papers, citizens nothing', async () => {
    const member = await homeOn('2023-12-10', 'thanhvien');
    expect(member.owed.map((task) => task.key.split(':')[0])).toEqual(['team_score']);
    const leader = await homeOn('2023-12-10', 'lanhdao');
    expect(leader.owed).toEqual([]);
    const citizen = await homeOn('2023-12-10', 'dan');
    expect(citizen).toMatchObject({ owed: [], waiting: [], area: null, recent: [] });
  });

  it('asks the administrator for the term without which no paper can be numbered', async () => {
    const home = await homeOn('2023-12-10', 'quantri');
    expect(titles(home)).toEqual(['Khai báo nhiệm kỳ của Thị ủy Hương Trà']);
    await kheo.given.term(town.town);
    expect((await homeOn('2023-12-10', 'quantri')).owed).toEqual([]);
  });

  it('puts a paper that awaits a signature before the leader, not before who drafted it', async () => {
    const id = await draftAwaitingSignature();
    const leader = await homeOn('2023-12-10', 'lanhdao');
    expect(besidesLateReports(leader)).toMatchObject([
      { tag: 'Chờ ký', link: `/van-ban/${id}`, tone: 'gold' },
    ]);
    const agency = await homeOn('2023-12-10', 'thuongtruc');
    expect(besidesLateReports(agency)).toEqual([]);
  });

  it('asks a unit to acknowledge what was sent to it, and not the agency above', async () => {
    const documentId = await draftAwaitingSignature();
    await kheo.app.db
      .insertInto('document_dispatch')
      .values({ document_id: documentId, unit_id: town.chu, sent_at: '2023-04-20T03:00:00Z' })
      .execute();
    const unit = await homeOn('2023-12-10', 'chu');
    expect(unit.waiting).toMatchObject([{ tone: 'blue', tag: 'Thông báo mới', button: 'Xác nhận' }]);
    const agency = await homeOn('2023-12-10', 'thuongtruc');
    expect(besidesLateReports(agency)).toEqual([]);
  });
});

describe('search', () => {
  const find = async (username: string, q: string) => {
    const actor = await actorOn('2023-12-10', username);
    const { groups } = await actor.call('GET /api/search', { query: { q } });
    return groups.flatMap((group) => group.items.map((item) => `${group.kind}: ${item.title}`));
  };

  it('finds practices, units and papers with no accents, other tone places or decomposed letters', async () => {
    const wanted = ['practices: Tổ tự quản trên sông Bồ'];
    for (const q of ['to tu quan tren song bo', 'Tổ tự quản', 'TỔ TỰ QUẢN'.normalize('NFD')])
      expect(await find('xuan', q)).toEqual(wanted);
    expect(await find('xuan', 'huong xuan')).toEqual(['units: Đảng bộ phường Hương Xuân']);
    expect(await find('thuongtruc', 'giao nhiem vu')).toContain('documents: Giao nhiệm vụ');
  });

  it('finds nothing of the neighbours', async () => {
    expect(await find('chu', 'to tu quan')).toEqual([]);
    expect(await find('chu', 'huong xuan')).toEqual([]);
    expect(await find('dan', 'to tu quan')).toEqual([]);
  });

  it('answers nothing to signs alone', async () => {
    expect(await find('thuongtruc', '%_')).toEqual([]);
  });
});

async function signOfLife(practiceId: string, day: string): Promise<void> {
  await kheo.app.db
    .updateTable('practice')
    .set({ last_sign_of_life_at: `${day}T03:00:00Z` })
    .where('id', '=', practiceId)
    .execute();
}

async function draftAwaitingSignature(): Promise<string> {
  const id = newId();
  const at = kheo.clock.now().toISOString();
  await kheo.app.db
    .insertInto('document')
    .values({
      id,
      owner_unit_id: town.town,
      campaign_id: campaignId,
      direction: 'own',
      state: 'awaiting_signature',
      type: 'TB',
      purpose: 'supplementary_notice',
      issuer_name: 'Ban Thường vụ Thị ủy',
      subject: 'Giao nhiệm vụ',
      subject_folded: 'giao nhiem vu',
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}
