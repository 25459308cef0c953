import type { PlanDraft } from './plan-draft.ts';

export interface PlanSection {
  readonly id: string;
  readonly title: string;
  /** What it still lacks before the campaign can be opened; null when nothing. */
  readonly lacks: (draft: PlanDraft) => string | null;
}

const nothing = (): null => null;

/** The sections of the editor, in order. */
export const planSections = [
  { id: 'chung', title: 'Thông tin chung', lacks: nothing },
  {
    id: 'linh-vuc',
    title: 'Lĩnh vực',
    lacks: (draft) => (draft.fields.some((field) => field.name.trim() !== '') ? null : 'lĩnh vực'),
  },
  {
    id: 'chi-tieu',
    title: 'Chỉ tiêu theo loại đơn vị',
    lacks: (draft) =>
      draft.quotas.some((quota) => quota.unitKind !== null) ? null : 'chỉ tiêu theo loại đơn vị',
  },
  {
    id: 'dot-dang-ky',
    title: 'Đợt đăng ký',
    lacks: (draft) =>
      draft.intakes.some(
        (intake) => intake.number === 1 && intake.opensOn !== null && intake.closesOn !== null,
      )
        ? null
        : 'thời gian đăng ký đợt 1',
  },
  {
    id: 'sau-buoc',
    title: 'Sáu bước',
    lacks: (draft) => (draft.steps.length === 6 ? null : 'đủ sáu bước'),
  },
  { id: 'kiem-tra-bao-cao', title: 'Tự kiểm tra, báo cáo', lacks: nothing },
  { id: 'cong-nhan', title: 'Công nhận, theo dõi', lacks: nothing },
  {
    id: 'ban-chi-dao',
    title: 'Ban Chỉ đạo',
    lacks: (draft) =>
      draft.members.some((member) => member.post.trim() !== '') ? null : 'thành viên Ban Chỉ đạo',
  },
  {
    id: 'tieu-chi',
    title: 'Bộ tiêu chí',
    lacks: (draft) => (draft.criteriaSetIds.length > 0 ? null : 'bộ tiêu chí'),
  },
  { id: 'doi-tuong', title: 'Đối tượng đăng ký', lacks: nothing },
  { id: 'loi-van', title: 'Lời văn kế hoạch', lacks: nothing },
  { id: 'noi-nhan', title: 'Nơi nhận, người ký', lacks: nothing },
] as const satisfies readonly PlanSection[];

export type PlanSectionId = (typeof planSections)[number]['id'];
