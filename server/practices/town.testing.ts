import type { BodyOf } from '#contract/endpoint.ts';
import type { campaignsApi } from '#contract/campaigns.ts';
import type { practicesApi } from '#contract/practices.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { newId } from '#server/platform/ids.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';

type Plan = BodyOf<(typeof campaignsApi)['POST /api/campaigns']>['plan'];
export type RegistrationForm = BodyOf<(typeof practicesApi)['POST /api/practices']>['registration'];

/** A town committee with two communes, a village and an agency, its officers, and one open campaign of 2026. */
export interface Town {
  readonly kheo: Kheo;
  readonly units: Record<'town' | 'huongXuan' | 'huongVan' | 'village' | 'agency', string>;
  readonly campaignId: string;
  readonly agency: Actor;
  /** The officer of Hương Xuân. */
  readonly officer: Actor;
  /** The officer of Hương Vân. */
  readonly neighbour: Actor;
  readonly inspector: Actor;
  /** Goes to another day; everybody signs in again, since sessions do not last so long. */
  goTo(day: string): Promise<void>;
}

export async function startTown(): Promise<Town> {
  const kheo = await startKheo({ today: '2026-03-02' });
  const { given } = kheo;
  const town = await given.unit({ name: 'Thị ủy Hương Trà', kind: 'district_committee' });
  const below = (name: string, kind: Parameters<typeof given.unit>[0]['kind'], parentId = town) =>
    given.unit({ name, kind, parentId });
  const huongXuan = await below('Phường Hương Xuân', 'commune_committee');
  const huongVan = await below('Phường Hương Vân', 'commune_committee');
  const village = await below('Tổ dân phố 3', 'village', huongXuan);
  const agencyUnit = await below('Chi bộ Phòng Tài chính', 'agency_party_organisation');
  for (const [username, role, unitId] of [
    ['coquan', 'standing_officer', town],
    ['huongxuan', 'unit_officer', huongXuan],
    ['huongvan', 'unit_officer', huongVan],
    ['coquan2', 'standing_officer', town],
    ['doankiemtra', 'inspector', town],
  ] as const)
    await given.account({ username, role, unitId });
  const agency = await kheo.as('coquan');
  const criteriaSetId = (
    await agency.call('POST /api/criteria-sets', {
      body: {
        ownerUnitId: town,
        familyId: null,
        name: 'Bộ tiêu chí mô hình',
        nature: null,
        subject: null,
        legalBasis: 'Hướng dẫn của Ban Chỉ đạo',
        content: {
          criteria: [
            criterion('kho', 'Việc khó, bức thiết', 40),
            criterion('dan', 'Nhân dân đồng thuận', 60),
          ],
          thresholds: [
            { name: 'Xuất sắc', least: 90, passes: true },
            { name: 'Đạt', least: 60, passes: true },
          ],
        },
      },
    })
  ).id;
  const { id: campaignId } = await agency.call('POST /api/campaigns', {
    body: {
      ownerUnitId: town,
      year: 2026,
      title: 'Dân vận khéo năm 2026',
      stageId: null,
      plan: planOf2026(criteriaSetId),
    },
  });
  await agency.call('POST /api/campaigns/:id/opening', { params: { id: campaignId } });
  const [officer, neighbour, inspector] = [
    await kheo.as('huongxuan'),
    await kheo.as('huongvan'),
    await kheo.as('doankiemtra'),
  ];
  return {
    kheo,
    units: { town, huongXuan, huongVan, village, agency: agencyUnit },
    campaignId,
    agency,
    officer,
    neighbour,
    inspector,
    goTo: async (day) => {
      kheo.clock.set(day);
      await agency.signIn('coquan', testPassword);
      await officer.signIn('huongxuan', testPassword);
      await neighbour.signIn('huongvan', testPassword);
      await inspector.signIn('doankiemtra', testPassword);
    },
  };
}

function criterion(id: string, text: string, max: number) {
  return { id, group: '', text, kind: 'points' as const, max, required: false };
}

