/** One refused field: where it stands in what was sent, and why. */
export interface RefusedField {
  readonly path: string;
  readonly message: string;
}

/** A refusal as the server words it (application/problem+json), or one of ours when nothing came back. */
export interface ClientProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly RefusedField[];
}

/** Thrown by every API call that did not succeed. */
export class ProblemError extends Error {
  readonly problem: ClientProblem;

  constructor(problem: ClientProblem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export const networkProblem: ClientProblem = {
  code: 'network',
  status: 0,
  title: 'Không kết nối được với máy chủ.',
  detail: 'Kiểm tra mạng rồi thử lại; những gì bạn đã nhập vẫn còn trên màn hình.',
  fields: [],
};

export const cancelledProblem: ClientProblem = {
  code: 'cancelled',
  status: 0,
  title: 'Đã dừng theo yêu cầu.',
  detail: 'Chưa ghi nhận gì.',
  fields: [],
};

const unreadable = (status: number): ClientProblem => ({
  code: 'unreadable_answer',
  status,
  title: 'Máy chủ trả lời không đúng dạng.',
  detail: `Tải lại trang rồi thử lại; nếu vẫn lỗi, báo quản trị hệ thống (mã HTTP ${status}).`,
  fields: [],
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Reads a problem body without trusting it. */
export function problemFromBody(status: number, body: unknown): ClientProblem {
  if (!isRecord(body) || typeof body['code'] !== 'string' || typeof body['title'] !== 'string') {
    return unreadable(status);
  }
  const fields = Array.isArray(body['fields']) ? body['fields'] : [];
  return {
    code: body['code'],
    status,
    title: body['title'],
    detail: typeof body['detail'] === 'string' ? body['detail'] : '',
    fields: fields.filter(
      (field): field is RefusedField =>
        isRecord(field) && typeof field['path'] === 'string' && typeof field['message'] === 'string',
    ),
  };
}

/** Whatever was thrown, as a problem that can be shown. */
export function toProblem(error: unknown): ClientProblem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof DOMException && error.name === 'AbortError') return cancelledProblem;
  return {
    code: 'unexpected',
    status: 0,
    title: 'Màn hình gặp lỗi ngoài dự kiến.',
    detail: 'Tải lại trang rồi thử lại; nếu vẫn lỗi, báo quản trị hệ thống.',
    fields: [],
  };
}
