import type { Day } from '#domain/kernel/day.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { acceptedStates } from '#domain/practices/practice.states.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { newId } from '#server/platform/ids.ts';
import { plan2023 } from '#db/seed/demo/plan-2023.ts';
import type { Kheo } from './kheo.ts';

/** A town with two wards (one with a hamlet), a school, an agency and the Front; officers named as the units. */
export interface Town {
  readonly town: string;
  readonly xuan: string;
  readonly hamlet: string;
  readonly chu: string;
  readonly school: string;
  readonly agency: string;
  readonly front: string;
}

/** Founds the town. Accounts: `thuongtruc` and `lanhdao` at the town, `xuan`, `chu`, `truong` at units. */
export async function foundTown(kheo: Kheo): Promise<Town> {
  const { given } = kheo;
  const town = await given.unit({ name: 'Thị ủy Hương Trà', kind: 'district_committee' });
  const at = (name: string, kind: Parameters<typeof given.unit>[0]['kind'], parentId = town) =>
    given.unit({ name, kind, parentId });
  const xuan = await at('Đảng bộ phường Hương Xuân', 'commune_committee');
  const places = {
    town,
    xuan,
    hamlet: await at('Tổ dân phố Thanh Lương', 'village', xuan),
    chu: await at('Đảng bộ phường Hương Chữ', 'commune_committee'),
    school: await at('Chi bộ Trường THPT Đặng Huy Trứ', 'school_party_organisation'),
    agency: await at('Đảng bộ Cơ quan Thị ủy', 'agency_party_organisation'),
    front: await at('Ủy ban MTTQ thị xã', 'front'),
  };
  const accounts = [
    ['thuongtruc', 'standing_officer', town],
    ['lanhdao', 'leader', town],
    ['thanhvien', 'steering_member', town],
    ['xuan', 'unit_officer', xuan],
    ['chu', 'unit_officer', places.chu],
    ['truong', 'unit_officer', places.school],
  ] as const;
  for (const [username, role, unitId] of accounts) await given.account({ username, role, unitId });
  return places;
}

/** Merges both wards into a new one, by `quantri`, who must be there. */
export async function mergeWards(kheo: Kheo, town: Town, on: Day): Promise<void> {
  const officer = await kheo.as('quantri');
  await officer.call('POST /api/reorganisations', {
    body: {
      kind: 'merge',
      on,
      fromUnitIds: [town.xuan, town.chu],
      into: { found: { parentId: town.town, ...mergedWard, kind: 'commune_committee' } },
      documentText: 'Nghị quyết số 3',
      reason: 'Sáp nhập',
      moveGrants: false,
    },
  });
}

export const mergedWard = { name: 'Đảng bộ phường Hương Mới', shortName: 'Hương Mới', code: 'PHM' } as const;

/** A criteria set and the plan of 2023 with it, ready to be opened. */
export async function readyPlan(kheo: Kheo, town: Town): Promise<Plan> {
  const officer = await kheo.as('thuongtruc');
  const { id } = await officer.call('POST /api/criteria-sets', {
    body: {
      ownerUnitId: town.town,
      familyId: null,
      name: 'Tiêu chí công nhận mô hình',
      nature: null,
      subject: null,
      legalBasis: 'Hướng dẫn tiêu chí công nhận, giai đoạn 2022-2025',
      content: {
        criteria: [
          { id: 'a', group: '', text: 'Hiệu quả thiết thực', kind: 'points', max: 100, required: true },
        ],
        thresholds: [{ name: 'Đạt', least: 50, passes: true }],
      },
    },
  });
  return { ...plan2023, criteriaSetIds: [id] };
}

/** Makes the campaign of 2023 and opens it. */
export async function openCampaign2023(kheo: Kheo, town: Town): Promise<string> {
  const officer = await kheo.as('thuongtruc');
  const { id } = await officer.call('POST /api/campaigns', {
    body: {
      ownerUnitId: town.town,
      year: 2023,
      title: '“Dân vận khéo” năm 2023',
      stageId: null,
      plan: await readyPlan(kheo, town),
    },
  });
  await officer.call('POST /api/campaigns/:id/opening', { params: { id } });
  return id;
}

export interface PlacedPractice {
  readonly campaignId: string;
  readonly unitId: string;
  readonly state: PracticeState;
  readonly name?: string;
  readonly intake?: 1 | 2;
  readonly field?: 'economy' | 'culture_society' | 'defence_security' | 'political_system';
  readonly decidedAt?: string;
  readonly origin?: 'new' | 'continued' | 'replicated';
  readonly sourceId?: string;
}

/**
 * Puts a practice into a state without walking there: for tests of counts alone. What happens to a practice is
 * tested through its own commands.
 */
export async function placePractice(kheo: Kheo, practice: PlacedPractice): Promise<string> {
  const id = newId();
  const name = practice.name ?? `Mô hình ${id}`;
  const field = practice.field ?? 'economy';
  const decided = acceptedStates.includes(practice.state) ? '2023-04-10T02:00:00Z' : null;
  await kheo.connection.db
    .insertInto('practice')
    .values({
      id,
      campaign_id: practice.campaignId,
      unit_id: practice.unitId,
      state: practice.state,
      intake: practice.intake ?? 1,
      nature: 'model',
      subject: 'collective',
      origin: practice.origin ?? 'new',
      source_practice_id: practice.sourceId ?? null,
      field_code: field,
      base_field: field,
      name,
      name_folded: foldVietnamese(name),
      place_text: 'Hương Trà',
      starts_on: '2023-04-01',
      ends_on: '2023-12-31',
      content: 'Nội dung',
      owner_name: 'Chi bộ',
      responsible_name: 'Bí thư chi bộ',
      decided_at: practice.decidedAt ?? decided,
      created_at: '2023-03-10T02:00:00Z',
      updated_at: '2023-03-10T02:00:00Z',
    })
    .execute();
  return id;
}
