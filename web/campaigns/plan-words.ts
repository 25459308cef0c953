import type { Plan } from '#domain/campaigns/plan.ts';

export type Duty = Plan['members'][number]['duty'];

export const dutyWords: Record<Duty, string> = {
  head: 'Trưởng ban',
  deputy: 'Phó ban',
  standing: 'Phó ban Thường trực',
  member: 'Thành viên',
};

export const intakeWords: Record<1 | 2, string> = {
  1: 'Đăng ký đợt 1 (đầu năm)',
  2: 'Đăng ký bổ sung đợt 2 (6 tháng cuối năm)',
};
