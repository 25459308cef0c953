import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperSchema, figuresOf, untracedFigures, type Paper } from '#domain/documents/paper.ts';
import { paperToPlainText } from '#domain/documents/paper-text.ts';
import { documentPurposes, type DocumentPurpose } from '#domain/documents/document.workflow.ts';
import { givenMeeting, givenTownYear, type TownYear } from '#server/testing/town-year.ts';
import { newId } from '#server/platform/ids.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, sendReport, writeReport } from '#server/testing/reports.ts';
import { expectValidOpenXml, validatorMissing } from '#server/testing/validate-ooxml.ts';

let kheo: Kheo;
let year: TownYear;
const papers = new Map<DocumentPurpose, { id: string; paper: Paper }>();

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-12-20' });
  year = await givenTownYear(kheo);
  await kheo.given.term(year.town);
  await tellTheYear();
  const officer = await kheo.as('thuongtruc');
  for (const purpose of documentPurposes) {
    const { id } = await officer.call('POST /api/campaigns/:id/papers', {
      params: { id: year.campaignId },
      body: { purpose },
    });
    const record = await officer.call('GET /api/documents/:id', { params: { id } });
    papers.set(purpose, { id, paper: paperSchema.parse(record.paper) });
  }
});
afterAll(() => kheo.stop());

/** Practices in every state and field, with checks, contributions, reports, rewards and a meeting. */
async function tellTheYear(): Promise<void> {
  const { huongXuan, huongVan, practice } = year;
  const recognised = [
    await practice({
      unitId: huongXuan,
      state: 'recognised',
      score: 95,
      name: 'Vận động nhân dân hiến đất mở rộng kiệt xóm',
    }),
    await practice({
      unitId: huongVan,
      state: 'recognised',
      score: 91,
      field: 'van_hoa',
      name: 'Thu gom vỏ chai thuốc bảo vệ thực vật',
    }),
    await practice({ unitId: huongXuan, state: 'recognised', score: 80, field: 'quoc_phong' }),
  ];
  await givenMeeting(kheo, year.campaignId, recognised);
  for (const state of ['submitted', 'assigned', 'assigned', 'implementing', 'proposed', 'stopped'] as const)
    await practice({ unitId: huongXuan, state, field: 'van_hoa', nature: 'exemplar' });
  for (const state of ['not_recognised', 'withdrawn', 'draft', 'declined'] as const)
    await practice({ unitId: huongVan, state });
  await practice({ unitId: huongVan, state: 'assigned', intake: 2 });
  await practice({
    unitId: huongVan,
    state: 'implementing',
    origin: 'replicated',
    sourceId: recognised[0] ?? '',
  });
  await givenWork(recognised);
}

