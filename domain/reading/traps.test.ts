/** The traps of reading that the design names ("What the system reads"), each on a passage written for it. */
import { describe, expect, it, test } from 'vitest';
import { readPaper } from './read-paper.ts';
import { documentsOf, figuresOf, practicesOf, sumsOf } from './testing/expected-paper.ts';

const dvk = 'Kết quả phong trào thi đua “Dân vận khéo” năm 2022.\n\n';

describe('footnotes', () => {
  it('reads figures in footnotes as in the body', () => {
    const text = `${dvk}Công tác tập huấn được quan tâm¹.\n\n¹ Đã mở 03 lớp cho 240 cán bộ, kinh phí 45 triệu đồng.\n`;
    expect(figuresOf(readPaper(text))).toBe('3 240 45');
  });

  test.each([
    ['trong năm 2017¹ có 12 mô hình', '12'],
    ['15/15 xã, phường⁵ đăng ký 30 mô hình', '15 15 30'],
    ['các xã, phường5 đăng ký 30 mô hình', '30'],
    ['mô hình “Nhà sạch” (xã Tân An)9; có 30 hộ', '30'],
    ['đã hỗ trợ ”6, 8 hộ', '8'],
  ])('does not count the footnote digit of %j', (text, figures) => {
    expect(figuresOf(readPaper(text))).toBe(figures);
  });

  it('joins a sentence that footnotes cut in two', () => {
    const text =
      'Ra quân với sự tham gia của hơn\n\n² Theo Công văn số 12-CV/BDV.\n\n³ Đã khảo sát.\n\n13.500 lượt người; trồng 200 cây.\n';
    const reading = readPaper(text);
    expect(figuresOf(reading)).toBe('>13500 200');
    expect(reading.figures[0]?.asWritten).toBe('13.500 lượt người');
  });

  it('does not place a footnote under the section that closes the paper', () => {
    const text = `${dvk}I. KẾT QUẢ\nCó 5 mô hình¹.\n\n¹ Mô hình “Vườn rau sạch” ở xã Tân An.\n\nII. PHƯƠNG HƯỚNG\nTiếp tục thực hiện.\n`;
    expect(practicesOf(readPaper(text))).toEqual(['Vườn rau sạch | xã Tân An | -']);
  });
});

describe('section numbers', () => {
  it('takes the field from the words of the heading, whatever its number', () => {
    const text = `${dvk}2.1. Lĩnh vực kinh tế\nCó các mô hình như: “Trồng cam sạch” (xã An Lộc).\n1.3. Lĩnh vực quốc phòng, an ninh\nCó các mô hình như: “Xóm bình yên” (xã An Phú).\n2. Kết quả nhân rộng\nCó mô hình “Hội quán nông dân” (xã An Mỹ).\n`;
    expect(practicesOf(readPaper(text))).toEqual([
      'Trồng cam sạch | xã An Lộc | economy',
      'Xóm bình yên | xã An Phú | defence_security',
      'Hội quán nông dân | xã An Mỹ | -',
    ]);
  });

  it('keeps the printed numbers in the outline', () => {
    const numbers = readPaper('2.1. Kinh tế\nA.\n1.3. An ninh\nB.\nIII. ĐÁNH GIÁ\n').sections.map(
      (one) => one.number,
    );
    expect(numbers).toEqual(['2.1', '1.3', 'III']);
  });

  it('does not take the numbers of headings and lists for figures', () => {
    expect(
      figuresOf(
        readPaper('1. Mô hình đã có.\n2.1. Kết quả\n3) Hộ nghèo giảm.\n(4) Nhà ở.\nBước 5: Đánh giá'),
      ),
    ).toBe('');
  });
});