function planOf2026(criteriaSetId: string): Plan {
  return {
    theme: 'Dân vận khéo',
    basis: [],
    introduction: '',
    sections: [],
    fields: [
      { code: 'kinh_te', name: 'Kinh tế', baseField: 'economy' },
      { code: 'van_hoa', name: 'Văn hóa - xã hội', baseField: 'culture_society' },
    ],
    quotas: [
      { unitKind: 'commune_committee', least: 5 },
      { unitKind: 'agency_party_organisation', least: 1 },
    ],
    whoMayRegister: { collective: '', individual: '' },
    intakes: [
      { number: 1, opensOn: '2026-02-01', closesOn: '2026-03-31' },
      { number: 2, opensOn: '2026-07-01', closesOn: '2026-07-31' },
    ],
    steps: [1, 2, 3, 4, 5, 6].map((number) => ({
      number: number as 1,
      name: `Bước ${number}`,
      from: null,
      due: null,
      text: '',
    })),
    selfChecks: [
      { code: 'quy_2', name: 'Tự kiểm tra 3 tháng', due: '2026-06-30', halfYear: false },
      { code: 'quy_4', name: 'Tự kiểm tra cuối năm', due: '2026-12-10', halfYear: false },
    ],
    reports: [],
    reportRhythm: '',
    proposeBy: null,
    recogniseBy: null,
    members: [{ post: 'Trưởng Ban Dân vận', duty: 'head', accountId: null, areaUnitIds: [] }],
    criteriaSetIds: [criteriaSetId],
    effective: { evidenceWithinDays: 90 },
    silentAfterDays: 60,
    recipients: [],
    signer: { authority: '', post: '', name: '' },
    place: '',
  };
}

export function registration(change: Partial<RegistrationForm> = {}): RegistrationForm {
  return {
    name: 'Tổ tự quản bảo vệ tài nguyên trên sông Bồ',
    nature: 'model',
    subject: 'collective',
    fieldCode: 'kinh_te',
    placeUnitId: null,
    placeText: 'Tổ dân phố 3',
    startsOn: '2026-04-01',
    endsOn: '2026-11-30',
    content: 'Tuần tra 12 hộ ven sông, họp dân mỗi tháng một lần.',
    ownerName: 'Ban Công tác Mặt trận tổ dân phố 3',
    responsibleName: 'Trưởng ban Công tác Mặt trận',
    responsiblePhone: '0900 000 000',
    details: { aims: [] },
    consentToPublish: true,
    ...change,
  };
}

/** A draft of Hương Xuân. */
export async function draft(town: Town, change: Partial<RegistrationForm> = {}): Promise<string> {
  const { id } = await town.officer.call('POST /api/practices', {
    body: {
      campaignId: town.campaignId,
      unitId: town.units.huongXuan,
      origin: 'new',
      sourcePracticeId: null,
      registration: registration(change),
    },
  });
  return id;
}

export async function submitted(town: Town, change: Partial<RegistrationForm> = {}): Promise<string> {
  const id = await draft(town, change);
  await town.officer.call('POST /api/practices/:id/submission', { params: { id } });
  return id;
}

export function decide(
  actor: Actor,
  action: 'take_up' | 'accept' | 'return' | 'decline',
  ids: string[],
  reason = '',
) {
  return actor.try('POST /api/practices/decisions', { body: { action, practiceIds: ids, reason } });
}

/** Accepted, with an issued notice, as if the paper had been through the register. */
export async function assigned(town: Town, change: Partial<RegistrationForm> = {}): Promise<string> {
  const id = await submitted(town, change);
  await decide(town.agency, 'take_up', [id]);
  await decide(town.agency, 'accept', [id]);
  await noticeIssued(town, id);
  return id;
}

async function noticeIssued(town: Town, practiceId: string): Promise<void> {
  const { db } = town.kheo.connection;
  const documentId = newId();
  await db
    .insertInto('document')
    .values({
      id: documentId,
      owner_unit_id: town.units.town,
      direction: 'own',
      state: 'issued',
      type: 'TB',
      purpose: 'notice_of_assignment',
      number: 1,
      symbol: '01-TB/ThU',
      issued_on: '2026-03-02',
      issuer_name: 'Thị ủy',
      subject: 'Thông báo giao nhiệm vụ',
      subject_folded: 'thong bao giao nhiem vu',
      created_at: '2026-03-02T02:00:00Z',
      updated_at: '2026-03-02T02:00:00Z',
    })
    .execute();
  await db
    .updateTable('practice')
    .set({ assignment_document_id: documentId })
    .where('id', '=', practiceId)
    .execute();
}

export async function implementing(town: Town, change: Partial<RegistrationForm> = {}): Promise<string> {
  const id = await assigned(town, change);
  await town.officer.call('POST /api/practices/:id/start', { params: { id } });
  return id;
}

/** A small text file uploaded by this person, attached to nothing yet. */
export async function uploaded(actor: Actor, text: string): Promise<string> {
  const file = await actor.call('POST /api/files', {
    file: { name: 'minh-chung.txt', content: new TextEncoder().encode(text) },
  });
  return file.id;
}

export const scores = (kho: number, dan: number) => [
  { criterionId: 'kho', points: kho, passed: null, note: '' },
  { criterionId: 'dan', points: dan, passed: null, note: '' },
];
