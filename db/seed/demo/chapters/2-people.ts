import type { BodyOf } from '#contract/endpoint.ts';
import type { peopleApi } from '#contract/people.ts';
import type { Day } from '#domain/kernel/day.ts';
import { memberAreas } from '../accounts.ts';
import type { Story } from '../story.ts';
import { province, type DemoUnit } from '../units.ts';
import { blocActs, city, groups, teamSeats, ward, wardPapers, type WardSeat } from '../ward.ts';

type Members = BodyOf<(typeof peopleApi)['POST /api/bodies']>['members'];

/** Who keeps people of another place than the town: the province's own office. */
const keeper = 'tinhuy';
const invented = 'Tên thành viên trong dữ liệu mẫu là chức danh, đặt ra để minh họa.';

/** March 2022: the bodies that move the people, as papers of years tell of them, and the town's own committee. */
export async function tellPeople(story: Story): Promise<void> {
  story.say('Con người: Khối dân vận, chín tổ dân vận của phường Trần Phú; Ban Chỉ đạo thị xã');
  story.clock.set('2022-03-14');
  await foundWard(story);
  for (const paper of wardPapers) await receive(story, paper);
  story.clock.set('2022-03-16');
  await enterBloc(story);
  for (const at of groups.keys()) await enterTeam(story, at + 1);
  story.clock.set('2022-03-18');
  await enterTownCommittee(story);
}

async function foundWard(story: Story): Promise<void> {
  const found = async ({ key, ...unit }: DemoUnit, parent: string): Promise<void> => {
    const { code, kind, name, shortName } = unit;
    const { id } = await story.as('quantri').call('POST /api/units', {
      body: { parentId: story.unit(parent), code, kind, name, shortName, foundedOn: '2000-01-01' },
    });
    story.units.set(key, id);
  };
  await found(city, province.key);
  await found(ward, city.key);
  for (const group of groups) await found(group, ward.key);
}

async function receive(story: Story, paper: (typeof wardPapers)[number]): Promise<void> {
  const { id } = await story.as(keeper).call('POST /api/documents/received', {
    body: {
      ...paper,
      ownerUnitId: story.unit(ward.key),
      issuerName: 'Đảng ủy phường Trần Phú',
      receivedOn: paper.issuedOn,
      signerPost: '',
      signerName: '',
      fileId: null,
      campaignId: null,
      links: [],
    },
  });
  story.records.set(paperKey(paper.symbol), id);
}

const paperKey = (symbol: string): string => `tranphu:${symbol}`;

async function enterBloc(story: Story): Promise<void> {
  const people = new Map<string, string>();
  const [founding, ...later] = blocActs;
  if (!founding) return;
  const bodyId = await found(story, {
    unit: ward.key,
    kind: 'mobilisation_bloc',
    name: 'Khối Dân vận Đảng ủy phường Trần Phú',
    foundingKnown: true,
    on: founding.on,
    symbol: founding.symbol,
    members: await membersOf(story, people, founding.seats),
  });
  for (const act of later)
    await story.as(keeper).call('POST /api/bodies/:id/consolidations', {
      params: { id: bodyId },
      body: {
        on: act.on,
        documentId: story.record(paperKey(act.symbol)),
        documentText: '',
        note: invented,
        members: await membersOf(story, people, act.seats),
      },
    });
}

async function enterTeam(story: Story, group: number): Promise<void> {
  await found(story, {
    unit: `tranphu-${group}`,
    kind: 'mobilisation_team',
    name: `Tổ dân vận Tổ dân phố ${group}`,
    foundingKnown: false,
    on: '2018-04-02',
    symbol: `${45 + group}-QĐ/ĐU`,
    members: await membersOf(story, new Map(), teamSeats(group)),
  });
}

interface Founding {
  readonly unit: string;
  readonly kind: 'mobilisation_bloc' | 'mobilisation_team';
  readonly name: string;
  readonly foundingKnown: boolean;
  readonly on: Day;
  readonly symbol: string;
  readonly members: Members;
}

async function found(story: Story, body: Founding): Promise<string> {
  const { unit, symbol, ...rest } = body;
  const { id } = await story.as(keeper).call('POST /api/bodies', {
    body: {
      ...rest,
      unitId: story.unit(unit),
      documentId: story.record(paperKey(symbol)),
      documentText: '',
      note: invented,
    },
  });
  return id;
}

/** Seats with their persons; who is met again is the same person. */
async function membersOf(
  story: Story,
  people: Map<string, string>,
  seats: readonly WardSeat[],
): Promise<Members> {
  const members: Members = [];
  for (const { post, office, entry = office, group } of seats) {
    const known = people.get(entry) ?? (await enter(story, { as: keeper, unit: ward.key, name: entry }));
    people.set(entry, known);
    members.push({
      personId: known,
      name: '',
      post,
      title: office,
      fields: [],
      unitIds: group === undefined ? [] : [story.unit(`tranphu-${group}`)],
    });
  }
  return members;
}

async function enter(
  story: Story,
  person: { as: string; unit: string; name: string; account?: string },
): Promise<string> {
  const { id } = await story.as(person.as).call('POST /api/people', {
    body: {
      unitId: story.unit(person.unit),
      name: person.name,
      accountId: person.account === undefined ? null : (story.accounts.get(person.account) ?? null),
      phone: '',
      email: '',
    },
  });
  return id;
}

/** The town's steering committee, as its plans name it (steering-committee.ts); three of it have accounts. */
async function enterTownCommittee(story: Story): Promise<void> {
  const seat = async (
    post: Members[number]['post'],
    person: { name: string; account?: string },
    area: { units?: readonly string[]; fields?: Members[number]['fields'] } = {},
  ): Promise<Members[number]> => ({
    personId: await enter(story, { as: 'thuongtruc', unit: 'thixa', ...person }),
    name: '',
    post,
    title: person.name,
    fields: area.fields ?? [],
    unitIds: (area.units ?? []).map((key) => story.unit(key)),
  });
  const members = [
    await seat('head', { name: 'Phó Bí thư Thị ủy', account: 'lanhdao' }),
    await seat(
      'standing_deputy',
      { name: 'Chủ tịch Ủy ban MTTQ thị xã' },
      { units: ['huongchu', 'huongan', 'huongho', 'huongtho'], fields: ['culture_society'] },
    ),
    await seat('secretary', { name: 'Cán bộ Ban Dân vận Thị ủy', account: 'thuongtruc' }),
    await seat(
      'member',
      { name: 'Phó Chủ tịch Ủy ban nhân dân thị xã', account: 'uyvien' },
      { units: memberAreas },
    ),
    await seat(
      'member',
      { name: 'Chủ tịch Hội Nông dân thị xã' },
      { units: ['huongphong', 'haiduong', 'huongvinh', 'huongtoan'], fields: ['economy'] },
    ),
    await seat(
      'member',
      { name: 'Chính trị viên Ban Chỉ huy Quân sự thị xã' },
      { units: ['huongbinh', 'binhthanh', 'binhtien'], fields: ['defence_security'] },
    ),
  ];
  await story.as('thuongtruc').call('POST /api/bodies', {
    body: {
      unitId: story.unit('thixa'),
      kind: 'steering_committee',
      name: 'Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã',
      foundingKnown: false,
      on: '2022-03-01',
      documentId: null,
      documentText: 'Quyết định kiện toàn Ban Chỉ đạo của Ban Thường vụ Thị ủy (chưa vào sổ)',
      note: invented,
      members,
    },
  });
}
