import { fileProblems } from './file-problems.ts';
import type { ProblemEntry } from './problem-entry.ts';

/**
 * Every refusal the system can give: code → HTTP status and the Vietnamese words. `title` says what went
 * wrong; `mend` says how to put it right. {braces} are filled by the thrower. One catalogue, so that a
 * message is written once and can be read by an auditor in one place.
 */
export const problemCatalogue = {
  // Who and where
  not_signed_in: {
    status: 401,
    title: 'Phiên làm việc đã hết hoặc chưa đăng nhập.',
    mend: 'Đăng nhập lại; nội dung đang nhập vẫn còn trên màn hình.',
  },
  sign_in_failed: {
    status: 401,
    title: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    mend: 'Kiểm tra phím Caps Lock và bộ gõ tiếng Việt; quên mật khẩu thì báo quản trị hệ thống đặt lại.',
  },
  sign_in_slowed: {
    status: 429,
    title: 'Đăng nhập sai nhiều lần liên tiếp.',
    mend: 'Chờ {wait} rồi thử lại. Máy đã từng đăng nhập tài khoản này thì không phải chờ lâu.',
  },
  csrf_failed: {
    status: 403,
    title: 'Yêu cầu không mang dấu xác nhận của phiên làm việc.',
    mend: 'Tải lại trang rồi làm lại thao tác.',
  },
  forbidden: {
    status: 403,
    title: 'Tài khoản của bạn không có quyền làm việc này.',
    mend: 'Nếu đây là nhiệm vụ của bạn, đề nghị quản trị hệ thống giao quyền tại đơn vị tương ứng.',
  },
  not_found: {
    status: 404,
    title: 'Không tìm thấy nội dung này, hoặc bạn không có quyền xem.',
    mend: 'Kiểm tra lại đường dẫn, hoặc tìm theo tên ở ô tìm kiếm.',
  },
  password_weak: {
    status: 422,
    title: 'Mật khẩu chưa đủ mạnh.',
    mend: 'Dùng ít nhất 10 ký tự, không trùng tên đăng nhập, không phải mật khẩu phổ biến.',
  },
  password_wrong: {
    status: 422,
    title: 'Mật khẩu hiện tại không đúng.',
    mend: 'Nhập lại mật khẩu đang dùng.',
  },
  password_must_change: {
    status: 403,
    title: 'Bạn cần đổi mật khẩu trước khi tiếp tục.',
    mend: 'Mở trang Tài khoản và đặt mật khẩu mới.',
  },
  second_step_wrong: {
    status: 401,
    title: 'Mã xác thực không đúng, đã hết hạn hoặc đã dùng.',
    mend: 'Chờ ứng dụng hiện mã mới rồi nhập lại; mất điện thoại thì dùng một mã dự phòng.',
  },
  second_step_over: {
    status: 409,
    title: 'Lượt đăng nhập này đã quá thời gian chờ.',
    mend: 'Nhập lại tên đăng nhập và mật khẩu.',
  },
  second_factor_required: {
    status: 403,
    title: 'Vai trò của bạn cần xác thực hai lớp trước khi tiếp tục.',
    mend: 'Mở trang Tài khoản và bật xác thực hai lớp.',
  },
  second_factor_wrong: {
    status: 422,
    title: 'Mã xác nhận không đúng.',
    mend: 'Kiểm tra giờ của điện thoại, chờ mã mới rồi nhập lại.',
  },
  confirm_it_is_you: {
    status: 422,
    title: 'Cần nhập mật khẩu hiện tại để làm việc này.',
    mend: 'Nhập mật khẩu đang dùng, hoặc đăng xuất rồi đăng nhập lại.',
  },
  invitation_over: {
    status: 410,
    title: 'Đường dẫn mời không còn dùng được.',
    mend: 'Đường dẫn chỉ dùng một lần trong 72 giờ. Đề nghị quản trị hệ thống gửi đường dẫn mới.',
  },
  sign_in_service_off: {
    status: 409,
    title: 'Hệ thống không đặt cổng đăng nhập của cơ quan.',
    mend: 'Đăng nhập bằng tên đăng nhập và mật khẩu.',
  },
  sign_in_service_down: {
    status: 503,
    title: 'Không kết nối được cổng đăng nhập của cơ quan.',
    mend: 'Thử lại sau ít phút, hoặc đăng nhập bằng tên đăng nhập và mật khẩu.',
  },
  sign_in_service_refused: {
    status: 401,
    title: 'Lượt đăng nhập qua cổng của cơ quan không hợp lệ hoặc đã hủy.',
    mend: 'Quay lại trang đăng nhập rồi bấm đăng nhập qua cổng một lần nữa, trên cùng trình duyệt này.',
  },
  sign_in_service_unlinked: {
    status: 403,
    title: 'Danh tính ở cổng của cơ quan chưa gắn với tài khoản nào ở đây.',
    mend: 'Đề nghị quản trị hệ thống gắn danh tính của bạn với tài khoản.',
  },
  external_subject_taken: {
    status: 409,
    title: 'Danh tính này đã gắn với tài khoản khác.',
    mend: 'Gỡ danh tính khỏi tài khoản kia trước, hoặc kiểm tra lại mã.',
  },
  already_set_up: {
    status: 409,
    title: 'Hệ thống đã được thiết lập.',
    mend: 'Đăng nhập bằng tài khoản quản trị.',
  },
  username_taken: {
    status: 409,
    title: 'Tên đăng nhập “{username}” đã có người dùng.',
    mend: 'Chọn tên đăng nhập khác.',
  },
  grant_beyond_own: {
    status: 403,
    title: 'Không thể giao quyền ngoài phạm vi của chính bạn.',
    mend: 'Chỉ giao được vai trò, đơn vị và thời gian nằm trong quyền bạn đang giữ.',
  },
  grant_to_oneself: {
    status: 403,
    title: 'Không ai tự giao quyền cho chính mình.',
    mend: 'Đề nghị một quản trị khác giao quyền này cho bạn.',
  },
  too_many_requests: {
    status: 429,
    title: 'Có quá nhiều yêu cầu trong thời gian ngắn.',
    mend: 'Chờ một phút rồi thử lại.',
  },

  // Input and commands
  invalid_input: {
    status: 422,
    title: 'Có {count} chỗ chưa đúng, chưa ghi nhận gì.',
    mend: 'Sửa các ô được chỉ ra rồi gửi lại.',
  },
  malformed_request: {
    status: 400,
    title: 'Yêu cầu gửi lên không đọc được.',
    mend: 'Tải lại trang rồi làm lại thao tác.',
  },
  request_too_large: {
    status: 413,
    title: 'Nội dung gửi lên quá lớn.',
    mend: 'Rút gọn nội dung, hoặc gửi phần dài bằng tệp đính kèm.',
  },
  command_id_missing: {
    status: 400,
    title: 'Yêu cầu thiếu mã thao tác.',
    mend: 'Tải lại trang rồi làm lại thao tác.',
  },
  command_id_reused: {
    status: 409,
    title: 'Mã thao tác này đã dùng cho một nội dung khác.',
    mend: 'Tải lại trang, kiểm tra kết quả lần trước rồi làm lại nếu cần.',
  },
  version_conflict: {
    status: 409,
    title: 'Nội dung này vừa được {who} sửa lúc {when}.',
    mend: 'Phần bạn nhập vẫn được giữ; mở bản mới nhất để đối chiếu rồi ghi lại.',
  },
  state_changed: {
    status: 409,
    title: 'Việc này đã được {who} xử lý lúc {when}: hiện ở trạng thái “{state}”.',
    mend: 'Mở lại bản ghi để xem kết quả; không cần làm lại.',
  },
  action_blocked: { status: 409, title: 'Chưa thể {action}: {reason}', mend: '{mend}' },
  internal: {
    status: 500,
    title: 'Hệ thống gặp lỗi khi xử lý, chưa ghi nhận gì.',
    mend: 'Thử lại; nếu vẫn lỗi, báo quản trị mã sự cố {incident}.',
  },
  not_ready: {
    status: 503,
    title: 'Hệ thống đang khởi động hoặc cơ sở dữ liệu chưa sẵn sàng.',
    mend: 'Chờ ít giây rồi thử lại.',
  },

  // Organisations
  unit_not_on_day: {
    status: 422,
    title: 'Đơn vị không tồn tại vào ngày {day}.',
    mend: 'Chọn đơn vị đang hoạt động vào ngày đó.',
  },

  // Campaigns
  campaign_exists: {
    status: 409,
    title: 'Năm {year} đã có chiến dịch của đơn vị này.',
    mend: 'Mở chiến dịch đã có để sửa kế hoạch.',
  },
  campaign_not_open: {
    status: 409,
    title: 'Chiến dịch “{title}” không ở giai đoạn nhận việc này.',
    mend: 'Kiểm tra trạng thái chiến dịch với cơ quan thường trực.',
  },
  campaign_incomplete: {
    status: 409,
    title: 'Kế hoạch chưa đủ để phát động: {missing}.',
    mend: 'Bổ sung các mục còn thiếu trong kế hoạch.',
  },
  campaign_has_open_work: {
    status: 409,
    title: 'Chưa thể kết thúc chiến dịch: {reason}.',
    mend: 'Xử lý xong các việc còn lại, hoặc ghi rõ lý do dừng từng mô hình.',
  },
  criteria_in_use: {
    status: 409,
    title: 'Bộ tiêu chí đã dùng để chấm, không sửa được nữa.',
    mend: 'Tạo phiên bản mới của bộ tiêu chí.',
  },

  // Practices
  registration_incomplete: {
    status: 422,
    title: 'Đăng ký còn thiếu: {missing}.',
    mend: 'Bổ sung các mục bắt buộc rồi gửi lại (Kế hoạch, mục Yêu cầu: tên, địa chỉ, thời gian, nội dung, chủ mô hình, người phụ trách).',
  },
  registration_closed: {
    status: 409,
    title: 'Đã hết hạn đăng ký {intake} ({day}).',
    mend: 'Đề nghị cơ quan thường trực gia hạn, hoặc đăng ký vào đợt sau.',
  },
  field_unknown: {
    status: 422,
    title: 'Lĩnh vực không có trong kế hoạch của chiến dịch.',
    mend: 'Chọn một trong các lĩnh vực của kế hoạch.',
  },
  already_replicated: {
    status: 409,
    title: 'Đơn vị đã nhận áp dụng mô hình này trong chiến dịch.',
    mend: 'Mở mô hình đã nhận để cập nhật.',
  },
  unit_not_expected: {
    status: 422,
    title: 'Đơn vị không thuộc đối tượng đăng ký của chiến dịch.',
    mend: 'Chọn đơn vị trong danh sách đối tượng của kế hoạch.',
  },
  report_not_owed: {
    status: 422,
    title: 'Đơn vị không phải trả lời biểu này trong kỳ.',
    mend: 'Biểu hỏi các loại đơn vị bên dưới nơi lập biểu vào ngày cuối kỳ; chọn đơn vị hoặc kỳ khác.',
  },
  score_out_of_range: {
    status: 422,
    title: 'Bảng điểm có {count} tiêu chí chưa đúng. “{criterion}”: {message}.',
    mend: 'Sửa các tiêu chí được chỉ ra rồi ghi lại.',
  },
  meeting_votes_wrong: {
    status: 422,
    title: 'Số phiếu của “{name}” không khớp: {votes} phiếu, {present} người dự.',
    mend: 'Kiểm tra lại số phiếu tán thành, không tán thành và không tham gia.',
  },
  meeting_no_quorum: {
    status: 409,
    title: 'Cuộc họp không đủ số người dự: {present}/{members}, cần ít nhất {needed}.',
    mend: 'Tổ chức lại cuộc họp, hoặc sửa số người dự nếu nhập nhầm.',
  },

  // Lists read from Excel or CSV
  import_has_errors: {
    status: 422,
    title: 'Danh sách có {count} lỗi ở {rows} dòng, chưa ghi nhận dòng nào.',
    mend: 'Sửa các ô được chỉ ra trong tệp rồi tải lên lại.',
  },
  import_header_missing: {
    status: 422,
    title: 'Không tìm thấy cột bắt buộc: {columns}.',
    mend: 'Dùng tệp mẫu, giữ nguyên dòng tiêu đề.',
  },
  import_empty: {
    status: 422,
    title: 'Danh sách không có dòng nào.',
    mend: 'Điền ít nhất một dòng dưới dòng tiêu đề.',
  },

  // Documents
  document_number_taken: {
    status: 409,
    title: 'Số {symbol} đã cấp cho văn bản khác.',
    mend: 'Số được cấp liên tục theo từng loại văn bản và nhiệm kỳ; dùng số kế tiếp.',
  },
  document_not_draft: {
    status: 409,
    title: 'Văn bản đã ban hành, không sửa được.',
    mend: 'Dự thảo văn bản mới để sửa đổi, thay thế.',
  },
  report_nothing_below: {
    status: 409,
    title: 'Chưa có báo cáo nào của {period} để tổng hợp.',
    mend: 'Đôn đốc các đơn vị gửi báo cáo trước.',
  },
  document_empty: { status: 409, title: 'Chưa có mô hình nào để đưa vào văn bản.', mend: '{mend}' },
  party_term_missing: {
    status: 409,
    title: 'Chưa khai báo nhiệm kỳ của {unit} vào ngày {day}.',
    mend: 'Quản trị hệ thống bổ sung nhiệm kỳ ở trang Tổ chức.',
  },
  already_acknowledged: {
    status: 409,
    title: 'Đơn vị đã xác nhận văn bản này lúc {when}.',
    mend: 'Không cần xác nhận lại.',
  },

  ...fileProblems,
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problemCatalogue;
