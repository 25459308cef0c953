import type { DocumentTypeCode } from '#domain/documents/document-types.ts';
import type { Day } from '#domain/kernel/day.ts';

export interface OldPaper {
  /** The name by which the story and other papers speak of it. */
  readonly key: string;
  readonly type: DocumentTypeCode;
  readonly symbol: string;
  readonly issuerName: string;
  readonly issuedOn: Day;
  readonly receivedOn: Day;
  readonly subject: string;
  readonly signerPost?: string;
  /** Keys of papers that it carries out, or stands on. */
  readonly implements?: readonly string[];
}

const provinceBoard = 'Ban Thường vụ Tỉnh ủy';
const provinceMobilisation = 'Ban Dân vận Tỉnh ủy';
const townBoard = 'Ban Thường vụ Thị ủy Hương Trà';

/** The papers that S0 names, in its words. The town's own of that time are kept among them: they were numbered on paper. */
export const oldPapers: readonly OldPaper[] = [
  {
    key: '31-KH/TU',
    type: 'KH',
    symbol: '31-KH/TU',
    issuerName: provinceBoard,
    issuedOn: '2017-03-24',
    receivedOn: '2017-03-28',
    subject: 'thực hiện phong trào thi đua “Dân vận khéo” giai đoạn 2017-2020',
  },
  {
    key: '41-KH/TU',
    type: 'KH',
    symbol: '41-KH/TU',
    issuerName: townBoard,
    issuedOn: '2017-04-03',
    receivedOn: '2017-04-03',
    subject: 'thực hiện phong trào thi đua “Dân vận khéo” giai đoạn 2017-2020',
    implements: ['31-KH/TU'],
  },
  {
    key: '241-CV/BDVTU',
    type: 'CV',
    symbol: '241-CV/BDVTU',
    issuerName: provinceMobilisation,
    issuedOn: '2017-06-08',
    receivedOn: '2017-06-12',
    subject: 'hướng dẫn một số nội dung thực hiện phong trào thi đua “Dân vận khéo”',
    implements: ['31-KH/TU'],
  },
  {
    key: '297-CV/TU',
    type: 'CV',
    symbol: '297-CV/TU',
    issuerName: townBoard,
    issuedOn: '2017-06-19',
    receivedOn: '2017-06-19',
    subject: 'hướng dẫn một số nội dung thực hiện phong trào thi đua “Dân vận khéo”',
    implements: ['41-KH/TU', '241-CV/BDVTU'],
  },
  {
    key: '291-CV/BDVTU',
    type: 'CV',
    symbol: '291-CV/BDVTU',
    issuerName: provinceMobilisation,
    issuedOn: '2017-09-21',
    receivedOn: '2017-09-25',
    subject: 'báo cáo kết quả khảo sát phong trào thi đua “Dân vận khéo”',
  },
  {
    key: '303-CV/BDVTU',
    type: 'CV',
    symbol: '303-CV/BDVTU',
    issuerName: provinceMobilisation,
    issuedOn: '2017-10-12',
    receivedOn: '2017-10-16',
    subject: 'báo cáo kết quả thực hiện phong trào thi đua “Dân vận khéo”',
  },
  {
    key: '623-CV/BDVTU',
    type: 'CV',
    symbol: '623-CV/BDVTU',
    issuerName: provinceMobilisation,
    issuedOn: '2019-08-02',
    receivedOn: '2019-08-06',
    subject: 'báo cáo tổng kết 10 năm thực hiện phong trào thi đua “Dân vận khéo”',
  },
  {
    key: '160-KH/TU',
    type: 'KH',
    symbol: '160-KH/TU',
    issuerName: provinceBoard,
    issuedOn: '2020-06-30',
    receivedOn: '2020-07-03',
    subject: 'tổng kết và biểu dương, khen thưởng phong trào thi đua “Dân vận khéo” giai đoạn 2017-2020',
    implements: ['31-KH/TU'],
  },
  {
    // The copy of the report that was kept bears no number.
    key: 'closing-report-2020',
    type: 'BC',
    symbol: '',
    issuerName: townBoard,
    issuedOn: '2020-10-02',
    receivedOn: '2020-10-02',
    subject: 'tổng kết phong trào thi đua “Dân vận khéo” giai đoạn 2017-2020',
    implements: ['160-KH/TU'],
  },
];
