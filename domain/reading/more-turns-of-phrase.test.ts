/** Further ways in which papers and news name a practice, or only seem to, each on a passage written for it. */
import { describe, expect, it, test } from 'vitest';
import { readPaper } from './read-paper.ts';

const dvk = 'Kết quả phong trào thi đua “Dân vận khéo” năm 2022.\n\n';

function namesOf(text: string): string[] {
  return readPaper(text).practices.map((one) => one.name);
}

describe('a name between quotation marks', () => {
  test.each([
    [
      'with spaces inside both straight marks',
      'Mô hình CLB " Giọng hát quê em, nhịp chèo " của Hội LHPN xã Tân Mai.',
      ['Giọng hát quê em, nhịp chèo'],
    ],
    [
      'after “về”',
      'Huyện nhân rộng mô hình dân vận khéo về “ nâng bước tổ hòa giải” ấp Hội và “Đèn ngõ” ấp Châu.',
      ['nâng bước tổ hòa giải', 'Đèn ngõ'],
    ],
    [
      'in a run from one to another, told after the models',
      'Các cấp triển khai các mô hình tự quản. Từ ‘Ngõ sạch nhà thơm’ đến ‘Tổ canh đêm’, ‘Họ tộc bình yên’… đã góp phần xây dựng cộng đồng.',
      ['Ngõ sạch nhà thơm', 'Tổ canh đêm', 'Họ tộc bình yên'],
    ],
    [
      'in a run from one to another that are called models',
      "Từ 'Ngõ sạch nhà thơm' đến 'Tổ canh đêm' đều là những mô hình hay.",
      ['Ngõ sạch nhà thơm', 'Tổ canh đêm'],
    ],
    [
      'where marks are missing',
      'Các mô hình bao gồm: Dạy nghề thanh niên chậm tiến, lầm lỡ” ở phường Tân Lộ; mô hình “giúp người mãn hạn tù tái hòa nhập và mô hình “mắt thần ngõ xóm” tại xã Tân An.',
      ['Dạy nghề thanh niên chậm tiến, lầm lỡ', 'giúp người mãn hạn tù tái hòa nhập', 'mắt thần ngõ xóm'],
    ],
    [
      'that is chosen as a model',
      '“Đường cờ phụ nữ” được chọn làm mô hình điểm của huyện.',
      ['Đường cờ phụ nữ'],
    ],
    [
      'that has become a model',
      '“Đường cờ phụ nữ” trở thành mô hình Dân vận khéo tiêu biểu của huyện.',
      ['Đường cờ phụ nữ'],
    ],
    [
      'that is one among models',
      '“Đường cờ phụ nữ”, “Ngõ hoa” là hai trong số nhiều mô hình của xã.',
      ['Đường cờ phụ nữ', 'Ngõ hoa'],
    ],
    [
      'with a noun between two that are called models',
      'Công trình “Đường cờ”, phần việc “Ngõ hoa” là mô hình dân vận khéo của Đoàn xã.',
      ['Đường cờ', 'Ngõ hoa'],
    ],
    [
      'besides which models are kept up',
      'Ngoài “Đường cờ”, xã còn duy trì các mô hình “Ngõ hoa”, “Bếp ăn nghĩa tình”.',
      ['Đường cờ', 'Ngõ hoa', 'Bếp ăn nghĩa tình'],
    ],
    [
      'after “với tên gọi là”',
      'Mô hình với tên gọi là “Đường cờ phụ nữ” ra đời năm 2020.',
      ['Đường cờ phụ nữ'],
    ],
  ])('is found %s', (_, text, names) => {
    expect(namesOf(dvk + text)).toEqual(names);
  });

  test.each([
    'Xuất hiện nhiều mô hình “Dân vận khéo”, góp phần xây dựng “thế trận lòng dân” vững chắc.',
    'Mô hình góp phần “giữ lửa” phong trào, lan tỏa “lá lành đùm lá rách”.',
    'Mô hình được người dân gọi vui là “cánh tay nối dài” của công an.',
    'Mô hình trở thành “cầu nối” giữa Đảng với dân, “tai mắt” của lực lượng công an.',
    'Đây là mô hình “kiểu mẫu” được triển khai ở các phường.',
    'Các mô hình “Dân vận khéo”, “Học tập và làm theo Bác” được lồng ghép.',
  ])('names nothing in %j', (text) => {
    expect(namesOf(dvk + text)).toEqual([]);
  });
});

