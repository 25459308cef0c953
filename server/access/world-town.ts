import type { Actor } from '#server/platform/http/actor.ts';
import type { Kheo } from '#server/testing/kheo.ts';
import { photo } from '#server/testing/files/documents.ts';
import { recordsOfCommittee, type CommitteeRecords } from './world-committee.ts';
import { peopleOf, type PeopleRecords } from './world-people.ts';
import { criteriaContent, planWith, registrationOf, scoreOf } from './world-plan.ts';

/** A town with two communes, two villages, its officers and its campaign. */
export interface TownBase {
  readonly kheo: Kheo;
  readonly prefix: string;
  readonly province: string;
  readonly units: Readonly<Record<'town' | 'commune' | 'village' | 'village2' | 'neighbour', string>>;
  /** The standing officer at the town; unit officers at the commune and at its neighbour. */
  readonly agency: Actor;
  readonly officer: Actor;
  readonly neighbour: Actor;
  readonly criteriaSetId: string;
  readonly stageId: string;
  readonly campaignId: string;
  /** Next year's, a draft yet. */
  readonly draftCampaignId: string;
  /** An open one in which nobody has registered. */
  readonly emptyCampaignId: string;
  readonly photo: Buffer;
}

const practiceSteps = [
  'draft',
  'submitted',
  'appraising',
  'assigned',
  'implementing',
  'proposed',
  'proposedFree',
  'recognised',
  'recognisedFree',
] as const;
type PracticeStep = (typeof practiceSteps)[number];

/** One record of every kind, as the people of a town made them. Practices are the commune's unless they say otherwise. */
export interface TownRecords extends TownBase, CommitteeRecords {
  readonly practices: Readonly<Record<PracticeStep, string>>;
  /** Recognised ones of the neighbour, offered to the commune. */
  readonly ofNeighbour: readonly string[];
  readonly evidenceId: string;
  readonly evidenceFileId: string;
  readonly contributionId: string;
  readonly people: PeopleRecords;
  /** A hamlet that was merged into the village and left a practice there. */
  readonly hamlet: { readonly unitId: string; readonly practiceId: string };
  /** Another hamlet was merged into the village by this act, which can be taken back. */
  readonly reorganisationId: string;
}

/** Builds a town below a province through the commands of its officers. */
export async function buildTown(
  kheo: Kheo,
  given: { prefix: string; province: string },
): Promise<TownRecords> {
  const base = await foundTown(kheo, given);
  const mine = await registerAll(base, base.officer, { unitId: base.units.commune, steps: practiceSteps });
  const ofNeighbour: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    const unitId = base.units.neighbour;
    const made = await registerAll(base, base.neighbour, { unitId, steps: ['recognised'] });
    ofNeighbour.push(made.recognised ?? '');
  }
  const practices = mine as Record<PracticeStep, string>;
  const { draft, submitted, appraising, ...accepted } = practices;
  await appraise(base, { toAppraise: [appraising], toAccept: [...Object.values(accepted), ...ofNeighbour] });
  const records = await recordsOfCommittee(base, {
    practices,
    ofNeighbour,
    carryOut: (ids, actor) => carryOut(base, ids, actor),
  });
  const { db } = kheo.connection;
  const evidence = await db
    .selectFrom('evidence')
    .select(['id', 'file_id'])
    .where('practice_id', '=', practices.implementing)
    .executeTakeFirstOrThrow();
  const { id: contributionId } = await base.officer.call('POST /api/practices/:id/contributions', {
    params: { id: practices.implementing },
    body: {
      kind: 'money',
      source: 'people',
      amount: 5_000_000,
      unit: 'đồng',
      worth: null,
      onDate: '2026-03-02',
      note: '',
    },
  });
  const hamlet = await mergeAHamlet(base, 'Xóm Bến', async (unitId) => {
    const { draft: left } = await registerAll(base, base.officer, { unitId, steps: ['draft'] });
    return left ?? '';
  });
  return {
    ...base,
    ...records,
    practices: { ...practices, draft, submitted },
    ofNeighbour,
    evidenceId: evidence.id,
    evidenceFileId: evidence.file_id,
    contributionId,
    people: await peopleOf(base),
    hamlet: { unitId: hamlet.unitId, practiceId: hamlet.left },
    reorganisationId: (await mergeAHamlet(base, 'Xóm Đình')).actId,
  };
}

/** Founds a hamlet beside the village, lets it leave something, and merges it into the village today. */
async function mergeAHamlet(
  base: TownBase,
  name: string,
  leave: (unitId: string) => Promise<string> = () => Promise.resolve(''),
): Promise<{ unitId: string; left: string; actId: string }> {
  const { kheo, prefix, units } = base;
  const username = `${prefix}-clerk-${name}`;
  await kheo.given.account({ username, role: 'administrator', unitId: units.commune });
  const clerk = await kheo.as(username);
  const hamlet = await kheo.given.unit({
    name: `${name} ${prefix}`,
    kind: 'village',
    parentId: units.commune,
  });
  const left = await leave(hamlet);
  const { id } = await clerk.call('POST /api/reorganisations', {
    body: {
      kind: 'merge',
      on: '2026-03-02',
      reason: 'Sắp xếp tổ dân phố',
      fromUnitIds: [hamlet],
      into: { unitId: units.village },
      moveGrants: false,
    },
  });
  return { unitId: hamlet, left, actId: id };
}

