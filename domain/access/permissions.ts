/** Everything somebody may be allowed to do, one word each. The endpoint names one; the record checks it again at its unit. */
export const permissions = [
  'organisation.read',
  'organisation.manage',
  'people.read',
  'people.manage',
  'account.manage',
  'audit.read',
  'campaign.read',
  'campaign.manage',
  'criteria.manage',
  'practice.read',
  'practice.register',
  'practice.appraise',
  'practice.implement',
  'practice.inspect',
  'practice.decide',
  'practice.replicate',
  'replication.offer',
  'reward.propose',
  'upward.record',
  'document.read',
  'document.draft',
  'document.issue',
  'document.receive',
  'document.acknowledge',
  'figure.read',
  'figure.report',
  'unit_report.read',
  'unit_report.write',
  'unit_report.approve',
  'unit_report.review',
  'report_form.manage',
  'gallery.read',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = [
  'standing_officer',
  'unit_officer',
  'steering_member',
  'inspector',
  'leader',
  'province_officer',
  'administrator',
  'citizen',
] as const;

export type Role = (typeof roles)[number];

const reading = [
  'organisation.read',
  'people.read',
  'campaign.read',
  'practice.read',
  'document.read',
  'figure.read',
  'unit_report.read',
  'gallery.read',
] as const satisfies readonly Permission[];

/** A role is a list of permissions (domain.md §7). What a person may do where is a grant: (person, role, unit, from, to). */
export const permissionsOfRole: Record<Role, readonly Permission[]> = {
  standing_officer: [
    ...reading,
    'people.manage',
    'campaign.manage',
    'criteria.manage',
    'practice.appraise',
    'practice.inspect',
    'practice.decide',
    'replication.offer',
    'reward.propose',
    'upward.record',
    'document.draft',
    'document.issue',
    'document.receive',
    'document.acknowledge',
    'figure.report',
    'unit_report.review',
    'report_form.manage',
  ],
  unit_officer: [
    ...reading,
    'practice.register',
    'practice.implement',
    'practice.replicate',
    'document.receive',
    'document.acknowledge',
    'unit_report.write',
    'unit_report.approve',
  ],
  steering_member: [...reading, 'practice.inspect'],
  inspector: ['organisation.read', 'campaign.read', 'practice.read', 'practice.inspect', 'gallery.read'],
  leader: [...reading, 'document.issue', 'unit_report.approve', 'unit_report.review'],
  province_officer: [...reading, 'upward.record'],
  administrator: [
    'organisation.read',
    'organisation.manage',
    'people.read',
    'people.manage',
    'account.manage',
    'audit.read',
    'gallery.read',
  ],
  citizen: ['gallery.read'],
};

export const roleWords: Record<Role, string> = {
  standing_officer: 'Cán bộ cơ quan thường trực',
  unit_officer: 'Cán bộ đơn vị',
  steering_member: 'Thành viên Ban Chỉ đạo',
  inspector: 'Thành viên đoàn kiểm tra',
  leader: 'Lãnh đạo cấp ủy',
  province_officer: 'Cán bộ cấp tỉnh',
  administrator: 'Quản trị hệ thống',
  citizen: 'Người dân',
};