describe('a list of plain names', () => {
  test.each([
    [
      'whose first item holds a comma',
      'Toàn xã duy trì các mô hình như mô hình Tổ dân phố, thôn không có rác; Dạy nghề cho người mãn hạn tù; Tổ canh gác, bảo vệ mùa màng…',
      ['Tổ dân phố, thôn không có rác', 'Dạy nghề cho người mãn hạn tù', 'Tổ canh gác, bảo vệ mùa màng'],
    ],
    [
      'with commas and semicolons',
      'Điển hình như: mô hình Họ tộc tự quản, mô hình Cụm giáp ranh yên vui về an ninh, trật tự, mô hình Cụm an ninh liền dải, Cụm an ninh liền sông; mô hình Bản không có tội phạm; Bản bình yên, nhà nhà vui… được triển khai rộng.',
      [
        'Họ tộc tự quản',
        'Cụm giáp ranh yên vui về an ninh, trật tự',
        'Cụm an ninh liền dải',
        'Cụm an ninh liền sông',
        'Bản không có tội phạm',
        'Bản bình yên, nhà nhà vui',
      ],
    ],
    [
      'of which small words end one',
      'Các mô hình tiêu biểu như: Họ tộc tự quản bốn đời, Cụm giáp ranh yên vui, trật tự, Tiếng mõ an ninh làng.',
      ['Họ tộc tự quản bốn đời', 'Cụm giáp ranh yên vui, trật tự', 'Tiếng mõ an ninh làng'],
    ],
    [
      'at the end of quoted ones',
      'Tiêu biểu như: Mô hình “Hàng rào hoa”, câu lạc bộ “Dệt vải”; mô hình “Đường cờ”; mô hình nuôi lợn đất;...',
      ['Hàng rào hoa', 'Dệt vải', 'Đường cờ', 'nuôi lợn đất'],
    ],
  ])('is read %s', (_, text, names) => {
    expect(namesOf(dvk + text)).toEqual(names);
  });

  it('is not the second half of a headline', () => {
    expect(namesOf('Nhân rộng mô hình “Dân vận khéo” ở Hải Phố: Từ thực tiễn đến lý luận\n')).toEqual([]);
  });
});

describe('a paper that names neither the movement nor “dân vận”', () => {
  test.each([
    [
      'of an office that serves the people',
      'Cấp ủy, chính quyền xã làm mô hình “Nụ cười bên cửa số 4” khi nhận thủ tục hành chính, đề cao đạo đức công vụ.',
      ['Nụ cười bên cửa số 4'],
    ],
    [
      'of the youth union',
      'Thành đoàn cùng Hội LHTN giúp hộ nghèo, có nhiều mô hình hay được duy trì từ cơ sở như Ngày Chủ nhật hồng; cấp sách miễn phí cho trò nghèo (quận Hải Hà); gian bếp chung 0 đồng.',
      ['Ngày Chủ nhật hồng', 'cấp sách miễn phí cho trò nghèo', 'gian bếp chung 0 đồng'],
    ],
  ])('is read where it is %s', (_, text, names) => {
    expect(namesOf(text)).toEqual(names);
  });
});

describe('places', () => {
  it('take the larger one from a bracket without its kind, and are told once at their fullest', () => {
    const text =
      'Mô hình “Ngõ hoa” tại thôn Đoài, xã Tân Mai (Yên Hà). Mô hình “Ngõ hoa” ở xã Tân Lộ; mô hình “Ngõ hoa” ở xã Tân Lộ, huyện Yên Hà.';
    expect(readPaper(dvk + text).practices[0]?.places).toEqual([
      'thôn Đoài, xã Tân Mai, Yên Hà',
      'xã Tân Lộ, huyện Yên Hà',
    ]);
  });
});