async function givenWork(recognised: readonly string[]): Promise<void> {
  const { db } = kheo.connection;
  const { id: account } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const at = kheo.clock.now().toISOString();
  const [first = '', second = ''] = recognised;
  const gifts = [
    { practice_id: first, kind: 'money', source: 'budget', amount: 120_000_000, unit: 'đồng' },
    { practice_id: first, kind: 'money', source: 'people', amount: 915_000_000, unit: 'đồng' },
    { practice_id: second, kind: 'money', source: 'business', amount: 44_500_000, unit: 'đồng' },
    { practice_id: second, kind: 'land', source: 'people', amount: 1200, unit: 'm²' },
    { practice_id: second, kind: 'labour', source: 'people', amount: 450, unit: 'ngày công' },
  ];
  for (const gift of gifts)
    await db
      .insertInto('contribution')
      .values({ id: newId(), ...gift, on_date: '2026-08-01', account_id: account, at })
      .execute();
  await db
    .insertInto('contribution')
    .values({
      id: newId(),
      practice_id: first,
      kind: 'money',
      source: 'people',
      amount: 999,
      unit: 'đồng',
      on_date: '2026-08-01',
      account_id: account,
      at,
      cancelled_at: at,
      cancel_reason: 'Ghi nhầm',
    })
    .execute();
  for (const [practice_id, check_code, status] of [
    [first, 'q1', 'on_track'],
    [second, 'q1', 'slow'],
    [first, 'h1', 'on_track'],
  ] as const)
    await db
      .insertInto('self_check')
      .values({ id: newId(), practice_id, check_code, status, result: 'Đạt', account_id: account, at })
      .execute();
  for (const code of ['dvk-6-thang', 'dvk-nam']) {
    const { id: formId } = await (
      await kheo.as('thuongtruc')
    ).call('POST /api/report-forms', {
      body: readyForm(code, { ownerUnitId: year.town, askedFrom: '2026-01-01' }),
    });
    const report = await writeReport(kheo, 'huongxuan', {
      formId,
      unitId: year.huongXuan,
      periodFrom: '2026-01-01',
      narrative: {
        leadership: 'Đã ban hành kế hoạch.',
        results: 'Các mô hình đi vào nền nếp.',
        limits: 'Kinh phí còn hạn chế.',
        proposals: 'Đề nghị tổ chức tập huấn nghiệp vụ.',
      },
    });
    await sendReport(kheo, 'huongxuan', report);
  }
  for (const [track, form, state] of [
    ['party', 'party_certificate', 'granted'],
    ['party', 'commendation', 'proposed'],
    ['state', 'state_certificate', 'granted'],
  ] as const)
    await db
      .insertInto('reward_proposal')
      .values({
        id: newId(),
        campaign_id: year.campaignId,
        practice_id: first,
        track,
        form,
        recipient_name: 'Tổ dân vận tổ dân phố 3',
        recipient_subject: 'collective',
        level: 'own',
        state,
        created_at: at,
      })
      .execute();
}

function paperFor(purpose: DocumentPurpose): Paper {
  const found = papers.get(purpose);
  if (!found) throw new Error(`${purpose} was not composed`);
  return found.paper;
}

async function count(sqlText: string): Promise<number> {
  const { rows } = await kheo.connection.pool.query<{ n: string }>(sqlText, [year.campaignId]);
  return Number(rows[0]?.n);
}

describe('every paper of the year', () => {
  it.each(documentPurposes)('%s leaves no figure without its source', (purpose) => {
    const paper = paperFor(purpose);
    expect(figuresOf(paper).length).toBeGreaterThan(0);
    expect(untracedFigures(paper)).toEqual([]);
    for (const run of figuresOf(paper)) {
      const trace = paper.traces[run.traceId];
      expect(run.value).toBe(trace?.value);
      expect([trace?.definition, trace?.scope, trace?.asOf]).not.toContain('');
    }
  });

  it.skipIf(validatorMissing).each(documentPurposes)('%s is valid Open XML', async (purpose) => {
    const officer = await kheo.as('thuongtruc');
    for (const traces of ['true', 'false']) {
      const answer = await officer.try('GET /api/documents/:id/paper.docx', {
        params: { id: papers.get(purpose)?.id ?? '' },
        query: { traces },
      });
      expect(answer.headers['content-type']).toContain('wordprocessingml');
      await expectValidOpenXml(answer.raw);
    }
  });

  it('names unit and place in words an officer knows, never an identifier', () => {
    for (const { paper } of papers.values())
      expect(paperToPlainText(paper)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined|null|NaN/);
  });
});

