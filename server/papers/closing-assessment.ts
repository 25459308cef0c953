import { heading, list, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block, Run } from '#domain/documents/paper.ts';
import type { CampaignNumbers } from './campaign-numbers.ts';
import { workCounts } from './campaign-work.reads.ts';
import type { Draft } from './paper-draft.ts';
import type { ReportWords } from './report-parts.ts';
import { quotedBlocks } from './unit-words.ts';

/** III. Strengths, limits and their causes, lessons: what the figures show, and room for the office's own judgement. */
export async function assessment(
  draft: Draft,
  given: { numbers: CampaignNumbers; words: ReportWords },
): Promise<Block[]> {
  return [
    heading(1, 'III-', 'ĐÁNH GIÁ CHUNG'),
    heading(2, '1.', 'Ưu điểm'),
    strengths(draft, given.numbers),
    heading(2, '2.', 'Hạn chế và nguyên nhân'),
    ...(await limits(draft, given.numbers)),
    paragraph('Khó khăn, vướng mắc do các đơn vị phản ánh:'),
    ...quotedBlocks(
      given.words.difficulties,
      'Chưa có số liệu: các đơn vị chưa nêu khó khăn, vướng mắc trong báo cáo năm.',
    ),
    heading(2, '3.', 'Những kinh nghiệm rút ra'),
    list(
      'Các cấp ủy, chính quyền cần lãnh đạo, chỉ đạo đến kết quả một số mô hình thiết thực, tránh đăng ký nhiều mà không chỉ đạo.',
      'Biểu dương, khen thưởng kịp thời tập thể, cá nhân tiêu biểu để động viên và lan tỏa phong trào.',
      'Phối hợp nhiều tổ chức, đoàn thể và huy động nhân dân cùng tham gia từng mô hình.',
    ),
  ];
}

function strengths(draft: Draft, { funnel }: CampaignNumbers): Block {
  return list(
    [
      'Phong trào được các địa phương, đơn vị hưởng ứng, đăng ký ',
      draft.figures.funnel('registered', funnel.registered),
      ' mô hình, điển hình; trong đó ',
      draft.figures.funnel('implementing', funnel.implementing),
      ' được triển khai thực hiện.',
    ],
    funnel.effective === 0
      ? 'Chưa có số liệu mô hình, điển hình có hiệu quả theo kết quả tự kiểm tra và minh chứng.'
      : [
          draft.figures.funnel('effective', funnel.effective),
          ' mô hình, điển hình có hiệu quả: tự kiểm tra đúng tiến độ và có minh chứng.',
        ],
  );
}

/** Limits that the register itself shows; each only where there is one. */
async function limits(draft: Draft, numbers: CampaignNumbers): Promise<Block[]> {
  const counts = await workCounts(draft.context.db, draft.campaign.id);
  const figure = (key: string, label: string, value: number, filter: Record<string, string>): Run =>
    draft.figures.of(key, {
      label,
      definition: `${label} trong chiến dịch.`,
      value,
      unit: 'mô hình',
      filter,
    });
  const missing = numbers.units.filter((unit) => unit.registered === 0).length;
  const short = numbers.units.filter((unit) => unit.registered > 0 && unit.registered < unit.least).length;
  const lines: (string | Run)[][] = [
    ...(missing > 0
      ? [
          [
            ...unitLine(draft, 'units_missing', 'Đơn vị chưa đăng ký', missing),
            ' chưa đăng ký mô hình, điển hình nào.',
          ],
        ]
      : []),
    ...(short > 0
      ? [
          [
            ...unitLine(draft, 'units_short', 'Đơn vị đăng ký chưa đủ chỉ tiêu', short),
            ' đăng ký chưa đủ số lượng tối thiểu.',
          ],
        ]
      : []),
    ...(counts.stopped > 0
      ? [
          [
            'Có ',
            figure('stopped', 'Mô hình dừng thực hiện', counts.stopped, { state: 'stopped' }),
            ' mô hình, điển hình dừng thực hiện.',
          ],
        ]
      : []),
    ...(counts.notRecognised > 0
      ? [
          [
            'Có ',
            figure('not_recognised', 'Mô hình chưa được công nhận', counts.notRecognised, {
              state: 'not_recognised',
            }),
            ' mô hình, điển hình họp xét chưa được công nhận.',
          ],
        ]
      : []),
  ];
  return [
    ...(lines.length > 0
      ? [list(...lines)]
      : [paragraph('Số liệu theo dõi không cho thấy đơn vị thiếu đăng ký hay mô hình phải dừng thực hiện.')]),
    paragraph(
      'Nguyên nhân: (chưa có số liệu để kết luận; cơ quan thường trực bổ sung đánh giá nguyên nhân chủ quan, khách quan).',
    ),
  ];
}

function unitLine(draft: Draft, key: string, label: string, value: number): (string | Run)[] {
  return [
    'Còn ',
    draft.figures.of(key, {
      label,
      definition: `${label}, trong số đơn vị phải đăng ký.`,
      value,
      unit: 'đơn vị',
      link: `/chien-dich/${draft.campaign.id}?muc=don-vi`,
    }),
    ' đơn vị',
  ];
}