describe('a list told after a whole clause about the models', () => {
  test.each([
    [
      'Nhiều mô hình đã được địa phương triển khai hiệu quả như: nhóm liên gia giữ ngõ, tiếng kẻng báo yên, nếp mới trong việc cưới, việc tang…',
      ['nhóm liên gia giữ ngõ', 'tiếng kẻng báo yên', 'nếp mới trong việc cưới, việc tang'],
    ],
    [
      'Đã xuất hiện hàng loạt mô hình sinh hoạt mới, đó là các câu lạc bộ (CLB) của nông dân như: CLB Nông dân giỏi đồng, CLB nông dân với pháp luật, CLB nông dân với môi trường...',
      ['CLB Nông dân giỏi đồng', 'CLB nông dân với pháp luật', 'CLB nông dân với môi trường'],
    ],
    [
      'Phường xây dựng 3 mô hình trong phong trào giữ gìn trật tự, gồm: Tổ đuốc đêm khu Bến Đá với 6 thành viên; Cụm tuần tra liên cơ quan; Đội cờ đỏ cổng chợ.',
      ['Tổ đuốc đêm khu Bến Đá', 'Cụm tuần tra liên cơ quan', 'Đội cờ đỏ cổng chợ'],
    ],
  ])('is of them in %j', (text, names) => {
    expect(namesOf(dvk + text)).toEqual(names);
  });

  it('is not where another noun stands between', () => {
    const text =
      'Nhiều mô hình giúp hội viên qua các hoạt động như: tặng quà ngày Tết cho hộ nghèo, thăm hỏi người già neo đơn.';
    expect(namesOf(dvk + text)).toEqual([]);
  });
});

describe('what stands between the noun and the name', () => {
  test.each([
    [
      'Hội ra mắt mô hình xây dựng gia đình “5 lành, 3 mới” tại Chi hội Phụ nữ ấp 2 Tây (xã Bàu Dừa).',
      '5 lành, 3 mới',
    ],
    [
      'Mặt trận xã ra mắt mô hình điểm khu dân cư tự quản “Đủ đầy - Đằm thắm” tại ấp Gò Me.',
      'Đủ đầy - Đằm thắm',
    ],
    ['Phường triển khai mô hình “Dân vận số” ở tổ 8.', 'Dân vận số'],
  ])('is no name in %j', (text, name) => {
    expect(namesOf(dvk + text)).toEqual([name]);
  });

  it('may be a mark or a comma that was forgotten', () => {
    const text =
      'Các mô hình câu lạc bộ: "Đồng vốn nhỏ", Phụ nữ không tảo hôn", "Nhà yên ấm"; các mô hình “Hũ gạo sớm mai” “Heo đất lớp em”.';
    expect(namesOf(dvk + text)).toEqual([
      'Đồng vốn nhỏ',
      'Phụ nữ không tảo hôn',
      'Nhà yên ấm',
      'Hũ gạo sớm mai',
      'Heo đất lớp em',
    ]);
  });
});

describe('where a practice stands', () => {
  test.each([
    [
      'Chi hội phụ nữ thôn Lâm 2 (xã Phong Mỹ, huyện Vang Hòa) thực hiện các mô hình như: “Ngõ hoa”.',
      ['thôn Lâm 2, xã Phong Mỹ, huyện Vang Hòa'],
    ],
    [
      'Tuy nhiên, tại phường Hiệp Thành (TPHCM), mô hình “Ngõ hoa” bước đầu có hiệu quả.',
      ['phường Hiệp Thành'],
    ],
    ['Mô hình “Ngõ hoa” của P. Mỹ Thới (Q. Liên Hà) được khen.', ['P. Mỹ Thới, Q. Liên Hà']],
    [
      'Mô hình “Ngõ hoa” của Tổ dân vận khu phố 2, phường 10 biến bờ kênh thành đường đẹp.',
      ['khu phố 2, phường 10'],
    ],
  ])('is told in %j', (text, places) => {
    expect(readPaper(dvk + text).practices[0]?.places).toEqual(places);
  });
});