describe('the closing report', () => {
  const counts: Readonly<Record<string, string>> = {
    registered: `select count(*) n from practice where campaign_id = $1 and state not in ('draft', 'withdrawn')`,
    'registered.field.kinh_te': `select count(*) n from practice where campaign_id = $1 and state not in ('draft', 'withdrawn') and field_code = 'kinh_te'`,
    'registered.field.van_hoa': `select count(*) n from practice where campaign_id = $1 and state not in ('draft', 'withdrawn') and field_code = 'van_hoa'`,
    'registered.field.quoc_phong': `select count(*) n from practice where campaign_id = $1 and state not in ('draft', 'withdrawn') and field_code = 'quoc_phong'`,
    'registered.field.chinh_tri': `select count(*) n from practice where campaign_id = $1 and state not in ('draft', 'withdrawn') and field_code = 'chinh_tri'`,
    accepted: `select count(*) n from practice where campaign_id = $1 and state in ('assigned', 'implementing', 'stopped', 'proposed', 'recognised', 'not_recognised')`,
    implementing: `select count(*) n from practice where campaign_id = $1 and state in ('implementing', 'proposed', 'recognised', 'not_recognised')`,
    proposed: `select count(*) n from practice where campaign_id = $1 and state in ('proposed', 'recognised', 'not_recognised')`,
    recognised: `select count(*) n from practice where campaign_id = $1 and state = 'recognised'`,
    rewarded: `select count(distinct r.practice_id) n from reward_proposal r where r.campaign_id = $1 and r.state = 'granted'`,
    'registered.origin.replicated': `select count(*) n from practice where campaign_id = $1 and state not in ('draft', 'withdrawn') and origin = 'replicated'`,
    units_registered: `select count(distinct unit_id) n from practice where campaign_id = $1 and state not in ('draft', 'withdrawn')`,
    'contribution.budget.money': `select sum(c.amount) n from contribution c join practice p on p.id = c.practice_id where p.campaign_id = $1 and c.cancelled_at is null and c.kind = 'money' and c.source = 'budget'`,
    'contribution.mobilised.money': `select sum(c.amount) n from contribution c join practice p on p.id = c.practice_id where p.campaign_id = $1 and c.cancelled_at is null and c.kind = 'money' and c.source <> 'budget'`,
    'contribution.mobilised.land': `select sum(c.amount) n from contribution c join practice p on p.id = c.practice_id where p.campaign_id = $1 and c.kind = 'land'`,
    stopped: `select count(*) n from practice where campaign_id = $1 and state = 'stopped'`,
    'rewards.party.proposed': `select count(*) n from reward_proposal where campaign_id = $1 and track = 'party'`,
    'rewards.state.granted': `select count(*) n from reward_proposal where campaign_id = $1 and track = 'state' and state = 'granted'`,
  };

  it.each(Object.entries(counts))('says the same number for %s as plain SQL', async (traceId, sqlText) => {
    const paper = paperFor('closing_report');
    expect(paper.traces[traceId]?.value).toBe(await count(sqlText));
    expect(figuresOf(paper).some((run) => run.traceId === traceId)).toBe(true);
  });

  it('adds its fields up to its total', () => {
    const { traces } = paperFor('closing_report');
    const fields = Object.entries(traces).filter(([id]) => id.startsWith('registered.field.'));
    expect(fields.reduce((sum, [, trace]) => sum + trace.value, 0)).toBe(traces['registered']?.value);
  });

  it('follows the outline of S0 and names exemplary practices with their places', () => {
    const text = paperToPlainText(paperFor('closing_report'));
    for (const heading of [
      'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO',
      '2.1. Lĩnh vực kinh tế',
      '2.2. Lĩnh vực văn hóa - xã hội',
      '2.3. Lĩnh vực quốc phòng - an ninh',
      '2.4. Lĩnh vực xây dựng hệ thống chính trị',
      'III- ĐÁNH GIÁ CHUNG',
      'IV- KIẾN NGHỊ, ĐỀ XUẤT',
      'V- PHƯƠNG HƯỚNG, NHIỆM VỤ',
    ])
      expect(text).toContain(heading);
    expect(text).toContain('“Vận động nhân dân hiến đất mở rộng kiệt xóm” (Tổ dân phố 3, ');
    expect(text).toContain('2/3 (66,7%)');
    expect(text).toContain('Chưa gửi đăng ký: Chi bộ Trường THPT Đặng Huy Trứ.');
  });

  it('keeps the budget apart from what was mobilised, and the two reward tracks apart', () => {
    const text = paperToPlainText(paperFor('closing_report'));
    expect(text).toContain('Ngân sách hỗ trợ: 120 triệu đồng.');
    expect(text).toContain('959.500.000 đồng, 1.200 m² đất, 450 ngày công');
    expect(text).toContain('Khen thưởng của Đảng (cấp ủy): đề nghị 02, đã khen thưởng 01');
    expect(text).toContain('Khen thưởng của Nhà nước (chính quyền): đề nghị 01, đã khen thưởng 01');
  });

  it('says openly what is not known instead of inventing it', () => {
    const text = paperToPlainText(paperFor('closing_report'));
    expect(text).toContain('Chưa có mô hình, điển hình được công nhận trong lĩnh vực này.');
    expect(text).toContain('Chưa có văn bản nào của chiến dịch được ban hành trong sổ văn bản');
  });
});