describe('characters', () => {
  const plain = `${dvk}Mô hình “Ánh sáng vùng cao” của xã Tả Phìn thu hút 1.250 lượt người; Kế hoạch số 12-KH/TU, ngày 05/3/2021.`;
  const expected = readPaper(plain);

  test.each([
    ['no-break spaces', plain.replaceAll(' ', '\u00A0')],
    ['decomposed accents', plain.normalize('NFD')],
    ['zero-width marks', plain.replaceAll('vận', 'v\u200Bận')],
  ])('reads the same with %s, and stands by the text', (_, text) => {
    const reading = readPaper(text);
    expect(practicesOf(reading)).toEqual(practicesOf(expected));
    expect(documentsOf(reading)).toEqual(documentsOf(expected));
    expect(figuresOf(reading)).toBe(figuresOf(expected));
    for (const fact of [...reading.practices, ...reading.figures, ...reading.documents])
      expect(text.slice(fact.start, fact.end)).toBe(fact.asWritten);
  });

  it('reads both placements of the tone', () => {
    const text = 'Chương trình hành động số 39-CTHĐ/ĐU của Đảng uỷ; hoà giải 5 vụ; 12 uỷ viên; 30 hộ.';
    const other = 'Chương trình hành động số 39-CTHĐ/ĐU của Đảng ủy; hòa giải 5 vụ; 12 ủy viên; 30 hộ.';
    expect(figuresOf(readPaper(text))).toBe(figuresOf(readPaper(other)));
    expect(documentsOf(readPaper(text))).toEqual(documentsOf(readPaper(other)));
  });
});

describe('symbols', () => {
  test.each([
    ['Thực hiện Kế hoạch số 26 - KH/BCĐ', '26-KH/BCĐ'],
    ['Thực hiện Chương trình số 39 -CTr/ĐU', '39-CTr/ĐU'],
    ['QĐ số 04 /QĐ-ĐU', '04/QĐ-ĐU'],
    ['Quyết định số: 40- QĐ/ĐU', '40-QĐ/ĐU'],
    ['Thông báo số 06-TB/Đ.U', '06-TB/ĐU'],
    ['Nghị quyết số 08 NQ/TW', '08-NQ/TW'],
    ['Quyết định số\u00A0\u00A0 45 – QĐ/ĐU', '45-QĐ/ĐU'],
    ['Nghị định số 30/2020/NĐ-CP', '30/2020/NĐ-CP'],
    ['Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15', '10/2022/QH15'],
    ['Công văn số 238/UBND-KGVX', '238/UBND-KGVX'],
    ['Hướng dẫn liên tịch số 01/HDLT-BDV-SNV', '01/HDLT-BDV-SNV'],
    ['Kế hoạch 12-KH/ĐUK', '12-KH/ĐUK'],
    ['Chỉ thị 16/CT-TTg', '16/CT-TTg'],
    ['Kết luận 114', '114'],
    ['Nghị định 04/2015', '04/2015'],
    ['Nghị định số 59/2023/NĐ-CP', '59/2023/NĐ-CP'],
    ['văn bản số 122-CV/BDVTW', '122-CV/BDVTW'],
    ['Công văn số 197/STTTT', '197/STTTT'],
  ])('reads %j as %j', (text, symbol) => {
    expect(readPaper(`${text} về công tác dân vận`).documents.map((one) => one.symbol)).toEqual([symbol]);
  });

  test.each([
    'Kế hoạch 5 năm 2021-2025',
    'Báo cáo 10 năm thực hiện',
    'đạt 15/15 TP, thị xã',
    'giai đoạn 2016 - 2020 - KẾT QUẢ',
    'Nghị quyết Đại hội lần thứ XIII',
    'Quốc lộ 1A, số nhà 12/5 đường Lê Lợi',
    'Hướng dẫn 3 đơn vị đăng ký',
    'theo Mẫu số 01/BC, Biểu số 02/KH-TĐ, Phụ lục số 03-HD',
  ])('finds no document in %j', (text) => expect(readPaper(text).documents).toEqual([]));

  it('reads a list of numbers as one document each, with the date they share', () => {
    const text = 'Quyết định số 46, 47, 48 và 49 của Đảng ủy ngày 02/4/2018 về việc kiện toàn 12 tổ dân vận';
    const reading = readPaper(text);
    expect(documentsOf(reading)).toEqual([
      '46 2018-04-02',
      '47 2018-04-02',
      '48 2018-04-02',
      '49 2018-04-02',
    ]);
    expect(reading.documents.every((one) => one.type === 'Quyết định' && one.issuer === 'Đảng ủy')).toBe(
      true,
    );
    expect(figuresOf(reading)).toBe('12');
  });

  it('lends the codes of one number of a list to the others', () => {
    expect(documentsOf(readPaper('các Quyết định 217, 218-QĐ/TW của Bộ Chính trị'))).toEqual([
      '217-QĐ/TW',
      '218-QĐ/TW',
    ]);
  });

  it('counts a document once however it is cited', () => {
    const text =
      'Nghị quyết số 25-NQ/TW, ngày 03/6/2013 về dân vận. NGHỊ QUYẾT 25 được quán triệt. Thực hiện Nghị quyết 25-NQ/TW.';
    const [only, ...others] = readPaper(text).documents;
    expect(others).toEqual([]);
    expect(only?.mentions).toHaveLength(2);
  });

  it('tells the issuer by name: one symbol may be two committees', () => {
    const text =
      'Kế hoạch số 31-KH/TU của Ban Thường vụ Tỉnh ủy; Ban Thường vụ Thị ủy đã ban hành Kế hoạch số 41-KH/TU về dân vận';
    expect(readPaper(text).documents.map((one) => one.issuer)).toEqual([
      'Ban Thường vụ Tỉnh ủy',
      'Ban Thường vụ Thị ủy',
    ]);
  });

  it('takes no limit in time for a date of issue', () => {
    const text = 'Thực hiện Kế hoạch số 12-KH/HU báo cáo trước ngày 25/7/2023';
    expect(documentsOf(readPaper(text))).toEqual(['12-KH/HU']);
  });
});

