import { formatNumber } from '#domain/kernel/numbers.ts';
import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * What is said of a value that no schema has words of its own for. The library's own Vietnamese names types of the
 * program ("mong đợi string có <=200"); an officer is told what to do.
 */
export function issueWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue);
    case 'invalid_value':
      return isEmpty(issue.input) ? 'Chưa chọn' : 'Giá trị không có trong danh sách; hãy chọn lại';
    case 'too_big':
      return bigWords(issue);
    case 'too_small':
      return smallWords(issue);
    case 'invalid_format':
      return isEmpty(issue.input) && issue.format === 'uuid' ? 'Chưa chọn' : formatWords(issue.format);
    default:
      return 'Giá trị không đúng; hãy kiểm tra lại';
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function typeWords(issue: Issue & { code: 'invalid_type' }): string {
  if (isEmpty(issue.input)) return 'Chưa nhập';
  const words: Readonly<Record<string, string>> = {
    string: 'Cần nhập chữ',
    number: 'Cần nhập số',
    int: 'Cần nhập số nguyên',
    boolean: 'Chỉ nhận có hoặc không',
    array: 'Cần một danh sách',
    date: 'Cần nhập ngày',
  };
  return words[issue.expected] ?? 'Nội dung gửi lên không đúng mẫu';
}

function bigWords(issue: Issue & { code: 'too_big' }): string {
  const most = formatNumber(Number(issue.maximum));
  if (issue.origin === 'string') return `Không quá ${most} ký tự`;
  if (issue.origin === 'array') return `Không quá ${most} mục`;
  return issue.inclusive === false ? `Phải nhỏ hơn ${most}` : `Không quá ${most}`;
}

function smallWords(issue: Issue & { code: 'too_small' }): string {
  const least = formatNumber(Number(issue.minimum));
  if (issue.origin === 'string') return issue.minimum === 1 ? 'Chưa nhập' : `Ít nhất ${least} ký tự`;
  if (issue.origin === 'array') return `Cần ít nhất ${least} mục`;
  return issue.inclusive === false ? `Phải lớn hơn ${least}` : `Không nhỏ hơn ${least}`;
}

function formatWords(format: string): string {
  if (format === 'uuid') return 'Mã không đúng; hãy mở lại trang và chọn lại';
  if (format === 'date') return 'Ngày không có thật; hãy ghi theo mẫu ngày/tháng/năm, ví dụ 05/03/2026';
  return 'Có ký tự không dùng được ở đây';
}
