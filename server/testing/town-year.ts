import { planSchema, type Plan } from '#domain/campaigns/plan.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { newId } from '#server/platform/ids.ts';
import type { Kheo } from '#server/testing/kheo.ts';

/** A town committee, two communes and a school cell in one open campaign, for tests of its papers. */
export interface TownYear {
  readonly town: string;
  readonly huongXuan: string;
  readonly huongVan: string;
  readonly school: string;
  readonly campaignId: string;
  readonly criteriaSetId: string;
  practice(given: GivenPractice): Promise<string>;
}

interface GivenPractice {
  readonly unitId: string;
  readonly state: PracticeState;
  readonly name?: string;
  readonly intake?: 1 | 2;
  readonly field?: string;
  readonly origin?: 'new' | 'continued' | 'replicated';
  readonly sourceId?: string;
  readonly nature?: 'model' | 'exemplar';
  readonly score?: number;
}

const FIELDS: Plan['fields'] = [
  { code: 'kinh_te', name: 'Kinh tế', baseField: 'economy' },
  { code: 'van_hoa', name: 'Văn hóa - xã hội', baseField: 'culture_society' },
  { code: 'quoc_phong', name: 'Quốc phòng - an ninh', baseField: 'defence_security' },
  { code: 'chinh_tri', name: 'Xây dựng hệ thống chính trị', baseField: 'political_system' },
];

/** S2's plan, moved to the year of the test's clock. */
function townPlan(): Plan {
  return planSchema.parse({
    theme: '',
    basis: ['Căn cứ Chương trình công tác số 23-CTr/ThU, ngày 08/02/2026'],
    introduction: '',
    sections: [],
    fields: FIELDS,
    quotas: [
      { unitKind: 'commune_committee', least: 5 },
      { unitKind: 'school_party_organisation', least: 1 },
    ],
    whoMayRegister: { collective: '', individual: '' },
    intakes: [
      { number: 1, opensOn: '2026-01-05', closesOn: '2026-02-28' },
      { number: 2, opensOn: '2026-06-01', closesOn: '2026-07-10' },
    ],
    steps: [],
    selfChecks: [
      { code: 'q1', name: 'Tự kiểm tra 3 tháng', due: '2026-03-31', halfYear: false },
      { code: 'h1', name: 'Tự kiểm tra 6 tháng', due: '2026-06-30', halfYear: true },
    ],
    reports: [
      { kind: 'mid_year', unitDue: '2026-07-15', committeeDue: '2026-07-25' },
      { kind: 'year_end', unitDue: '2026-12-05', committeeDue: '2026-12-15' },
    ],
    reportRhythm: '',
    proposeBy: '2026-11-15',
    recogniseBy: '2026-12-31',
    members: [{ post: 'Phó Bí thư Thị ủy', duty: 'head', accountId: null, areaUnitIds: [] }],
    criteriaSetIds: [],
    effective: { evidenceWithinDays: 120 },
    silentAfterDays: 60,
    recipients: [
      'Ban Dân vận Tỉnh ủy (b/c)',
      'Thành viên Ban Chỉ đạo',
      'Các đảng bộ, chi bộ cơ sở',
      'Lưu BCĐ',
    ],
    signer: { authority: '', post: 'Phó Bí thư Thị ủy kiêm Trưởng Ban Chỉ đạo', name: '' },
    place: 'Hương Trà',
  });
}

