import type { Plan } from '#domain/campaigns/plan.ts';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';

interface Given {
  readonly year: number;
  readonly ownerKind: UnitKind;
  readonly criteriaSetIds: readonly string[];
}

/**
 * A plan to begin with: six steps, four fields and usual dates (S2, sections IV and V), so that a campaign is
 * ready in minutes. Everything can be changed; nothing here is a rule.
 */
export function defaultPlan({ year, ownerKind, criteriaSetIds }: Given): Plan {
  const on = (monthAndDate: string): string => `${year}-${monthAndDate}`;
  return {
    theme: '',
    basis: [],
    introduction: '',
    sections: defaultSections(year),
    fields: baseFields.map((code) => ({ code, name: baseFieldWords[code], baseField: code })),
    quotas: defaultQuotas(ownerKind),
    whoMayRegister: {
      collective:
        'Các cơ quan, đơn vị, Mặt trận Tổ quốc, tổ chức chính trị - xã hội, lực lượng vũ trang, trường học, doanh nghiệp; các đảng bộ, chi bộ cơ sở.',
      individual:
        'Cán bộ, đảng viên, công chức, viên chức, người lao động, chiến sĩ lực lượng vũ trang, đoàn viên, hội viên và nhân dân trên địa bàn.',
    },
    intakes: [
      { number: 1, opensOn: on('01-15'), closesOn: on('03-15') },
      { number: 2, opensOn: on('06-15'), closesOn: on('07-15') },
    ],
    steps: defaultSteps(year),
    selfChecks: [
      { code: 'quy_1', name: 'Tự kiểm tra quý I', due: on('03-31'), halfYear: false },
      { code: 'sau_thang', name: 'Tự kiểm tra 6 tháng', due: on('06-30'), halfYear: true },
      { code: 'quy_3', name: 'Tự kiểm tra quý III', due: on('09-30'), halfYear: false },
      { code: 'ca_nam', name: 'Tự kiểm tra cả năm', due: on('11-30'), halfYear: true },
    ],
    reports: [
      { kind: 'mid_year', unitDue: on('07-10'), committeeDue: on('07-25') },
      { kind: 'year_end', unitDue: on('11-30'), committeeDue: on('12-15') },
    ],
    reportRhythm: '',
    proposeBy: on('11-30'),
    recogniseBy: on('12-31'),
    members: defaultMembers(ownerKind),
    criteriaSetIds: [...criteriaSetIds],
    effective: { evidenceWithinDays: 90 },
    silentAfterDays: 60,
    recipients: [
      'Thường trực cấp ủy',
      'Thành viên Ban Chỉ đạo',
      'Các đảng bộ, chi bộ cơ sở',
      'Lưu Ban Chỉ đạo',
    ],
    signer: { authority: 'T/M BAN CHỈ ĐẠO', post: 'TRƯỞNG BAN', name: '' },
    place: '',
  };
}

function defaultSections(year: number): Plan['sections'] {
  return [
    {
      number: 'I',
      heading: 'Mục đích, yêu cầu',
      text: `- Nâng cao trách nhiệm của cấp ủy, chính quyền, Mặt trận và các đoàn thể trong công tác dân vận năm ${year}.\n- Mô hình, điển hình phải cụ thể, thiết thực, bền vững, có sức lan tỏa; ưu tiên việc khó, việc nhân dân quan tâm.`,
    },
    {
      number: 'II',
      heading: 'Nội dung',
      text: 'Các đơn vị lựa chọn, đăng ký và thực hiện mô hình, điển hình “Dân vận khéo” trong các lĩnh vực của kế hoạch này.',
    },
  ];
}

function defaultQuotas(ownerKind: UnitKind): Plan['quotas'] {
  const bodies: UnitKind[] = [
    'agency_party_organisation',
    'enterprise_party_organisation',
    'school_party_organisation',
    'armed_force_party_organisation',
  ];
  const ofBodies = bodies.map((unitKind) => ({ unitKind, least: 1 }));
  // S2, section IV: five for each ward or commune, one for each other grassroots party organisation.
  return ownerKind === 'commune_committee'
    ? [{ unitKind: 'village', least: 1 }, ...ofBodies]
    : [{ unitKind: 'commune_committee', least: 5 }, ...ofBodies];
}

function defaultMembers(ownerKind: UnitKind): Plan['members'] {
  const member = (post: string, duty: Plan['members'][number]['duty']) => ({
    post,
    duty,
    accountId: null,
    areaUnitIds: [],
  });
  const agency =
    ownerKind === 'commune_committee' ? 'Trưởng Ban Xây dựng Đảng' : 'Trưởng Ban Tuyên giáo và Dân vận';
  return [
    member('Phó Bí thư Thường trực', 'head'),
    member(agency, 'standing'),
    member('Chủ tịch Ủy ban Mặt trận Tổ quốc', 'deputy'),
  ];
}

function defaultSteps(year: number): Plan['steps'] {
  const on = (monthAndDate: string): string => `${year}-${monthAndDate}`;
  return [
    {
      number: 1,
      name: 'Lựa chọn, đăng ký',
      from: on('01-15'),
      due: on('03-15'),
      text: 'Khảo sát nơi thực hiện, nêu rõ thực trạng, thuận lợi, khó khăn; thống nhất mô hình, chủ mô hình, ngày bắt đầu và kết thúc; gửi đăng ký về cơ quan thường trực.',
    },
    {
      number: 2,
      name: 'Thẩm định, giao nhiệm vụ',
      from: on('03-16'),
      due: on('04-10'),
      text: 'Ban Chỉ đạo kiểm tra thực tế, họp thống nhất danh sách; tham mưu ban hành thông báo giao nhiệm vụ.',
    },
    {
      number: 3,
      name: 'Triển khai xây dựng',
      from: on('04-11'),
      due: on('11-30'),
      text: 'Đơn vị xây dựng kế hoạch, giải pháp, bố trí nguồn lực và thực hiện; thành viên Ban Chỉ đạo theo dõi địa bàn được phân công.',
    },
    {
      number: 4,
      name: 'Sơ kết, đăng ký bổ sung',
      from: on('06-15'),
      due: on('07-25'),
      text: 'Đơn vị tự kiểm tra theo kỳ 3 tháng, 6 tháng, đăng ký bổ sung nếu có; Ban Chỉ đạo kiểm tra, sơ kết 6 tháng đầu năm.',
    },
    {
      number: 5,
      name: 'Công nhận, khen thưởng',
      from: on('12-01'),
      due: on('12-31'),
      text: 'Kiểm tra cuối năm, chấm điểm, họp xét; công nhận, biểu dương, khen thưởng tại hội nghị tổng kết.',
    },
    {
      number: 6,
      name: 'Rút kinh nghiệm, nhân rộng',
      from: on('12-15'),
      due: `${year + 1}-01-31`,
      text: 'Đưa mô hình hiệu quả đến các đơn vị học tập, áp dụng; làm cơ sở xây dựng kế hoạch năm sau.',
    },
  ];
}
