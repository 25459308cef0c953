import { heading, paper, paragraph } from '#domain/documents/paper-parts.ts';
import type { Block, Paper } from '#domain/documents/paper.ts';
import { readyForms } from '#domain/reports/ready-forms.ts';
import type { FormContent, Indicator } from '#domain/reports/form.ts';

/** S0, the closing report of a town for 2017–2020 (2 October 2020): its outline, facts and figures, in our own words. */

/** The stage closing form with the figures that S0 has. */
export function stageClosingContent(): FormContent {
  const ready = readyForms.find((form) => form.code === 'dvk-giai-doan');
  if (!ready) throw new Error('there is no stage closing form');
  const asked = Object.keys(stageFigures);
  const known = ready.content.indicators.filter((one) => asked.includes(one.code));
  return { ...ready.content, indicators: [unitsTotal, ...known] };
}

const unitsTotal: Indicator = {
  code: 'units_total',
  label: 'Tổ chức cơ sở đảng trực thuộc',
  definition: 'Số tổ chức cơ sở đảng trực thuộc vào ngày báo cáo.',
  unit: 'tổ chức cơ sở đảng',
  group: 'Mô hình, điển hình',
  decimals: 0,
  source: { kind: 'entered', required: true },
  aggregation: 'sum',
  partOf: null,
};

/** Indicator → the figure that the paper reports. */
export const stageFigures: Readonly<Record<string, string>> = {
  units_total: '39',
  units_registered: '24',
  registered: '386',
  registered_economy: '53',
  registered_culture_society: '242',
  registered_defence_security: '77',
  registered_political_system: '14',
  campaign_days: '190',
  participants: '13000',
  houses: '52',
  training_classes: '2',
  trainees: '185',
};

/** What the register does not know of those years is told with where it comes from. */
export const reportedBecause = 'Theo báo cáo tổng kết bằng giấy; sổ đăng ký chưa có các năm này';

export const stageWords: Readonly<Record<string, string>> = {
  leadership: [
    '- Thị ủy có kế hoạch riêng (41-KH/TU, ngày 03/4/2017) và công văn hướng dẫn (297-CV/TU, ngày 19/6/2017) để cả hệ thống chính trị đăng ký, thực hiện.',
    '- Ban Dân vận mở 02 lớp bồi dưỡng cho 185 tổ trưởng, tổ phó tổ dân vận; đài truyền thanh phát chuyên mục “Dân vận khéo”.',
    '- Mặt trận hướng dẫn cơ sở; các đoàn thể duy trì, nhân rộng mô hình trên bốn lĩnh vực.',
    '- Đoàn khảo sát đã đến các tổ chức cơ sở đảng trực thuộc.',
  ].join('\n'),
  results: 'Nhiều mô hình đã đi vào thực tế và bước đầu có kết quả.',
  results_economy:
    'Tiêu biểu: nuôi cá lồng trên sông Bồ, lúa hữu cơ và vùng ổi 36,5 ha ở Hương Xuân; trồng nấm, nuôi gà vịt bằng đệm lót sinh học ở Hương Phong; bàn giao mặt bằng cho các dự án ở Hương Thọ, Hương Hồ.',
  results_culture: [
    'Tiêu biểu: hiến đất mở rộng kiệt xóm ở Hương Văn, Hương An, Hương Hồ; 190 đợt ra quân “Ngày chủ nhật xanh” với hơn 13.000 lượt người; 104 tuyến đường sáng, xanh, sạch, đẹp ở 15/15 xã, phường.',
    'Mặt trận hỗ trợ xây 52 nhà đại đoàn kết, tổng kinh phí 915 triệu đồng; phụ nữ hỗ trợ 29 mái ấm tình thương, 806 triệu đồng.',
  ].join('\n'),
  results_defence:
    'Tiêu biểu: tổ tự quản bảo vệ tài nguyên trên sông Bồ; tuyến đường camera an ninh ở Hương Thọ, Bình Điền; liên đội tự quản về an toàn giao thông ở hai trường trung học cơ sở; sơ kết điểm 2 mô hình.',
  results_politics:
    'Tiêu biểu: tổ dân vận khéo ở Hương Vinh; cơ quan Mặt trận, đoàn thể vận động xây dựng hệ thống chính trị; đề nghị tỉnh khen 02 tập thể, 01 cá nhân.',
  replication:
    'Các mô hình có hiệu quả được duy trì và đưa sang nơi khác: nông nghiệp hữu cơ, hiến đất mở đường, hũ gạo tình thương, nồi cháo yêu thương, tuyến đường tự quản ở 15/15 xã, phường.',
  strengths: [
    '- Phong trào lan tỏa trong cả hệ thống chính trị; cán bộ gần dân hơn.',
    '- Nhân dân hiến đất, góp ngày công; kinh tế, đô thị, nông thôn khởi sắc.',
    '- An ninh, trật tự ổn định; người dân tự quản ở khu dân cư.',
  ].join('\n'),
  limits: [
    '- Một số cấp ủy chưa quan tâm việc đăng ký, triển khai.',
    '- Tuyên truyền chưa thường xuyên; phối hợp giữa các hội, đoàn thể còn yếu.',
    '- Có mô hình đăng ký mà chưa làm rõ; nhân rộng còn ít.',
  ].join('\n'),
  causes: 'Chỉ đạo ở một số nơi chưa đến cùng; lực lượng làm công tác dân vận kiêm nhiệm.',
  lessons: [
    '- Vận động mọi lực lượng của dân, không bỏ sót ai.',
    '- Chọn ít mà làm đến kết quả; tránh đăng ký nhiều rồi bỏ.',
    '- Biểu dương kịp thời tập thể, cá nhân ở cơ sở.',
  ].join('\n'),
  directions: [
    '- Tiếp tục phong trào, gắn với mục tiêu kinh tế - xã hội, quốc phòng - an ninh và xây dựng Đảng.',
    '- Mỗi địa phương xây dựng 1 - 2 mô hình có ảnh hưởng rộng.',
    '- Thường xuyên kiểm tra, giám sát, biểu dương.',
  ].join('\n'),
  proposals:
    'Đề nghị Ban Dân vận Tỉnh ủy tập huấn nghiệp vụ, cung cấp tài liệu về mô hình và tổ chức tham quan học tập.',
};

