import { type Permission, permissions, permissionsOfRole, type Role } from './permissions.ts';

/** The parts of the work under which permissions are read by an auditor, in this order. */
export const permissionAreas = [
  'Tổ chức và con người',
  'Quản trị',
  'Chiến dịch',
  'Mô hình, điển hình',
  'Khen thưởng, cấp trên',
  'Văn bản',
  'Số liệu, báo cáo',
  'Triển lãm',
] as const;

export type PermissionArea = (typeof permissionAreas)[number];

/** What each permission lets somebody do, in an officer's words. A new permission without words does not compile. */
export const permissionWords: Record<Permission, { readonly area: PermissionArea; readonly does: string }> = {
  'organisation.read': { area: 'Tổ chức và con người', does: 'Xem cây tổ chức và đơn vị' },
  'organisation.manage': {
    area: 'Tổ chức và con người',
    does: 'Thành lập, đổi tên, chuyển, sáp nhập, chia, giải thể đơn vị',
  },
  'people.read': {
    area: 'Tổ chức và con người',
    does: 'Xem Ban Chỉ đạo, Khối dân vận, tổ dân vận và thành viên',
  },
  'people.manage': {
    area: 'Tổ chức và con người',
    does: 'Lập, kiện toàn Ban Chỉ đạo, Khối dân vận, tổ dân vận',
  },
  'account.manage': { area: 'Quản trị', does: 'Tạo, khóa tài khoản; giao và thu quyền' },
  'audit.read': { area: 'Quản trị', does: 'Xem nhật ký hệ thống và bảng phân quyền' },
  'campaign.read': { area: 'Chiến dịch', does: 'Xem chiến dịch, kế hoạch, tiêu chí' },
  'campaign.manage': { area: 'Chiến dịch', does: 'Lập kế hoạch, phát động, kết thúc chiến dịch' },
  'criteria.manage': { area: 'Chiến dịch', does: 'Soạn và sửa bộ tiêu chí' },
  'practice.read': { area: 'Mô hình, điển hình', does: 'Xem mô hình, điển hình' },
  'practice.register': { area: 'Mô hình, điển hình', does: 'Đăng ký mô hình, điển hình' },
  'practice.appraise': { area: 'Mô hình, điển hình', does: 'Thẩm định, trả lại, giao nhiệm vụ' },
  'practice.implement': {
    area: 'Mô hình, điển hình',
    does: 'Ghi tiến độ, minh chứng, tự kiểm tra; đề nghị công nhận',
  },
  'practice.inspect': { area: 'Mô hình, điển hình', does: 'Kiểm tra tại chỗ, chấm điểm đoàn kiểm tra' },
  'practice.decide': { area: 'Mô hình, điển hình', does: 'Họp xét, chấm điểm cuối, công nhận' },
  'practice.replicate': { area: 'Mô hình, điển hình', does: 'Nhận áp dụng mô hình của nơi khác' },
  'replication.offer': { area: 'Mô hình, điển hình', does: 'Giới thiệu mô hình để nhân rộng' },
  'reward.propose': { area: 'Khen thưởng, cấp trên', does: 'Đề nghị khen thưởng, ghi kết quả' },
  'upward.record': { area: 'Khen thưởng, cấp trên', does: 'Đề nghị và ghi kết quả công nhận của cấp trên' },
  'document.read': { area: 'Văn bản', does: 'Xem văn bản' },
  'document.draft': { area: 'Văn bản', does: 'Soạn dự thảo, trình ký' },
  'document.issue': { area: 'Văn bản', does: 'Ký, cấp số, ban hành' },
  'document.receive': { area: 'Văn bản', does: 'Vào sổ văn bản đến' },
  'document.acknowledge': { area: 'Văn bản', does: 'Xác nhận đã nhận, quán triệt' },
  'figure.read': { area: 'Số liệu, báo cáo', does: 'Xem số liệu' },
  'figure.report': { area: 'Số liệu, báo cáo', does: 'Nhập số liệu theo báo cáo giấy' },
  'unit_report.read': { area: 'Số liệu, báo cáo', does: 'Xem báo cáo của đơn vị' },
  'unit_report.write': { area: 'Số liệu, báo cáo', does: 'Viết và gửi báo cáo của đơn vị' },
  'unit_report.approve': { area: 'Số liệu, báo cáo', does: 'Duyệt báo cáo trong đơn vị trước khi gửi' },
  'unit_report.review': { area: 'Số liệu, báo cáo', does: 'Chấp nhận, trả lại báo cáo' },
  'report_form.manage': { area: 'Số liệu, báo cáo', does: 'Lập biểu mẫu báo cáo, ngày nghỉ, mẫu Word' },
  'gallery.read': { area: 'Triển lãm', does: 'Xem mô hình đã công nhận ở triển lãm' },
};

/** One sentence for whoever gives the role. */
export const roleSummaries: Record<Role, string> = {
  standing_officer: 'Điều hành phong trào: lập kế hoạch, thẩm định, họp xét, soạn và ban hành văn bản.',
  unit_officer: 'Đăng ký và thực hiện mô hình của đơn vị, gửi báo cáo, nhận văn bản.',
  steering_member: 'Theo dõi địa bàn được phân công, kiểm tra và chấm điểm.',
  inspector: 'Kiểm tra tại chỗ, chấm điểm mô hình; không xem văn bản, báo cáo.',
  leader: 'Xem toàn cảnh, ký ban hành văn bản, duyệt báo cáo.',
  province_officer: 'Theo dõi toàn địa bàn, trả lời đề nghị công nhận từ cấp dưới.',
  administrator: 'Tài khoản, phân quyền, tổ chức, nhật ký; không làm việc của phong trào.',
  citizen: 'Chỉ xem triển lãm mô hình đã công nhận.',
};

/** What a role may do, grouped as an officer reads it. */
export function dutiesOf(role: Role): { area: PermissionArea; does: string[] }[] {
  const held = permissions.filter((permission) => permissionsOfRole[role].includes(permission));
  return permissionAreas
    .map((area) => ({
      area,
      does: held
        .filter((permission) => permissionWords[permission].area === area)
        .map((permission) => permissionWords[permission].does),
    }))
    .filter((group) => group.does.length > 0);
}
