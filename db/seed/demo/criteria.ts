import type { CriteriaContent, ScoreLine } from '#domain/scoring/criteria.ts';

const points = (id: string, group: string, given: { text: string; max: number }) => ({
  id,
  group,
  kind: 'points' as const,
  required: false,
  ...given,
});
const lawful = {
  id: 'dung_luat',
  group: 'Điều kiện',
  text: 'Không trái chủ trương của Đảng, pháp luật của Nhà nước; không huy động quá sức dân',
  kind: 'pass_fail' as const,
  max: 0,
  required: true,
};
const thresholds = [
  { name: 'Xuất sắc', least: 90, passes: true },
  { name: 'Tốt', least: 80, passes: true },
  { name: 'Đạt', least: 65, passes: true },
  { name: 'Chưa đạt', least: 0, passes: false },
];

/** What guidance asks of a model (domain.md §2), weighed as a town might: the points add up to 100. */
export const modelCriteria: CriteriaContent = {
  criteria: [
    lawful,
    points('ro_rang', 'Đăng ký', {
      text: 'Có tên, địa chỉ, thời gian, chủ mô hình, thuộc một lĩnh vực',
      max: 10,
    }),
    points('lanh_dao', 'Lãnh đạo, chỉ đạo', {
      text: 'Cấp ủy có kế hoạch, phân công, kiểm tra',
      max: 15,
    }),
    points('viec_kho', 'Nội dung', { text: 'Giải quyết việc khó, việc dân đang cần', max: 20 }),
    points('dong_thuan', 'Nội dung', { text: 'Dân biết, dân bàn, đồng thuận và tham gia', max: 20 }),
    points('ket_qua', 'Kết quả', { text: 'Đạt chỉ tiêu đã đăng ký, có minh chứng', max: 20 }),
    points('ben_vung', 'Kết quả', { text: 'Bền vững, có khả năng nhân rộng', max: 15 }),
  ],
  thresholds,
};

/** For collectives, households and individuals held up as an example. */
export const exemplarCriteria: CriteriaContent = {
  criteria: [
    lawful,
    points('guong_mau', 'Phẩm chất', { text: 'Bản thân, gia đình, tập thể gương mẫu', max: 25 }),
    points('sang_kien', 'Việc làm', { text: 'Có cách làm hay, sáng tạo', max: 25 }),
    points('tan_tuy', 'Việc làm', { text: 'Tận tụy phục vụ nhân dân, được dân tin', max: 30 }),
    points('lan_toa', 'Kết quả', { text: 'Có sức lan tỏa, người khác làm theo', max: 20 }),
  ],
  thresholds,
};

/** A sheet that adds up to about `share` (0 to 1) of all points, in half points. */
export function scoreLines(content: CriteriaContent, share: number): ScoreLine[] {
  return content.criteria.map((criterion, at) => {
    if (criterion.kind === 'pass_fail')
      return { criterionId: criterion.id, points: null, passed: true, note: '' };
    const own = Math.max(0, Math.min(1, share + ((at % 3) - 1) * 0.03));
    return {
      criterionId: criterion.id,
      points: Math.round(criterion.max * own * 2) / 2,
      passed: null,
      note: '',
    };
  });
}
