import type { ProblemEntry } from './problem-entry.ts';

/** Refusals of files: a part of the catalogue of problems. */
export const fileProblems = {
  file_missing: { status: 422, title: 'Chưa chọn tệp.', mend: 'Chọn một tệp rồi gửi lại.' },
  file_too_large: {
    status: 413,
    title: 'Tệp “{name}” quá lớn: {size}, tối đa {limit}.',
    mend: 'Chụp ở độ phân giải thấp hơn, hoặc nén, chia nhỏ tệp.',
  },
  file_type_not_allowed: {
    status: 415,
    title: 'Không nhận loại tệp của “{name}”.',
    mend: 'Gửi ảnh (JPG, PNG, WebP), PDF, Word, Excel, PowerPoint, văn bản thuần hoặc CSV.',
  },
  file_content_mismatch: {
    status: 415,
    title: 'Nội dung của “{name}” không đúng với đuôi tệp.',
    mend: 'Mở tệp bằng phần mềm gốc và lưu lại đúng định dạng.',
  },
  file_damaged: {
    status: 422,
    title: 'Tệp “{name}” bị hỏng, không đọc được.',
    mend: 'Mở thử trên máy, lưu lại thành tệp mới rồi gửi lại.',
  },
  file_has_macros: {
    status: 415,
    title: 'Tệp “{name}” có macro hoặc mã chạy kèm.',
    mend: 'Lưu lại thành .docx, .xlsx không có macro hoặc PDF thường rồi gửi lại.',
  },
  paper_format: {
    status: 422,
    title: 'Tệp “{name}” không phải loại đọc được.',
    mend: 'Dùng tệp Word (.docx, .doc), PDF có chữ, Excel (.xlsx), .csv hoặc .txt.',
  },
  paper_empty: {
    status: 422,
    title: 'Tệp “{name}” không có chữ nào.',
    mend: 'Mở tệp kiểm tra lại nội dung rồi chọn đúng tệp.',
  },
  paper_is_picture: {
    status: 422,
    title: 'Tệp “{name}” chỉ là ảnh chụp trang giấy, không có chữ để đọc.',
    mend: 'Dùng tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi lưu lại thành PDF có chữ.',
  },
  paper_too_long: {
    status: 422,
    title: 'Tệp “{name}” dài quá mức một văn bản.',
    mend: 'Tách thành từng văn bản rồi đọc từng tệp.',
  },
  paper_secret: {
    status: 422,
    title: 'Tệp “{name}” đóng dấu độ {mark}. Hệ thống không nhận tài liệu mật; chưa lưu gì.',
    mend: 'Xử lý tài liệu mật theo đúng quy định bảo vệ bí mật nhà nước, ngoài hệ thống này.',
  },
  file_encrypted: {
    status: 415,
    title: 'Tệp “{name}” đặt mật khẩu, không đọc được.',
    mend: 'Bỏ mật khẩu của tệp rồi gửi lại.',
  },
  file_bomb: {
    status: 415,
    title: 'Tệp “{name}” phình quá lớn khi giải nén.',
    mend: 'Lưu lại bằng Word, Excel rồi gửi lại.',
  },
  image_too_many_pixels: {
    status: 415,
    title: 'Ảnh “{name}” có quá nhiều điểm ảnh ({pixels}).',
    mend: 'Thu nhỏ ảnh xuống dưới 50 triệu điểm ảnh.',
  },
  file_empty: { status: 422, title: 'Tệp “{name}” rỗng.', mend: 'Chọn tệp khác có nội dung.' },
  file_name_bad: {
    status: 422,
    title: 'Tên tệp không dùng được.',
    mend: 'Đổi tên tệp ngắn gọn, không có ký tự điều khiển.',
  },
  image_heic: {
    status: 415,
    title: 'Ảnh “{name}” ở dạng HEIC của điện thoại, hệ thống chưa đọc được.',
    mend: 'Lưu ảnh thành JPG rồi gửi lại. Trên iPhone: Cài đặt → Camera → Định dạng → chọn “Tương thích nhất” trước khi chụp.',
  },
  file_has_external_parts: {
    status: 415,
    title: 'Tệp “{name}” gọi nội dung nằm ngoài tệp hoặc nhúng tệp khác bên trong.',
    mend: 'Bỏ phần liên kết, phần nhúng; hoặc lưu thành PDF thường rồi gửi lại.',
  },
  table_too_many_rows: {
    status: 422,
    title: 'Bảng trong “{name}” có hơn {limit} dòng.',
    mend: 'Chia thành nhiều tệp; xóa các dòng trống ở cuối bảng nếu có.',
  },
  table_too_many_columns: {
    status: 422,
    title: 'Bảng trong “{name}” có hơn {limit} cột.',
    mend: 'Chỉ giữ các cột của tệp mẫu.',
  },
  table_unreadable: {
    status: 422,
    title: 'Không đọc được bảng trong “{name}”: {reason}.',
    mend: 'Mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại.',
  },
} as const satisfies Record<string, ProblemEntry>;
