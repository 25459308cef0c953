import {
  IconArrowBarUp,
  IconAward,
  IconBuildingCommunity,
  IconChartBar,
  IconChecklist,
  IconClipboardCheck,
  IconFileSearch,
  IconFileText,
  IconFlag,
  IconHome2,
  IconPhoto,
  IconReportAnalytics,
  IconSeeding,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

type Icon = typeof IconHome2;

export interface MenuItem {
  readonly href: string;
  readonly label: string;
  /** For the phone's tabs, where room is short. */
  readonly shortLabel?: string;
  readonly icon: Icon;
  /** Shown to who holds one of these; nothing here means: to everybody signed in. */
  readonly anyOf?: readonly string[];
  readonly group: 'work' | 'register';
}

/** The order of the year's work first, then what stands behind it. */
export const menu: readonly MenuItem[] = [
  { href: '/', label: 'Việc của tôi', shortLabel: 'Việc', icon: IconHome2, group: 'work' },
  { href: '/chien-dich', label: 'Chiến dịch', icon: IconFlag, anyOf: ['campaign.read'], group: 'work' },
  { href: '/mo-hinh', label: 'Mô hình', icon: IconChecklist, anyOf: ['practice.read'], group: 'work' },
  {
    href: '/tham-dinh',
    label: 'Thẩm định',
    icon: IconClipboardCheck,
    anyOf: ['practice.appraise'],
    group: 'work',
  },
  { href: '/hop-xet', label: 'Họp xét', icon: IconUsersGroup, anyOf: ['practice.decide'], group: 'work' },
  {
    href: '/bao-cao',
    label: 'Báo cáo',
    icon: IconReportAnalytics,
    anyOf: ['unit_report.read', 'unit_report.write'],
    group: 'work',
  },
  { href: '/khen-thuong', label: 'Khen thưởng', icon: IconAward, anyOf: ['reward.propose'], group: 'work' },
  {
    href: '/de-nghi-cap-tren',
    label: 'Đề nghị cấp trên',
    shortLabel: 'Đề nghị',
    icon: IconArrowBarUp,
    anyOf: ['upward.record'],
    group: 'work',
  },
  {
    href: '/nhan-rong',
    label: 'Nhân rộng',
    icon: IconSeeding,
    anyOf: ['replication.offer', 'practice.replicate'],
    group: 'work',
  },
  {
    href: '/so-lieu',
    label: 'Số liệu giai đoạn',
    shortLabel: 'Số liệu',
    icon: IconChartBar,
    anyOf: ['figure.read'],
    group: 'register',
  },
  {
    href: '/doc-tai-lieu',
    label: 'Đọc tài liệu',
    shortLabel: 'Đọc',
    icon: IconFileSearch,
    anyOf: ['figure.report'],
    group: 'register',
  },
  { href: '/van-ban', label: 'Văn bản', icon: IconFileText, anyOf: ['document.read'], group: 'register' },
  {
    href: '/to-chuc',
    label: 'Tổ chức',
    icon: IconBuildingCommunity,
    anyOf: ['organisation.read'],
    group: 'register',
  },
  {
    href: '/to-chuc/ban-khoi-to',
    label: 'Ban, khối, tổ',
    icon: IconUsers,
    anyOf: ['people.read'],
    group: 'register',
  },
  { href: '/trien-lam', label: 'Triển lãm', icon: IconPhoto, anyOf: ['gallery.read'], group: 'register' },
  {
    href: '/quan-tri',
    label: 'Quản trị',
    icon: IconSettings,
    anyOf: ['account.manage', 'audit.read', 'report_form.manage'],
    group: 'register',
  },
];

export function menuFor(permissions: readonly string[]): readonly MenuItem[] {
  return menu.filter(
    (item) => item.anyOf === undefined || item.anyOf.some((wanted) => permissions.includes(wanted)),
  );
}

/** Where in the menu an address stands: the longest entry that it begins with. */
export function currentItem(items: readonly MenuItem[], pathname: string): MenuItem | undefined {
  return items
    .filter((item) => pathname === item.href || (item.href !== '/' && pathname.startsWith(`${item.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