describe('a paper on the people’s guard', () => {
  it('is one of the movement’s work', () => {
    const text =
      'Phong trào ‘Toàn dân bảo vệ an ninh Tổ quốc’ lan rộng; mô hình ‘Mắt thần đầu ngõ’ và tổ liên gia được bà con hưởng ứng.';
    expect(namesOf(text)).toEqual(['Mắt thần đầu ngõ']);
  });
});

describe('a paper on following Uncle Hồ’s example, or on the life of a street', () => {
  test.each([
    'Đảng bộ huyện triển khai mô hình “Mỗi tuần một việc tử tế”, tôn vinh gương điển hình học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.',
    'Tổ dân phố 5 khởi xướng mô hình “Mỗi tuần một việc tử tế”, được người cao tuổi ủng hộ, dựng nếp sống văn hóa trong ngõ.',
    'Đoàn cơ sở Tiểu đoàn 9 thực hiện “Lời Bác Hồ dạy” với nhiều mô hình ý nghĩa, như: "Mỗi tuần một việc tử tế".',
  ])('is one of the movement’s work: %j', (text) => {
    expect(namesOf(text)).toEqual(['Mỗi tuần một việc tử tế']);
  });
});

describe('a remark in brackets', () => {
  it('may stand between the noun and the name', () => {
    const text = 'Đồn phối hợp thực hiện mô hình (nay là đề án) “Mỗi tàu cá một lá cờ” tại xã Cát Hải.';
    expect(namesOf(dvk + text)).toEqual(['Mỗi tàu cá một lá cờ']);
  });
});

describe('a model that each body is to build', () => {
  it('is none yet', () => {
    expect(namesOf(`${dvk}Mỗi chi hội xây dựng 01 mô hình “Tổ giữ đồng sạch rác”.`)).toEqual([]);
  });

  it('is one where it has been built', () => {
    expect(namesOf(`${dvk}Mỗi chi hội đã xây dựng 01 mô hình “Tổ giữ đồng sạch rác”.`)).toEqual([
      'Tổ giữ đồng sạch rác',
    ]);
  });
});

describe('names that the rest of the sentence sets among models', () => {
  test.each([
    '“Đường cờ đỏ”, “Ngõ hoa tím” và nhiều mô hình khác được dân khen.',
    'Có thể kể đến như: “Đường cờ đỏ” (xã Tân Mai); “Ngõ hoa tím” (xã Tân Lộ); là những mô hình tiêu biểu.',
    'Xã ra mắt tuyến “Đường cờ đỏ”, tổ “Ngõ hoa tím” – những mô hình dân vận khéo của xã.',
    "Mô hình ''Đường cờ đỏ'', ''Ngõ hoa tím'' được nhân rộng.",
  ])('are found in %j', (text) => {
    expect(namesOf(dvk + text)).toEqual(['Đường cờ đỏ', 'Ngõ hoa tím']);
  });

  test.each([
    'Cách làm “mưa dầm thấm lâu”, “đi từng ngõ, gõ từng nhà” được áp dụng.',
    'Nhân dân đánh giá cao mô hình này, coi đây là “điểm tựa” của làng.',
    'Chọn những gương điển hình “người thật - việc thật” để tôn vinh.',
    'Các đơn vị xây dựng mô hình học tập Bác, như: Hội Nông dân tỉnh đã thường xuyên sinh hoạt chuyên đề; Ban Nội chính Tỉnh ủy tổ chức sưu tầm chuyện kể về Bác.',
  ])('are sayings or an office’s work in %j', (text) => {
    expect(namesOf(dvk + text)).toEqual([]);
  });
});

describe('ways of building cities and the economy', () => {
  test.each([
    'Đảng bộ thành phố xác định mô hình “thành phố thông minh”, “đô thị sân bay” là hướng đi; đảng viên các tổ dân phố, hội viên đã góp ý.',
    'Các mô hình kinh tế như kinh tế chia sẻ, kinh tế tuần hoàn, kinh tế ban đêm được Hội Nông dân, Hội Phụ nữ và hội viên hưởng ứng.',
    'Huyện ủy, Đảng bộ thành phố và đảng viên bàn về mô hình “phố đi bộ quanh ga” trong quy hoạch đường sắt.',
  ])('are no practices in %j', (text) => {
    expect(namesOf(text)).toEqual([]);
  });
});