describe('dates', () => {
  test.each([
    ['ngày 07.9 và sáng 21-6', ''],
    ['ngày 05 tháng 02 năm 2020', ''],
    ['ngày 25/ 7 /2015 có 30 người', '30'],
    ['Sáng 9/3, thành phố tổ chức 2 cuộc', '2'],
    ['từ tháng 3/2017 đến nay, năm 2019, quý 2, giai đoạn 2016-2020, nhiệm kỳ 2015 - 2020', ''],
    ['Năm 2022, 2023 có 40 hộ', '40'],
    ['6 tháng đầu năm 2023 mỗi tháng 2 đợt', '2'],
  ])('counts no dates in %j', (text, figures) => expect(figuresOf(readPaper(text))).toBe(figures));

  test.each([
    ['Kế hoạch số 1-KH/TU ngày 03.6.2013', '2013-06-03'],
    ['Kế hoạch số 1-KH/TU, ngày 21-6-2017', '2017-06-21'],
    ['Kế hoạch số 1-KH/TU ngày 5 tháng 2 năm 2020', '2020-02-05'],
    ['Kế hoạch số 1-KH/TU của Tỉnh ủy, ngày 25/ 7 /2015', '2015-07-25'],
    ['Kế hoạch số 1-KH/TUngày 06 tháng 01 năm 2012', '2012-01-06'],
  ])('reads the date of %j', (text, day) => expect(readPaper(text).documents[0]?.issuedOn).toBe(day));
});

