import type { BodyOf } from '#contract/endpoint.ts';
import type { peopleApi } from '#contract/people.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';

export type Members = BodyOf<(typeof peopleApi)['POST /api/bodies']>['members'];
export type Member = Members[number];

/** S3's ward with two tổ dân phố, another ward beside it, and those who keep or read its people. */
export interface Ward {
  readonly kheo: Kheo;
  readonly city: string;
  readonly ward: string;
  readonly groups: readonly [string, string];
  readonly other: string;
  /** Keeps the people of the ward. */
  readonly office: Actor;
  /** Reads them. */
  readonly officer: Actor;
  /** Works in the other ward. */
  readonly stranger: Actor;
  readonly admin: Actor;
}

export async function startWard(): Promise<Ward> {
  const kheo = await startKheo({ today: '2026-03-02' });
  const city = await kheo.given.unit({ name: 'Thành ủy Hà Tĩnh', kind: 'district_committee' });
  const unit = (name: string, kind: 'commune_committee' | 'village', parentId: string) =>
    kheo.given.unit({ name, kind, parentId });
  const ward = await unit('Đảng bộ phường Trần Phú', 'commune_committee', city);
  const other = await unit('Đảng bộ phường Thạch Linh', 'commune_committee', city);
  const groups = [
    await unit('Tổ dân phố 1', 'village', ward),
    await unit('Tổ dân phố 2', 'village', ward),
  ] as const;
  for (const [username, role, unitId] of [
    ['van-phong', 'standing_officer', ward],
    ['can-bo', 'unit_officer', ward],
    ['phuong-ban', 'unit_officer', other],
    ['quan-tri', 'administrator', city],
  ] as const)
    await kheo.given.account({ username, role, unitId });
  return {
    kheo,
    city,
    ward,
    groups,
    other,
    office: await kheo.as('van-phong'),
    officer: await kheo.as('can-bo'),
    stranger: await kheo.as('phuong-ban'),
    admin: await kheo.as('quan-tri'),
  };
}

/** A new person as a member; the first of a list is the head. */
export function member(name: string, change: Partial<Member> = {}): Member {
  return { personId: null, name, post: 'member', title: name, fields: [], unitIds: [], ...change };
}

export const decision = (symbol: string) => ({ documentId: null, documentText: symbol, note: '' });

/** Founds the ward's Khối dân vận as S3 tells it; returns the body and its members' ids by name. */
export async function foundBloc(ward: Ward, members: Members): Promise<string> {
  const { id } = await ward.office.call('POST /api/bodies', {
    body: {
      unitId: ward.ward,
      kind: 'mobilisation_bloc',
      name: 'Khối Dân vận Đảng ủy phường Trần Phú',
      foundingKnown: true,
      on: '2015-07-21',
      ...decision('Quyết định số 03/QĐ-ĐU ngày 21/7/2015'),
      members,
    },
  });
  return id;
}

/** Who is in a body on a day, as lists to send back. */
export async function membersOn(actor: Actor, id: string, day?: string): Promise<Members> {
  const body = await actor.call('GET /api/bodies/:id', { params: { id }, query: day ? { day } : {} });
  return body.members.map((one) => ({
    personId: one.person.id,
    name: one.person.name,
    post: one.post,
    title: one.title,
    fields: one.fields,
    unitIds: one.areas.map((unit) => unit.id),
  }));
}
