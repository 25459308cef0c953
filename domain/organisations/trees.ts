/** The trees over the same units. The main one says who leads whom; permissions follow it. */
export const organisationTrees = ['main', 'government', 'front', 'mass_organisations'] as const;
export type TreeName = (typeof organisationTrees)[number];

export const treeWords: Record<TreeName, string> = {
  main: 'Theo hệ thống Đảng lãnh đạo',
  government: 'Theo hệ thống chính quyền',
  front: 'Theo hệ thống Mặt trận',
  mass_organisations: 'Theo hệ thống đoàn thể',
};
