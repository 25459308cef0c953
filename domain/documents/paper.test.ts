import { describe, expect, it } from 'vitest';
import {
  bodyWithEndMark,
  letterSubject,
  placeAndDateLine,
  recipientLines,
  symbolLine,
} from './paper-lines.ts';
import {
  appendix,
  bold,
  cell,
  figure,
  footnote,
  heading,
  italic,
  list,
  paper,
  paragraph,
  signature,
  table,
} from './paper-parts.ts';
import { paperToPlainText } from './paper-text.ts';
import { figuresOf, paperSchema, untracedFigures, type Paper } from './paper.ts';

function report(overrides: Partial<Paper> = {}): Paper {
  return paper({
    layout: 'party',
    parentBody: 'Đảng bộ thành phố Huế',
    issuer: 'Thị ủy Hương Trà',
    symbol: { number: 5, typeCode: 'BC', issuerCode: 'ThU' },
    place: 'Hương Trà',
    issuedOn: '2020-10-02',
    draftYear: 2020,
    typeName: 'BÁO CÁO',
    subject: 'tổng kết phong trào thi đua “Dân vận khéo”',
    blocks: [
      heading(1, 'I-', 'KẾT QUẢ'),
      paragraph([
        'Có ',
        figure(8, 'bodies'),
        ' tổ chức',
        footnote(['Trên ', figure(39, 'all')]),
        ' đăng ký.',
      ]),
      table(
        [
          { title: 'Lĩnh vực', width: 3 },
          { title: 'Số', width: 1 },
        ],
        [['Kinh tế', 53]],
        { totalRow: ['Cộng', 53] },
      ),
      list(['Gửi ', italic('“Dân vận khéo”')], 'Trân trọng cảm ơn'),
      appendix('DANH SÁCH', { note: 'Kèm theo' }),
      paragraph([bold('Phụ lục')]),
    ],
    signatures: [signature('T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Nguyễn Văn A')],
    recipients: ['Ban Dân vận Tỉnh ủy (báo cáo)', 'Lưu VP Thị ủy'],
    ...overrides,
  });
}

describe('a paper', () => {
  it('survives being kept as JSON', () => {
    const kept: unknown = JSON.parse(JSON.stringify(report()));
    expect(paperSchema.parse(kept)).toEqual(report());
  });

  it('is refused with an unknown block', () => {
    const broken = { ...report(), blocks: [{ kind: 'picture' }] };
    expect(paperSchema.safeParse(broken).success).toBe(false);
  });

  it('knows its figures in reading order and those that nothing explains', () => {
    expect(figuresOf(report()).map((run) => run.traceId)).toEqual(['bodies', 'all']);
    expect(untracedFigures(report())).toEqual(['bodies', 'all']);
  });

  it('writes figures below ten with a 0 and thousands with a dot', () => {
    expect(figure(8, 'x').text).toBe('08');
    expect(figure(1045, 'x').text).toBe('1.045');
    expect(figure(2.5, 'x').text).toBe('2,5');
    expect(cell(13000).runs).toEqual([{ kind: 'text', text: '13.000' }]);
  });

  it('reads as plain text from head to appendix', () => {
    expect(paperToPlainText(report())).toBe(
      [
        'Đảng bộ thành phố Huế',
        'Thị ủy Hương Trà',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Số 05-BC/ThU',
        'Hương Trà, ngày 02 tháng 10 năm 2020',
        'BÁO CÁO',
        'tổng kết phong trào thi đua “Dân vận khéo”',
        'I- KẾT QUẢ',
        'Có 08 tổ chức [Trên 39] đăng ký.',
        'Lĩnh vực\tSố',
        'Kinh tế\t53',
        'Cộng\t53',
        '- Gửi “Dân vận khéo”',
        '- Trân trọng cảm ơn.',
        'T/M BAN THƯỜNG VỤ',
        'PHÓ BÍ THƯ',
        'Nguyễn Văn A',
        'Nơi nhận:',
        '- Ban Dân vận Tỉnh ủy (báo cáo),',
        '- Lưu VP Thị ủy.',
        'DANH SÁCH',
        'Kèm theo',
        'Phụ lục',
      ].join('\n'),
    );
  });
});

describe('the lines that a layout composes', () => {
  it('leave room for the day of a draft', () => {
    expect(placeAndDateLine(report({ issuedOn: null, draftYear: 2026 }))).toMatch(
      /^Hương Trà, ngày +tháng +năm 2026$/u,
    );
  });

  it('give days below 10 and months 1 and 2 a 0', () => {
    expect(placeAndDateLine(report({ issuedOn: '2023-02-08' }))).toBe('Hương Trà, ngày 08 tháng 02 năm 2023');
    expect(placeAndDateLine(report({ issuedOn: '2023-03-15' }))).toBe('Hương Trà, ngày 15 tháng 3 năm 2023');
  });

  it('end a state paper with "./." and a party paper with a full stop', () => {
    const words = (layout: 'party' | 'state', text: string) => {
      const last = bodyWithEndMark(report({ layout, blocks: [paragraph(text)] })).at(-1);
      return last?.kind === 'paragraph'
        ? last.runs.map((run) => ('text' in run ? run.text : '')).join('')
        : '';
    };
    expect(words('state', 'Đề nghị thực hiện.')).toBe('Đề nghị thực hiện./.');
    expect(words('state', 'Đề nghị thực hiện./.')).toBe('Đề nghị thực hiện./.');
    expect(words('party', 'Đề nghị thực hiện;')).toBe('Đề nghị thực hiện.');
    expect(words('party', 'Đề nghị thực hiện./.')).toBe('Đề nghị thực hiện.');
    expect(words('party', 'Danh sách như sau:')).toBe('Danh sách như sau:');
  });

  it('name the subject of a công văn by its layout', () => {
    expect(letterSubject(report({ subject: 'đăng ký mô hình' }))).toBe('về việc đăng ký mô hình');
    expect(letterSubject(report({ layout: 'state', subject: 'về việc đăng ký' }))).toBe('V/v đăng ký');
  });

  it('end recipients as the years had it: commas before 2026, semicolons since, or the office’s own', () => {
    expect(recipientLines(report())[0]).toBe('- Ban Dân vận Tỉnh ủy (báo cáo),');
    expect(recipientLines(report({ issuedOn: '2026-05-01' }))[0]).toBe('- Ban Dân vận Tỉnh ủy (báo cáo);');
    expect(recipientLines(report({ recipientSeparator: ';' }))).toEqual([
      '- Ban Dân vận Tỉnh ủy (báo cáo);',
      '- Lưu VP Thị ủy.',
    ]);
  });

  it('print no number line on a paper without a number', () => {
    expect(symbolLine(report({ symbol: null }))).toBeNull();
  });
});
