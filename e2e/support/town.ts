import type { Role } from '#domain/access/permissions.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { HttpActor } from './http-actor.ts';
import { testPassword } from './sign-in.ts';

/** A small town of Hương Trà's kind: enough units to meet a quota, to be late, and to have been missed. */
export interface Town {
  readonly province: string;
  readonly town: string;
  readonly huongXuan: string;
  readonly huongVan: string;
  readonly school: string;
}

const firstPassword = 'mật khẩu lần đầu 2026';

/** Sets an empty application up: units, a party term, accounts that have chosen their own passwords. */
export async function foundTown(address: string): Promise<Town> {
  const province = await setUp(address);
  const administrator = await new HttpActor(address).signIn('quantri', testPassword);
  const found = async (unit: { name: string; shortName: string; kind: UnitKind; parentId: string }) => {
    const code = `u${unit.shortName.length}${Math.abs(hash(unit.name)) % 100_000}`;
    const { id } = await administrator.call('POST /api/units', {
      body: { ...unit, code, foundedOn: '2000-01-01' },
    });
    return id;
  };
  const town = await found({
    name: 'Thị ủy Hương Trà',
    shortName: 'Hương Trà',
    kind: 'district_committee',
    parentId: province,
  });
  const huongXuan = await found({
    name: 'Đảng bộ phường Hương Xuân',
    shortName: 'Hương Xuân',
    kind: 'commune_committee',
    parentId: town,
  });
  const huongVan = await found({
    name: 'Đảng bộ phường Hương Văn',
    shortName: 'Hương Văn',
    kind: 'commune_committee',
    parentId: town,
  });
  const school = await found({
    name: 'Chi bộ Trường THPT Đặng Huy Trứ',
    shortName: 'THPT Đặng Huy Trứ',
    kind: 'school_party_organisation',
    parentId: town,
  });
  await administrator.call('POST /api/units/:id/terms', {
    params: { id: town },
    body: { name: '2025-2030', beginsOn: '2025-06-15', endsOn: null },
  });
  const accounts: readonly (readonly [string, string, Role, string])[] = [
    ['thuongtruc', 'Ban Dân vận Thị ủy', 'standing_officer', town],
    ['lanhdao', 'Thường trực Thị ủy', 'leader', town],
    ['kiemtra', 'Đoàn kiểm tra', 'inspector', town],
    ['huongxuan', 'Cán bộ phường Hương Xuân', 'unit_officer', huongXuan],
    ['huongvan', 'Cán bộ phường Hương Văn', 'unit_officer', huongVan],
    ['thptdanghuytru', 'Cán bộ Trường THPT Đặng Huy Trứ', 'unit_officer', school],
    ['tinh', 'Ban Dân vận Tỉnh ủy', 'province_officer', province],
  ];
  await Promise.all(accounts.map((account) => openAccount(address, administrator, account)));
  return { province, town, huongXuan, huongVan, school };
}

async function setUp(address: string): Promise<string> {
  const stranger = new HttpActor(address);
  await stranger.call('GET /api/session', {});
  const { id } = await stranger.call('POST /api/setup', {
    body: {
      unit: {
        name: 'Tỉnh ủy Thừa Thiên Huế',
        shortName: 'Tỉnh ủy',
        kind: 'province_committee',
        code: 'tinh',
      },
      administrator: { username: 'quantri', displayName: 'Quản trị hệ thống', password: testPassword },
    },
  });
  const administrator = await new HttpActor(address).signIn('quantri', testPassword);
  const { items } = await administrator.call('GET /api/units', { query: {} });
  return items[0]?.id ?? id;
}

async function openAccount(
  address: string,
  administrator: HttpActor,
  [username, displayName, role, unitId]: readonly [string, string, Role, string],
): Promise<void> {
  await administrator.call('POST /api/accounts', {
    body: {
      username,
      displayName,
      password: firstPassword,
      grant: { role, unitId, beginsOn: '2020-01-01', endsOn: null, coversSubtree: true },
    },
  });
  const owner = await new HttpActor(address).signIn(username, firstPassword);
  await owner.call('POST /api/session/password', {
    body: { currentPassword: firstPassword, newPassword: testPassword },
  });
}

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return sum;
}
