import type { Api, ApiKey } from '#contract/api.ts';
import { problemCatalogue, type ProblemCode } from '#domain/kernel/problem-catalogue.ts';

type CommandKey = Exclude<ApiKey, `GET ${string}`>;
/** Reads that the contract wants noted. */
type AuditedRead = { [K in ApiKey]: Api[K] extends { audited: true } ? K : never }[ApiKey];

/** What each command did, as the audit trail tells it. A new command of the contract does not compile without its words. */
const commandWords: Record<CommandKey, string> = {
  'POST /api/session': 'Đăng nhập',
  'DELETE /api/session': 'Đăng xuất',
  'POST /api/session/password': 'Đổi mật khẩu của mình',
  'PUT /api/session/preferences': 'Đổi cỡ chữ',
  'POST /api/setup': 'Thiết lập lần đầu',
  'POST /api/session/second-step': 'Đăng nhập bước hai bằng mã',
  'DELETE /api/session/second-step': 'Bỏ lượt đăng nhập ở bước hai',
  'DELETE /api/session/sessions/:id': 'Kết thúc một phiên đăng nhập của mình',
  'DELETE /api/session/sessions': 'Kết thúc các phiên đăng nhập khác của mình',
  'POST /api/session/second-factor': 'Bắt đầu thiết lập xác thực hai lớp',
  'POST /api/session/second-factor/confirmation': 'Bật xác thực hai lớp',
  'POST /api/session/second-factor/recovery-codes': 'Tạo lại mã dự phòng',
  'POST /api/session/second-factor/removal': 'Tắt xác thực hai lớp',
  'POST /api/invitations/:token': 'Đặt mật khẩu bằng đường dẫn mời',
  'POST /api/accounts/:id/invitation': 'Tạo đường dẫn mời',
  'DELETE /api/accounts/:id/invitation': 'Thu hồi đường dẫn mời',
  'POST /api/accounts/:id/second-factor-reset': 'Gỡ xác thực hai lớp của tài khoản',
  'PUT /api/accounts/:id/external-subject': 'Gắn danh tính ở cổng đăng nhập của cơ quan',
  'POST /api/sign-in-service/departure': 'Đến cổng đăng nhập của cơ quan',
  'POST /api/sign-in-service/return': 'Đăng nhập qua cổng của cơ quan',
  'POST /api/units/generation': 'Thành lập hàng loạt cấp ủy, Mặt trận, chính quyền theo đơn vị hành chính',
  'POST /api/units': 'Thành lập đơn vị',
  'POST /api/units/:id/changes': 'Đổi tên, chuyển trực thuộc đơn vị',
  'POST /api/units/:id/memberships': 'Đặt đơn vị vào hệ thống chính quyền, Mặt trận, đoàn thể',
  'POST /api/units/:id/dissolution': 'Kết thúc hoạt động của đơn vị',
  'POST /api/reorganisations': 'Sáp nhập, chia tách hoặc bỏ một cấp tổ chức',
  'POST /api/reorganisations/preview': 'Xem trước việc sắp xếp tổ chức',
  'POST /api/reorganisations/:id/undoing': 'Hoàn tác việc sắp xếp tổ chức',
  'POST /api/units/:id/terms': 'Khai báo nhiệm kỳ',
  'POST /api/bodies': 'Thành lập ban, khối, tổ',
  'POST /api/bodies/:id/consolidations/preview': 'Xem trước kiện toàn',
  'POST /api/bodies/:id/consolidations': 'Kiện toàn ban, khối, tổ',
  'POST /api/bodies/:id/dissolution': 'Kết thúc hoạt động ban, khối, tổ',
  'POST /api/consolidations/:id/reversal': 'Rút lại quyết định về tổ chức ban, khối, tổ',
  'POST /api/people': 'Ghi người vào danh sách',
  'PUT /api/people/:id': 'Sửa thông tin người',
  'POST /api/people/:id/hand-over': 'Bàn giao công việc',
  'POST /api/accounts': 'Tạo tài khoản',
  'POST /api/accounts/:id/grants': 'Giao quyền',
  'POST /api/grants/:id/end': 'Kết thúc quyền',
  'POST /api/accounts/:id/password': 'Đặt lại mật khẩu',
  'POST /api/accounts/:id/disabling': 'Khóa hoặc mở khóa tài khoản',
  'POST /api/account-import': 'Nhập danh sách tài khoản',
  'POST /api/delegations': 'Ủy quyền khi vắng mặt',
  'POST /api/delegations/:id/end': 'Kết thúc ủy quyền',
  'POST /api/files': 'Tải tệp lên',
  'POST /api/campaigns': 'Lập chiến dịch',
  'PUT /api/campaigns/:id/plan': 'Sửa kế hoạch chiến dịch',
  'POST /api/campaigns/:id/opening': 'Phát động chiến dịch',
  'POST /api/campaigns/:id/closing': 'Kết thúc năm của chiến dịch',
  'POST /api/campaigns/:id/next': 'Bắt đầu chiến dịch năm sau',
  'PUT /api/campaigns/:id/exemptions/:unitId': 'Ghi đơn vị được miễn đăng ký',
  'POST /api/campaigns/:id/papers': 'Lập dự thảo văn bản từ sổ',
  'POST /api/campaigns/:id/meetings': 'Chuẩn bị họp xét',
  'POST /api/campaigns/:id/rewards': 'Đề nghị khen thưởng',
  'POST /api/stages': 'Khai báo giai đoạn',
  'POST /api/criteria-sets': 'Lập bộ tiêu chí',
  'POST /api/documents/received': 'Vào sổ văn bản đến',
  'PUT /api/documents/:id': 'Sửa dự thảo văn bản',
  'POST /api/documents/:id/recomposition': 'Lập lại dự thảo từ sổ',
  'POST /api/documents/:id/submission': 'Trình ký văn bản',
  'POST /api/documents/:id/return': 'Trả lại dự thảo',
  'POST /api/documents/:id/issue': 'Cấp số, ban hành văn bản',
  'POST /api/documents/:id/dispatches': 'Gửi văn bản đến đơn vị',
  'POST /api/documents/:id/acknowledgement': 'Xác nhận đã nhận, quán triệt văn bản',
  'POST /api/documents/:id/links': 'Liên kết văn bản',
  'POST /api/figure-sets': 'Nhập số liệu theo báo cáo giấy',
  'PUT /api/figure-sets/:id': 'Sửa số liệu theo báo cáo giấy',
  'POST /api/figure-sets/:id/practices': 'Ghi mô hình nêu trong báo cáo giấy',
  'POST /api/readings': 'Đọc tài liệu',
  'PUT /api/readings/:id': 'Ghi ngày, kỳ, trích yếu của tài liệu đã đọc',
  'PUT /api/readings/:id/facts/:factId': 'Sửa một mục đã đọc',
  'POST /api/readings/:id/facts': 'Đánh dấu đoạn còn sót trong tài liệu',
  'POST /api/readings/:id/decisions': 'Xác nhận, bỏ các mục đã đọc',
  'POST /api/readings/:id/registration': 'Đưa tài liệu đã đọc vào sổ',
  'POST /api/readings/:id/discarding': 'Bỏ tài liệu đã đọc',
  'POST /api/reading-lists': 'Đọc danh sách đăng ký có tiêu đề cột riêng',
  'POST /api/reading-lists/:fileId/registrations': 'Nhập danh sách đăng ký có tiêu đề cột riêng',
  'POST /api/practices': 'Soạn đăng ký mô hình',
  'PUT /api/practices/:id': 'Sửa đăng ký mô hình',
  'POST /api/practices/:id/submission': 'Gửi đăng ký mô hình',
  'POST /api/practices/:id/withdrawal': 'Rút đăng ký mô hình',
  'POST /api/practices/import': 'Nhập danh sách đăng ký',
  'POST /api/practices/decisions': 'Thẩm định đăng ký',
  'POST /api/practices/:id/appraisal-notes': 'Ghi kết quả kiểm tra, thẩm định',
  'POST /api/practices/:id/start': 'Bắt đầu thực hiện mô hình',
  'POST /api/practices/:id/stop': 'Dừng thực hiện mô hình',
  'POST /api/practices/:id/progress': 'Ghi tiến độ',
  'POST /api/practices/:id/evidence/:evidenceId/withdrawal': 'Gỡ minh chứng',
  'POST /api/practices/:id/contributions': 'Ghi nguồn lực huy động',
  'POST /api/contributions/:id/cancellation': 'Hủy ghi nguồn lực',
  'PUT /api/practices/:id/self-checks/:code': 'Tự kiểm tra mô hình',
  'POST /api/practices/:id/proposal': 'Đề nghị công nhận',
  'PUT /api/practices/:id/scores/self': 'Tự chấm điểm',
  'PUT /api/practices/:id/scores/team': 'Ghi điểm đoàn kiểm tra',
  'PUT /api/practices/:id/scores/final': 'Ghi điểm cuối',
  'POST /api/practices/:id/upward-proposal': 'Đề nghị cấp trên công nhận',
  'POST /api/practices/:id/replication-offers': 'Giới thiệu mô hình để nhân rộng',
  'PUT /api/meetings/:id': 'Sửa cuộc họp xét',
  'POST /api/meetings/:id/conclusion': 'Kết luận họp xét',
  'POST /api/rewards/:id/outcome': 'Ghi kết quả khen thưởng',
  'POST /api/upward-proposals/:id/outcome': 'Ghi kết quả công nhận của cấp trên',
  'POST /api/replication-offers/:id/taking-up': 'Nhận áp dụng mô hình',
  'POST /api/replication-offers/:id/declining': 'Không nhận áp dụng mô hình',
  'POST /api/unit-reports': 'Bắt đầu báo cáo của đơn vị',
  'PUT /api/unit-reports/:id': 'Soạn báo cáo của đơn vị',
  'POST /api/unit-reports/:id/submission': 'Gửi báo cáo của đơn vị',
  'POST /api/unit-reports/:id/return': 'Trả lại báo cáo của đơn vị',
  'POST /api/unit-reports/:id/acceptance': 'Chấp nhận báo cáo của đơn vị',
};

/** What each noted read took out. */
const readWords: Record<AuditedRead, string> = {
  'GET /api/audit.xlsx': 'Tải nhật ký hệ thống',
  'GET /api/role-matrix.xlsx': 'Tải bảng phân quyền',
  'GET /api/practices.xlsx': 'Tải danh sách mô hình',
  'GET /api/bodies/:id/members.xlsx': 'Tải danh sách thành viên ban, khối, tổ',
};

/** What an audit row is about, in words; of other reads only refused ones are noted. */
export function auditSummary(endpoint: string): string {
  return (
    (commandWords as Readonly<Record<string, string>>)[endpoint] ??
    (readWords as Readonly<Record<string, string>>)[endpoint] ??
    (endpoint.startsWith('GET ') ? 'Xem dữ liệu' : endpoint)
  );
}

export function auditProblem(code: string | null): string | null {
  if (code === null) return null;
  return problemCatalogue[code as ProblemCode]?.title ?? code;
}
