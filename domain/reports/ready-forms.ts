import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { FormContent, Indicator, Section } from './form.ts';
import { profileFactNames, type ProfileFact } from './profile-facts.ts';
import { profileIndicator } from './profile-indicator.ts';
import { registerMeasureWords, type RegisterMeasure } from './register-measures.ts';
import type { PeriodKind } from './report-period.ts';

export interface ReadyForm {
  readonly code: string;
  readonly name: string;
  readonly periodKind: PeriodKind;
  readonly unitKinds: readonly UnitKind[];
  readonly about: string;
  readonly content: FormContent;
}

const units: readonly UnitKind[] = [
  'commune_committee',
  'agency_party_organisation',
  'enterprise_party_organisation',
  'school_party_organisation',
  'armed_force_party_organisation',
];

function counted(code: string, measure: RegisterMeasure, more: Partial<Indicator> = {}): Indicator {
  const { label, definition, unit } = registerMeasureWords[measure];
  return {
    code,
    label,
    definition,
    unit,
    group: 'Mô hình, điển hình',
    decimals: 0,
    source: { kind: 'register', measure, baseField: null },
    aggregation: 'sum',
    partOf: null,
    ...more,
  };
}

function typed(
  code: string,
  label: string,
  more: Partial<Indicator> & Pick<Indicator, 'definition' | 'unit'>,
): Indicator {
  return {
    code,
    label,
    group: 'Hoạt động trong kỳ',
    decimals: 0,
    source: { kind: 'entered', required: true },
    aggregation: 'sum',
    partOf: null,
    ...more,
  };
}

/** Of the place’s profile, under the code of the fact. */
function fromProfile(fact: ProfileFact): Indicator {
  return { code: fact, group: 'Đặc điểm tình hình', partOf: null, ...profileIndicator(fact) };
}

function section(code: string, title: string, more: Partial<Section> = {}): Section {
  return { code, title, guidance: '', required: false, level: 1, ...more };
}

const byField = (['economy', 'culture_society', 'defence_security', 'political_system'] as const).map(
  (baseField) =>
    counted(`registered_${baseField}`, 'registered', {
      label: {
        economy: 'Lĩnh vực kinh tế',
        culture_society: 'Lĩnh vực văn hóa – xã hội',
        defence_security: 'Lĩnh vực quốc phòng – an ninh',
        political_system: 'Lĩnh vực xây dựng hệ thống chính trị',
      }[baseField],
      source: { kind: 'register', measure: 'registered', baseField },
      partOf: 'registered',
    }),
);

const activities = [
  typed('campaign_days', 'Đợt ra quân', {
    definition: 'Số đợt ra quân, ngày chủ nhật xanh, chiến dịch do đơn vị tổ chức trong kỳ.',
    unit: 'đợt',
  }),
  typed('participants', 'Lượt người tham gia', {
    definition: 'Lượt người tham gia các đợt ra quân trong kỳ; lượt người không phải số người.',
    unit: 'lượt người',
  }),
  typed('dialogues', 'Cuộc đối thoại', {
    definition: 'Số cuộc người đứng đầu cấp ủy, chính quyền đối thoại với Nhân dân trong kỳ.',
    unit: 'cuộc',
  }),
];

/** S2, "Định kỳ hàng tháng": six figures, three of them counted. */
const monthly: ReadyForm = {
  code: 'dvk-thang',
  name: 'Báo cáo tháng phong trào “Dân vận khéo”',
  periodKind: 'month',
  unitKinds: units,
  about: 'Sáu số liệu mỗi tháng: ba số đếm từ sổ đăng ký, ba số đơn vị nhập; trả lời trong vài phút.',
  content: {
    sections: [
      section('notes', 'Việc đáng chú ý trong tháng', {
        guidance: 'Một vài dòng: việc làm tốt, khó khăn, đề nghị. Không có thì để trống.',
      }),
    ],
    indicators: [
      counted('registered', 'registered'),
      counted('effective', 'effective', { partOf: 'registered' }),
      // No part of those registered in the year's campaign: in December it is the next year's that is new.
      counted('new_in_period', 'registered_in_period', { label: 'Mô hình mới trong tháng' }),
      ...activities,
    ],
    due: { kind: 'working_days_after', days: 5 },
    needsApproval: false,
    approvedByAnother: false,
    mayBeNothing: true,
    escalateAfterDays: 5,
    reminders: { beforeDue: [2, 0], overdue: { everyDays: 2, atMost: 5 } },
    note: '',
  },
};