export async function givenTownYear(kheo: Kheo): Promise<TownYear> {
  const { given, connection } = kheo;
  const { db } = connection;
  const province = await given.unit({ name: 'Tỉnh ủy Thừa Thiên Huế', kind: 'province_committee' });
  const town = await given.unit({
    name: 'Thị ủy Hương Trà',
    kind: 'district_committee',
    parentId: province,
  });
  const below = (name: string, kind: 'commune_committee' | 'school_party_organisation') =>
    given.unit({ name, kind, parentId: town });
  const huongXuan = await below('Đảng ủy phường Hương Xuân', 'commune_committee');
  const huongVan = await below('Đảng ủy phường Hương Văn', 'commune_committee');
  const school = await below('Chi bộ Trường THPT Đặng Huy Trứ', 'school_party_organisation');
  await given.account({ username: 'thuongtruc', role: 'standing_officer', unitId: town });
  await given.account({ username: 'lanhdao', role: 'leader', unitId: town });
  await given.account({ username: 'huongxuan', role: 'unit_officer', unitId: huongXuan });
  await given.account({ username: 'huongvan', role: 'unit_officer', unitId: huongVan });
  const campaignId = newId();
  const now = kheo.clock.now().toISOString();
  await db
    .insertInto('campaign')
    .values({
      id: campaignId,
      owner_unit_id: town,
      year: 2026,
      title: 'Phong trào thi đua “Dân vận khéo” năm 2026',
      state: 'open',
      plan: JSON.stringify(townPlan()),
      created_at: now,
      opened_at: now,
    })
    .execute();
  const criteriaSetId = newId();
  await db
    .insertInto('criteria_set')
    .values({
      id: criteriaSetId,
      owner_unit_id: town,
      name: 'Tiêu chí mô hình',
      family_id: criteriaSetId,
      revision: 1,
      legal_basis: 'Hướng dẫn giai đoạn 2022-2025',
      content: JSON.stringify({ criteria: [], thresholds: [] }),
      created_at: now,
    })
    .execute();
  const world = { town, huongXuan, huongVan, school, campaignId, criteriaSetId };
  return { ...world, practice: (practice) => givenPractice(kheo, world, practice) };
}

let counter = 0;

async function givenPractice(
  kheo: Kheo,
  world: { campaignId: string; criteriaSetId: string },
  given: GivenPractice,
): Promise<string> {
  const { db } = kheo.connection;
  const id = newId();
  const now = kheo.clock.now().toISOString();
  const name = given.name ?? `Mô hình vận động nhân dân số ${++counter}`;
  const field = FIELDS.find((one) => one.code === (given.field ?? 'kinh_te'));
  await db
    .insertInto('practice')
    .values({
      id,
      campaign_id: world.campaignId,
      unit_id: given.unitId,
      intake: given.intake ?? 1,
      state: given.state,
      nature: given.nature ?? 'model',
      subject: 'collective',
      origin: given.origin ?? 'new',
      source_practice_id: given.sourceId ?? null,
      field_code: field?.code ?? null,
      base_field: field?.baseField ?? null,
      name,
      name_folded: foldVietnamese(name),
      place_text: 'Tổ dân phố 3',
      starts_on: '2026-03-01',
      ends_on: '2026-11-30',
      content: 'Vận động nhân dân',
      owner_name: 'Tổ dân vận tổ dân phố 3',
      responsible_name: 'Tổ trưởng tổ dân vận',
      submitted_at: now,
      decided_at: now,
      created_at: now,
      updated_at: now,
    })
    .execute();
  if (given.score !== undefined) await scored(kheo, { id, score: given.score, ...world });
  return id;
}

async function scored(
  kheo: Kheo,
  given: { id: string; score: number; criteriaSetId: string },
): Promise<void> {
  const { db } = kheo.connection;
  const { id: accountId } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow();
  await db
    .insertInto('score_sheet')
    .values({
      id: newId(),
      practice_id: given.id,
      score_column: 'final',
      criteria_set_id: given.criteriaSetId,
      lines: '[]',
      total: given.score,
      passed: true,
      grade: given.score >= 90 ? 'Xuất sắc' : 'Tốt',
      scored_on: '2026-12-01',
      account_id: accountId,
      at: kheo.clock.now().toISOString(),
    })
    .execute();
}

/** A concluded meeting that recognised these practices. */
export async function givenMeeting(
  kheo: Kheo,
  campaignId: string,
  practiceIds: readonly string[],
): Promise<string> {
  const { db } = kheo.connection;
  const id = newId();
  const now = kheo.clock.now().toISOString();
  await db
    .insertInto('meeting')
    .values({
      id,
      campaign_id: campaignId,
      held_on: '2026-12-10',
      title: 'Họp xét công nhận',
      members_total: 13,
      members_present: 12,
      rules: JSON.stringify({}),
      state: 'concluded',
      created_at: now,
      concluded_at: now,
    })
    .execute();
  for (const practice_id of practiceIds)
    await db
      .insertInto('meeting_candidate')
      .values({
        meeting_id: id,
        practice_id,
        votes_for: 12,
        votes_against: 0,
        votes_abstained: 0,
        outcome: 'recognised',
      })
      .execute();
  return id;
}
