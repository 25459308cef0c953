import type { DocumentPurpose } from './document.workflow.ts';
import type { DocumentTypeCode } from './document-types.ts';
import type { IssuingBody } from './issuing-bodies.ts';

interface PurposeRule {
  readonly type: DocumentTypeCode;
  /** S2, V: notices come from the standing board, lists and reports from the steering committee. */
  readonly body: IssuingBody;
  /** The subject (trích yếu) of a year. */
  subject(year: number): string;
  /** What to do when there is nothing to put into the paper. */
  readonly mendEmpty: string;
}

export const purposeRules: Record<DocumentPurpose, PurposeRule> = {
  registration_list: {
    type: 'BC',
    body: 'steering_committee',
    subject: (year) => `tổng hợp danh sách đăng ký mô hình, điển hình “Dân vận khéo” năm ${year}`,
    mendEmpty: 'Đôn đốc các đơn vị gửi đăng ký trước khi lập danh sách.',
  },
  notice_of_assignment: {
    type: 'TB',
    body: 'leadership',
    subject: (year) => `giao nhiệm vụ xây dựng mô hình, điển hình “Dân vận khéo” năm ${year}`,
    mendEmpty: 'Thẩm định và nhận các đăng ký đợt 1 trước; mô hình đã có thông báo thì không đưa lại.',
  },
  supplementary_notice: {
    type: 'TB',
    body: 'leadership',
    subject: (year) => `giao bổ sung nhiệm vụ xây dựng mô hình, điển hình “Dân vận khéo” năm ${year}`,
    mendEmpty: 'Thẩm định và nhận các đăng ký bổ sung trước; mô hình đã có thông báo thì không đưa lại.',
  },
  recognition_decision: {
    type: 'QĐ',
    body: 'leadership',
    subject: (year) => `công nhận mô hình, điển hình “Dân vận khéo” năm ${year}`,
    mendEmpty: 'Kết luận cuộc họp xét trước; mô hình đã có quyết định thì không đưa lại.',
  },
  mid_year_report: {
    type: 'BC',
    body: 'steering_committee',
    subject: (year) => `sơ kết 6 tháng đầu năm ${year} thực hiện phong trào thi đua “Dân vận khéo”`,
    mendEmpty: 'Đôn đốc các đơn vị gửi đăng ký trước.',
  },
  closing_report: {
    type: 'BC',
    body: 'steering_committee',
    subject: (year) => `tổng kết phong trào thi đua “Dân vận khéo” năm ${year}`,
    mendEmpty: 'Đôn đốc các đơn vị gửi đăng ký trước.',
  },
};
