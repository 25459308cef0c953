import type { ReorganisationKind } from '#domain/organisations/reorganisation.ts';
import type { UnitAction } from '#domain/organisations/unit-actions.ts';

/** The steps of a guided act, in order. */
export type StepKey = 'units' | 'paper' | 'where' | 'practices' | 'preview';

interface GuidedAct {
  readonly kind: ReorganisationKind;
  /** What the server calls it among the actions of a unit. */
  readonly action: UnitAction;
  /** In the address. */
  readonly word: string;
  readonly title: string;
  readonly help: string;
  readonly firstStep: string;
  readonly steps: readonly StepKey[];
  readonly confirm: string;
}

export const guidedActs: readonly GuidedAct[] = [
  {
    kind: 'merge',
    action: 'merge',
    word: 'sap-nhap',
    title: 'Sáp nhập, hợp nhất',
    help: 'Nhiều đơn vị thành một đơn vị mới, hoặc nhập vào một đơn vị đang có.',
    firstStep: 'Những đơn vị nào',
    steps: ['units', 'paper', 'where', 'preview'],
    confirm: 'Sáp nhập',
  },
  {
    kind: 'split',
    action: 'split',
    word: 'chia-tach',
    title: 'Chia, tách',
    help: 'Một đơn vị thành nhiều đơn vị; nêu rõ thôn, mô hình nào về đâu.',
    firstStep: 'Đơn vị nào',
    steps: ['units', 'paper', 'where', 'practices', 'preview'],
    confirm: 'Chia, tách',
  },
  {
    kind: 'remove_level',
    action: 'remove_level',
    word: 'bo-cap',
    title: 'Bỏ một cấp tổ chức',
    help: 'Cả một cấp kết thúc (như cấp huyện từ 01/07/2025); cấp dưới trực thuộc thẳng cấp trên.',
    firstStep: 'Cấp nào, ở đâu',
    steps: ['units', 'paper', 'preview'],
    confirm: 'Bỏ cấp này',
  },
  {
    kind: 'found',
    action: 'found_child',
    word: 'thanh-lap',
    title: 'Thành lập đơn vị',
    help: 'Thêm một đơn vị mới từ ngày có quyết định.',
    firstStep: 'Đơn vị mới',
    steps: ['units', 'paper', 'preview'],
    confirm: 'Thành lập',
  },
  {
    kind: 'change',
    action: 'change',
    word: 'doi-ten',
    title: 'Đổi tên, chuyển trực thuộc',
    help: 'Từ ngày này mang tên mới hoặc thuộc cấp trên khác; tên cũ vẫn đúng cho những ngày trước.',
    firstStep: 'Đơn vị, tên mới',
    steps: ['units', 'paper', 'preview'],
    confirm: 'Ghi thay đổi',
  },
  {
    kind: 'dissolve',
    action: 'dissolve',
    word: 'ket-thuc',
    title: 'Kết thúc hoạt động',
    help: 'Đơn vị thôi hoạt động mà không có đơn vị nào kế tục trực tiếp.',
    firstStep: 'Đơn vị nào',
    steps: ['units', 'paper', 'preview'],
    confirm: 'Kết thúc hoạt động',
  },
];

const stepTitles: Record<Exclude<StepKey, 'units'>, string> = {
  paper: 'Ngày và quyết định',
  where: 'Về đâu',
  practices: 'Mô hình',
  preview: 'Xem trước',
};

export function stepTitle(act: GuidedAct, step: StepKey): string {
  return step === 'units' ? act.firstStep : stepTitles[step];
}

const paperPaths = new Set(['on', 'documentId', 'documentText', 'reason']);

/** The step on which the field of a refusal stands; `path` as the server writes it. */
export function stepOfPath(kind: ReorganisationKind, path: string): StepKey {
  const [first = ''] = path.split('.');
  if (paperPaths.has(first)) return 'paper';
  if (first === 'practices') return 'practices';
  if (kind === 'merge' && first === 'into') return 'where';
  if (kind === 'split' && first !== 'unitId') return 'where';
  return 'units';
}
