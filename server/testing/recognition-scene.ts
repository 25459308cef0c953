import type { Plan } from '#domain/campaigns/plan.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { newId } from '#server/platform/ids.ts';
import { runAsSystem } from '#server/platform/commands/run-as-system.ts';
import { startKheo, type Kheo } from './kheo.ts';

/** A town of three wards under a province, its campaign open, in the days of the year-end meeting. */
export interface RecognitionScene {
  readonly kheo: Kheo;
  readonly province: string;
  readonly town: string;
  readonly otherTown: string;
  readonly wards: { readonly xuan: string; readonly van: string; readonly ho: string };
  readonly campaignId: string;
  /** A practice as it stands after earlier steps; written directly, with its one line of history. */
  practice(given: GivenPractice): Promise<string>;
  /** A sheet in one of the three score columns. */
  score(practiceId: string, column: 'self' | 'team' | 'final', total: number): Promise<void>;
  /** Says something of the plan of the campaign differently. */
  changePlan(change: Partial<Plan>): Promise<void>;
}

interface GivenPractice {
  readonly name: string;
  readonly unitId: string;
  readonly state: PracticeState;
  readonly consent?: boolean;
  readonly scored?: boolean;
  readonly campaignId?: string;
}

const plan: Plan = {
  theme: 'Dân vận khéo trong xây dựng đô thị văn minh',
  basis: [],
  introduction: '',
  sections: [],
  fields: [
    { code: 'kinh_te', name: 'Kinh tế', baseField: 'economy' },
    { code: 'van_hoa', name: 'Văn hóa - xã hội', baseField: 'culture_society' },
  ],
  quotas: [{ unitKind: 'commune_committee', least: 5 }],
  whoMayRegister: { collective: '', individual: '' },
  intakes: [
    { number: 1, opensOn: '2026-01-05', closesOn: '2026-03-31' },
    { number: 2, opensOn: '2026-07-01', closesOn: '2026-12-31' },
  ],
  steps: [],
  selfChecks: [],
  reports: [],
  reportRhythm: '',
  proposeBy: null,
  recogniseBy: '2026-12-15',
  members: [],
  criteriaSetIds: [],
  effective: { evidenceWithinDays: 90 },
  silentAfterDays: 45,
  recipients: [],
  signer: { authority: '', post: '', name: '' },
  place: 'Hương Trà',
};

export async function startRecognitionScene(): Promise<RecognitionScene> {
  const kheo = await startKheo({ today: '2026-12-01T08:00:00+07:00' });
  const { given } = kheo;
  const province = await given.unit({ name: 'Tỉnh ủy Thừa Thiên Huế', kind: 'province_committee' });
  const townOf = (name: string): Promise<string> =>
    given.unit({ name, kind: 'district_committee', parentId: province });
  const town = await townOf('Thị ủy Hương Trà');
  const otherTown = await townOf('Thị ủy Hương Thủy');
  const wardOf = (name: string): Promise<string> =>
    given.unit({ name, kind: 'commune_committee', parentId: town });
  const wards = {
    xuan: await wardOf('Phường Hương Xuân'),
    van: await wardOf('Phường Hương Vân'),
    ho: await wardOf('Phường Hương Hồ'),
  };
  await given.account({ username: 'thuongtruc', role: 'standing_officer', unitId: town });
  await given.account({ username: 'thuongtruc2', role: 'standing_officer', unitId: town });
  await given.account({ username: 'xuan', role: 'unit_officer', unitId: wards.xuan });
  await given.account({ username: 'van', role: 'unit_officer', unitId: wards.van });
  await given.account({ username: 'tinh', role: 'province_officer', unitId: province });
  await given.account({ username: 'ngoai', role: 'standing_officer', unitId: otherTown });
  await given.account({ username: 'dan', role: 'citizen', unitId: town });
  const { db } = kheo.app;
  const [campaignId, setId] = [newId(), newId()];
  const now = '2026-01-05T01:00:00Z';
  await db
    .insertInto('campaign')
    .values({
      id: campaignId,
      owner_unit_id: town,
      year: 2026,
      title: 'Dân vận khéo năm 2026',
      state: 'open',
      plan: JSON.stringify(plan),
      created_at: now,
      opened_at: now,
    })
    .execute();
  await db
    .insertInto('criteria_set')
    .values({
      id: setId,
      owner_unit_id: town,
      name: 'Mô hình tập thể',
      family_id: setId,
      revision: 1,
      legal_basis: 'Hướng dẫn của Ban Chỉ đạo',
      content: JSON.stringify({ criteria: [], thresholds: [] }),
      created_at: now,
    })
    .execute();
  const scene: RecognitionScene = {
    kheo,
    province,
    town,
    otherTown,
    wards,
    campaignId,
    practice: (one) => writePractice(scene, one),
    score: async (practiceId, column, total) => {
      const { id } = await db.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow();
      await db
        .insertInto('score_sheet')
        .values({
          id: newId(),
          practice_id: practiceId,
          score_column: column,
          criteria_set_id: setId,
          lines: '[]',
          total,
          passed: total >= 50,
          grade: total >= 90 ? 'Xuất sắc' : 'Tốt',
          scored_on: '2026-11-25',
          account_id: id,
          at: '2026-11-25T02:00:00Z',
        })
        .execute();
    },
    changePlan: async (change) => {
      await db
        .updateTable('campaign')
        .set({ plan: JSON.stringify({ ...plan, ...change }) })
        .where('id', '=', campaignId)
        .execute();
    },
  };
  return scene;
}

async function writePractice(scene: RecognitionScene, given: GivenPractice): Promise<string> {
  const id = await runAsSystem(scene.kheo.app, 'given practice', async (command) => {
    const practiceId = command.newId();
    await command.db
      .insertInto('practice')
      .values({
        id: practiceId,
        campaign_id: given.campaignId ?? scene.campaignId,
        unit_id: given.unitId,
        state: given.state,
        nature: 'model',
        subject: 'collective',
        origin: 'new',
        field_code: 'van_hoa',
        base_field: 'culture_society',
        name: given.name,
        name_folded: foldVietnamese(given.name),
        place_text: 'Tổ dân phố 3',
        content: `Vận động nhân dân: ${given.name}`,
        owner_name: 'Ban công tác Mặt trận',
        responsible_name: 'Trưởng ban',
        responsible_phone: '0905000111',
        consent_to_publish: given.consent ?? false,
        created_at: command.now,
        updated_at: command.now,
      })
      .execute();
    await command.record({
      subjectType: 'practice',
      subjectId: practiceId,
      unitId: given.unitId,
      action: 'propose',
      toState: given.state,
    });
    return practiceId;
  });
  if (given.scored) {
    await scene.score(id, 'self', 95);
    await scene.score(id, 'team', 88.5);
    await scene.score(id, 'final', 90);
  }
  return id;
}
