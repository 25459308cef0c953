import type { Role } from '#domain/access/permissions.ts';
import { demoPassword } from '#server/accounts/session.reads.ts';
import { grassroots, officeOf, province, town, villages } from './units.ts';

export interface StoryAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** Keys of units (units.ts); the first grant comes with the account. */
  readonly units: readonly [string, ...string[]];
  /** What the sign-in page calls the place. */
  readonly unitName: string;
}

/** Areas in the charge of the steering committee's member among the demo accounts. */
export const memberAreas: readonly [string, ...string[]] = [
  'huongxuan',
  'huongvaan',
  'huongvan',
  'tuha',
  'thptdanghuytru',
];

/**
 * One account for each kind of person of domain.md §7, and the standing agency of the province, which sets the days off
 * of all; the first-run administrator is `quantri`.
 */
export const shownAccounts: readonly StoryAccount[] = [
  {
    username: 'thuongtruc',
    displayName: 'Cán bộ cơ quan thường trực Ban Chỉ đạo',
    role: 'standing_officer',
    units: ['thixa'],
    unitName: town.name,
  },
  ...grassroots
    .filter((unit) => unit.key === 'huongxuan' || unit.key === 'thptdanghuytru')
    .map((unit) => officerOf(unit)),
  {
    username: 'uyvien',
    displayName: 'Ủy viên Ban Chỉ đạo phụ trách phía bắc thị xã',
    role: 'steering_member',
    units: memberAreas,
    unitName: 'Hương Xuân, Hương Vân, Hương Văn, Tứ Hạ, Trường THPT Đặng Huy Trứ',
  },
  {
    username: 'kiemtra',
    displayName: 'Thành viên Đoàn kiểm tra số 1',
    role: 'inspector',
    units: ['thixa'],
    unitName: town.name,
  },
  {
    username: 'lanhdao',
    displayName: 'Phó Bí thư Thị ủy, Trưởng Ban Chỉ đạo',
    role: 'leader',
    units: ['thixa'],
    unitName: town.name,
  },
  {
    username: 'tinh',
    displayName: 'Cán bộ Tỉnh ủy theo dõi phong trào',
    role: 'province_officer',
    units: ['tinh'],
    unitName: province.name,
  },
  {
    username: 'nguoidan',
    displayName: 'Người dân phường Hương Xuân',
    role: 'citizen',
    units: ['huongxuan'],
    unitName: 'Đảng bộ phường Hương Xuân',
  },
  {
    username: 'tinhuy',
    displayName: 'Cán bộ cơ quan dân vận Tỉnh ủy',
    role: 'standing_officer',
    units: ['tinh'],
    unitName: province.name,
  },
];

export const administrator = { username: 'quantri', displayName: 'Quản trị hệ thống Tỉnh ủy' };

/** People who work in the story and are not shown on the sign-in page. */
export const otherAccounts: readonly StoryAccount[] = grassroots
  .filter((unit) => unit.key !== 'huongxuan' && unit.key !== 'thptdanghuytru')
  .map((unit) => officerOf(unit));

/** Got their accounts some weeks ago and have not signed in yet. */
export const newcomers: readonly StoryAccount[] = villages
  .filter((village) => village.parent === 'huongphong' && village.key !== 'thuanhoa')
  .map((village) => ({
    username: village.key,
    displayName: `Cán bộ ${village.name.replace(/^Thôn/, 'thôn')}, xã Hương Phong`,
    role: 'unit_officer',
    units: [village.key],
    unitName: village.name,
  }));

function officerOf(unit: (typeof grassroots)[number]): StoryAccount {
  return {
    username: unit.key,
    displayName: officeOf(unit),
    role: 'unit_officer',
    units: [unit.key],
    unitName: unit.name,
  };
}

/** What the start script prints. */
export const demoAccounts: readonly {
  username: string;
  password: string;
  displayName: string;
  unitName: string;
}[] = [
  ...shownAccounts.map(({ username, displayName, unitName }) => ({
    username,
    displayName,
    unitName,
    password: demoPassword,
  })),
  { ...administrator, password: demoPassword, unitName: province.name },
];
