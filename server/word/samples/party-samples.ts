import {
  appendix,
  article,
  bold,
  cell,
  centred,
  concurrentSignature,
  figure,
  footnote,
  groupRow,
  heading,
  italic,
  leadIn,
  list,
  paper,
  paragraph,
  signature,
  table,
} from '#domain/documents/paper-parts.ts';
import type { Paper, Trace } from '#domain/documents/paper.ts';

/** Papers for trying the writer, worded after the papers of a town committee (S0, S2). */

const COMMITTEE = {
  layout: 'party',
  parentBody: 'Đảng bộ thành phố Huế',
  issuer: 'Thị ủy Hương Trà',
} as const;

const scope = 'Đảng bộ thị xã Hương Trà';

export const SAMPLE_TRACES: Record<string, Trace> = {
  registered: {
    label: 'Số mô hình đã đăng ký',
    definition: 'Mô hình, điển hình có hồ sơ đăng ký đã nộp, không tính hồ sơ rút',
    scope,
    asOf: '2020-10-01',
    value: 386,
    unit: 'mô hình',
    link: '/mo-hinh?trang-thai=registered',
  },
  bodies: {
    label: 'Tổ chức cơ sở đảng đăng ký',
    definition: 'Tổ chức cơ sở đảng có ít nhất một mô hình đã nộp, trên số phải đăng ký',
    scope,
    asOf: '2020-10-01',
    value: 24,
  },
};