describe('numbers', () => {
  test.each([
    ['hơn 300 hộ', '>300'],
    ['trên 2 tỉ đồng', '>2'],
    ['gần 900 triệu đồng', '<900'],
    ['khoảng 44 tạ/ha', '~44'],
    ['ước đạt 150 triệu đồng/ha/năm', '~150'],
    ['tối thiểu 5 mô hình', '≥5'],
    ['từ 3 mô hình trở lên', '≥3'],
    ['không quá 10 người', '≤10'],
    ['đăng ký trên 4 lĩnh vực', '4'],
    ['1.045 mô hình', '1045'],
    ['36,5 ha', '36.5'],
    ['241,653 triệu đồng', '241.653'],
    ['13,000 lượt người', '13000'],
    ['44.500.000 đồng', '44500000'],
    ['1.234,5 triệu đồng', '1234.5'],
    ['hơn 3 ngàn cây giống', '>3000'],
    ['1,2 triệu lượt người', '1200000'],
    ['1031đồng chí', '1031'],
    ['106,18ha', '106.18'],
    ['2.000m2 đất', '2000'],
    ['giảm còn 2,26%)', '2.26%'],
    ['xây dựng 1 - 2 mô hình', '1 2'],
    ['từ 3 đến 5 triệu đồng', '3 5'],
    ['24/39 tổ chức cơ sở đảng', '24 39'],
    ['4 trong 9 thôn', '4 9'],
    ['44 xuất/07 đơn vị', '44 7'],
    ['hai mô hình, ba điển hình', '2 3'],
    ['05 đ/c ủy viên', '5'],
    ['từ 15 xuống còn 12 hộ', '15 12'],
    ['tăng từ 12 lên 15 mô hình', '12 15'],
    ['Tổng số đảng viên: 312', '312'],
    ['13 đồng chí tổ trưởng', '13'],
    ['phòng, chống dịch Covid-19, đã hỗ trợ 5 hộ', '5'],
    ['kỷ niệm 88 năm Ngày truyền thống có 5 đơn vị', '5'],
  ])('reads %j as %j', (text, figures) => expect(figuresOf(readPaper(text))).toBe(figures));

  test.each([
    ['500.000đ/tháng', 'đồng/tháng'],
    ['150 triệu đồng/ha/năm', 'triệu đồng/ha/năm'],
    ['44 tạ/ha', 'tạ/ha'],
    ['27 địa phương, cơ quan, đơn vị đăng ký', 'địa phương, cơ quan, đơn vị'],
    ['15 xã, phường', 'xã, phường'],
    ['mỗi tháng 2 đợt', 'đợt/tháng'],
    ['2 ngàn m2', 'ngàn m2'],
    ['1,2 tỷ để xây nhà', 'tỷ đồng'],
  ])('reads the unit of %j as %j', (text, unit) => expect(readPaper(text).figures[0]?.unit).toBe(unit));

  test.each([
    'tổ 5, thôn 3, phường 12',
    'chiều thứ 6 hằng tuần',
    'Bệnh viện Trung ương cơ sở 2',
    'Quốc lộ 1A, Km 125',
    'số nhà 12/5',
    'lần thứ 13',
    'phong trào 3 sạch, 5 không, 4 tại chỗ',
    'đô thị loại II, lớp 9, khóa 12',
    'lúc 19 giờ',
  ])('counts nothing in %j', (text) => expect(figuresOf(readPaper(text))).toBe(''));

  it('counts nothing inside a name, but what somebody says', () => {
    const name = `${dvk}Mô hình “60 phút sạch nhà, 3 việc đẹp ngõ” ở xã Tân An.`;
    expect(figuresOf(readPaper(name))).toBe('');
    expect(figuresOf(readPaper('Bà Lan cho biết: “Tôi hiến 60 m2 đất và 3 cây xoài”'))).toBe('60 3');
  });

  it('gives both meanings of one ratio', () => {
    const [part, whole] = readPaper('Có 24/39 tổ chức cơ sở đảng tiến hành đăng ký').figures;
    expect([part?.kind, whole?.kind]).toEqual(['units_registered', 'units_expected']);
  });
});

