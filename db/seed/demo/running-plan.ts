import { baseFieldWords, baseFields } from '#domain/campaigns/fields.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { whoMayRegister2023 } from './plan-2023-text.ts';
import type { StoryCalendar } from './timeline.ts';

/** The plan of the running campaign: S2's way of working, with this year's days and weight. */
export function runningPlan(
  calendar: StoryCalendar,
  given: {
    readonly members: Plan['members'];
    readonly criteriaSetIds: readonly string[];
    readonly secondIntakeUntil: Day;
  },
): Plan {
  const day = (reference: string): Day => calendar.day(reference);
  const said = (reference: string): string => formatDay(day(reference));
  return {
    theme: 'Gần dân, nghe dân, cùng dân làm việc khó',
    basis: [
      'Chương trình công tác năm của Ban Chấp hành Đảng bộ, Ban Thường vụ Thị ủy',
      'Hướng dẫn nội dung xây dựng, tiêu chí, tiêu chuẩn công nhận mô hình, điển hình “Dân vận khéo”, giai đoạn 2022-2025',
    ],
    introduction: `Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã ban hành kế hoạch thực hiện phong trào năm ${calendar.year} như sau:`,
    sections: sectionsOf(calendar.year),
    fields: baseFields.map((code) => ({ code, name: baseFieldWords[code], baseField: code })),
    quotas: [
      { unitKind: 'commune_committee', least: 5 },
      { unitKind: 'agency_party_organisation', least: 1 },
      { unitKind: 'enterprise_party_organisation', least: 1 },
      { unitKind: 'school_party_organisation', least: 1 },
      { unitKind: 'armed_force_party_organisation', least: 1 },
    ],
    whoMayRegister: whoMayRegister2023,
    intakes: [
      { number: 1, opensOn: day('02-01'), closesOn: day('03-15') },
      { number: 2, opensOn: day('07-01'), closesOn: given.secondIntakeUntil },
    ],
    steps: [
      {
        number: 1,
        name: 'Lựa chọn, đăng ký mô hình, điển hình',
        from: day('02-01'),
        due: day('03-15'),
        text: `Đơn vị khảo sát, họp bàn, thống nhất mô hình và người phụ trách; gửi đăng ký trước ngày ${said('03-15')}.`,
      },
      {
        number: 2,
        name: 'Thẩm định, giao nhiệm vụ',
        from: day('03-16'),
        due: day('04-10'),
        text: `Ban Chỉ đạo kiểm tra thực tế, thống nhất danh sách, tham mưu thông báo giao nhiệm vụ trước ngày ${said('04-10')}.`,
      },
      {
        number: 3,
        name: 'Xây dựng mô hình',
        from: day('04-11'),
        due: null,
        text: 'Đơn vị triển khai; Ủy viên Ban Chỉ đạo, Mặt trận và các đoàn thể bám địa bàn được phân công.',
      },
      {
        number: 4,
        name: 'Tự kiểm tra, sơ kết, đăng ký bổ sung',
        from: day('07-01'),
        due: day('11-30'),
        text: `Định kỳ 3 tháng, 6 tháng đơn vị tự kiểm tra; Ban Chỉ đạo sơ kết, báo cáo trước ngày ${said('07-25')}; đăng ký bổ sung cho 6 tháng cuối năm.`,
      },
      {
        number: 5,
        name: 'Công nhận, biểu dương, khen thưởng',
        from: day('11-01'),
        due: day('12-31'),
        text: `Đơn vị đề nghị trước ngày ${said('11-30')}; kiểm tra, chấm điểm, họp xét xong trước ngày ${said('12-15')}; hoàn thành trước ngày ${said('12-31')}.`,
      },
      {
        number: 6,
        name: 'Rút kinh nghiệm, nhân rộng',
        from: day('12-31'),
        due: null,
        text: 'Chọn mô hình có hiệu quả để các đơn vị học tập, áp dụng; là cơ sở của kế hoạch năm sau.',
      },
    ],
    selfChecks: [
      { code: 'sau_3_thang', name: 'Tự kiểm tra 3 tháng', due: day('06-30'), halfYear: false },
      { code: 'sau_6_thang', name: 'Tự kiểm tra 6 tháng', due: day('09-30'), halfYear: true },
      { code: 'cuoi_nam', name: 'Tự kiểm tra cuối năm', due: day('11-30'), halfYear: false },
    ],
    reports: [
      { kind: 'mid_year', unitDue: day('07-10'), committeeDue: day('07-25') },
      { kind: 'year_end', unitDue: day('12-05'), committeeDue: day('12-15') },
    ],
    reportRhythm: 'Định kỳ 06 tháng, 01 năm các đơn vị báo cáo; việc đột xuất báo cáo ngay.',
    proposeBy: day('11-30'),
    recogniseBy: day('12-15'),
    members: given.members,
    criteriaSetIds: [...given.criteriaSetIds],
    effective: { evidenceWithinDays: 90 },
    silentAfterDays: 60,
    recipients: [
      'Ban Tuyên giáo và Dân vận Tỉnh ủy (b/c)',
      'Thường trực Thị ủy',
      'Ủy ban MTTQ, các đoàn thể CT-XH thị xã',
      'Thành viên Ban Chỉ đạo',
      'Các đảng bộ, chi bộ cơ sở',
      'Lưu BCĐ',
    ],
    signer: { authority: '', post: 'Phó Bí thư Thị ủy kiêm Trưởng Ban Chỉ đạo', name: '' },
    place: 'Hương Trà',
  };
}

function sectionsOf(year: number): Plan['sections'] {
  return [
    {
      number: 'I',
      heading: 'Mục đích, yêu cầu',
      text: `Phong trào năm ${year} chọn việc khó, việc dân đang cần; mỗi mô hình có tên, địa chỉ, thời gian, người phụ trách, chỉ tiêu đo được; không đăng ký nhiều mà làm ít.`,
    },
    {
      number: 'II',
      heading: 'Nội dung',
      text: 'Tập trung: giải phóng mặt bằng; thu gom, phân loại rác; chuyển đổi số ở thôn, tổ dân phố; an ninh trật tự; phòng chống thiên tai; đối thoại với nhân dân.',
    },
    {
      number: 'IV',
      heading: 'Số lượng',
      text: '- Đảng bộ các phường, xã: tối thiểu 5 mô hình.\n\n- Đảng bộ, chi bộ cơ sở khối cơ quan, doanh nghiệp, trường học, lực lượng vũ trang: ít nhất 01 mô hình.',
    },
    {
      number: 'VI',
      heading: 'Tổ chức thực hiện',
      text: 'Cơ quan thường trực theo dõi, đôn đốc; Ủy viên Ban Chỉ đạo phụ trách địa bàn; các đảng bộ, chi bộ cơ sở đăng ký, thực hiện và báo cáo.',
    },
  ];
}