/** The headings of S0 in their order, for comparing. */
export const stageOutline = [
  '1. Công tác lãnh đạo, chỉ đạo việc thực hiện phong trào thi đua “Dân vận khéo”',
  '2. Kết quả thực hiện phong trào thi đua “Dân vận khéo”',
  '2.1. Lĩnh vực kinh tế',
  '2.2. Lĩnh vực văn hóa - xã hội',
  '2.3. Lĩnh vực quốc phòng, an ninh',
  '2.4. Lĩnh vực xây dựng hệ thống chính trị',
  '3. Kết quả xây dựng, nhân rộng các mô hình, điển hình “Dân vận khéo”',
  'III. ĐÁNH GIÁ CHUNG',
  '1. Ưu điểm',
  '2. Hạn chế và nguyên nhân',
  '3. Những kinh nghiệm rút ra',
  'IV. KIẾN NGHỊ, ĐỀ XUẤT',
  'V. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI',
] as const;

const totals = [
  'Qua 3 năm thực hiện, trên địa bàn thị xã đã có {so_units_registered}/{so_units_total} tổ chức cơ sở đảng đăng ký với {so_registered} mô hình',
  ' (kinh tế: {so_registered_economy} mô hình; văn hóa - xã hội: {so_registered_culture_society} mô hình;',
  ' quốc phòng - an ninh: {so_registered_defence_security} mô hình; xây dựng hệ thống chính trị: {so_registered_political_system} mô hình).',
].join('');

/** The layout of S0 as an office would make it: its headings, its sentence of totals, place-holders for the words. */
export function stageTemplate(): Paper {
  return paper({
    layout: 'party',
    parentBody: '{co_quan_cap_tren}',
    issuer: '{co_quan}',
    place: '',
    draftYear: 2020,
    typeName: '{loai_van_ban}',
    subject: '{trich_yeu}',
    blocks: [
      ...filled('mo_dau'),
      ...under(0, 'muc_leadership'),
      titled(1),
      paragraph(totals),
      ...filled('muc_results'),
      ...under(2, 'muc_results_economy'),
      ...under(3, 'muc_results_culture'),
      ...under(4, 'muc_results_defence'),
      ...under(5, 'muc_results_politics'),
      ...under(6, 'muc_replication'),
      titled(7),
      ...under(8, 'muc_strengths'),
      ...under(9, 'muc_limits'),
      ...filled('muc_causes'),
      ...under(10, 'muc_lessons'),
      ...under(11, 'muc_proposals'),
      ...under(12, 'muc_directions'),
    ],
    signatures: [{ authority: ['{quyen_ky}'], posts: ['{chuc_vu}'], name: '{nguoi_ky}' }],
  });
}

function titled(at: number): Block {
  const [number = '', ...words] = (stageOutline[at] ?? '').split(' ');
  const level = /^[IVX]/u.test(number) ? 1 : /\d\.\d/u.test(number) ? 3 : 2;
  return heading(level, number, words.join(' '));
}

function under(at: number, name: string): Block[] {
  return [titled(at), ...filled(name)];
}

/** A part of a template that repeats the paragraphs of a section. */
export function filled(name: string): Block[] {
  return [paragraph(`{#${name}}`), paragraph('{doan}'), paragraph(`{/${name}}`)];
}