export const partyReport: Paper = paper({
  ...COMMITTEE,
  symbol: { number: 512, typeCode: 'BC', issuerCode: 'ThU' },
  place: 'Hương Trà',
  issuedOn: '2020-10-02',
  draftYear: 2020,
  typeName: 'BÁO CÁO',
  subject: 'tổng kết phong trào thi đua “Dân vận khéo” giai đoạn 2017 - 2020',
  blocks: [
    paragraph([
      'Thực hiện Kế hoạch số 160-KH/TU, ngày 30/6/2020 của Ban Thường vụ Tỉnh ủy về tổng kết và biểu dương, khen thưởng phong trào thi đua ',
      italic('“Dân vận khéo”'),
      ' giai đoạn 2017 - 2020; Ban Thường vụ Thị ủy báo cáo kết quả thực hiện như sau:',
    ]),
    heading(1, 'I-', 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO'),
    list(
      [
        'Ban Thường vụ Thị ủy đã chỉ đạo Ban Dân vận Thị ủy phối hợp Trung tâm Chính trị thị xã tổ chức triển khai Kế hoạch số 41-KH/TU của Thị ủy cho đội ngũ cán bộ làm công tác dân vận ở cơ sở trong năm 2017',
        footnote(
          'Đã mở 02 lớp bồi dưỡng nghiệp vụ công tác dân vận cơ sở cho 185 cán bộ là tổ trưởng, tổ phó tổ dân vận các xã, phường.',
        ),
        '; chỉ đạo Ban Tuyên giáo Thị ủy thực hiện công tác tuyên truyền, phát sóng chuyên mục ',
        italic('“Dân vận khéo”'),
        '.',
      ],
      'Mặt trận và các đoàn thể chính trị - xã hội từ thị xã đến cơ sở tiếp tục duy trì, xây dựng, nhân rộng các mô hình trong 4 lĩnh vực: kinh tế, văn hóa - xã hội, quốc phòng - an ninh, xây dựng hệ thống chính trị.',
    ),
    heading(1, 'II-', 'KẾT QUẢ THỰC HIỆN'),
    heading(2, '1.', 'Kết quả chung'),
    leadIn([
      'Đến nay trên địa bàn thị xã đã có ',
      figure(24, 'bodies', '24/39'),
      ' tổ chức cơ sở đảng tiến hành đăng ký với ',
      figure(386, 'registered'),
      ' mô hình trên các lĩnh vực',
      footnote([
        'Số liệu tính đến ngày 01/10/2020; không gồm ',
        figure(3, 'registered', '03'),
        ' hồ sơ đã rút.',
      ]),
      ', cụ thể:',
    ]),
    table(
      [
        { title: 'STT', width: 8, align: 'center' },
        { title: 'Lĩnh vực', width: 50 },
        { title: 'Số mô hình', width: 20, align: 'right' },
        { title: 'Tỷ lệ (%)', width: 20, align: 'right' },
      ],
      [
        [1, 'Kinh tế', 53, 13.7],
        [2, 'Văn hóa - xã hội', 242, 62.7],
        [3, 'Quốc phòng - an ninh', 77, 19.9],
        [4, 'Xây dựng hệ thống chính trị', 14, 3.6],
      ],
      {
        caption: 'Bảng 1. Mô hình theo lĩnh vực',
        totalRow: [cell('Cộng', { columns: 2, align: 'center' }), 386, '100'],
      },
    ),
    heading(2, '2.', 'Lĩnh vực kinh tế'),
    heading(3, 'a)', 'Mô hình tiêu biểu'),
    ...Array.from({ length: 8 }, () =>
      paragraph(
        'Các phường, xã đã tuyên truyền, vận động các tổ chức, cá nhân và các tầng lớp nhân dân phát huy những thế mạnh của địa phương để đầu tư, ứng dụng khoa học vào sản xuất kinh doanh, giúp nhau giảm nghèo, khuyến khích sản xuất, kinh doanh giỏi, làm giàu chính đáng, giải phóng mặt bằng để triển khai thực hiện các công trình, dự án trên địa bàn.',
      ),
    ),
    heading(1, 'III-', 'KIẾN NGHỊ, ĐỀ XUẤT'),
    paragraph(
      'Đề nghị Ban Dân vận Tỉnh ủy tổ chức tập huấn, kỹ năng, nghiệp vụ cho đội ngũ làm công tác dân vận; tổ chức tham quan học tập những mô hình điển hình.',
    ),
  ],
  signatures: [signature('T/M Ban Thường vụ', 'Phó Bí thư', null)],
  recipients: [
    'Ban Dân vận Tỉnh ủy (báo cáo)',
    'Các ban xây dựng Đảng Thị ủy',
    'Các TCCS đảng trực thuộc',
    'Mặt trận và đoàn thể thị xã',
    'Trung tâm Văn hóa - Thông tin và Thể thao thị xã',
    'Lưu Văn phòng Thị ủy',
  ],
  traces: SAMPLE_TRACES,
});

const PLACES = ['Hương Xuân', 'Hương Văn', 'Hương Vinh', 'Hương Toàn', 'Bình Thành'];

function practiceRows(count: number) {
  return Array.from({ length: count }, (_, index) => [
    index + 1,
    'Vận động nhân dân hiến đất, tài sản trên đất, mở rộng kiệt xóm theo tiêu chuẩn phường văn minh đô thị',
    `Đảng ủy phường ${PLACES[index % PLACES.length]}`,
    'Tổ dân phố 3',
    '01/2023 - 12/2023',
  ]);
}

const NOTICE_COLUMNS = [
  { title: 'STT', width: 7, align: 'center' },
  { title: 'Tên mô hình, điển hình', width: 42 },
  { title: 'Chủ mô hình', width: 24 },
  { title: 'Địa chỉ', width: 16 },
  { title: 'Thời gian', width: 16, align: 'center' },
] as const;

export const partyNotice: Paper = paper({
  layout: 'party',
  parentBody: 'Thị ủy Hương Trà',
  issuer: 'Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã',
  symbol: { number: null, typeCode: 'TB', issuerCode: 'BCĐ' },
  place: 'Hương Trà',
  draftYear: 2026,
  typeName: 'THÔNG BÁO',
  subject: 'giao nhiệm vụ xây dựng mô hình, điển hình “Dân vận khéo” năm 2026',
  blocks: [
    paragraph(
      'Trên cơ sở danh sách đăng ký của các địa phương, đơn vị và kết quả kiểm tra thực tế, Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã thông báo các mô hình, điển hình giao thực hiện năm 2026 như sau:',
    ),
    table(
      NOTICE_COLUMNS,
      [groupRow('I. Lĩnh vực kinh tế', 5), ...practiceRows(4)].map((row) => [...row]),
    ),
    paragraph(
      'Đề nghị cấp ủy, thủ trưởng các địa phương, đơn vị xây dựng kế hoạch, giải pháp và bố trí nguồn lực để thực hiện; định kỳ 3 tháng, 6 tháng tự kiểm tra, đánh giá tiến độ và báo cáo về Ban Chỉ đạo.',
    ),
  ],
  signatures: [concurrentSignature('Phó Bí thư Thị ủy', 'Trưởng Ban Chỉ đạo', 'Nguyễn Văn A')],
  recipients: [
    'Ban Dân vận Tỉnh ủy (b/c)',
    'Thường trực Thị ủy',
    'Thành viên BCĐ',
    'Các đảng bộ, chi bộ cơ sở',
    'Lưu BCĐ',
  ],
});

export const partyLetter: Paper = paper({
  ...COMMITTEE,
  issuer: 'Ban Dân vận',
  parentBody: 'Thị ủy Hương Trà',
  symbol: { number: 5, typeCode: 'CV', issuerCode: 'BDV' },
  place: 'Hương Trà',
  issuedOn: '2023-02-08',
  draftYear: 2023,
  typeName: null,
  subject: 'đăng ký bổ sung mô hình “Dân vận khéo” 6 tháng cuối năm',
  addressLine: {
    label: 'Kính gửi',
    bodies: ['Đảng ủy các xã, phường', 'Đảng ủy, chi bộ cơ sở khối cơ quan, doanh nghiệp, trường học'],
  },
  blocks: [
    paragraph(
      'Thực hiện Kế hoạch số 26-KH/BCĐ, Ban Dân vận Thị ủy đề nghị các đảng ủy, chi bộ cơ sở rà soát, đăng ký bổ sung các mô hình “Dân vận khéo” đợt 6 tháng cuối năm (nếu có).',
    ),
    paragraph('Danh sách gửi về Ban Dân vận Thị ủy trước ngày 10/7/2023.'),
  ],
  signatures: [signature('K/T Trưởng Ban', 'Phó Trưởng Ban', null)],
  recipients: ['Như trên', 'Lưu BDV'],
});

export const partyMinutes: Paper = paper({
  layout: 'party',
  parentBody: 'Thị ủy Hương Trà',
  issuer: 'Ban Chỉ đạo phong trào thi đua “Dân vận khéo”',
  place: 'Hương Trà',
  issuedOn: '2023-12-12',
  draftYear: 2023,
  typeName: 'BIÊN BẢN',
  subject: 'họp xét công nhận mô hình, điển hình “Dân vận khéo” năm 2023',
  blocks: [
    paragraph(
      'Hôm nay, hồi 14 giờ 00 ngày 12/12/2023, tại phòng họp Thị ủy, Ban Chỉ đạo họp xét công nhận mô hình, điển hình “Dân vận khéo” năm 2023.',
    ),
    heading(2, '1.', 'Thành phần'),
    list('Chủ trì: Trưởng Ban Chỉ đạo', 'Thư ký: Cán bộ Ban Dân vận Thị ủy', 'Có mặt: 12/13 thành viên'),
    heading(2, '2.', 'Kết quả bỏ phiếu'),
    paragraph(
      'Các mô hình đều đạt trên hai phần ba số phiếu đồng ý. Cuộc họp kết thúc lúc 16 giờ 30 phút cùng ngày.',
    ),
  ],
  signatures: [signature([], 'Thư ký', null), signature([], 'Chủ trì', null)],
});

const WIDE_TITLES = ['Kinh tế', 'Văn hóa - xã hội', 'Quốc phòng - an ninh', 'Hệ thống chính trị'];

export function wideTable(rowCount: number) {
  return {
    kind: 'table' as const,
    columns: [
      { width: 6, align: 'center' as const },
      { width: 26 },
      ...Array.from({ length: 10 }, () => ({ width: 8, align: 'right' as const })),
    ],
    headerRows: [
      [
        cell('STT', { rows: 2 }),
        cell('Đơn vị', { rows: 2 }),
        ...WIDE_TITLES.map((title) => cell(title, { columns: 2 })),
        cell('Cộng', { columns: 2 }),
      ],
      Array.from({ length: 10 }, (_, index) => cell(index % 2 === 0 ? 'Đăng ký' : 'Công nhận')),
    ],
    rows: Array.from({ length: rowCount }, (_, row) => [
      cell(row + 1),
      cell(`Đảng ủy phường ${PLACES[row % PLACES.length]}`),
      ...Array.from({ length: 10 }, (_, column) => cell((row * 7 + column * 3) % 23)),
    ]),
    totalRow: [
      cell('Tổng cộng', { columns: 2, align: 'center' as const }),
      ...Array.from({ length: 10 }, () => cell(1234)),
    ],
  };
}

export const partyDecision: Paper = paper({
  ...COMMITTEE,
  symbol: { number: 8, typeCode: 'QĐ', issuerCode: 'ThU' },
  place: 'Hương Trà',
  issuedOn: '2026-02-05',
  draftYear: 2026,
  typeName: 'QUYẾT ĐỊNH',
  subject: 'công nhận mô hình, điển hình “Dân vận khéo” năm 2025',
  blocks: [
    list(
      'Căn cứ Điều lệ Đảng Cộng sản Việt Nam;',
      'Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ thị xã;',
      'Xét đề nghị của Ban Chỉ đạo phong trào thi đua “Dân vận khéo” thị xã,',
    ),
    centred(bold('BAN THƯỜNG VỤ THỊ ỦY QUYẾT ĐỊNH')),
    article(1, 'Công nhận 34 mô hình, điển hình “Dân vận khéo” năm 2025 (danh sách kèm theo).'),
    article(
      2,
      'Văn phòng Thị ủy, Ban Chỉ đạo và các tổ chức cơ sở đảng chịu trách nhiệm thi hành Quyết định này.',
    ),
  ],
  signatures: [signature('T/M Ban Thường vụ', 'Phó Bí thư', null)],
  recipients: ['Như Điều 2', 'Lưu Văn phòng Thị ủy'],
});

export const decisionWithList: Paper = {
  ...partyDecision,
  blocks: [
    ...partyDecision.blocks,
    appendix('DANH SÁCH MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐƯỢC CÔNG NHẬN NĂM 2025', {
      number: 'PHỤ LỤC',
      note: 'Kèm theo Quyết định số 08-QĐ/ThU, ngày 05 tháng 02 năm 2026 của Ban Thường vụ Thị ủy',
      orientation: 'landscape',
    }),
    wideTable(34),
  ],
};
