import { memberAreas } from './accounts.ts';
import type { Story } from './story.ts';

/** The steering committee by posts; the north of the town is in the charge of a member who has an account. */
export function membersOf(story: Story) {
  const account = (username: string): string => {
    const id = story.accounts.get(username);
    if (id === undefined) throw new Error(`no account ${username}`);
    return id;
  };
  const areas = (keys: readonly string[]): string[] => keys.map((key) => story.unit(key));
  return [
    {
      post: 'Phó Bí thư Thị ủy, Trưởng Ban Chỉ đạo',
      duty: 'head' as const,
      accountId: account('lanhdao'),
      areaUnitIds: [],
    },
    {
      post: 'Chủ tịch Ủy ban MTTQ thị xã, Phó Trưởng Ban Chỉ đạo',
      duty: 'deputy' as const,
      accountId: null,
      areaUnitIds: areas(['huongchu', 'huongan', 'huongho', 'huongtho']),
    },
    {
      post: 'Cơ quan thường trực Ban Chỉ đạo',
      duty: 'standing' as const,
      accountId: account('thuongtruc'),
      areaUnitIds: [],
    },
    {
      post: 'Ủy viên Ban Chỉ đạo phụ trách phía bắc thị xã',
      duty: 'member' as const,
      accountId: account('uyvien'),
      areaUnitIds: areas(memberAreas),
    },
    {
      post: 'Ủy viên Ban Chỉ đạo phụ trách vùng đầm phá, ven biển',
      duty: 'member' as const,
      accountId: null,
      areaUnitIds: areas(['huongphong', 'haiduong', 'huongvinh', 'huongtoan']),
    },
    {
      post: 'Ủy viên Ban Chỉ đạo phụ trách vùng gò đồi',
      duty: 'member' as const,
      accountId: null,
      areaUnitIds: areas(['huongbinh', 'binhthanh', 'binhtien']),
    },
  ];
}