const yearlyIndicators: Indicator[] = [
  counted('registered', 'registered'),
  ...byField,
  counted('accepted', 'accepted', { partOf: 'registered' }),
  counted('effective', 'effective', { partOf: 'registered' }),
  counted('recognised', 'recognised', { partOf: 'registered' }),
  counted('replicated', 'replicated', { partOf: 'registered' }),
  {
    ...counted('effective_share', 'effective', { label: 'Tỷ lệ mô hình có hiệu quả' }),
    definition: 'Số mô hình hoạt động có hiệu quả trên số đã đăng ký.',
    unit: '%',
    decimals: 1,
    source: { kind: 'share', part: 'effective', whole: 'registered' },
    aggregation: 'share',
  },
  {
    ...counted('units_registered', 'registered', { label: 'Đơn vị có đăng ký' }),
    definition: 'Số đơn vị có ít nhất một mô hình đã đăng ký; đếm đơn vị, không cộng mô hình.',
    unit: 'đơn vị',
    aggregation: 'units',
  },
  counted('money', 'money_in_period', { group: 'Nguồn lực huy động' }),
  counted('land', 'land_in_period', { group: 'Nguồn lực huy động' }),
  counted('labour', 'labour_in_period', { group: 'Nguồn lực huy động' }),
  ...activities,
];

const narrative = [
  section('leadership', 'Công tác lãnh đạo, chỉ đạo', {
    required: true,
    guidance: 'Văn bản đã ban hành, cách triển khai, kiểm tra.',
  }),
  section('results', 'Kết quả thực hiện', { required: true }),
  section('results_economy', 'Lĩnh vực kinh tế', { level: 2 }),
  section('results_culture', 'Lĩnh vực văn hóa – xã hội', { level: 2 }),
  section('results_defence', 'Lĩnh vực quốc phòng – an ninh', { level: 2 }),
  section('results_politics', 'Lĩnh vực xây dựng hệ thống chính trị', { level: 2 }),
  section('limits', 'Hạn chế, khó khăn và nguyên nhân'),
  section('directions', 'Phương hướng, nhiệm vụ thời gian tới'),
  section('proposals', 'Kiến nghị, đề xuất'),
];

/** S2: consolidated by 25 July. */
const halfYear: ReadyForm = {
  code: 'dvk-6-thang',
  name: 'Báo cáo 6 tháng phong trào “Dân vận khéo”',
  periodKind: 'half_year',
  unitKinds: units,
  about: 'Lời và số; cơ quan thường trực tổng hợp trước ngày 25/7 và cuối năm.',
  content: {
    sections: narrative,
    indicators: yearlyIndicators,
    due: {
      kind: 'fixed',
      days: [
        { month: 7, day: 15 },
        { month: 12, day: 10 },
      ],
      shift: 'previous',
    },
    needsApproval: true,
    approvedByAnother: false,
    mayBeNothing: false,
    escalateAfterDays: 5,
    reminders: { beforeDue: [15, 3, 0], overdue: { everyDays: 3, atMost: 5 } },
    note: '',
  },
};

/** S2: consolidated by 15 December. */
const year: ReadyForm = {
  ...halfYear,
  code: 'dvk-nam',
  name: 'Báo cáo năm phong trào “Dân vận khéo”',
  periodKind: 'year',
  about: 'Lời và số của cả năm; cơ quan thường trực tổng hợp trước ngày 15/12.',
  content: {
    ...halfYear.content,
    due: { kind: 'fixed', days: [{ month: 12, day: 5 }], shift: 'previous' },
  },
};