describe('sums', () => {
  test.each([
    [
      '386 mô hình (kinh tế: 53 mô hình; văn hóa: 242 mô hình; an ninh: 77 mô hình; chính trị: 14 mô hình)',
      '386 = 53 + 242 + 77 + 14',
    ],
    ['386 mô hình, trong đó: kinh tế 53, văn hóa 242, an ninh 77, chính trị 14', '386 = 53 + 242 + 77 + 14'],
    [
      'Có 12 Chi bộ trực thuộc trong đó có: 9 Chi bộ Tổ dân phố, 01 Chi bộ công an, 02 Chi bộ trường học',
      '12 = 9 + 1 + 2',
    ],
    ['1,2 tỷ đồng, trong đó ngân sách 800 triệu đồng, nhân dân 400 triệu đồng', '1.2 = 800 + 400'],
    ['150 mô hình, điển hình (120 mô hình, 30 điển hình)', '150 = 120 + 30'],
    ['55 mô hình (29 tập thể, 26 cá nhân)', '55 = 29 + 26'],
    ['100 mô hình (kinh tế 40 mô hình, văn hóa 50 mô hình)', '100 ≠ 40 + 50'],
  ])('reads %j as %j', (text, sum) => expect(sumsOf(readPaper(text))).toEqual([sum]));

  it('reads parts in the lines below their total', () => {
    const text =
      'Tổng số 100 mô hình, trong đó:\n- Kinh tế: 40 mô hình;\n- Văn hóa: 35 mô hình;\n- An ninh: 25 mô hình.\n';
    expect(sumsOf(readPaper(text))).toEqual(['100 = 40 + 35 + 25']);
  });

  test.each([
    'nhân rộng 253 mô hình. Trong đó, 157 mô hình xây mới',
    '12/12 Chi bộ đạt trong sạch, trong đó có 03 Chi bộ tiêu biểu',
    '52 nhà với 915 triệu đồng; 09 nhà, tổng 78 triệu đồng; 15 nhà, tổng 290 triệu đồng',
    'có 100 hộ nghèo, trong đó có 12 hộ dân tộc thiểu số, 5 hộ chính sách',
  ])('makes up no sum from %j', (text) => expect(sumsOf(readPaper(text))).toEqual([]));
});

describe('what is no result', () => {
  it('keeps targets apart from results', () => {
    const text = `${dvk}I. KẾT QUẢ\nĐã xây dựng 12 mô hình.\nII. PHƯƠNG HƯỚNG\nXây dựng 1 - 2 mô hình; vận động 50 hộ.\n`;
    expect(readPaper(text).figures.map((one) => one.kind)).toEqual([
      'registered',
      'target',
      'target',
      'target',
    ]);
  });

  it('ties awards to the movement that the sentence names', () => {
    const text =
      'Đề nghị khen thưởng 02 tập thể và 01 cá nhân thực hiện tốt Chỉ thị 05-CT/TW. Khen thưởng 7 tập thể trong phong trào Dân vận khéo.';
    const told = readPaper(text).figures.map((one) => `${one.value} ${one.kind} ${one.movement}`);
    expect(told).toEqual(['2 proposed other', '1 proposed other', '7 rewarded dvk']);
  });

  test.each([
    'phong trào thi đua “Toàn dân đoàn kết xây dựng nông thôn mới”',
    'cuộc vận động “Ngày vì người nghèo”',
    'trích từ Quỹ “Vì người nghèo, vì an sinh xã hội”',
    'chủ đề năm 2022 “Tạo bước đột phá về cán bộ”',
    'Quyết định số 217-QĐ/TW về “Quy chế giám sát và phản biện xã hội”',
    'hình thành “điểm nóng về an ninh”',
    'thực hiện cơ chế “Đảng lãnh đạo, Nhà nước quản lý, nhân dân làm chủ”',
    'xây dựng mô hình “Dân vận khéo” trên các lĩnh vực',
    'các mô hình “*Dân vận khéo*” năm 2023',
    'cần xây dựng mô hình “Khu phố văn minh, an toàn”',
    'danh hiệu “Gia đình văn hóa tiêu biểu”',
    'nhiều mô hình kinh tế hoạt động có hiệu quả, mô hình tự quản, mô hình mới',
    'hội thi “Cán bộ dân vận khéo năm 2020”',
    'các mô hình “một cửa”, “một cửa liên thông” được duy trì',
    'mô hình “Chính quyền địa phương 2 cấp” đi vào hoạt động',
  ])('finds no practice in %j', (text) => expect(practicesOf(readPaper(dvk + text))).toEqual([]));
});
