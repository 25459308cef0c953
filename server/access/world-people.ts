import type { TownBase } from './world-town.ts';

/** A body of the commune and one of the town, with who sits in them. */
export interface PeopleRecords {
  readonly bodyId: string;
  readonly townBodyId: string;
  readonly personId: string;
  /** A body of the commune to be ended, and the newest act of another, to be taken back. */
  readonly endingBodyId: string;
  readonly newestActId: string;
  /** Somebody with a role at the commune, and an account that can take it over. */
  readonly leaving: { readonly personId: string; readonly grantId: string; readonly receiverId: string };
}

const seat = { fields: [], unitIds: [] };
export const papered = { documentId: null, documentText: 'Quyết định số 03-QĐ/ĐU', note: '' };

/** Members by office, without an entry yet. */
export function membersNamed(...names: readonly string[]) {
  return names.map((name, at) => ({
    personId: null,
    name,
    post: at === 0 ? ('head' as const) : ('member' as const),
    title: 'Cấp ủy viên',
    ...seat,
  }));
}

export const laterConsolidation = {
  on: '2026-03-01',
  ...papered,
  members: membersNamed('Phó Bí thư cấp ủy'),
};

export async function peopleOf(base: TownBase): Promise<PeopleRecords> {
  const { agency, units, prefix } = base;
  const found = async (unitId: string, name: string): Promise<string> =>
    (
      await agency.call('POST /api/bodies', {
        body: {
          unitId,
          name: `${name} ${prefix}`,
          kind: 'mobilisation_bloc',
          foundingKnown: true,
          on: '2020-01-02',
          ...papered,
          members: membersNamed('Bí thư cấp ủy', 'Chủ tịch Mặt trận'),
        },
      })
    ).id;
  const bodyId = await found(units.commune, 'Khối dân vận phường');
  const townBodyId = await found(units.town, 'Khối dân vận thị xã');
  const { id: personId } = await agency.call('POST /api/people', {
    body: {
      unitId: units.commune,
      name: 'Cán bộ dân vận phường',
      accountId: null,
      phone: '0905 111 222',
      email: '',
    },
  });
  return {
    bodyId,
    townBodyId,
    personId,
    endingBodyId: await found(units.commune, 'Khối dân vận cũ'),
    newestActId: await newestAct(base, await found(units.commune, 'Khối dân vận mới')),
    leaving: await someoneLeaving(base),
  };
}

async function newestAct({ agency }: TownBase, id: string): Promise<string> {
  await agency.call('POST /api/bodies/:id/consolidations', { params: { id }, body: laterConsolidation });
  const { acts } = await agency.call('GET /api/bodies/:id', { params: { id }, query: {} });
  return acts[0]?.id ?? '';
}

async function someoneLeaving({ kheo, agency, units, prefix }: TownBase): Promise<PeopleRecords['leaving']> {
  const enter = async (name: string): Promise<string> => {
    const username = `${prefix} ${name}`;
    const accountId = await kheo.given.account({ username, role: 'steering_member', unitId: units.commune });
    const { id } = await agency.call('POST /api/people', {
      body: { unitId: units.commune, name, accountId, phone: '', email: '' },
    });
    return id;
  };
  const personId = await enter('người bàn giao');
  const receiverId = await enter('người nhận');
  const { items } = await agency.call('GET /api/people/:id/open-work', { params: { id: personId } });
  return { personId, receiverId, grantId: items[0]?.id ?? '' };
}