/** The units, officers and campaign of a town, nothing registered yet. */
export async function foundTown(kheo: Kheo, given: { prefix: string; province: string }): Promise<TownBase> {
  const { prefix, province } = given;
  const found = (
    name: string,
    kind: 'district_committee' | 'commune_committee' | 'village',
    parentId: string,
  ) => kheo.given.unit({ name: `${name} ${prefix}`, kind, parentId });
  const town = await found('Thị ủy', 'district_committee', province);
  const commune = await found('Phường Hương Xuân', 'commune_committee', town);
  const units = {
    town,
    commune,
    village: await found('Tổ dân phố 1', 'village', commune),
    village2: await found('Tổ dân phố 2', 'village', commune),
    neighbour: await found('Phường Hương Chữ', 'commune_committee', town),
  };
  await kheo.given.term(town);
  const people = [
    ['agency', 'standing_officer', town],
    ['officer', 'unit_officer', commune],
    ['neighbour', 'unit_officer', units.neighbour],
  ] as const;
  for (const [name, role, unitId] of people)
    await kheo.given.account({ username: `${prefix}-${name}`, role, unitId });
  const agency = await kheo.as(`${prefix}-agency`);
  const { id: criteriaSetId } = await agency.call('POST /api/criteria-sets', {
    body: {
      ownerUnitId: town,
      familyId: null,
      name: 'Tiêu chí công nhận',
      nature: null,
      subject: null,
      legalBasis: 'Hướng dẫn của Ban Chỉ đạo',
      content: criteriaContent,
    },
  });
  const { id: stageId } = await agency.call('POST /api/stages', {
    body: { ownerUnitId: town, name: 'Giai đoạn 2026-2030', fromYear: 2026, toYear: 2030, onPaper: false },
  });
  const campaignOf = async (year: number): Promise<string> =>
    (
      await agency.call('POST /api/campaigns', {
        body: {
          ownerUnitId: town,
          year,
          title: `Dân vận khéo năm ${year} ${prefix}`,
          stageId,
          plan: planWith(criteriaSetId),
        },
      })
    ).id;
  const campaignId = await campaignOf(2026);
  const emptyCampaignId = await campaignOf(2025);
  for (const id of [campaignId, emptyCampaignId])
    await agency.call('POST /api/campaigns/:id/opening', { params: { id } });
  return {
    kheo,
    prefix,
    province,
    units,
    agency,
    officer: await kheo.as(`${prefix}-officer`),
    neighbour: await kheo.as(`${prefix}-neighbour`),
    criteriaSetId,
    stageId,
    campaignId,
    draftCampaignId: await campaignOf(2028),
    emptyCampaignId,
    photo: await photo('jpeg', { width: 64, height: 48 }),
  };
}

/** Registers one practice for each step named; all but the drafts are sent in. */
async function registerAll(
  base: TownBase,
  officer: Actor,
  given: { unitId: string; steps: readonly PracticeStep[] },
): Promise<Partial<Record<PracticeStep, string>>> {
  const made: Partial<Record<PracticeStep, string>> = {};
  for (const step of given.steps) {
    const { id } = await officer.call('POST /api/practices', {
      body: {
        campaignId: base.campaignId,
        unitId: given.unitId,
        origin: 'new',
        sourcePracticeId: null,
        registration: registrationOf(`Mô hình ${step} của ${base.prefix} ${given.unitId.slice(-6)}`),
      },
    });
    if (step !== 'draft') await officer.call('POST /api/practices/:id/submission', { params: { id } });
    made[step] = id;
  }
  return made;
}

async function appraise(base: TownBase, given: { toAppraise: string[]; toAccept: string[] }): Promise<void> {
  const decide = (action: 'take_up' | 'accept', practiceIds: string[]) =>
    base.agency.call('POST /api/practices/decisions', { body: { action, practiceIds, reason: '' } });
  await decide('take_up', [...given.toAppraise, ...given.toAccept]);
  await decide('accept', given.toAccept);
}

/** Starts practices that a notice assigned, with a line of progress, a photo and the unit's own score. */
async function carryOut(base: TownBase, ids: readonly string[], officer: Actor): Promise<void> {
  for (const id of ids) {
    const params = { id };
    await officer.call('POST /api/practices/:id/start', { params });
    const file = await officer.call('POST /api/files', { file: { name: 'anh.jpg', content: base.photo } });
    await officer.call('POST /api/practices/:id/progress', {
      params,
      body: {
        onDate: '2026-03-02',
        text: 'Đã họp dân, 12 hộ ký cam kết',
        participants: 30,
        files: [{ fileId: file.id, caption: '' }],
      },
    });
    await officer.call('PUT /api/practices/:id/scores/self', { params, body: scoreOf(90) });
  }
}
