import { describe, expect, it, test } from 'vitest';
import { periodIn } from './paper-period.ts';
import { readPaper } from './read-paper.ts';
import { summaryOf } from './summary.ts';

const report = `THÀNH ỦY SƠN LÂM
ĐẢNG ỦY PHƯỜNG TRẦN LÃM
*
Số: 70 - BC/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM

Phường Trần Lãm, ngày 18 tháng 4 năm 2018

BÁO CÁO
Sơ kết 5 năm thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 về công tác dân vận

Thực hiện Kế hoạch số 9-KH/TU, Đảng ủy báo cáo như sau:

I. KẾT QUẢ
1. Lĩnh vực kinh tế
Đã tốt.
2. Hạn chế
Còn ít.
II. NHIỆM VỤ
Tiếp tục.

Nơi nhận:
- Ban Dân vận Thành ủy (b/c),
- Chi bộ trực thuộc;
- Lưu VP.

T/M ĐẢNG ỦY
P.BÍ THƯ

Lê Văn Thành
`;

describe('the paper itself', () => {
  const { paper, sections } = readPaper(report);

  it('is told by its head and its foot', () => {
    expect(paper).toEqual({
      type: 'Báo cáo',
      symbol: '70-BC/ĐU',
      issuer: 'ĐẢNG ỦY PHƯỜNG TRẦN LÃM',
      place: 'Phường Trần Lãm',
      issuedOn: '2018-04-18',
      subject: 'Sơ kết 5 năm thực hiện Nghị quyết số 25-NQ/TW, ngày 03/6/2013 về công tác dân vận',
      signer: { name: 'Lê Văn Thành', post: 'T/M ĐẢNG ỦY P.BÍ THƯ' },
      recipients: ['Ban Dân vận Thành ủy (b/c)', 'Chi bộ trực thuộc', 'Lưu VP'],
      period: null,
      secrecy: null,
    });
  });

  it('has an outline with fields and roles', () => {
    const outline = sections
      .filter((one) => one.number !== '')
      .map(({ number, field, role }) => [number, field, role]);
    expect(outline).toEqual([
      ['I', null, 'results'],
      ['1', 'economy', 'results'],
      ['2', null, 'limits'],
      ['II', null, 'targets'],
    ]);
  });

  it('says its secrecy, so that it can be refused', () => {
    expect(readPaper('TỈNH ỦY\nMẬT\nBÁO CÁO\nvề tình hình').paper.secrecy).toBe('MẬT');
    expect(readPaper('TỈNH ỦY\nBí mật quân sự\nBÁO CÁO').paper.secrecy).toBeNull();
  });

  it('can be told in words', () => {
    const summary = summaryOf(readPaper(report));
    expect(summary).toContain('Số, ký hiệu: 70-BC/ĐU');
    expect(summary).toContain('Nghị quyết 25-NQ/TW, ngày 03/06/2013');
  });
});

describe('the period that a subject names', () => {
  test.each([
    ['phong trào giai đoạn 2017-2020', '2017-01-01', '2020-12-31'],
    ['công tác dân vận 6 tháng đầu năm 2023', '2023-01-01', '2023-06-30'],
    ['công tác 6 tháng cuối năm 2023', '2023-07-01', '2023-12-31'],
    ['công tác quý III năm 2024', '2024-07-01', '2024-09-30'],
    ['công tác quý I/2024', '2024-01-01', '2024-03-31'],
    ['công tác tháng 02/2024', '2024-02-01', '2024-02-29'],
    ['công tác 9 tháng năm 2022', '2022-01-01', '2022-09-30'],
    ['phong trào thi đua năm 2019', '2019-01-01', '2019-12-31'],
  ])('reads %j', (subject, from, to) => expect(periodIn(subject)).toMatchObject({ from, to }));

  it('is none where no year is named', () => expect(periodIn('công tác dân vận')).toBeNull());
});