/** The outline of S0. */
const stageClosing: ReadyForm = {
  code: 'dvk-giai-doan',
  name: 'Báo cáo tổng kết giai đoạn phong trào “Dân vận khéo”',
  periodKind: 'custom',
  unitKinds: units,
  about:
    'Bố cục báo cáo tổng kết 2017–2020: lãnh đạo, kết quả theo lĩnh vực, nhân rộng, đánh giá, bài học, phương hướng.',
  content: {
    sections: [
      section('leadership', 'Công tác lãnh đạo, chỉ đạo việc thực hiện phong trào', { required: true }),
      section('results', 'Kết quả thực hiện phong trào', { required: true }),
      section('results_economy', 'Lĩnh vực kinh tế', { level: 2 }),
      section('results_culture', 'Lĩnh vực văn hóa – xã hội', { level: 2 }),
      section('results_defence', 'Lĩnh vực quốc phòng, an ninh', { level: 2 }),
      section('results_politics', 'Lĩnh vực xây dựng hệ thống chính trị', { level: 2 }),
      section('replication', 'Kết quả xây dựng, nhân rộng các mô hình, điển hình'),
      section('strengths', 'Ưu điểm', { required: true }),
      section('limits', 'Hạn chế', { required: true }),
      section('causes', 'Nguyên nhân'),
      section('lessons', 'Bài học kinh nghiệm'),
      section('directions', 'Phương hướng, nhiệm vụ giai đoạn tới'),
      section('proposals', 'Kiến nghị, đề xuất'),
    ],
    indicators: [
      ...yearlyIndicators,
      typed('houses', 'Nhà xây dựng, sửa chữa', {
        definition: 'Số nhà đại đoàn kết, nhà tình nghĩa xây mới hoặc sửa chữa.',
        unit: 'nhà',
        source: { kind: 'entered', required: false },
      }),
      typed('training_classes', 'Lớp bồi dưỡng', {
        definition: 'Số lớp bồi dưỡng nghiệp vụ công tác dân vận.',
        unit: 'lớp',
        source: { kind: 'entered', required: false },
      }),
      typed('trainees', 'Người được bồi dưỡng', {
        definition: 'Số người dự các lớp bồi dưỡng.',
        unit: 'người',
        source: { kind: 'entered', required: false },
      }),
    ],
    due: { kind: 'days_after', days: -30, shift: 'previous' },
    needsApproval: true,
    approvedByAnother: false,
    mayBeNothing: false,
    escalateAfterDays: 5,
    reminders: { beforeDue: [30, 7, 0], overdue: { everyDays: 7, atMost: 4 } },
    note: '',
  },
};

/** The outline of S3. */
const resolutionReview: ReadyForm = {
  code: 'so-ket-nghi-quyet',
  name: 'Báo cáo sơ kết thực hiện nghị quyết về công tác dân vận',
  periodKind: 'custom',
  // Of one level only: the profile of a district tells the people of its communes again.
  unitKinds: ['commune_committee'],
  about: 'Bố cục báo cáo sơ kết 5 năm của đảng ủy phường, có đặc điểm tình hình của địa phương.',
  content: {
    sections: [
      section('profile', 'Đặc điểm tình hình', {
        required: true,
        guidance: 'Số liệu lấy từ hồ sơ địa phương của năm; viết thêm thuận lợi, khó khăn.',
      }),
      section('profile_people', 'Tình hình Nhân dân, dân tộc, tôn giáo', { level: 2 }),
      section('leadership', 'Công tác lãnh đạo, chỉ đạo triển khai', { required: true }),
      section('concretisation', 'Cụ thể hóa thành chương trình, kế hoạch, văn bản', { level: 2 }),
      section('coordination', 'Phối hợp của các cấp, các ngành', { level: 2 }),
      section('inspection', 'Kiểm tra, giám sát, đôn đốc', { level: 2 }),
      section('results_goals', 'Kết quả thực hiện mục tiêu, quan điểm của nghị quyết', { required: true }),
      section('results_tasks', 'Kết quả thực hiện nhiệm vụ và giải pháp', { required: true }),
      section('assessment', 'Đánh giá chung: ưu điểm, hạn chế', { required: true }),
      section('causes', 'Nguyên nhân'),
      section('lessons', 'Bài học kinh nghiệm'),
      section('directions', 'Nhiệm vụ và giải pháp tiếp tục thực hiện', { required: true }),
      section('proposals', 'Kiến nghị, đề xuất'),
    ],
    indicators: [
      ...profileFactNames.map(fromProfile),
      counted('registered', 'registered'),
      counted('recognised', 'recognised', { partOf: 'registered' }),
      ...activities,
    ],
    due: { kind: 'days_after', days: 30, shift: 'previous' },
    needsApproval: true,
    approvedByAnother: false,
    mayBeNothing: false,
    escalateAfterDays: 5,
    reminders: { beforeDue: [30, 7, 0], overdue: { everyDays: 7, atMost: 4 } },
    note: '',
  },
};

export const readyForms: readonly ReadyForm[] = [monthly, halfYear, year, stageClosing, resolutionReview];
