import type { DocumentTypeCode } from '#domain/documents/document-types.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Post } from '#domain/people/bodies.ts';
import type { DemoUnit } from './units.ts';

/**
 * The ward of S3: Trần Phú in the city of Hà Tĩnh, another province than the rest of the story. The province keeps
 * it for reference, beside the figures of other places; no campaign of the town expects anything of it.
 */
export const city: DemoUnit = {
  key: 'hatinh',
  name: 'Thành ủy Hà Tĩnh (tỉnh bạn, giữ để tham khảo)',
  shortName: 'Thành ủy Hà Tĩnh',
  kind: 'district_committee',
  code: 'HT.TPHT',
  places: [],
};
export const ward: DemoUnit = {
  key: 'tranphu',
  name: 'Đảng bộ phường Trần Phú',
  shortName: 'Phường Trần Phú',
  kind: 'commune_committee',
  code: 'HT.TPHT.TP',
  places: [],
};
/** "9 Tổ dân phố, 12 Chi bộ trực thuộc" (S3, I.1). */
export const groups: readonly DemoUnit[] = Array.from({ length: 9 }, (_, at) => ({
  key: `tranphu-${at + 1}`,
  name: `Tổ dân phố ${at + 1}`,
  shortName: `Tổ dân phố ${at + 1}`,
  kind: 'village',
  code: `${ward.code}.${at + 1}`,
  places: [],
}));

interface WardPaper {
  readonly symbol: string;
  readonly type: DocumentTypeCode;
  readonly issuedOn: Day;
  readonly subject: string;
}

const paper = (type: DocumentTypeCode, symbol: string, issuedOn: Day, subject: string): WardPaper => ({
  type,
  symbol,
  issuedOn,
  subject,
});

/** The papers that S3 names (II.2), in its spelling of symbols; the report itself is the last. */
export const wardPapers: readonly WardPaper[] = [
  paper(
    'CTr',
    '39-CTHĐ/ĐU',
    '2013-09-17',
    'Chương trình hành động thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013',
  ),
  paper('QĐ', '06-QĐ/ĐU', '2015-06-28', 'thành lập Ban Chỉ đạo thực hiện xây dựng mô hình “Dân vận khéo”'),
  paper('QĐ', '03/QĐ-ĐU', '2015-07-21', 'thành lập Khối Dân vận Đảng ủy gồm 09 đồng chí'),
  paper(
    'QĐ',
    '04/QĐ-ĐU',
    '2015-07-25',
    'ban hành Quy chế hoạt động công tác dân vận của hệ thống chính trị, nhiệm kỳ 2015-2020',
  ),
  paper('QĐ', '05-QĐ/ĐU', '2015-07-25', 'thành lập Ban Chỉ đạo thực hiện quy chế dân chủ cơ sở'),
  paper(
    'TB',
    '06-TB/ĐU',
    '2016-01-18',
    'đăng ký nhân rộng mô hình “Dân vận khéo” và đăng ký mô hình “Dân vận khéo”',
  ),
  paper('QĐ', '40-QĐ/ĐU', '2017-06-21', 'kiện toàn Khối Dân vận Đảng ủy'),
  paper('CV', '61-CV/ĐU', '2018-03-09', 'kiện toàn tổ dân vận ở các tổ dân phố'),
  paper('QĐ', '45-QĐ/ĐU', '2018-03-12', 'kiện toàn Khối Dân vận Đảng ủy'),
  ...groups.map((group, at) =>
    paper('QĐ', `${46 + at}-QĐ/ĐU`, '2018-04-02', `kiện toàn Tổ dân vận ${group.name}`),
  ),
  paper('BC', '70-BC/ĐU', '2018-04-18', 'Sơ kết 5 năm thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013'),
];

/** A seat by the office of whoever sits in it; `entry` tells two holders of one office apart. */
export interface WardSeat {
  readonly post: Post;
  readonly office: string;
  readonly entry?: string;
  /** The tổ dân phố in charge, counted from 1. */
  readonly group?: number;
}

/** S3 says that the bloc has nine members, not who they are: the offices are those that such a bloc has. */
const bloc2015: readonly WardSeat[] = [
  { post: 'head', office: 'Phó Bí thư Thường trực Đảng ủy phường', group: 1 },
  { post: 'deputy', office: 'Chủ tịch Ủy ban MTTQ phường', group: 2 },
  { post: 'secretary', office: 'Cán bộ Văn phòng Đảng ủy phường', group: 3 },
  { post: 'member', office: 'Phó Chủ tịch Ủy ban nhân dân phường', group: 4 },
  { post: 'member', office: 'Chủ tịch Hội Cựu chiến binh phường', group: 5 },
  { post: 'member', office: 'Chủ tịch Hội Liên hiệp Phụ nữ phường', group: 6 },
  { post: 'member', office: 'Chủ tịch Hội Nông dân phường', group: 7 },
  { post: 'member', office: 'Bí thư Đoàn Thanh niên phường', group: 8 },
  { post: 'member', office: 'Chủ tịch Công đoàn phường', group: 9 },
];

const replaced = (seats: readonly WardSeat[], offices: readonly string[], year: number): WardSeat[] =>
  seats.map((seat) =>
    offices.includes(seat.office) ? { ...seat, entry: `${seat.office} (từ năm ${year})` } : seat,
  );

const bloc2017 = replaced(bloc2015, ['Chủ tịch Hội Nông dân phường', 'Bí thư Đoàn Thanh niên phường'], 2017);
const bloc2018 = replaced(bloc2017, ['Phó Bí thư Thường trực Đảng ủy phường'], 2018);

/** "Quyết định số 03/QĐ-ĐU … gồm 09 đồng chí"; "Quyết định số 40 …, Quyết định số 45 … về việc kiện toàn Khối dân vận". */
export const blocActs: readonly { symbol: string; on: Day; seats: readonly WardSeat[] }[] = [
  { symbol: '03/QĐ-ĐU', on: '2015-07-21', seats: bloc2015 },
  { symbol: '40-QĐ/ĐU', on: '2017-06-21', seats: bloc2017 },
  { symbol: '45-QĐ/ĐU', on: '2018-03-12', seats: bloc2018 },
];

/** A tổ dân vận as consolidated on 2 April 2018; when it was founded S3 does not say. */
export function teamSeats(group: number): readonly WardSeat[] {
  const of = `Tổ dân phố ${group}`;
  return [
    { post: 'head', office: `Bí thư Chi bộ ${of}`, group },
    { post: 'deputy', office: `Trưởng Ban công tác Mặt trận ${of}`, group },
    { post: 'member', office: `Tổ trưởng ${of}`, group },
    { post: 'member', office: `Chi hội trưởng Phụ nữ ${of}`, group },
    { post: 'member', office: `Chi hội trưởng Cựu chiến binh ${of}`, group },
  ];
}