describe('notices, lists and the mid-year report', () => {
  it('puts the first intake into the notice and the second into the supplement', () => {
    expect(paperFor('notice_of_assignment').traces['notice.practices']?.value).toBe(9);
    expect(paperFor('supplementary_notice').traces['notice.practices']?.value).toBe(1);
  });

  it('lists every registration by unit, landscape, after the signatures', () => {
    const blocks = paperFor('registration_list').blocks;
    const at = blocks.findIndex((block) => block.kind === 'appendix');
    expect(blocks[at]).toMatchObject({ orientation: 'landscape' });
    const table = blocks[at + 1];
    if (table?.kind !== 'table') throw new Error('no list');
    expect(table.rows.filter((row) => row.length > 1)).toHaveLength(13);
    expect(table.rows.filter((row) => row.length === 1)).toHaveLength(2);
  });

  it('names late units and quotes what units wrote', () => {
    const text = paperToPlainText(paperFor('mid_year_report'));
    expect(text).toContain(
      'chưa gửi (hạn 15/07/2026): Đảng ủy phường Hương Văn, Chi bộ Trường THPT Đặng Huy Trứ.',
    );
    expect(text).toContain('Đảng ủy phường Hương Xuân: Kinh phí còn hạn chế.');
  });

  it('signs notices for the standing board and reports by the head of the steering committee', () => {
    expect(paperFor('notice_of_assignment')).toMatchObject({
      issuer: 'Thị ủy Hương Trà',
      parentBody: 'Đảng bộ tỉnh Thừa Thiên Huế',
      signatures: [{ authority: ['T/M Ban Thường vụ'] }],
    });
    expect(paperFor('closing_report')).toMatchObject({
      parentBody: 'Thị ủy Hương Trà',
      symbol: { number: null, typeCode: 'BC', issuerCode: 'BCĐ' },
      signatures: [{ posts: ['Phó Bí thư Thị ủy', 'kiêm', 'Trưởng Ban Chỉ đạo'] }],
    });
  });
});

describe('a campaign of Mặt trận', () => {
  it('writes its papers in state layout, by the same composers', async () => {
    const { db } = kheo.connection;
    const front = await kheo.given.unit({
      name: 'Ủy ban Mặt trận Tổ quốc Việt Nam thị xã Hương Trà',
      kind: 'front',
      parentId: year.town,
    });
    await kheo.given.account({ username: 'mattran', role: 'standing_officer', unitId: front });
    await db
      .updateTable('campaign')
      .set({ owner_unit_id: front })
      .where('id', '=', year.campaignId)
      .execute();
    const officer = await kheo.as('mattran');
    const { id } = await officer.call('POST /api/campaigns/:id/papers', {
      params: { id: year.campaignId },
      body: { purpose: 'notice_of_assignment' },
    });
    const record = await officer.call('GET /api/documents/:id', { params: { id } });
    expect(record.paper).toMatchObject({
      layout: 'state',
      symbol: { typeCode: 'TB', issuerCode: 'MTTQ-BTT' },
      signatures: [{ authority: ['TM. Ban Thường trực'], posts: ['Chủ tịch'] }],
    });
    expect(record.paper?.recipients.at(-1)).toBe('Lưu: VT');
    const answer = await officer.try('GET /api/documents/:id/paper.docx', { params: { id }, query: {} });
    if (!validatorMissing) await expectValidOpenXml(answer.raw);
  });
});
